using ExtractionPipeline.Documents;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
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

/// <summary>Extracts a single sentence as a document of one paragraph and tells which rules were at work in it.</summary>
internal static class RuleEffects
{
    private const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    public static List<RuleEffect> In(PolicyPipeline pipeline, string sentence)
    {
        var paragraph = new Paragraph { Text = sentence, Location = BlockLocation.InBody(1) };
        var document = new PolicyDocument(new DocumentSource("example", "txt", NoHash), [paragraph], [], []);
        var effects = new List<RuleEffect>();
        var searchFrom = 0;
        foreach (var item in pipeline.Extract(document).Items)
        {
            // An item is a part of the paragraph: its label, or an item before it, may stand in front.
            var offset = sentence.IndexOf(item.Item.Text, searchFrom, StringComparison.Ordinal);
            if (offset < 0) continue;
            searchFrom = offset + item.Item.Text.Length;
            AddItem(effects, item, offset);
        }

        return effects;
    }

    private static void AddItem(List<RuleEffect> effects, ExtractedItem item, int offset)
    {
        foreach (var mention in item.Mentions) Add(effects, offset, mention.Rule, mention.Span, mention.Evidence, mention.ValueText);
        foreach (var category in item.Categories) Add(effects, offset, category.Rule, category.Span, category.Evidence, category.Code);
        foreach (var measure in item.Measures) AddMeasure(effects, offset, measure);
        foreach (var candidate in item.Suppressed)
        {
            var span = Moved(candidate.Span, offset);
            effects.Add(new RuleEffect(candidate.Rule, span, span, null, IsSuppression: true));
        }
    }

    private static void Add(List<RuleEffect> effects, int offset, RuleId rule, SourceSpan span, IReadOnlyList<Evidence> evidence, string value)
    {
        var finding = Moved(span, offset);
        effects.Add(new RuleEffect(rule, finding, finding, value, IsSuppression: false));
        foreach (var one in evidence) effects.Add(new RuleEffect(one.Rule, finding, Moved(one.Span, offset), value, IsSuppression: false));
    }

    private static void AddMeasure(List<RuleEffect> effects, int offset, Measure measure)
    {
        foreach (var one in measure.Evidence)
        {
            var words = Moved(one.Span, offset);
            effects.Add(new RuleEffect(one.Rule, words, words, null, IsSuppression: false));
        }
    }

    private static SourceSpan Moved(SourceSpan span, int offset) => new(span.Start + offset, span.End + offset);
}
