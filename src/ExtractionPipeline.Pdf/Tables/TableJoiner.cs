using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Pdf.Lines;

namespace ExtractionPipeline.Pdf.Tables;

/// <summary>Makes one table of the parts that follow one another from page to page.</summary>
/// <remarks>
/// A part goes on when it is the first thing of its page, the table before it the last thing of the page before, and both have the
/// same columns. A first row that says what the header says is dropped with a note. The row at the page break goes on when a cell of it
/// is blank that was not blank above, when a sentence is open at its end, or when its numbers go on (2. … | 3. …), unless a cell
/// begins a new list; a cell that covers several rows goes on when it is blank on either page.
/// </remarks>
internal static class TableJoiner
{
    public static bool GoesOn(GridTable table, GridTable part) =>
        table.ColumnCount == part.ColumnCount && Enumerable.Range(0, table.ColumnCount).All(c => Math.Abs(Width(table, c) - Width(part, c)) < 8);

    /// <summary>Appends a part.</summary>
    public static void Join(GridTable table, GridTable part, List<Diagnostic> diagnostics)
    {
        var skip = IsHeader(table, part) ? 1 : 0;
        if (skip > 0)
        {
            string[] details = [part.Page.ToString(CultureInfo.InvariantCulture), string.Join(" | ", part.InRow(0).Select(c => c.Text))];
            diagnostics.Add(new Diagnostic(DiagnosticKinds.HeaderRowDropped, DiagnosticPlace.Document, details));
        }

        if (part.RowCount == skip) return;
        var above = table.InRow(table.RowCount - 1).ToList();
        var below = part.InRow(skip).ToList();
        var rowGoesOn = RowGoesOn(table, part, above, below);
        var offset = table.RowCount - skip - (rowGoesOn ? 1 : 0);
        foreach (var cell in part.Cells)
        {
            if (cell.LastRow < skip) continue;
            var begins = cell.FirstRow <= skip;
            var partner = begins ? above.Find(a => a.FirstColumn == cell.FirstColumn && a.LastColumn == cell.LastColumn) : null;
            if (partner is not null && (rowGoesOn || CellGoesOn(partner, cell)))
            {
                partner.Lines.AddRange(cell.Lines);
                foreach (var (page, measure) in cell.Measures) partner.Measures[page] = measure;
                partner.LastRow = cell.LastRow + offset;
            }
            else
            {
                table.Cells.Add(Moved(cell, offset, skip));
            }
        }

        table.RowCount = part.RowCount + offset;
    }

    private static GridCell Moved(GridCell cell, int offset, int skip)
    {
        var moved = new GridCell { FirstColumn = cell.FirstColumn, LastColumn = cell.LastColumn, FirstRow = Math.Max(cell.FirstRow, skip) + offset, LastRow = cell.LastRow + offset };
        moved.Lines.AddRange(cell.Lines);
        foreach (var (page, measure) in cell.Measures) moved.Measures[page] = measure;
        return moved;
    }

    private static double Width(GridTable table, int column) => table.Edges[column + 1] - table.Edges[column];

    private static bool IsHeader(GridTable table, GridTable part)
    {
        var (header, first) = (table.InRow(0).ToList(), part.InRow(0).ToList());
        return header.Count == first.Count && header.Exists(c => !c.IsBlank)
            && header.Zip(first).All(p => string.Equals(p.First.Text, p.Second.Text, StringComparison.Ordinal) && p.First.FirstColumn == p.Second.FirstColumn);
    }

    private static bool RowGoesOn(GridTable table, GridTable part, List<GridCell> above, List<GridCell> below)
    {
        if (above.Count != below.Count || above.Zip(below).Any(p => p.First.FirstColumn != p.Second.FirstColumn || p.First.LastColumn != p.Second.LastColumn)) return false;
        // A column with cells that cover several rows says nothing: there a blank cell may go on beside a new row.
        var merged = table.Cells.Concat(part.Cells).Where(c => c.LastRow > c.FirstRow).Select(c => c.FirstColumn).ToHashSet();
        var pairs = above.Zip(below).Where(p => !merged.Contains(p.First.FirstColumn)).ToList();
        if (pairs.Exists(p => BeginsAnew(p.First, p.Second))) return false;
        return pairs.Exists(p => p.Second.IsBlank && !p.First.IsBlank) || pairs.Exists(p => IsOpen(p.First, p.Second)) || pairs.Exists(p => NumbersGoOn(p.First, p.Second));
    }

    /// <summary>A list that begins with 1, or the next label of a column that has one label a row: （二） above, （三） here.</summary>
    private static bool BeginsAnew(GridCell above, GridCell below)
    {
        if (below.IsBlank || !LabelSigns.BeginsWithLabel(below.Lines[0].Text)) return false;
        if (LabelSigns.Ordinal(below.Lines[0].Text) is { } number) return number == 1;
        return !above.IsBlank && LabelSigns.BeginsWithLabel(above.Lines[0].Text) && above.Lines.Count(l => LabelSigns.BeginsWithLabel(l.Text)) == 1;
    }

    /// <summary>A sentence is open where prose of several lines ends with no full stop at the right edge.</summary>
    private static bool IsOpen(GridCell above, GridCell below)
    {
        if (above.Lines.Count < 2 || below.IsBlank || LabelSigns.BeginsWithLabel(below.Lines[0].Text)) return false;
        var last = above.Lines[^1];
        if (last.Text[^1] is '，' or '、') return true;
        var prose = above.Lines.Exists(l => l.Text.Contains('，', StringComparison.Ordinal) || l.Text.Contains('。', StringComparison.Ordinal));
        return prose && last.Text[^1] is not ('。' or '；' or '！' or '？' or '：' or '”' or '）') && above.Measures[last.Page].Right - last.Right < 1.6 * last.Size;
    }

    private static bool NumbersGoOn(GridCell above, GridCell below)
    {
        if (below.IsBlank || LabelSigns.Ordinal(below.Lines[0].Text) is not ({ } next and > 1)) return false;
        for (var i = above.Lines.Count - 1; i >= 0; i--)
        {
            if (LabelSigns.Ordinal(above.Lines[i].Text) is { } last) return next == last + 1 && above.Lines.Count > 1;
        }

        return false;
    }

    private static bool CellGoesOn(GridCell above, GridCell below) => below.IsBlank ? !above.IsBlank && below.LastRow >= below.FirstRow : above.IsBlank;
}
