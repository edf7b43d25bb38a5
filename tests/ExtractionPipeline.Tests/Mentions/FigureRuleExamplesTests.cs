using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class FigureRuleExamplesTests
{
    private static readonly string[] Domains = ["rules/money/", "rules/percents/", "rules/quantities/"];

    [TestCaseSource(nameof(Rules))]
    public void ExamplesAndCounterExamplesHold(Rule rule)
    {
        foreach (var example in rule.Examples)
        {
            var found = FigureReading.Of(example.Text);
            var mentioned = found.Mentions.Any(m => Names(m, rule) && m.Span.Overlaps(example.Marked) && (example.Value is null || string.Equals(m.ValueText, example.Value, StringComparison.Ordinal)));
            var suppressed = example.Value is null && found.Suppressed.Any(s => s.Rule == rule.Id && s.Span.Overlaps(example.Marked));
            Assert.That(mentioned || suppressed, Is.True, $"{example.Place}: {example.Text}");
        }

        foreach (var counter in rule.CounterExamples)
        {
            Assert.That(FigureReading.Of(counter.Text).Mentions.Any(m => Names(m, rule)), Is.False, $"{counter.Place}: {counter.Text}");
        }
    }

    private static IEnumerable<TestCaseData> Rules() =>
        Reading.Rules.All.Where(r => Domains.Any(d => r.Place.File.StartsWith(d, StringComparison.Ordinal))).Select(r => new TestCaseData(r).SetArgDisplayNames(r.Id.Name));

    private static bool Names(Mention mention, Rule rule) => mention.Rule == rule.Id || mention.Evidence.Any(e => e.Rule == rule.Id);
}
