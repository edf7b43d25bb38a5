using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Cli;

/// <summary>run: documents in, JSON out.</summary>
internal sealed class RunCommand(RunCommand.Settings settings, Surroundings at, Wording say)
{
    private const int LinesOfAKind = 10;   // of one document and one code, on standard error

    /// <param name="Inputs">Files, folders, -.</param>
    /// <param name="Output">Folder for the results; null for standard output.</param>
    /// <param name="Formats">What is written.</param>
    /// <param name="Rules">Folder of rule files; null for the built-in ones.</param>
    /// <param name="Reading">How documents are read.</param>
    /// <param name="Jobs">Threads; null for one a processor.</param>
    /// <param name="FailOn">Least severity that makes exit code 1; null for none.</param>
    /// <param name="Quiet">Errors only.</param>
    /// <param name="Resume">Only where an earlier run has begun.</param>
    /// <param name="Force">Extract documents again that are unchanged.</param>
    internal sealed record Settings(
        IReadOnlyList<string> Inputs, string? Output, OutputFormats Formats, string? Rules, ReadingSettings Reading, int? Jobs, Severity? FailOn, bool Quiet, bool Resume, bool Force)
    {
        /// <summary>Where documents are named and nothing else.</summary>
        public static Settings Of(IReadOnlyList<string> inputs) => new(
            inputs, Output: null, OutputFormats.Default, Rules: null, ReadingSettings.Default, Jobs: null, FailOn: null, Quiet: false, Resume: false, Force: false);

        /// <summary>Whether each document is reported by itself, because no summary is ever to come.</summary>
        public bool OneByOne { get; init; }
    }

    private readonly DocumentReading _documents = new(at, settings.Reading);

    public int Run() => Run(InputList.Of(settings.Inputs));

