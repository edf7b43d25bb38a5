namespace ExtractionPipeline.Series;

/// <summary>Why two measures are held to be one.</summary>
public enum MatchReason
{
    /// <summary>The same words; only white space or widths may differ.</summary>
    SameWords,

    /// <summary>Words alike, apart from places and figures, of a place in common.</summary>
    SimilarWords,

    /// <summary>Nothing else of this kind is left of the same places on either side.</summary>
    OnlyOfItsKind,
}

/// <summary>What became of a measure that stands on both sides.</summary>
public enum PairState
{
    /// <summary>Nothing but its number or place in the document.</summary>
    Unchanged,

    /// <summary>Other words, the same content.</summary>
    Reworded,

    /// <summary>A place, category, figure, receiver, purpose or condition differs.</summary>
    Changed,
}

/// <summary>One thing that differs.</summary>
/// <param name="Field">places, categories, beneficiary, purpose, condition; of a figure its role (cap, threshold, award …) or kind (quantity, period …).</param>
/// <param name="Before">Its words before; null where it was not there.</param>
/// <param name="After">Its words after; null where it is gone.</param>
/// <param name="FigureBefore">The figure before; null for other fields.</param>
/// <param name="FigureAfter">The figure after; null for other fields.</param>
public sealed record MeasureChange(string Field, string? Before, string? After, SeriesFigure? FigureBefore = null, SeriesFigure? FigureAfter = null);

/// <summary>A measure of the old side and the same measure on the new side, with the reasons.</summary>
/// <param name="Old">As it was.</param>
/// <param name="New">As it is.</param>
/// <param name="Reason">Why they are one.</param>
/// <param name="Similarity">Share of the pairs of characters in common, 0 to 1, places and figures apart.</param>
/// <param name="Changes">What differs, in the order of the fields.</param>
public sealed record MeasurePair(SeriesMeasure Old, SeriesMeasure New, MatchReason Reason, double Similarity, IReadOnlyList<MeasureChange> Changes)
{
    /// <summary>What became of it.</summary>
    public PairState State => Changes.Count > 0 ? PairState.Changed : Reason == MatchReason.SameWords ? PairState.Unchanged : PairState.Reworded;

    /// <summary>Whether something differs for the places that stayed: who else does it is no change of theirs.</summary>
    public bool ChangesMoreThanPlaces => Changes.Any(c => c.Field is not "places");

    /// <summary>Places on both sides, in the order of the new one.</summary>
    public IEnumerable<SeriesPlace> PlacesInCommon => New.Places.Where(p => Old.Places.Any(o => string.Equals(o.Code, p.Code, StringComparison.Ordinal)));

    /// <summary>Categories on both sides, in the order of the new one.</summary>
    public IEnumerable<string> CategoriesInCommon => New.Categories.Intersect(Old.Categories, StringComparer.Ordinal);

    /// <summary>Instruments on both sides, in the order of the new one.</summary>
    public IEnumerable<string> InstrumentsInCommon => New.Instruments.Intersect(Old.Instruments, StringComparer.Ordinal);
}
