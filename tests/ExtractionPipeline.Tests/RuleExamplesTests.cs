using ExtractionPipeline.Checking;
using ExtractionPipeline.Rules;

using NUnit.Framework;

namespace ExtractionPipeline.Tests;

/// <summary>The examples and counter-examples inside the rule files, through the whole pipeline: one case a rule.</summary>
public sealed class RuleExamplesTests
{
    private static readonly PolicyPipeline Pipeline = PolicyPipeline.CreateDefault();
    private static readonly RuleEffects Effects = new(Pipeline);

    [TestCaseSource(nameof(Rules))]
    public void Holds(Rule rule) => Assert.That(RuleTests.Failures(Effects, rule).Select(Describe), Is.Empty);

    [Test]
    public void LintHasNoFindings() => Assert.That(RuleLint.Run(RuleFiles.Default()).Findings.Select(Describe), Is.Empty);

    private static IEnumerable<TestCaseData> Rules() => Pipeline.Rules.All.Select(r => new TestCaseData(r).SetArgDisplayNames(r.Id.Name));

    private static string Describe(RuleFinding finding)
    {
        var found = finding.Found.Count == 0 ? "" : "; found there: " + string.Join("; ", finding.Found);
        return $"{finding.Place}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, finding.Kind.Message, [.. finding.Details])}{found}";
    }
}