    /// <param name="inputs">The documents, in place of those that the settings name.</param>
    public int Run(InputList inputs)
    {
        if (settings.Output is not null) return RunToFolder(inputs, settings.Output);
        if (inputs.HasFolder || inputs.Files.Count != 1) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.CommandLineInvalid, null, say.Say(Messages.UsageOutputMissing), CommandLine.ToolName + " run");
        if (settings.Formats.InNeedOfFolder is { } format) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.CommandLineInvalid, null, say.Say(Messages.UsageFormatNeedsFolder, format), CommandLine.ToolName + " run");
        return RunToStandardOutput(inputs.Files[0]);
    }

    private int RunToStandardOutput(InputFile input)
    {
        // Reading the document and reading the rules take about the same time, and neither needs the other. A thread of its own is made sooner than the pool's first.
        var reading = Task.Factory.StartNew(() => _documents.Read(input.Shown), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var pipeline = RuleLoading.Pipeline(settings.Rules);
        if (!reading.IsCompleted) Rehearsal.Run();
        PolicyDocument document;
        ExtractionResult result;
        try
        {
            document = reading.GetAwaiter().GetResult();
            result = _documents.Extract(pipeline, document);
        }
        catch (InputException fault)
        {
            at.Error.WriteLine(say.Line(fault.Kind, input.Shown, fault.Details));
            return ExitCode.Unread;
        }

        var findings = new List<Diagnostic>();
        DocumentFiles.WriteText(settings.Formats.Names[0], document, result, pipeline.Rules, at.Output, say.IsChinese, findings);
        at.Output.Flush();
        var outcome = Outcome(input, result, findings, Severity.Warning);
        foreach (var line in outcome.Lines) at.Error.WriteLine(line);
        return outcome.Fails ? ExitCode.Findings : ExitCode.Done;
    }

    private int RunToFolder(InputList inputs, string folder)
    {
        var files = DocumentFiles.Of(inputs, folder, settings.Formats, say.IsChinese);
        var pipeline = RuleLoading.Pipeline(settings.Rules);
        var output = OutputFolder.Open(folder, say);
        using var tables = settings.Formats.Tables.Count == 0 ? null : RunTables.Open(settings.Formats, output, folder, pipeline.Rules, say.IsChinese);
        using var manifest = RunManifest.Open(folder, RunIdentity.Of(pipeline.Rules, settings.Formats, settings.Reading, say.IsChinese), settings.Resume);
        var stop = at.Stop;
        var total = new RunTotal();
        var finished = false;
        try
        {
            finished = at.ErrorIsTerminal && !settings.Quiet && inputs.Files.Count > 1
                ? RunProgress.Show(at, say.Say(Messages.RunDocuments), inputs.Files.Count, report => Work(report))
                : Work(Line);
            if (finished) tables?.Complete();
            manifest.Close(output);
        }
        finally
        {
            output.Close();
        }

        ReportTables(tables, total);
        return Conclude(inputs, folder, total, finished);

        void Line(string? line)
        {
            if (line is not null) at.Error.WriteLine(line);
        }

        bool Work(Action<string?> report) => OrderedWork<RunOutcome>.Run(
            inputs.Files.Count,
            settings.Jobs ?? Environment.ProcessorCount,
            number => One(pipeline, inputs.Files[number], number, files, output, manifest),
            outcome =>
            {
                if (outcome.Rows is { } rows) tables?.Add(rows, inputs.Files[outcome.Number].Shown);
                total.Add(outcome, report);
                if (settings is { OneByOne: true, Quiet: false } && outcome.Written) report(Finished(inputs.Files[outcome.Number].Shown, outcome.Counts));
            },
            stop);
    }

    private RunOutcome One(PolicyPipeline pipeline, InputFile input, int number, DocumentFiles files, OutputFolder output, RunManifest manifest)
    {
        try
        {
            if (input.Fault is not null) throw input.Fault;
            if (MayStay(input) && manifest.Unchanged(files.ResultOf(number), input.Shown) is { } entry) return RunOutcome.OfUnchanged(entry.Counts, settings.FailOn) with { Number = number };
            var document = _documents.Read(input.Shown);
            var result = _documents.Extract(pipeline, document);
            var (written, findings) = files.Write(number, document, result, pipeline.Rules, output);
            var rows = settings.Formats.Tables.Count == 0 ? null : DocumentRows.Of(result, files.NameOf(number), pipeline.Rules);
            var outcome = Outcome(input, result, findings, Severity.Error) with { Written = written, Number = number, Rows = rows };
            if (written && input.Ending.Length > 0) manifest.Add(files.ResultOf(number), result.Source.Sha256, outcome.Counts, files.Written(number, output));
            return outcome;
        }
        catch (InputException fault)
        {
            // A fault of writing names the result, a fault of reading the document.
            var subject = fault.Kind == DiagnosticKinds.OutputUnwritable ? fault.File : input.Shown;
            return new RunOutcome(Written: false, Failed: true, Fails: false, [say.Line(fault.Kind, subject, fault.Details)], 0, 0, 0, 0, 0, 0);
        }
        catch (OperationCanceledException)
        {
            return new RunOutcome(Written: false, Failed: true, Fails: false, [], 0, 0, 0, 0, 0, 0);   // nobody waits for it any more
        }
    }

    /// <summary>Whether the results of a document may be left alone: the tables of a run need every document, and standard input is never the same.</summary>
    private bool MayStay(InputFile input) => !settings.Force && settings.Formats.Tables.Count == 0 && input.Ending.Length > 0;

    /// <summary>What is said of one document: its diagnostics from a severity on, and from the one on that --fail-on names.</summary>
    private RunOutcome Outcome(InputFile input, ExtractionResult result, IReadOnlyList<Diagnostic> findings, Severity shownFrom)
    {
        var from = settings.Quiet ? Severity.Error : shownFrom;
        if (settings.FailOn is { } failOn && failOn < from) from = failOn;
        var counts = new int[3];
        var shown = new List<Diagnostic>();
        var fails = false;
        foreach (var diagnostic in result.Diagnostics)
        {
            Note(diagnostic);
            if (diagnostic.Kind.Severity >= from) shown.Add(diagnostic);
        }

        var lines = Lines(shown, input.Shown);
        foreach (var finding in findings)
        {
            Note(finding);
            if (finding.Kind.Severity >= from) lines.Add(say.Line(finding, input.Shown));
        }

        var mentions = 0;
        foreach (var item in result.Items) mentions += item.Mentions.Count;
        return new RunOutcome(
            Written: true, Failed: false, fails, lines, result.Items.Count, mentions, result.Ledger.Unexplained.Count, counts[2], counts[1], counts[0]);

        void Note(Diagnostic diagnostic)
        {
            counts[(int)diagnostic.Kind.Severity]++;
            fails |= diagnostic.Kind.Severity >= settings.FailOn;
        }
    }

    /// <summary>The first lines of each kind, then how many more there are: the result holds them all, and thousands would hide the other kinds.</summary>
    private List<string> Lines(List<Diagnostic> diagnostics, string document)
    {
        var lines = new List<string>();
        var seen = new List<KindCount>();   // in order of appearance
        foreach (var diagnostic in diagnostics)
        {
            var kind = seen.Find(s => s.Kind == diagnostic.Kind);
            if (kind is null) seen.Add(kind = new KindCount(diagnostic.Kind));
            if (++kind.Count <= LinesOfAKind) lines.Add(say.Line(diagnostic, document));
        }

        foreach (var kind in seen)
        {
            if (kind.Count > LinesOfAKind) lines.Add($"{say.Say(kind.Kind.Severity)} {kind.Kind.Code}: {document}: {say.Say(Messages.RunMoreOfAKind, Count(kind.Count - LinesOfAKind), Count(kind.Count))}");
        }

        return lines;
    }

    private sealed class KindCount(DiagnosticKind kind)
    {
        public DiagnosticKind Kind => kind;

        public int Count { get; set; }
    }

    /// <summary>What is said of the tables of the run: each line, because no result holds it.</summary>
    private void ReportTables(RunTables? tables, RunTotal total)
    {
        foreach (var (subject, finding) in tables?.Findings ?? [])
        {
            total.Add(finding, settings.FailOn);
            if (finding.Kind.Severity == Severity.Error || !settings.Quiet) at.Error.WriteLine(say.Line(finding.Kind, subject, finding.Details));
        }
    }

    private int Conclude(InputList inputs, string folder, RunTotal total, bool finished)
    {
        if (settings is { OneByOne: true, Quiet: false } && total.Unchanged > 0) at.Error.WriteLine(say.Say(Messages.WatchUnchanged, folder, Count(total.Unchanged)));
        if (settings is { OneByOne: false, Quiet: false })
        {
            foreach (var (passedFolder, count) in inputs.PassedOver) at.Error.WriteLine(say.Say(Messages.RunOthers, passedFolder, Count(count)));
            if (total.Unchanged > 0) at.Error.WriteLine(say.Say(Messages.RunUnchanged, folder, Count(total.Unchanged)));
            at.Error.WriteLine(say.Say(
                Messages.RunSummary, Count(total.Written), Count(inputs.Files.Count), folder, Count(total.Items), Count(total.Mentions), Count(total.Unexplained), Count(total.Errors), Count(total.Warnings), Count(total.Notes)));
        }

        if (!finished)
        {
            at.Error.WriteLine(say.Say(Messages.RunStopped));
            return ExitCode.Stopped;
        }

        if (total.Failed > 0) return ExitCode.Unread;
        return total.Fails ? ExitCode.Findings : ExitCode.Done;
    }

    private string Finished(string document, ResultCounts counts) => say.Say(
        Messages.WatchDone, document, Count(counts.Items), Count(counts.Mentions), Count(counts.Unexplained), Count(counts.Warnings), Count(counts.Notes));

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
