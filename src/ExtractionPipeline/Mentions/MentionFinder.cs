using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds everything that one item mentions.</summary>
/// <remarks>Immutable; one instance may serve many threads. The order of the finders is the order of who may claim words first.</remarks>
public sealed class MentionFinder(RuleSet rules)
{
    private readonly PeriodFinder _periods = new(rules);
    private readonly FigureClassFinder _classes = new(rules);

    /// <summary>The mentions of one item in document order, and the candidates that were not taken.</summary>
    public ItemFindings Find(ItemText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new ItemFindings();
        _periods.Find(text, found);
        _classes.Find(text, found);
        found.Mentions.Sort((left, right) => (left.Span, left.Kind).CompareTo((right.Span, right.Kind)));
        return found;
    }
}
