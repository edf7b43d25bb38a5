using System.Globalization;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>check --accept: takes single decisions over into one golden.</summary>
internal static class AcceptCommand
{
    public static int Run(string folder, IReadOnlyList<string> decisions, string? golden, string? rules, ReadingSettings settings, Surroundings at, Wording say)
    {
        var goldens = GoldenFolder.Open(folder);
        var path = goldens.Named(golden);
        if (goldens.DocumentOf(path) is not { } document)
        {
            throw new CommandFault(ExitCode.Unread, DiagnosticKinds.GoldenWithoutDocument, path, Path.GetFileName(path)[..^GoldenFile.Ending.Length] + ".docx");
        }

        var pipeline = RuleLoading.Pipeline(rules);
        var file = GoldenFile.Read(path);
        var result = ReadOne.Extract(pipeline, document, new DocumentReading(at, settings));
        var taken = Take(file.Text, path, result, [.. decisions.Select(GoldenDecision.Parse)]);
        file.Write(taken.Text);
        var words = new DifferenceText(pipeline.Rules, say);
        foreach (var one in taken.Taken) at.Output.WriteLine($"{DifferenceText.Where(one)}: {words.Value(one.Expected)} \u2192 {words.Value(one.Found)}");

        if (taken.Left.IsStale) at.Error.WriteLine(say.Line(DiagnosticKinds.GoldenStale, path, [document]));
        at.Output.WriteLine(say.Say(Messages.CheckTaken, path, Number(taken.Taken.Count), Number(taken.Left.Differences.Count)));
        return ExitCode.Done;
    }

    private static GoldenTaken Take(string text, string path, Output.ExtractionResult result, IReadOnlyList<GoldenDecision> decisions)
    {
        try
        {
            return GoldenAcceptance.Take(text, path, result, decisions);
        }
        catch (InputException fault) when (fault.Kind == DiagnosticKinds.DecisionWithoutDifference || fault.Kind == DiagnosticKinds.DecisionNotAlone)
        {
            throw new CommandFault(ExitCode.Usage, fault.Kind, fault.File, [.. fault.Details]);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
