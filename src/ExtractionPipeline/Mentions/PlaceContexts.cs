using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>The words of one item that say something about place names, found by where they begin or end.</summary>
internal sealed class PlaceContexts(IReadOnlyList<PhraseHit> hits)
{
    // Longer than every phrase in rules/regions.
    private const int LongestPhrase = 16;

    /// <summary>The longest phrase of this effect that begins here; null where there is none.</summary>
    public PhraseHit? StartingAt(int start, PlaceEffect effect, PlaceSide side = PlaceSide.After)
    {
        PhraseHit? found = null;
        for (var i = FirstFrom(start); i < hits.Count && hits[i].Start == start; i++)
        {
            if (Is(hits[i], effect, side)) found = hits[i];
        }

        return found;
    }

    /// <summary>The longest phrase of this effect that ends here; null where there is none.</summary>
    public PhraseHit? EndingAt(int end, PlaceEffect effect, PlaceSide side = PlaceSide.Before)
    {
        for (var i = FirstFrom(end - LongestPhrase); i < hits.Count && hits[i].Start < end; i++)
        {
            if (hits[i].End == end && Is(hits[i], effect, side)) return hits[i];
        }

        return null;
    }

    /// <summary>A phrase of this effect that covers the stretch or crosses one of its edges.</summary>
    public PhraseHit? Over(int start, int end, PlaceEffect effect)
    {
        for (var i = FirstFrom(start - LongestPhrase); i < hits.Count && hits[i].Start < end; i++)
        {
            var hit = hits[i];
            if (hit.End > start && (hit.Start < start || hit.End > end) && Is(hit, effect, PlaceSide.Over)) return hit;
        }

        return null;
    }

    /// <summary>A phrase of this effect that is exactly the stretch.</summary>
    public PhraseHit? Exactly(int start, int end, PlaceEffect effect)
    {
        for (var i = FirstFrom(start); i < hits.Count && hits[i].Start == start; i++)
        {
            if (hits[i].End == end && ((PlaceRule)hits[i].Meaning.Subject).Effect == effect) return hits[i];
        }

        return null;
    }

    /// <summary>The first phrase of this effect that lies wholly in the stretch.</summary>
    public PhraseHit? FirstIn(int start, int end, PlaceEffect effect)
    {
        for (var i = FirstFrom(start); i < hits.Count && hits[i].Start < end; i++)
        {
            if (hits[i].End <= end && ((PlaceRule)hits[i].Meaning.Subject).Effect == effect) return hits[i];
        }

        return null;
    }

    /// <summary>Every phrase of this effect.</summary>
    public IEnumerable<PhraseHit> All(PlaceEffect effect)
    {
        foreach (var hit in hits)
        {
            if (((PlaceRule)hit.Meaning.Subject).Effect == effect) yield return hit;
        }
    }

    /// <summary>The place rule behind a hit.</summary>
    public static PlaceRule RuleOf(PhraseHit hit) => (PlaceRule)hit.Meaning.Subject;

    private static bool Is(PhraseHit hit, PlaceEffect effect, PlaceSide side)
    {
        var rule = (PlaceRule)hit.Meaning.Subject;
        return rule.Effect == effect && rule.Side == side;
    }

    private int FirstFrom(int start)
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
}
