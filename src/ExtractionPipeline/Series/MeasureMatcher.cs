namespace ExtractionPipeline.Series;

/// <summary>Finds, for the measures of one side, the same measures on the other: by place, words, category and instrument, never by number.</summary>
/// <remarks>
/// A measure is what somebody does: two measures are one only where they have a place in common, or both name none. Among the
/// candidates the most alike pair is taken first; of pairs equally alike, the one with more places, categories and instruments
/// in common, then of the same batch, then the earlier. Each measure is taken once. What is left on both sides is one where
/// exactly one measure of the same places, categories and instruments is left on either side and its words are not foreign.
/// </remarks>
internal static class MeasureMatcher
{
    private const double Alike = 0.6;      // the most alike of different measures of one place in the sample list reach 0.42
    private const double NotForeign = 0.3;

    public static List<MeasurePair> Match(IReadOnlyList<SeriesMeasure> before, IReadOnlyList<SeriesMeasure> after, ChangeReader changes)
    {
        var (usedBefore, usedAfter) = (new bool[before.Count], new bool[after.Count]);
        var pairs = new List<(int Old, MeasurePair Pair)>();
        var candidates = Candidates(before, after).ToList();
        candidates.Sort(Candidate.BetterFirst);
        foreach (var candidate in candidates)
        {
            if (usedBefore[candidate.Old] || usedAfter[candidate.New]) continue;
            Take(candidate.Old, candidate.New, candidate.IsSame ? MatchReason.SameWords : MatchReason.SimilarWords, candidate.Similarity);
        }

        foreach (var (old, now) in OnlyOnes(before, after, usedBefore, usedAfter))
        {
            var similarity = before[old].Words.SimilarityTo(after[now].Words);
            if (similarity >= NotForeign) Take(old, now, MatchReason.OnlyOfItsKind, similarity);
        }

        return [.. pairs.OrderBy(p => p.Old).Select(p => p.Pair)];

        void Take(int old, int now, MatchReason reason, double similarity)
        {
            usedBefore[old] = true;
            usedAfter[now] = true;
            pairs.Add((old, new MeasurePair(before[old], after[now], reason, similarity, changes.Read(before[old], after[now]))));
        }
    }

    private static IEnumerable<Candidate> Candidates(IReadOnlyList<SeriesMeasure> before, IReadOnlyList<SeriesMeasure> after)
    {
        var byPlace = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < after.Count; i++)
        {
            foreach (var place in PlaceKeys(after[i]))
            {
                if (!byPlace.TryGetValue(place, out var there)) byPlace.Add(place, there = []);
                there.Add(i);
            }
        }

        for (var old = 0; old < before.Count; old++)
        {
            foreach (var now in PlaceKeys(before[old]).SelectMany(p => byPlace.GetValueOrDefault(p) ?? []).Distinct())
            {
                var candidate = Candidate.Of(old, before[old], now, after[now]);
                if (candidate.IsSame || candidate.Similarity >= Alike) yield return candidate;
            }
        }
    }

    /// <summary>Pairs of measures that are alone of their kind on both sides, by what was not taken yet.</summary>
    private static List<(int Old, int New)> OnlyOnes(IReadOnlyList<SeriesMeasure> before, IReadOnlyList<SeriesMeasure> after, bool[] usedBefore, bool[] usedAfter)
    {
        var left = Enumerable.Range(0, before.Count).Where(i => !usedBefore[i] && before[i].Categories.Count > 0).ToLookup(i => Kind(before[i]), StringComparer.Ordinal);
        var right = Enumerable.Range(0, after.Count).Where(i => !usedAfter[i] && after[i].Categories.Count > 0).ToLookup(i => Kind(after[i]), StringComparer.Ordinal);
        return [.. left.Where(g => g.Count() == 1 && right[g.Key].Count() == 1).Select(g => (g.Single(), right[g.Key].Single()))];
    }

    private static string Kind(SeriesMeasure measure) =>
        string.Join(' ', PlaceKeys(measure).Order(StringComparer.Ordinal)) + '|' + string.Join(' ', measure.Categories.Order(StringComparer.Ordinal)) + '|' + string.Join(' ', measure.Instruments.Order(StringComparer.Ordinal));

    private static IEnumerable<string> PlaceKeys(SeriesMeasure measure) => measure.Places.Count == 0 ? [""] : measure.Places.Select(p => p.Code);

    /// <summary>Two measures that may be one.</summary>
    private readonly record struct Candidate(int Old, int New, bool IsSame, double Similarity, int InCommon, bool SameBatch)
    {
        public static Candidate Of(int old, SeriesMeasure before, int now, SeriesMeasure after) => new(
            old,
            now,
            string.Equals(before.Words.Whole, after.Words.Whole, StringComparison.Ordinal),
            before.Words.SimilarityTo(after.Words),
            PlaceKeys(before).Intersect(PlaceKeys(after), StringComparer.Ordinal).Count() + before.Categories.Intersect(after.Categories, StringComparer.Ordinal).Count() + before.Instruments.Intersect(after.Instruments, StringComparer.Ordinal).Count(),
            before.Source.Batch == after.Source.Batch);

        public static int BetterFirst(Candidate left, Candidate right) =>
            (right.IsSame, right.Similarity, right.InCommon, right.SameBatch, left.Old, left.New).CompareTo((left.IsSame, left.Similarity, left.InCommon, left.SameBatch, right.Old, right.New));
    }
}
