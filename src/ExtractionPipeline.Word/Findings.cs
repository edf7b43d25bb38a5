using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Word;

/// <summary>What reading one document met, and how much of it has been read.</summary>
/// <remarks>Of one kind only so many are kept one by one; the rest is counted, so that a strange file cannot fill the memory.</remarks>
internal sealed class Findings(string file, WordReadingOptions options)
{
    private const int KeptOfOneKind = 100;
    private const int MaxQuoted = 40;

    private readonly List<Diagnostic> _items = [];
    private readonly Dictionary<DiagnosticKind, int> _counts = [];
    private int _paragraphs;
    private int _cells;

    /// <summary>Records something about a paragraph.</summary>
    public void Add(DiagnosticKind kind, BlockLocation at, params string[] details) => Add(kind, DiagnosticPlace.At(at), details);

    /// <summary>Records something about the whole document.</summary>
    public void Add(DiagnosticKind kind, params string[] details) => Add(kind, DiagnosticPlace.Document, details);

    /// <summary>Records a tracked change with a figure in it.</summary>
    /// <param name="at">Where it stands, or would stand.</param>
    /// <param name="change">insertion or deletion.</param>
    /// <param name="text">What was inserted or deleted.</param>
    public void AddFigureInRevision(BlockLocation at, string change, string text)
    {
        foreach (var c in text)
        {
            if (!char.IsDigit(c)) continue;
            Add(DiagnosticKinds.FigureInRevision, at, change, Quoted(text));
            return;
        }
    }

    /// <summary>Counts a paragraph.</summary>
    /// <exception cref="InputException">EP1007.</exception>
    public int CountParagraph() => ++_paragraphs <= options.MaxParagraphs ? _paragraphs : throw Exceeded("the number of paragraphs", options.MaxParagraphs);

    /// <summary>Counts a table cell.</summary>
    /// <exception cref="InputException">EP1007.</exception>
    public void CountCell()
    {
        if (++_cells > options.MaxTableCells) throw Exceeded("the number of table cells", options.MaxTableCells);
    }

    /// <summary>All in order; at the end, how many more there were of a kind that filled its list.</summary>
    public IReadOnlyList<Diagnostic> ToList()
    {
        foreach (var kind in new List<DiagnosticKind>(_counts.Keys))
        {
            if (_counts[kind] > KeptOfOneKind)
                _items.Add(new Diagnostic(DiagnosticKinds.MoreOfOneKind, DiagnosticPlace.Document, [FormattableString.Invariant($"{_counts[kind] - KeptOfOneKind}"), kind.Code]));
        }

        return [.. _items];
    }

    /// <summary>A stretch of text for a message, cut where it is long.</summary>
    public static string Quoted(string text)
    {
        text = text.Replace('\n', ' ').Replace('\t', ' ').Trim();
        if (text.Length <= MaxQuoted) return text;
        var end = char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted;
        return text[..end] + "\u2026";
    }

    private void Add(DiagnosticKind kind, DiagnosticPlace place, string[] details)
    {
        _counts.TryGetValue(kind, out var count);
        _counts[kind] = count + 1;
        if (count < KeptOfOneKind) _items.Add(new Diagnostic(kind, place, details));
    }

    private InputException Exceeded(string what, int limit) => new(DiagnosticKinds.LimitExceeded, file, what, FormattableString.Invariant($"{limit}"));
}
