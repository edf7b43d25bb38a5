using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>The examples and counter-examples inside the rules for places, organisations and documents.</summary>
public sealed class PlaceRuleExamplesTests
{
    private static IEnumerable<Rule> Rules => PlaceReading.Rules.Places.All.Select(r => r.Rule)
        .Concat(PlaceReading.Rules.Organisations.All.Select(r => r.Rule))
        .Concat(PlaceReading.Rules.DocumentTitles.All.Select(r => r.Rule));

    [TestCaseSource(nameof(Rules))]
    public void HoldsItsExamplesAndCounterExamples(Rule rule)
    {
        var faults = new List<string>();
        foreach (var example in rule.Examples)
        {
            var findings = PlaceReading.Find(example.Text);
            var named = findings.Mentions.Where(m => m.Span.Overlaps(example.Marked) && Names(m, rule.Id)).ToList();
            var suppressed = findings.Suppressed.Any(s => s.Rule == rule.Id && s.Span.Overlaps(example.Marked));
            if (named.Count == 0 && !suppressed) faults.Add($"{example.Place}: not at work in {example.Text}: {Shown(findings)}");
            else if (example.Value is { } value && !findings.Mentions.Exists(m => m.Span.Overlaps(example.Marked) && string.Equals(m.ValueText, value, StringComparison.Ordinal)))
                faults.Add($"{example.Place}: no {value} in {example.Text}: {Shown(findings)}");
        }

        foreach (var counter in rule.CounterExamples)
        {
            var findings = PlaceReading.Find(counter.Text);
            if (findings.Mentions.Exists(m => Names(m, rule.Id))) faults.Add($"{counter.Place}: at work in {counter.Text}: {Shown(findings)}");
        }

        Assert.That(faults, Is.Empty);
    }

    private static bool Names(Mention mention, Values.RuleId rule) => mention.Rule == rule || mention.Evidence.Any(e => e.Rule == rule);

    private static string Shown(ItemFindings findings) =>
        string.Join("; ", findings.Mentions.Select(m => $"{m.Kind} {m.ValueText} {m.Rule} [{string.Join(' ', m.Evidence.Select(e => e.Rule))}]"))
        + " - " + string.Join("; ", findings.Suppressed.Select(s => $"{s.Rule} {s.Span}"));
}
