using System.Globalization;

using AngleSharp.Dom;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Html;

/// <summary>Walks through a page in document order and makes blocks of it.</summary>
/// <remarks>
/// A block element ends the paragraph before it and its own. A line break stays inside the paragraph (U+000A); two, or one before a line
/// that is set in by ideographic spaces, end it, as such pages mean it. A table of one column is only a frame: its content is text.
/// </remarks>
internal sealed class PageWalk(HtmlReadingOptions options, string file, List<Diagnostic> diagnostics, CancellationToken cancellation)
{
    private const int MaxQuoted = 40;

    private readonly ParagraphText _text = new();
    private List<Block> _blocks = [];
    private Func<BlockLocation> _next = () => default;
    private int _paragraphs;
    private int _tables;
    private int _cells;
    private int _pictures;
    private int _depth;
    private int _breaks;
    private IElement? _entry;   // the list entry whose first paragraph is not yet written

    public IReadOnlyList<Block> Read(IElement body)
    {
        _next = () => BlockLocation.InBody(++_paragraphs);
        ReadChildren(body, body);
        Close(body);
        if (_pictures > 0) Note(DiagnosticKinds.WebPagePicture, _pictures.ToString(CultureInfo.InvariantCulture));
        return _blocks;
    }

    private void ReadChildren(INode parent, IElement block)
    {
        if (++_depth > options.MaxNestingDepth) throw ElementLimits.TooDeep(options, file);
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text) AddText(text, block);
            else if (child is IElement element) ReadElement(element, block);
        }

        _depth--;
    }

    private void AddText(IText text, IElement block)
    {
        var data = text.Data;
        if (_breaks > 0 && !string.IsNullOrWhiteSpace(data.Replace('\u00a0', ' ')))
        {
            var setIn = data.AsSpan().TrimStart(" \t\r\n").StartsWith("\u3000") || data.AsSpan().TrimStart(" \t\r\n").StartsWith("\u00a0\u00a0");
            if (_breaks > 1 || setIn) Close(block);
            else _text.Break();
            _breaks = 0;
        }

        if (_breaks == 0) _text.Append(data, block.LocalName is "pre");
    }

    private void ReadElement(IElement element, IElement block)
    {
        cancellation.ThrowIfCancellationRequested();
        if (ElementKinds.IsSilent(element)) return;
        if (ElementKinds.ReasonToDrop(element) is { } reason)
        {
            var dropped = Quoted(element.TextContent);
            if (dropped.Length > 0) Note(DiagnosticKinds.WebPagePartDropped, reason, dropped);
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                _breaks++;
                break;
            case "img":
                _pictures++;
                break;
            case "table":
                Close(block);
                ReadTable(element);
                break;
            case var _ when ElementKinds.IsBlock(element):
                Close(block);
                if (element.LocalName is "li") _entry = element;
                ReadChildren(element, element);
                Close(element);
                break;
            default:
                ReadChildren(element, block);
                break;
        }
    }

    /// <summary>Ends the open paragraph.</summary>
    private void Close(IElement block)
    {
        _breaks = 0;
        var text = _text.Take();
        if (string.IsNullOrWhiteSpace(text)) return;
        var label = _entry is null ? null : ListNumbers.LabelOf(_entry);
        _blocks.Add(new Paragraph
        {
            Text = text,
            Location = _next(),
            Label = label,
            ListLevel = label is null ? null : ListNumbers.LevelOf(_entry!),
            HeadingLevel = HeadingLevel(block),
            Centred = ElementKinds.IsCentred(block),
        });
        _entry = null;
    }

    private static int? HeadingLevel(IElement block)
    {
        for (IElement? at = block; at is not null; at = at.ParentElement)
        {
            if (ElementKinds.HeadingLevel(at) is { } level) return level;
        }

        return null;
    }

    // ---- tables ----

    private void ReadTable(IElement table)
    {
        foreach (var caption in table.Children.Where(c => c.LocalName is "caption"))
        {
            ReadChildren(caption, caption);
            Close(caption);
        }

        var grid = TableGrid.Of(table);
        if (grid.ColumnCount <= 1)
        {
            foreach (var cell in grid.Cells)
            {
                ReadChildren(cell.Element, cell.Element);
                Close(cell.Element);
            }

            return;
        }

        _cells += grid.Shown;
        if (_cells > options.MaxTableCells)
            throw new InputException(DiagnosticKinds.LimitExceeded, file, "the number of table cells", options.MaxTableCells.ToString(CultureInfo.InvariantCulture));
        var number = ++_tables;
        var contents = grid.Cells.ToDictionary(c => c, c => ReadCell(c, number));
        var rows = new List<TableRow>(grid.Rows.Count);
        foreach (var (row, isHeader) in grid.Rows)
        {
            rows.Add(new TableRow(rows.Count + 1, isHeader, [.. row.Select(c => new TableCell(c.Column, c.ColumnSpan, c.Row, contents[c]))]));
        }

        _blocks.Add(new Table { Number = number, ColumnCount = grid.ColumnCount, Rows = rows });
    }

    private List<Block> ReadCell(GridCell cell, int table)
    {
        var (blocks, next, paragraph) = (_blocks, _next, 0);
        _blocks = [];
        _next = () => new BlockLocation(table, cell.Row, cell.Column, ++paragraph);
        ReadChildren(cell.Element, cell.Element);
        Close(cell.Element);
        var content = _blocks;
        (_blocks, _next) = (blocks, next);
        return content;
    }

    private static string Quoted(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= MaxQuoted) return text;
        return text[..(char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted)] + "\u2026";
    }

    private void Note(DiagnosticKind kind, params string[] details) => diagnostics.Add(new Diagnostic(kind, DiagnosticPlace.Document, details));
}
