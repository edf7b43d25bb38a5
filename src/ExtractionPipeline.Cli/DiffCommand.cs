using ExtractionPipeline.Series;

namespace ExtractionPipeline.Cli;

/// <summary>diff: what a new batch, or a new state of documents, begins, changes and stops.</summary>
internal sealed class DiffCommand(DiffCommand.Settings settings, Surroundings at, Wording say)
{
    /// <summary>The forms that --format takes; the first is the default.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "html"];

    /// <param name="Old">Document, result or folder as it was.</param>
    /// <param name="New">Document, result or folder as it is.</param>
    /// <param name="Format">One of <see cref="Formats"/>.</param>
    /// <param name="Output">File for the report; null for standard output.</param>
    /// <param name="Rules">Folder of rule files; null for the built-in ones.</param>
    /// <param name="Reading">How documents are read.</param>
    /// <param name="FindingsExit">Whether a difference makes exit code 1.</param>
    internal sealed record Settings(string Old, string New, string Format, string? Output, string? Rules, ReadingSettings Reading, bool FindingsExit);

    public int Run()
    {
        var pipeline = RuleLoading.Pipeline(settings.Rules);
        var inputs = new SeriesInputs(pipeline, new DocumentReading(at, settings.Reading), at, say);
        var (before, after) = (inputs.Read(settings.Old), inputs.Read(settings.New));
        var comparisons = new SeriesComparer(pipeline.Rules).Compare(before, after);
        Write(to => Report(comparisons, new DiffWording(pipeline.Rules, say), to));
        if (inputs.HasFaults) return ExitCode.Unread;
        return settings.FindingsExit && comparisons.Any(c => c.HasDifferences) ? ExitCode.Findings : ExitCode.Done;
    }

    private void Report(IReadOnlyList<SeriesComparison> comparisons, DiffWording words, TextWriter to)
    {
        switch (settings.Format)
        {
            case "json":
                SeriesJsonWriter.Write(comparisons, to);
                break;
            case "html":
                new DiffPage(words, to).Write(comparisons);
                break;
            default:
                new DiffText(words, to).Write(comparisons);
                break;
        }
    }

    private void Write(Action<TextWriter> report)
    {
        if (settings.Output is not { } file)
        {
            report(at.Output);
            return;
        }

        var path = Path.GetFullPath(file);
        var folder = OutputFolder.Open(Path.GetDirectoryName(path)!, say);
        try
        {
            folder.Write(Path.GetFileName(path), report);
        }
        finally
        {
            folder.Close();
        }
    }
}
