using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>One document beside its golden, and what became of it.</summary>
/// <param name="Golden">The golden, as messages name it.</param>
/// <param name="Document">The document, as messages name it.</param>
/// <param name="Report">The comparison; null where it could not be made.</param>
/// <param name="Fault">Why it could not be made: one line; null where it was.</param>
internal sealed record CheckedCase(string Golden, string Document, GoldenReport? Report, string? Fault)
{
    public bool Passes => Report is { IsStale: false, Differences.Count: 0 };
}

/// <summary>check: documents beside their goldens.</summary>
/// <remarks>
/// The golden of a.docx is a.golden.json or, where several documents share the name, a.docx.golden.json; the folder's subfolders are
/// looked through too. A document without a golden is named and passed over.
/// </remarks>
internal static class CheckCommand
{
    private const string GoldenEnding = ".golden.json";

    /// <summary>The forms of the report that --format takes; the first is the default.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "junit", "markdown"];

    public static int Run(string folder, string format, string? rules, string? converter, Surroundings at, Wording say)
    {
        if (!Directory.Exists(folder)) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileMissing, folder);
        var goldens = Directory.EnumerateFiles(folder, "*" + GoldenEnding, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (goldens.Count == 0) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.GoldenFolderEmpty, folder);
        var pipeline = RuleLoading.Pipeline(rules);
        var documents = new HashSet<string>(StringComparer.Ordinal);
        var cases = new List<CheckedCase>();
        var reading = new DocumentReading(at, converter);
        var finished = OrderedWork<CheckedCase>.Run(goldens.Count, Environment.ProcessorCount, i => Check(pipeline, reading, goldens[i], say), cases.Add, at.Stop);
        if (!finished) return ExitCode.Stopped;
        foreach (var one in cases) documents.Add(one.Document);
        foreach (var document in InputList.Of([folder]).Files)
        {
            if (document.Fault is null && !documents.Contains(document.Shown)) at.Error.WriteLine(say.Line(DiagnosticKinds.DocumentWithoutGolden, document.Shown, []));
        }

        CheckReports.Write(cases, format, at, say);
        if (cases.Exists(c => c.Fault is not null)) return ExitCode.Unread;
        return cases.TrueForAll(c => c.Passes) ? ExitCode.Done : ExitCode.Findings;
    }

    private static CheckedCase Check(PolicyPipeline pipeline, DocumentReading reading, string golden, Wording say)
    {
        var stem = golden[..^GoldenEnding.Length];
        if (DocumentOf(stem) is not { } document)
        {
            var expected = Path.GetFileName(stem) + ".docx";
            return new CheckedCase(golden, stem, null, say.Line(DiagnosticKinds.GoldenWithoutDocument, golden, [expected]));
        }

        try
        {
            var result = pipeline.Extract(reading.Read(document));
            return new CheckedCase(golden, document, GoldenComparison.Compare(ReadGolden(golden), golden, result), null);
        }
        catch (InputException fault)
        {
            // A fault of the golden names its line; a reader knows the document by its bare name only.
            var subject = fault.File.StartsWith(golden, StringComparison.Ordinal) ? fault.File : document;
            return new CheckedCase(golden, document, null, say.Line(fault.Kind, subject, fault.Details));
        }
        catch (OperationCanceledException)
        {
            return new CheckedCase(golden, document, null, "");   // nobody waits for it any more
        }
    }

    private static string ReadGolden(string golden)
    {
        try
        {
            return File.ReadAllText(golden);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(DiagnosticKinds.FileUnreadable, golden, "no permission");
        }
        catch (IOException fault)
        {
            throw new InputException(DiagnosticKinds.FileUnreadable, golden, [fault.Message], fault);
        }
    }

    /// <summary>a.docx.golden.json belongs to a.docx; a.golden.json to the first document named a.*, in ordinal order.</summary>
    private static string? DocumentOf(string stem)
    {
        var name = Path.GetFileName(stem);
        if (DocumentReading.IsDocument(name) && File.Exists(stem)) return stem;
        return Directory.EnumerateFiles(Path.GetDirectoryName(stem)!)
            .Where(f => DocumentReading.IsDocument(Path.GetFileName(f)) && string.Equals(Path.GetFileNameWithoutExtension(f), name, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
