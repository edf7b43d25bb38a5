using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>The words of one item that say something about place names, by what they say, found by where they begin or end.</summary>
internal readonly struct PlaceContexts(PhraseHits phrases)
{
    // Longer than every phrase in rules/regions.
    private const int LongestPhrase = 16;

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
    public ReadOnlySpan<PhraseHit> All(PlaceEffect effect) => phrases.Of(effect).AsSpan();

    /// <summary>The place rule behind a hit.</summary>
    public static PlaceRule RuleOf(PhraseHit hit) => (PlaceRule)hit.Meaning.Subject;
}
