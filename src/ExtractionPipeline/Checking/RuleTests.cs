using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>What the examples of all rules came to.</summary>
/// <param name="Rules">Number of rules.</param>
/// <param name="ExamplesHeld">Examples that hold.</param>
/// <param name="CounterExamplesHeld">Counter-examples that hold.</param>
/// <param name="Failures">Those that do not, by file and line.</param>
public sealed record RuleTestReport(int Rules, int ExamplesHeld, int CounterExamplesHeld, IReadOnlyList<RuleFinding> Failures);

/// <summary>Runs the examples inside the rule files through the whole pipeline.</summary>
/// <remarks>
/// An example holds when its sentence gives a finding whose rule or evidence is the rule, at the marked stretch, and, where the example
/// names a value, one of these has that value; for a rule that keeps candidates out, when it kept one out at the marked stretch.
/// A counter-example holds when no finding of its sentence names the rule; candidates that it kept out do not count.
/// </remarks>
public static class RuleTests
{
    /// <summary>Runs them all.</summary>
    public static RuleTestReport Run(PolicyPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var effects = new RuleEffects(pipeline);
        var failures = new List<RuleFinding>();
        var (held, counterHeld) = (0, 0);
        foreach (var rule in pipeline.Rules.All)
        {
            var (wrong, counterWrong) = (FailingExamples(effects, rule).ToList(), FailingCounterExamples(effects, rule).ToList());
            held += rule.Examples.Count - wrong.Count;
            counterHeld += rule.CounterExamples.Count - counterWrong.Count;
            failures.AddRange(wrong);
            failures.AddRange(counterWrong);
        }

        failures.Sort(RuleFinding.Compare);
        return new RuleTestReport(pipeline.Rules.All.Count, held, counterHeld, failures);
    }

    /// <summary>The failures of one rule: those of its examples, then those of its counter-examples.</summary>
    internal static IEnumerable<RuleFinding> Failures(RuleEffects effects, Rule rule) => FailingExamples(effects, rule).Concat(FailingCounterExamples(effects, rule));

    private static IEnumerable<RuleFinding> FailingExamples(RuleEffects effects, Rule rule) => rule.Examples.Select(e => Test(effects, rule, e)).OfType<RuleFinding>();

    private static IEnumerable<RuleFinding> FailingCounterExamples(RuleEffects effects, Rule rule) => rule.CounterExamples.Select(e => Test(effects, rule, e)).OfType<RuleFinding>();

    private static RuleFinding? Test(RuleEffects rules, Rule rule, RuleExample example)
    {
        var effects = rules.In(example.Text);
        var atMark = effects.Where(e => e.Rule == rule.Id && e.Touches(example.Marked)).ToList();
        if (atMark.Count == 0)
        {
            var found = effects.Where(e => e.Touches(example.Marked)).Select(e => Describe(e, example.Text)).Distinct(StringComparer.Ordinal).ToList();
            return new RuleFinding(DiagnosticKinds.RuleExampleFails, example.Place, [rule.Id.Name, Mark(example.Text, example.Marked)], found);
        }

        if (example.Value is not { } value || atMark.Exists(e => string.Equals(e.Value, value, StringComparison.Ordinal))) return null;
        var values = atMark.Select(e => e.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new RuleFinding(
            DiagnosticKinds.RuleExampleValue, example.Place, [rule.Id.Name, Mark(example.Text, example.Marked), value, values.Count == 0 ? "no value" : string.Join("; ", values)], []);
    }

    private static RuleFinding? Test(RuleEffects rules, Rule rule, RuleCounterExample example)
    {
        foreach (var effect in rules.In(example.Text))
        {
            if (effect.Rule != rule.Id || effect.IsSuppression) continue;
            return new RuleFinding(DiagnosticKinds.RuleCounterExampleFails, example.Place, [rule.Id.Name, Mark(example.Text, effect.Words), example.Because], []);
        }

        return null;
    }

    internal static string Mark(string text, SourceSpan span) => string.Concat(text.AsSpan(0, span.Start), "\u3010", span.In(text), "\u3011" + text[span.End..]);

    private static string Describe(RuleEffect effect, string text)
    {
        var what = effect.IsSuppression ? " (not taken)" : effect.Value is null ? "" : " = " + effect.Value;
        return $"{effect.Rule.Name}: \"{effect.Finding.In(text)}\"{what}";
    }
}
