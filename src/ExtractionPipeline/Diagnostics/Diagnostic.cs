using System.Globalization;

using ExtractionPipeline.Values;

namespace ExtractionPipeline.Diagnostics;

/// <summary>How much a diagnostic matters. A note changes nothing in the result, a warning may, an error means that something is missing.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Something was guessed or left out.</summary>
    Warning,

    /// <summary>Something could not be read.</summary>
    Error,
}

/// <summary>One row of the catalogue. The code never changes its meaning and is never reused.</summary>
/// <param name="Code">EP and four digits; the first is the stage: 1 files, 2 outline, 3 mentions, 4 measures, 5 rules, 6 checks, 7 outputs.</param>
/// <param name="Severity">Fixed for the code.</param>
/// <param name="Message">English, with {0}, {1} … for the details.</param>
public sealed record DiagnosticKind(string Code, Severity Severity, string Message);

/// <summary>Where a diagnostic belongs: in an item, at a paragraph, or to the document as a whole.</summary>
/// <param name="Item">Id of the item, or null.</param>
/// <param name="Location">Paragraph of the document, or null.</param>
/// <param name="Span">Stretch of the item's or paragraph's text, or null for all of it.</param>
public readonly record struct DiagnosticPlace(string? Item, BlockLocation? Location, SourceSpan? Span)
{
    /// <summary>The document as a whole.</summary>
    public static DiagnosticPlace Document => default;

    /// <summary>A stretch of one item's text.</summary>
    public static DiagnosticPlace InItem(string item, SourceSpan? span = null) => new(item, null, span);

    /// <summary>A paragraph of the document, or a stretch of it.</summary>
    public static DiagnosticPlace At(BlockLocation location, SourceSpan? span = null) => new(null, location, span);
}

/// <summary>Something about one document that its reader should know: what was skipped, guessed or ambiguous, and where.</summary>
public sealed record Diagnostic(DiagnosticKind Kind, DiagnosticPlace Place, IReadOnlyList<string> Details)
{
    /// <summary>The message in English.</summary>
    public string Message => Format(Kind.Message, Details);

    internal static string Format(string template, IReadOnlyList<string> details) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. details]);
}

/// <summary>Collects the diagnostics of one document in the order of the stages.</summary>
/// <remarks>Not thread-safe: one bag a document.</remarks>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items;

    /// <param name="earlier">What reading the file met.</param>
    public DiagnosticBag(IEnumerable<Diagnostic> earlier) => _items = [.. earlier];

    /// <summary>Records one diagnostic.</summary>
    public void Add(DiagnosticKind kind, DiagnosticPlace place, params string[] details) => _items.Add(new Diagnostic(kind, place, details));

    /// <summary>All so far, in order.</summary>
    public IReadOnlyList<Diagnostic> ToList() => [.. _items];
}
