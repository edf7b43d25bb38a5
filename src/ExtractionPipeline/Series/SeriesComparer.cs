using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Series;

/// <summary>Compares two states of one or more series by meaning.</summary>
/// <remarks>
/// All batches of a series on the old side stand against all of its batches on the new side, so that an old batch that is there
/// again is carried over and a further batch shows what it adds. Two single documents are compared whatever their titles say.
/// </remarks>
public sealed class SeriesComparer(RuleSet rules)
{
    /// <summary>One comparison a series, in the order of the new side; series that are gone come last.</summary>
    public IReadOnlyList<SeriesComparison> Compare(IReadOnlyList<SeriesDocument> before, IReadOnlyList<SeriesDocument> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count == 1 && after.Count == 1) return [CompareOne(after[0].Source.Series, before, after)];
        var names = after.Concat(before).Select(d => d.Source.Series).Distinct(StringComparer.Ordinal);
        return [.. names.Select(n => CompareOne(n, Of(n, before), Of(n, after)))];
    }

    private SeriesComparison CompareOne(string series, IReadOnlyList<SeriesDocument> before, IReadOnlyList<SeriesDocument> after)
    {
        var old = before.SelectMany(d => d.Measures).ToList();
        var now = after.SelectMany(d => d.Measures).ToList();
        var pairs = MeasureMatcher.Match(old, now, new ChangeReader(rules.Folding));
        var started = now.Except(pairs.Select(p => p.New), ReferenceEqualityComparer.Instance).Cast<SeriesMeasure>().ToList();
        var stopped = old.Except(pairs.Select(p => p.Old), ReferenceEqualityComparer.Instance).Cast<SeriesMeasure>().ToList();
        return new SeriesComparison(
            series,
            [.. before.Select(d => d.Source)],
            [.. after.Select(d => d.Source)],
            pairs,
            started,
            stopped,
            Histories(pairs, started, stopped),
            [.. now.SelectMany(m => m.Categories).Distinct(StringComparer.Ordinal).Except(old.SelectMany(m => m.Categories), StringComparer.Ordinal)],
            [.. now.SelectMany(m => m.Places).ExceptBy(old.SelectMany(m => m.Places).Select(p => p.Code), p => p.Code, StringComparer.Ordinal).OrderBy(p => p.Code, StringComparer.Ordinal)]);
    }

    private static List<PlaceHistory> Histories(IReadOnlyList<MeasurePair> pairs, IReadOnlyList<SeriesMeasure> started, IReadOnlyList<SeriesMeasure> stopped)
    {
        var histories = new SortedDictionary<string, History>(StringComparer.Ordinal);
        foreach (var measure in started) Add(measure.Places, h => h.Started.Add(measure), measure.Places.Count == 0);
        foreach (var measure in stopped) Add(measure.Places, h => h.Stopped.Add(measure), measure.Places.Count == 0);
        foreach (var pair in pairs.Where(p => p.State == PairState.Changed))
        {
            Add(Without(pair.New.Places, pair.Old.Places), h => h.Started.Add(pair.New));
            Add(Without(pair.Old.Places, pair.New.Places), h => h.Stopped.Add(pair.Old));
            if (pair.ChangesMoreThanPlaces) Add(pair.PlacesInCommon, h => h.Changed.Add(pair), pair.New.Places.Count == 0);
        }

        return [.. histories.Values.Select(h => new PlaceHistory(h.Place, h.Started, h.Changed, h.Stopped))];

        void Add(IEnumerable<SeriesPlace> places, Action<History> add, bool withoutPlace = false)
        {
            if (withoutPlace) add(Of(null));
            foreach (var place in places) add(Of(place));
        }

        History Of(SeriesPlace? place)
        {
            var key = place?.Code ?? "~";   // behind all digits
            if (!histories.TryGetValue(key, out var history)) histories.Add(key, history = new History(place));
            return history;
        }
    }

    private static IEnumerable<SeriesPlace> Without(IReadOnlyList<SeriesPlace> places, IReadOnlyList<SeriesPlace> others) =>
        places.ExceptBy(others.Select(o => o.Code), p => p.Code, StringComparer.Ordinal);

    private static List<SeriesDocument> Of(string series, IReadOnlyList<SeriesDocument> documents) =>
        [.. documents.Where(d => string.Equals(d.Source.Series, series, StringComparison.Ordinal)).OrderBy(d => d.Source.Batch ?? int.MaxValue)];

    private sealed record History(SeriesPlace? Place)
    {
        public List<SeriesMeasure> Started { get; } = [];

        public List<MeasurePair> Changed { get; } = [];

        public List<SeriesMeasure> Stopped { get; } = [];
    }
}
