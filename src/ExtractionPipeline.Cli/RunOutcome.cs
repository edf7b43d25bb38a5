using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Tables;

namespace ExtractionPipeline.Cli;

/// <summary>What one document came to; small, because many wait for their turn to be reported.</summary>
internal sealed record RunOutcome(
    bool Written, bool Failed, bool Fails, IReadOnlyList<string> Lines, int Items, int Mentions, int Unexplained, int Errors, int Warnings, int Notes)
{
    /// <summary>Place of the document in the run.</summary>
    public int Number { get; init; }

    /// <summary>Its rows, where the run writes tables.</summary>
    public DocumentRows? Rows { get; init; }

    /// <summary>Whether its results were left alone, because nothing has changed.</summary>
    public bool Unchanged { get; init; }

    /// <summary>What was found.</summary>
    public ResultCounts Counts => new(Items, Mentions, Unexplained, Errors, Warnings, Notes);

    /// <summary>A document whose results stand there from an earlier run; it fails where it would have failed then.</summary>
    public static RunOutcome OfUnchanged(ResultCounts counts, Severity? failOn)
    {
        var fails = (failOn <= Severity.Error && counts.Errors > 0) || (failOn <= Severity.Warning && counts.Warnings > 0) || (failOn <= Severity.Note && counts.Notes > 0);
        return new RunOutcome(Written: false, Failed: false, fails, [], counts.Items, counts.Mentions, counts.Unexplained, counts.Errors, counts.Warnings, counts.Notes) { Unchanged = true };
    }
}

/// <summary>The sum over all documents.</summary>
internal sealed class RunTotal
{
    public int Written { get; private set; }

    public int Unchanged { get; private set; }

    public int Failed { get; private set; }

    public bool Fails { get; private set; }

    public int Items { get; private set; }

    public int Mentions { get; private set; }

    public int Unexplained { get; private set; }

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public int Notes { get; private set; }

    /// <summary>Adds one document and reports its lines, then null for the document itself.</summary>
    public void Add(RunOutcome outcome, Action<string?> report)
    {
        foreach (var line in outcome.Lines) report(line);
        report(null);
        Written += outcome.Written ? 1 : 0;
        Unchanged += outcome.Unchanged ? 1 : 0;
        Failed += outcome.Failed ? 1 : 0;
        Fails |= outcome.Fails;
        Items += outcome.Items;
        Mentions += outcome.Mentions;
        Unexplained += outcome.Unexplained;
        Errors += outcome.Errors + (outcome.Failed ? 1 : 0);
        Warnings += outcome.Warnings;
        Notes += outcome.Notes;
    }

    /// <summary>Adds what was said of a file of the whole run.</summary>
    public void Add(Diagnostic finding, Severity? failOn)
    {
        var severity = finding.Kind.Severity;
        Failed += severity == Severity.Error ? 1 : 0;
        Fails |= severity >= failOn;
        Errors += severity == Severity.Error ? 1 : 0;
        Warnings += severity == Severity.Warning ? 1 : 0;
        Notes += severity == Severity.Note ? 1 : 0;
    }
}
