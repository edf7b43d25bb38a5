namespace ExtractionPipeline.Series;

/// <summary>What one place began, changed and stopped.</summary>
/// <param name="Place">The place; null for measures that name none.</param>
/// <param name="Started">New measures, and measures of others that it joined.</param>
/// <param name="Changed">Measures of its own that say something else now.</param>
/// <param name="Stopped">Measures that are gone, and measures of others that it left.</param>
public sealed record PlaceHistory(SeriesPlace? Place, IReadOnlyList<SeriesMeasure> Started, IReadOnlyList<MeasurePair> Changed, IReadOnlyList<SeriesMeasure> Stopped);

/// <summary>What differs between the old and the new state of one series.</summary>
/// <param name="Series">Its name; where two documents of different series are compared, that of the new one.</param>
/// <param name="Old">Documents of the old side, in order of their batches.</param>
/// <param name="New">Documents of the new side, in order of their batches.</param>
/// <param name="Pairs">Measures on both sides, in order of the old side.</param>
/// <param name="Started">Measures of the new side only, in its order.</param>
/// <param name="Stopped">Measures of the old side only, in its order.</param>
/// <param name="Places">Places with anything to report, in order of their codes; measures without a place come last.</param>
/// <param name="NewCategories">Codes of categories that the old side has none of, in order of appearance.</param>
/// <param name="NewPlaces">Places that the old side does not name, in order of their codes.</param>
public sealed record SeriesComparison(
    string Series,
    IReadOnlyList<SeriesSource> Old,
    IReadOnlyList<SeriesSource> New,
    IReadOnlyList<MeasurePair> Pairs,
    IReadOnlyList<SeriesMeasure> Started,
    IReadOnlyList<SeriesMeasure> Stopped,
    IReadOnlyList<PlaceHistory> Places,
    IReadOnlyList<string> NewCategories,
    IReadOnlyList<SeriesPlace> NewPlaces)
{
    /// <summary>Whether anything but numbering and wording differs.</summary>
    public bool HasDifferences => Started.Count + Stopped.Count > 0 || Pairs.Any(p => p.State == PairState.Changed);
}
