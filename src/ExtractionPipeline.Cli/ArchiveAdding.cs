using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Sqlite;
using ExtractionPipeline.Export.Tables;

namespace ExtractionPipeline.Cli;

/// <summary>archive add: extracts documents into a store, in one transaction: all that could be read, or, where it is stopped or killed, nothing.</summary>
/// <remarks>A document whose bytes, name, rules and version the store holds already is not even read.</remarks>
internal sealed class ArchiveAdding(ArchiveAdding.Settings settings, Surroundings at, Wording say)
{
    private const int NamedOthers = 3;   // of the states of a batch that the store holds

    /// <param name="Store">The database file.</param>
    /// <param name="Inputs">Files and folders.</param>
    /// <param name="Rules">Folder of rule files; null for the built-in ones.</param>
    /// <param name="Reading">How documents are read.</param>
    /// <param name="Replace">Whether a document takes the place of other states of its batch.</param>
    internal sealed record Settings(string Store, IReadOnlyList<string> Inputs, string? Rules, ReadingSettings Reading, bool Replace);

    private readonly DocumentReading _documents = new(at, settings.Reading);

    public int Run()
    {
        var inputs = InputList.Of(settings.Inputs);
        var pipeline = RuleLoading.Pipeline(settings.Rules);
        try
        {
            using var tables = SqliteTables.Open(settings.Store, pipeline.Rules);
            return Add(inputs, pipeline, tables);
        }
        catch (IOException fault)
        {
            throw new CommandFault(ExitCode.Usage, DiagnosticKinds.OutputUnwritable, settings.Store, DiskFault.Why(fault));
        }
    }

    private int Add(InputList inputs, PolicyPipeline pipeline, SqliteTables tables)
    {
        var (added, faults, replaced) = (0, 0, 0);
        var wanted = new List<InputFile>();
        var unchanged = 0;
        foreach (var input in inputs.Files)
        {
            var held = IsThere(input, tables);
            if (held) unchanged++;
            if (!held || settings.Replace) wanted.Add(input);   // what is held may still have to take the place of others
        }

        var finished = OrderedWork<Extraction>.Run(wanted.Count, Environment.ProcessorCount, i => Extract(pipeline, wanted[i]), one =>
        {
            if (one.Rows is { } rows)
            {
                added += tables.Add(rows) ? 1 : 0;
                replaced += GiveWay(one.Shown, rows, tables);
            }

            faults += one.Fault is null ? 0 : 1;
            if (one.Fault is { } fault) at.Error.WriteLine(fault);
        }, at.Stop);
        if (!finished) throw new OperationCanceledException();
        tables.Complete();
        if (replaced > 0) at.Error.WriteLine(say.Say(Messages.ArchiveReplaced, Number(replaced)));
        at.Error.WriteLine(say.Say(Messages.ArchiveAdded, Number(added), settings.Store, Number(unchanged), Number(faults)));
        return faults == 0 ? ExitCode.Done : ExitCode.Unread;
    }

    /// <summary>Other states of the same batch give way where that is asked for, and are named where it is not.</summary>
    /// <returns>Documents that gave way.</returns>
    private int GiveWay(string shown, DocumentRows rows, SqliteTables tables)
    {
        var others = tables.OtherStatesOf(rows);
        if (settings.Replace) foreach (var (id, _) in others) tables.Remove(id);
        if (settings.Replace) return others.Count;
        if (others.Count > 0) at.Error.WriteLine(say.Line(DiagnosticKinds.ArchiveHoldsAnother, shown, [string.Join(", ", others.Take(NamedOthers).Select(o => $"{o.Name} ({o.Id})")) + (others.Count > NamedOthers ? ", \u2026" : "")]));
        return 0;
    }

    private static bool IsThere(InputFile input, SqliteTables tables)
    {
        if (input.Fault is not null || string.Equals(input.Shown, DocumentReading.StandardInput, StringComparison.Ordinal) || !File.Exists(input.Shown)) return false;
        try
        {
            return tables.Holds(DocumentReading.HashOf(input.Shown), NameOf(input));
        }
        catch (InputException)
        {
            return false;   // reading it says why
        }
    }

    private Extraction Extract(PolicyPipeline pipeline, InputFile input)
    {
        try
        {
            if (input.Fault is { } unread) throw unread;
            return new Extraction(input.Shown, DocumentRows.Of(_documents.Extract(pipeline, _documents.Read(input.Shown)), NameOf(input), pipeline.Rules), null);
        }
        catch (InputException fault)
        {
            return new Extraction(input.Shown, null, say.Line(fault.Kind, input.Shown, fault.Details));
        }
        catch (OperationCanceledException)
        {
            return new Extraction(input.Shown, null, null);   // nobody waits for it any more
        }
    }

    private static string NameOf(InputFile input) => input.OutputName + input.Ending;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rows of one document, or why there are none.</summary>
    private sealed record Extraction(string Shown, DocumentRows? Rows, string? Fault);
}
