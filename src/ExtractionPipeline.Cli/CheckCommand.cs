using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>One document beside its golden, and what became of it.</summary>
/// <param name="Golden">The golden, as messages name it.</param>
/// <param name="Document">The document, as messages name it.</param>
/// <param name="Hash">sha256 of the document; null where it was not read.</param>
/// <param name="Report">The comparison; null where it could not be made.</param>
/// <param name="Fault">Why it could not be made: one line; null where it was.</param>
internal sealed record CheckedCase(string Golden, string Document, string? Hash, GoldenReport? Report, string? Fault)
{
    public bool Passes => Report is { Holds: true };

    /// <summary>What is to be said of the golden as a whole: that it is stale, that it is a draft.</summary>
    public IEnumerable<string> Remarks(Wording say)
    {
        if (Report is { IsStale: true }) yield return say.Line(DiagnosticKinds.GoldenStale, Golden, [Document]);
        if (Report is { IsDraft: true }) yield return say.Line(DiagnosticKinds.GoldenIsDraft, Golden, []);
    }
}

/// <summary>check: documents beside their goldens.</summary>
/// <remarks>A document without a golden is named and passed over. Cases are compared on all processors and reported in order.</remarks>
internal static class CheckCommand
{
    /// <summary>The forms of the report that --format takes; the first is the default.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "junit", "markdown"];

    public static int Run(string folder, string format, string? rules, ReadingSettings settings, Surroundings at, Wording say)
    {
        var goldens = GoldenFolder.Open(folder);
        var pipeline = RuleLoading.Pipeline(rules);
        var reading = new DocumentReading(at, settings);
        var pairs = goldens.Goldens.Select(g => (Golden: g, Document: goldens.DocumentOf(g))).ToList();
        var cases = new List<CheckedCase>(pairs.Count);
        var finished = OrderedWork<CheckedCase>.Run(pairs.Count, Environment.ProcessorCount, i => Check(pipeline, reading, pairs[i].Golden, pairs[i].Document, say), cases.Add, at.Stop);
        if (!finished) return ExitCode.Stopped;
        FindStrangers(cases, say);
        var documents = pairs.Select(p => p.Document).ToHashSet(StringComparer.Ordinal);
        foreach (var document in InputList.Of([folder]).Files)
        {
            if (document.Fault is null && !documents.Contains(document.Shown)) at.Error.WriteLine(say.Line(DiagnosticKinds.DocumentWithoutGolden, document.Shown, []));
        }

        CheckReports.Write(cases, format, new DifferenceText(pipeline.Rules, say), at, say);
        if (cases.Exists(c => c.Fault is not null)) return ExitCode.Unread;
        return cases.TrueForAll(c => c.Passes) ? ExitCode.Done : ExitCode.Findings;
    }

    private static CheckedCase Check(PolicyPipeline pipeline, DocumentReading reading, string golden, string? document, Wording say)
    {
        if (document is null)
        {
            var stem = golden[..^GoldenFile.Ending.Length];
            return new CheckedCase(golden, stem, null, null, say.Line(DiagnosticKinds.GoldenWithoutDocument, golden, [Path.GetFileName(stem) + ".docx"]));
        }

        try
        {
            var result = reading.Extract(pipeline, reading.Read(document));
            return new CheckedCase(golden, document, result.Source.Sha256, GoldenComparison.Compare(GoldenFile.Read(golden).Text, golden, result), null);
        }
        catch (InputException fault)
        {
            // A fault of the golden names its line; a reader knows the document by its bare name only.
            var subject = fault.File.StartsWith(golden, StringComparison.Ordinal) ? fault.File : document;
            return new CheckedCase(golden, document, null, null, say.Line(fault.Kind, subject, fault.Details));
        }
        catch (OperationCanceledException)
        {
            return new CheckedCase(golden, document, null, null, "");   // nobody waits for it any more
        }
    }

    /// <summary>A golden with another hash is stale, unless it names another document or has the hash of another one here: then it stands beside the wrong one.</summary>
    private static void FindStrangers(List<CheckedCase> cases, Wording say)
    {
        var byHash = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in cases) if (one.Hash is { } hash) byHash.TryAdd(hash, one.Document);
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases[i] is not { Report: { IsStale: true } report } one) continue;
            var owner = byHash.GetValueOrDefault(report.SourceHash!);
            if (owner is null && report.SourceName is { } name && name is not (DocumentReading.StandardInput or "") && !string.Equals(name, Path.GetFileName(one.Document), StringComparison.Ordinal)) owner = name;
            if (owner is not null) cases[i] = one with { Report = null, Fault = say.Line(DiagnosticKinds.GoldenOfAnother, one.Golden, [owner]) };
        }
    }
}
