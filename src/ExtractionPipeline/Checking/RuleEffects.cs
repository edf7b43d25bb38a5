using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>One rule at work in one sentence.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Finding">The stretch of what it helped to find, in the sentence.</param>
/// <param name="Words">The words that called it up, in the sentence.</param>
/// <param name="Value">Value of the finding in words; null for a measure or a candidate that was not taken.</param>
/// <param name="IsSuppression">Whether it kept a candidate out.</param>
internal readonly record struct RuleEffect(RuleId Rule, SourceSpan Finding, SourceSpan Words, string? Value, bool IsSuppression)
{
    public bool Touches(SourceSpan stretch) => Finding.Overlaps(stretch) || Words.Overlaps(stretch);
}

/// <summary>Extracts a single sentence and tells which rules were at work in it.</summary>
internal sealed class RuleEffects(PolicyPipeline pipeline)
{
    private readonly LineRuleEffects _lines = new(pipeline.Rules.Outline);

    /// <summary>Those at work in the sentence as an item, then those of rules/outline/ at work in it as a line of a document.</summary>
    public List<RuleEffect> In(string sentence)
    {
        var effects = new List<RuleEffect>();
        var item = pipeline.ExtractSentence(sentence);
        foreach (var mention in item.Mentions) Add(effects, mention.Rule, mention.Span, mention.Evidence, mention.ValueText);
        foreach (var category in item.Categories) Add(effects, category.Rule, category.Span, category.Evidence, category.Code);
        foreach (var one in item.Measures.SelectMany(m => m.Evidence)) effects.Add(new RuleEffect(one.Rule, one.Span, one.Span, null, IsSuppression: false));
        foreach (var candidate in item.Suppressed) effects.Add(new RuleEffect(candidate.Rule, candidate.Span, candidate.Span, null, IsSuppression: true));
        effects.AddRange(_lines.In(sentence));
        return effects;
    }

    private static void Add(List<RuleEffect> effects, RuleId rule, SourceSpan span, IReadOnlyList<Evidence> evidence, string value)
    {
        effects.Add(new RuleEffect(rule, span, span, value, IsSuppression: false));
        foreach (var one in evidence) effects.Add(new RuleEffect(one.Rule, span, one.Span, value, IsSuppression: false));
    }
}
