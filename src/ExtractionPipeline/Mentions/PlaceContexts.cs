using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>The words of one item that say something about place names, by what they say, found by where they begin or end.</summary>
internal sealed class PlaceContexts
{
    // Longer than every phrase in rules/regions.
    private const int LongestPhrase = 16;

    private static readonly int EffectCount = Enum.GetValues<PlaceEffect>().Length;
    private static readonly List<PhraseHit> None = [];

    private readonly List<PhraseHit>?[] _byEffect = new List<PhraseHit>?[EffectCount];

    /// <param name="hits">In order of start, shorter before longer.</param>
    public PlaceContexts(IReadOnlyList<PhraseHit> hits)
    {
        for (var i = 0; i < hits.Count; i++) (_byEffect[(int)RuleOf(hits[i]).Effect] ??= []).Add(hits[i]);
    }

    /// <summary>The longest phrase of this effect that begins here; null where there is none.</summary>
    public PhraseHit? StartingAt(int start, PlaceEffect effect, PlaceSide side = PlaceSide.After)
    {
        var hits = All(effect);
        PhraseHit? found = null;
        for (var i = FirstFrom(hits, start); i < hits.Count && hits[i].Start == start; i++)
        {
            if (RuleOf(hits[i]).Side == side) found = hits[i];
        }

        return found;
    }

    /// <summary>The longest phrase of this effect that ends here; null where there is none.</summary>
    public PhraseHit? EndingAt(int end, PlaceEffect effect, PlaceSide side = PlaceSide.Before)
    {
        var hits = All(effect);
        for (var i = FirstFrom(hits, end - LongestPhrase); i < hits.Count && hits[i].Start < end; i++)
        {
            if (hits[i].End == end && RuleOf(hits[i]).Side == side) return hits[i];
        }

        return null;
    }

    /// <summary>A phrase of this effect that covers the stretch or crosses one of its edges.</summary>
    public PhraseHit? Over(int start, int end, PlaceEffect effect)
    {
        var hits = All(effect);
        for (var i = FirstFrom(hits, start - LongestPhrase); i < hits.Count && hits[i].Start < end; i++)
        {
            var hit = hits[i];
            if (hit.End > start && (hit.Start < start || hit.End > end) && RuleOf(hit).Side == PlaceSide.Over) return hit;
        }

        return null;
    }

    /// <summary>A phrase of this effect that is exactly the stretch.</summary>
    public PhraseHit? Exactly(int start, int end, PlaceEffect effect)
    {
        var hits = All(effect);
        for (var i = FirstFrom(hits, start); i < hits.Count && hits[i].Start == start; i++)
        {
            if (hits[i].End == end) return hits[i];
        }

        return null;
    }

    /// <summary>Every phrase of this effect, in order of start.</summary>
    public List<PhraseHit> All(PlaceEffect effect) => _byEffect[(int)effect] ?? None;

    /// <summary>The place rule behind a hit.</summary>
    public static PlaceRule RuleOf(PhraseHit hit) => (PlaceRule)hit.Meaning.Subject;

    private static int FirstFrom(List<PhraseHit> hits, int start)
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
