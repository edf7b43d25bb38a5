using ExtractionPipeline.Measures;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Measures;

/// <summary>The sentences that the category rules carry, through the finder that works in the product.</summary>
public sealed class CategoryRuleExamplesTests
{
    private static IEnumerable<TestCaseData> Examples() =>
        from category in CategoryFinderTests.Rules.Categories.Rules
        from example in category.Rule.Examples
        select new TestCaseData(category.Rule, example).SetArgDisplayNames(category.Rule.Id.Name, example.Text);

    private static IEnumerable<TestCaseData> CounterExamples() =>
        from category in CategoryFinderTests.Rules.Categories.Rules
        from example in category.Rule.CounterExamples
        select new TestCaseData(category.Rule, example).SetArgDisplayNames(category.Rule.Id.Name, example.Text);

    [TestCaseSource(nameof(Examples))]
    public void SpeaksInItsExample(Rule rule, RuleExample example)
    {
        var at = CategoryFinderTests.Find(example.Text).SelectMany(WordsOf).Where(w => w.Rule == rule.Id).Select(w => w.Span);
        Assert.That(at.Any(span => span.Overlaps(example.Marked)), $"{rule.Place}: {rule.Id} is silent on \"{example.Marked.In(example.Text)}\"");
    }

    [TestCaseSource(nameof(CounterExamples))]
    public void IsSilentInItsCounterExample(Rule rule, RuleCounterExample example)
    {
        var at = CategoryFinderTests.Find(example.Text).SelectMany(WordsOf).Where(w => w.Rule == rule.Id).Select(w => w.Span.In(example.Text));
        Assert.That(at, Is.Empty, $"{rule.Place}: {rule.Id} must stay silent: {example.Because}");
    }

    [Test]
    public void EveryCategoryHasThreeToTenRules()
    {
        var counts = CategoryFinderTests.Rules.Categories.Names.Select(n => (n.Code, Count: CategoryFinderTests.Rules.Categories.Rules.Count(r => string.Equals(r.Code, n.Code, StringComparison.Ordinal))));
        Assert.That(counts.Where(c => c.Count is < 3 or > 10), Is.Empty);
    }

    private static IEnumerable<(RuleId Rule, SourceSpan Span)> WordsOf(CategoryFinding finding) =>
        finding.Evidence.Select(e => (e.Rule, e.Span)).Prepend((finding.Rule, finding.Span));
}
