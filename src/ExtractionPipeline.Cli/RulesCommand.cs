using System.Globalization;

using ExtractionPipeline.Checking;

namespace ExtractionPipeline.Cli;

/// <summary>rules test, rules lint: the rule files check themselves.</summary>
internal static class RulesCommand
{
    public static int Test(string? folder, Surroundings at, Wording say)
    {
        var report = RuleTests.Run(RuleLoading.Pipeline(folder));
        foreach (var failure in report.Failures)
        {
            at.Output.WriteLine(say.Line(failure.Kind, failure.Place.ToString(), failure.Details));
            if (failure.Found.Count > 0) at.Output.WriteLine("  " + say.Say(Messages.RulesFound, string.Join("; ", failure.Found)));
            else if (failure.Kind == Diagnostics.DiagnosticKinds.RuleExampleFails) at.Output.WriteLine("  " + say.Say(Messages.RulesFoundNothing));
        }

        at.Output.WriteLine(say.Say(
            Messages.RulesTested, Count(report.Rules), Count(report.ExamplesHeld), Count(report.CounterExamplesHeld), Count(report.Failures.Count)));
        return report.Failures.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    public static int Lint(string? folder, Surroundings at, Wording say)
    {
        var report = RuleLint.Run(RuleLoading.Files(folder));
        foreach (var finding in report.Findings) at.Output.WriteLine(say.Line(finding.Kind, finding.Place.ToString(), finding.Details));
        at.Output.WriteLine(say.Say(
            Messages.RulesLinted, Count(report.Rules), Count(report.Findings.Count), Count(report.PhrasesInExamples), Count(report.Phrases)));
        return report.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
