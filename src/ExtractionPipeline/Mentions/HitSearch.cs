using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Questions about phrase hits at one place. Hits are in order of start, shorter before longer.</summary>
internal static class HitSearch
{
    /// <summary>The longest hit that begins here and is wanted, or null.</summary>
    public static PhraseHit? LongestAt(this List<PhraseHit> hits, int start, Func<PhraseHit, bool>? wanted = null)
    {
        PhraseHit? found = null;
        for (var i = hits.FirstFrom(start); i < hits.Count && hits[i].Start == start; i++)
        {
            if (wanted is null || wanted(hits[i])) found = hits[i];
        }

        return found;
    }

    /// <summary>Whether a hit covers this character.</summary>
    public static PhraseHit? Covering(this List<PhraseHit> hits, int index, int longest)
    {
        for (var i = hits.FirstFrom(Math.Max(0, index - longest)); i < hits.Count && hits[i].Start <= index; i++)
        {
            if (hits[i].End > index) return hits[i];
        }

        return null;
    }

    /// <summary>Index of the first hit that begins here or later.</summary>
    public static int FirstFrom(this List<PhraseHit> hits, int start)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Hits that count: leftmost first, then longest; none overlaps another. Of equal phrases all stay. Never change the list.</summary>
    public static List<PhraseHit> LeftmostLongest(this List<PhraseHit> hits)
    {
        if (hits.Count == 0) return hits;
        var kept = new List<PhraseHit>();
        var end = 0;
        for (var i = 0; i < hits.Count;)
        {
            var start = hits[i].Start;
            var next = i;
            while (next < hits.Count && hits[next].Start == start) next++;
            if (start >= end)
            {
                end = hits[next - 1].End;
                for (var k = i; k < next; k++)
                {
                    if (hits[k].End == end) kept.Add(hits[k]);
                }
            }

            i = next;
        }

        return kept;
    }
}
