using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>The words of one item that say something about place names, by what they say, found by where they begin or end.</summary>
internal sealed class PlaceContexts
{
    // Longer than every phrase in rules/regions.
    private const int LongestPhrase = 16;

    private static readonly int EffectCount = Enum.GetValues<PlaceEffect>().Length;

    private static readonly PlaceContexts s_none = new(default);

    private readonly PhraseHit[] _hits;     // by effect; within one in order of start
    private readonly int[] _first = new int[EffectCount + 1];

    /// <param name="hits">In order of start, shorter before longer.</param>
    public static PlaceContexts Of(PhraseHitList hits) => hits.Count == 0 ? s_none : new PlaceContexts(hits);

    private PlaceContexts(PhraseHitList hits)
    {
        _hits = hits.Count == 0 ? [] : new PhraseHit[hits.Count];
        foreach (ref readonly var hit in hits) _first[(int)RuleOf(hit).Effect + 1]++;
        GroupStarts.Sum(_first);
        foreach (ref readonly var hit in hits) _hits[_first[(int)RuleOf(hit).Effect]++] = hit;
        GroupStarts.MoveBack(_first);
    }

    /// <summary>The longest phrase of this effect that begins here; null where there is none.</summary>
    public PhraseHit? StartingAt(int start, PlaceEffect effect, PlaceSide side = PlaceSide.After)
    {
        var hits = All(effect);
        PhraseHit? found = null;
        for (var i = hits.FirstFrom(start); i < hits.Length && hits[i].Start == start; i++)
        {
            WorkCount.Finds(1);
            if (RuleOf(hits[i]).Side == side) found = hits[i];
        }

        return found;
    }

    /// <summary>The longest phrase of this effect that ends here; null where there is none.</summary>
    public PhraseHit? EndingAt(int end, PlaceEffect effect, PlaceSide side = PlaceSide.Before)
    {
        var hits = All(effect);
        for (var i = hits.FirstFrom(end - LongestPhrase); i < hits.Length && hits[i].Start < end; i++)
        {
            WorkCount.Finds(1);
            if (hits[i].End == end && RuleOf(hits[i]).Side == side) return hits[i];
        }

        return null;
    }

    /// <summary>A phrase of this effect that covers the stretch or crosses one of its edges.</summary>
    public PhraseHit? Over(int start, int end, PlaceEffect effect)
    {
        var hits = All(effect);
        for (var i = hits.FirstFrom(start - LongestPhrase); i < hits.Length && hits[i].Start < end; i++)
        {
            WorkCount.Finds(1);
            var hit = hits[i];
            if (hit.End > start && (hit.Start < start || hit.End > end) && RuleOf(hit).Side == PlaceSide.Over) return hit;
        }

        return null;
    }

    /// <summary>A phrase of this effect that is exactly the stretch.</summary>
    public PhraseHit? Exactly(int start, int end, PlaceEffect effect)
    {
        var hits = All(effect);
        for (var i = hits.FirstFrom(start); i < hits.Length && hits[i].Start == start; i++)
        {
            if (hits[i].End == end) return hits[i];
        }

        return null;
    }

    /// <summary>Every phrase of this effect, in order of start.</summary>
    public ReadOnlySpan<PhraseHit> All(PlaceEffect effect) => _hits.AsSpan(_first[(int)effect].._first[(int)effect + 1]);

    /// <summary>The place rule behind a hit.</summary>
    public static PlaceRule RuleOf(PhraseHit hit) => (PlaceRule)hit.Meaning.Subject;
}
