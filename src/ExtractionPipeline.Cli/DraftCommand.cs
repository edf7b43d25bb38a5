using System.Globalization;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>check --draft: writes a golden to begin with beside each document that has none. What stands there is never touched.</summary>
internal static class DraftCommand
{
    public static int Run(string folder, string? rules, ReadingSettings settings, Surroundings at, Wording say)
    {
        if (!Directory.Exists(folder)) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileMissing, folder);
        var goldens = GoldenFolder.Of(folder);
        var covered = goldens.Goldens.Select(goldens.DocumentOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var pipeline = RuleLoading.Pipeline(rules);
        var reading = new DocumentReading(at, settings);
        var (written, failed) = (0, 0);
        foreach (var input in InputList.Of([folder]).Files)
        {
            if (at.Stop.IsCancellationRequested) return ExitCode.Stopped;
            if (covered.Contains(input.Shown)) continue;
            try
            {
                if (input.Fault is not null) throw input.Fault;
                var result = reading.Extract(pipeline, reading.Read(input.Shown));
                var golden = goldens.NameFor(input.Shown);
                GoldenFile.New(golden, GoldenDraft.Write(result, say.Say(Messages.CheckDraftNote))).Save();
                written++;
                at.Output.WriteLine(say.Say(Messages.CheckDrafted, golden, Number(result.Items.Count)));
            }
            catch (InputException fault)
            {
                failed++;
                at.Error.WriteLine(say.Line(fault.Kind, fault.Kind == DiagnosticKinds.OutputUnwritable ? fault.File : input.Shown, fault.Details));
            }
        }

        at.Output.WriteLine(say.Say(Messages.CheckDrafts, Number(written), Number(covered.Count)));
        return failed > 0 ? ExitCode.Unread : ExitCode.Done;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
