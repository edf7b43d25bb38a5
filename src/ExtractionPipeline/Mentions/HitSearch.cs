using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Questions about phrase hits at one place. Hits are in order of start, shorter before longer.</summary>
internal static class HitSearch
{
    /// <summary>The longest hit that begins here and is wanted, or null.</summary>
    public static PhraseHit? LongestAt(this PhraseHitList hits, int start, Func<PhraseHit, bool>? wanted = null)
    {
        PhraseHit? found = null;
        for (var i = hits.FirstFrom(start); i < hits.Count && hits[i].Start == start; i++)
        {
            if (wanted is null || wanted(hits[i])) found = hits[i];
        }

        return found;
    }

    /// <summary>Whether a hit covers this character.</summary>
    public static PhraseHit? Covering(this PhraseHitList hits, int index, int longest)
    {
        for (var i = hits.FirstFrom(Math.Max(0, index - longest)); i < hits.Count && hits[i].Start <= index; i++)
        {
            if (hits[i].End > index) return hits[i];
        }

        return null;
    }

    /// <summary>Index of the first hit that begins here or later.</summary>
    public static int FirstFrom(this PhraseHitList hits, int start) => FirstFrom(hits.AsSpan(), start);

    /// <summary>Index of the first hit that begins here or later.</summary>
    public static int FirstFrom(this ReadOnlySpan<PhraseHit> hits, int start)
    {
        var (low, high) = (0, hits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Those that are wanted.</summary>
    public static PhraseHitList FindAll(this PhraseHitList hits, Predicate<PhraseHit> wanted)
    {
        var first = 0;
        while (first < hits.Count && wanted(hits[first])) first++;
        if (first == hits.Count) return hits;
        var kept = new PhraseHit[hits.Count - 1];
        var count = 0;
        for (; count < first; count++) kept[count] = hits[count];
        for (var i = first + 1; i < hits.Count; i++)
        {
            if (wanted(hits[i])) kept[count++] = hits[i];
        }

        return new PhraseHitList(kept, 0, count);
    }

    /// <summary>Hits that count: leftmost first, then longest; none overlaps another. Of equal phrases all stay.</summary>
    public static PhraseHitList LeftmostLongest(this PhraseHitList hits)
    {
        if (hits.Count < 2) return hits;
        var kept = new PhraseHit[hits.Count];
        var (count, end) = (0, 0);
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
                    if (hits[k].End == end) kept[count++] = hits[k];
                }
            }

            i = next;
        }

        return new PhraseHitList(kept, 0, count);
    }
}
