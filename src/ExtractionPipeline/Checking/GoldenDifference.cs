using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>One place where a result differs from its golden.</summary>
/// <param name="Item">Id of the item; null for the document or a section.</param>
/// <param name="Field">The field, such as "money", "money.role", "document.title", "sections".</param>
/// <param name="Expected">What the golden has; null where it has nothing there.</param>
/// <param name="Found">What the result has; null where it has nothing there.</param>
/// <param name="Text">The item's text; null outside items.</param>
/// <param name="Span">The stretch that it is about, or null.</param>
/// <param name="Line">1-based line of the golden.</param>
/// <param name="Column">1-based column of the golden.</param>
public sealed record GoldenDifference(
    string? Item, string Field, string? Expected, string? Found, string? Text, SourceSpan? Span, int Line, int Column)
{
    /// <summary>The rule that made what was found, or null.</summary>
    public RuleId? Rule { get; init; }

    /// <summary>Further rules that set a part of what was found.</summary>
    public IReadOnlyList<RuleId> FurtherRules { get; init; } = [];

    /// <summary>Where nothing was found: the candidates at these words that a rule kept out.</summary>
    public IReadOnlyList<SuppressedCandidate> NotTaken { get; init; } = [];

    /// <summary>Words of the golden that do not stand in the item; null where they do.</summary>
    public string? MissingWords { get; init; }

    /// <summary>Ids of the items in which the missing words stand, in order.</summary>
    public IReadOnlyList<string> StandsIn { get; init; } = [];

    /// <summary>What taking it over does to the golden; null where it cannot be taken over by itself.</summary>
    internal GoldenChange? Change { get; init; }
}

/// <summary>What comparing one document with its golden came to.</summary>
/// <param name="IsStale">The golden names another hash than the document has.</param>
/// <param name="SourceName">The document that the golden names; null where it names none.</param>
/// <param name="SourceHash">The hash that the golden names; null where it names none.</param>
/// <param name="Scores">Field by field.</param>
/// <param name="Differences">In the order of the golden.</param>
public sealed record GoldenReport(bool IsStale, string? SourceName, string? SourceHash, IReadOnlyList<FieldScore> Scores, IReadOnlyList<GoldenDifference> Differences)
{
    /// <summary>Whether the golden says that nobody has read it yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the golden is read, of this version of its document, and nothing differs.</summary>
    public bool Holds => !IsDraft && !IsStale && Differences.Count == 0;
}
