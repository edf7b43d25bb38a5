using System.Globalization;

using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Outline;

/// <summary>Every example and counter-example of rules/outline/, by what the marked stretch is read as.</summary>
public sealed class OutlineRuleExampleTests
{
    private static readonly OutlineRules s_rules = OutlineText.Rules.Outline;
    private static readonly LabelReader s_labels = new(s_rules);
    private static readonly PageLines s_pageLines = new(s_rules);
    private static readonly FactReader s_facts = new(s_rules, s_labels.Numerals);

    private static readonly (string Word, ColumnKind Kind)[] s_columns =
        [("ordinal", ColumnKind.Ordinal), ("practice", ColumnKind.Practice), ("unit", ColumnKind.Unit), ("region", ColumnKind.Region), ("subject", ColumnKind.Subject)];

    private static IEnumerable<TestCaseData> Examples() =>
        from rule in OutlineText.Rules.All
        where rule.Id.Name.StartsWith("outline.", StringComparison.Ordinal)
        from example in rule.Examples
        select new TestCaseData(rule, example).SetArgDisplayNames(rule.Id.Name, example.Text);

    private static IEnumerable<TestCaseData> CounterExamples() =>
        from rule in OutlineText.Rules.All
        where rule.Id.Name.StartsWith("outline.", StringComparison.Ordinal)
        from example in rule.CounterExamples
        select new TestCaseData(rule, example).SetArgDisplayNames(rule.Id.Name, example.Text);

    [TestCaseSource(nameof(Examples))]
    public void Example(Rule rule, RuleExample example)
    {
        var found = Find(rule.Id, example.Text);
        Assert.That(found, Is.Not.Null, example.Place.ToString());
        Assert.That(found!.Value.Span, Is.EqualTo(example.Marked).Or.EqualTo(new SourceSpan(0, example.Text.Length)), example.Place.ToString());
        if (example.Value is not null) Assert.That(found.Value.Value, Is.EqualTo(example.Value), example.Place.ToString());
    }

    [TestCaseSource(nameof(CounterExamples))]
    public void CounterExample(Rule rule, RuleCounterExample example) => Assert.That(Find(rule.Id, example.Text), Is.Null, $"{example.Place}: {example.Because}");

    /// <summary>What the rule finds in a text: the stretch and its value as examples write it.</summary>
    private static (SourceSpan Span, string Value)? Find(RuleId id, string text)
    {
        if (s_rules.Markers.Any(m => m.Rule.Id == id))
            return s_labels.Read(text, 0, text.Length) is { } m && m.Rule!.Rule.Id == id ? (new SourceSpan(m.Start, m.LabelEnd), text[m.Start..m.LabelEnd]) : null;
        if (s_rules.Headers.Any(h => h.Rule.Id == id))
            return s_pageLines.Read(text) is { } line && line.Rule.Rule.Id == id ? (new SourceSpan(0, text.Length), line.Rule.Gives.ToString().ToLowerInvariant()) : null;
        if (s_rules.Columns.Any(c => c.Rule.Id == id))
            return ColumnRule(text) is { } rule && rule.Rule.Id == id ? (new SourceSpan(0, text.Length), s_columns.Single(c => c.Kind == rule.Kind).Word) : null;
        return Part(s_rules.Titles.Single(t => t.Rule.Id == id).Tells, text);
    }

    private static ColumnRule? ColumnRule(string header) =>
        s_rules.Columns.FirstOrDefault(c => c.Words.Any(w => header.EndsWith(w, StringComparison.Ordinal)));

    private static (SourceSpan Span, string Value)? Part(TitlePart part, string text)
    {
        var whole = new SourceSpan(0, text.Length);
        switch (part)
        {
            case TitlePart.Batch: return s_facts.Batch(text) is { } batch ? (batch.Span, batch.Batch.ToString(CultureInfo.InvariantCulture)) : null;
            case TitlePart.Number: return s_facts.Number(text) is { } number ? (number, number.In(text)) : null;
            case TitlePart.Date: return s_facts.WholeDate(text) is { } date ? (whole, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
            case TitlePart.Issuer: return s_facts.Issuer(text) is not null ? (whole, "issuer") : null;
            case TitlePart.Title: return s_facts.EndsAsTitle(text) ? (whole, "title") : null;
            case TitlePart.Letterhead: return s_facts.Issuer(text) is { } issuer && issuer.Length < text.Length ? (whole, "letterhead") : null;
            case TitlePart.Issues or TitlePart.Wrapper: return s_facts.Wrapping(text) is { } around ? (part == TitlePart.Issues ? around.Issues : around.Wrapper, part == TitlePart.Issues ? "issues" : "wrapper") : null;
            default: return s_facts.IssuerOfTitle(text) is not null ? (whole, "about") : null;
        }
    }
}
