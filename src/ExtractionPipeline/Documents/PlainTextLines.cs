using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Documents;

/// <summary>Lines of a plain text to blocks: a line is a paragraph; tab-separated lines and the dump of a Word table are tables.</summary>
/// <remarks>
/// In the dump that converters leave of a Word table each cell begins with a tab, further paragraphs of the cell follow on lines of
/// their own, an empty line ends the row, and a cell that is merged away is empty. It is taken for a table only where two
/// rows follow one another with the same number of cells, at least two: a tab may also indent a paragraph.
/// </remarks>
internal sealed class PlainTextLines(List<Diagnostic> diagnostics)
{
    private const string MarkOpening = "[bookmark: ";

    private readonly List<Block> _blocks = [];
    private int _paragraphs;
    private int _tables;
    private int _noDumpBefore;

    public IReadOnlyList<Block> Read(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) && !IsCellStart(lines, i)) i++;
            else if (IsDump(lines, i)) i = ReadDump(lines, i);
            else if (HasInnerTab(lines[i])) i = ReadTabbed(lines, i);
            else AddParagraph(lines[i++]);
        }

        return _blocks;
    }

    private void AddParagraph(string line)
    {
        var location = BlockLocation.InBody(_paragraphs + 1);
        var text = WithoutMarks(line, location);
        if (string.IsNullOrWhiteSpace(text)) return;
        _paragraphs++;
        _blocks.Add(new Paragraph { Text = text.TrimEnd(), Location = location });
    }

    // ---- the dump of a Word table ----

    private static bool IsCellStart(IReadOnlyList<string> lines, int i) => i < lines.Count && lines[i].StartsWith('\t') && !HasInnerTab(lines[i]);

    /// <summary>Whether a table begins here: two groups of lines, parted by empty ones, with the same number of cells, at least two.</summary>
    private bool IsDump(IReadOnlyList<string> lines, int i)
    {
        if (i < _noDumpBefore) return false;
        var (first, end) = CellsOfRow(lines, i);
        _noDumpBefore = end;   // looked at once: no line of this group begins a table unless this one does
        if (first < 2) return false;
        while (end < lines.Count && lines[end].Length == 0) end++;
        return CellsOfRow(lines, end).Cells == first;
    }

    private static (int Cells, int End) CellsOfRow(IReadOnlyList<string> lines, int i)
    {
        var cells = 0;
        if (!IsCellStart(lines, i)) return (0, i);
        for (; i < lines.Count && lines[i].Length > 0; i++)
        {
            if (IsCellStart(lines, i)) cells++;
        }

        return (cells, i);
    }

    private int ReadDump(IReadOnlyList<string> lines, int i)
    {
        var rows = new List<List<List<string>>>();
        while (IsCellStart(lines, i))
        {
            var cells = new List<List<string>>();
            for (; i < lines.Count && lines[i].Length > 0; i++)
            {
                if (lines[i].StartsWith('\t')) cells.Add([lines[i][1..]]);
                else cells[^1].Add(lines[i]);
            }

            rows.Add(cells);
            while (i < lines.Count && lines[i].Length == 0) i++;
        }

        AddTable(rows);
        return i;
    }

    // ---- one line a row, tabs between the cells ----

    private static bool HasInnerTab(string line) => line.AsSpan().Trim().Contains('\t');

    private int ReadTabbed(IReadOnlyList<string> lines, int i)
    {
        var rows = new List<List<List<string>>>();
        for (; i < lines.Count && HasInnerTab(lines[i]); i++) rows.Add([.. lines[i].TrimEnd().Split('\t').Select(cell => new List<string> { cell })]);
        AddTable(rows);
        return i;
    }

    private void AddTable(List<List<List<string>>> rows)
    {
        _tables++;
        var built = new List<TableRow>(rows.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            var cells = new List<TableCell>(rows[r].Count);
            for (var c = 0; c < rows[r].Count; c++)
            {
                var paragraphs = new List<Block>();
                foreach (var line in rows[r][c])
                {
                    var location = new BlockLocation(_tables, r + 1, c + 1, paragraphs.Count + 1);
                    var text = WithoutMarks(line, location);
                    if (!string.IsNullOrWhiteSpace(text)) paragraphs.Add(new Paragraph { Text = text.TrimEnd(), Location = location });
                }

                cells.Add(new TableCell(c + 1, 1, r + 1, paragraphs));
            }

            built.Add(new TableRow(r + 1, false, cells));
        }

        _blocks.Add(new Table { Number = _tables, ColumnCount = rows.Max(r => r.Count), Rows = built });
    }

    /// <summary>Takes out the marks of converters: [bookmark: _GoBack].</summary>
    private string WithoutMarks(string line, BlockLocation location)
    {
        var at = line.IndexOf(MarkOpening, StringComparison.Ordinal);
        if (at < 0) return line;
        var kept = new StringBuilder(line.Length);
        var from = 0;
        while (at >= 0)
        {
            var close = line.IndexOf(']', at);
            if (close < 0) break;
            kept.Append(line, from, at - from);
            diagnostics.Add(new Diagnostic(DiagnosticKinds.ConverterMarkDropped, DiagnosticPlace.At(location), [line[at..(close + 1)]]));
            from = close + 1;
            at = line.IndexOf(MarkOpening, from, StringComparison.Ordinal);
        }

        return kept.Append(line, from, line.Length - from).ToString();
    }
}
