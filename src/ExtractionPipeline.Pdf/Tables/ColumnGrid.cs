using ExtractionPipeline.Pdf.Lines;
using ExtractionPipeline.Pdf.Pages;

namespace ExtractionPipeline.Pdf.Tables;

/// <summary>Tables without upright ruling lines: lines whose words keep to the same columns.</summary>
/// <remarks>
/// A table begins with a line of at least three words or groups of words that stand far apart, and goes on as long as the blank strips between
/// them stay blank; running text crosses them at once. Its rows are parted by the lines that go across, where it has at least two inside;
/// else a row begins where the first column says something after it was blank, at a label in the first column, and after a larger gap.
/// </remarks>
internal static class ColumnGrid
{
    private const double Apart = 1.8;        // times the size of type: words of a header stand at least so far apart
    private const double Strip = 0.7;        // times the size of type: what must stay blank between two columns
    private const double LargerGap = 1.35;   // times the usual distance of base lines
    private const double FarBelow = 4;       // times the size of type: what stands further down belongs to something else
    private const double Across = 0.6;       // share of the table's width that a line must cover to part rows
    private const int LeastLines = 3;
    private const int MostInOneLine = 2_000; // characters; what has more is no line of a table

    /// <summary>The tables of one page.</summary>
    /// <param name="page">The page, for its lines across.</param>
    /// <param name="glyphs">Its characters outside ruled tables.</param>
    /// <param name="before">The last table of the page before: a part of it may go on here without a header.</param>
    public static List<GridTable> Read(PageContent page, IEnumerable<Glyph> glyphs, GridTable? before)
    {
        var lines = Lines(glyphs);
        var tables = new List<GridTable>();
        for (var from = 0; from < lines.Count;)
        {
            var goesOn = from == 0 && before?.Gutters is not null && Narrowed(before.Gutters, lines[0]) is not null;
            var gutters = goesOn ? before!.Gutters! : Gaps(lines[from]);
            var end = gutters.Count < 2 ? from : End(lines, from, ref gutters);
            var table = end - from >= (goesOn ? 1 : LeastLines) ? Build(page, lines.GetRange(from, end - from), gutters, goesOn ? before!.Edges : null) : null;
            if (table is not null) tables.Add(table);
            from = end - from < LeastLines && table is null ? from + 1 : Math.Max(from + 1, end);
        }

        return tables;
    }

    /// <summary>Visible characters by base line, from top to bottom and left to right.</summary>
    private static List<List<Glyph>> Lines(IEnumerable<Glyph> glyphs)
    {
        var lines = new List<List<Glyph>>();
        foreach (var glyph in glyphs.Where(g => !string.IsNullOrWhiteSpace(g.Text)).OrderByDescending(g => g.Baseline).ThenBy(g => g.Left))
        {
            if (lines.Count == 0 || lines[^1][0].Baseline - glyph.Baseline > 0.45 * Math.Max(lines[^1][0].Size, glyph.Size)) lines.Add([]);
            lines[^1].Add(glyph);
        }

        foreach (var line in lines) line.Sort((a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }

    private static List<Measure> Gaps(List<Glyph> line)
    {
        var gaps = new List<Measure>();
        if (line.Count > MostInOneLine) return gaps;
        for (var i = 1; i < line.Count; i++)
        {
            if (line[i].Left - line[i - 1].Right > Apart * Math.Max(line[i].Size, line[i - 1].Size)) gaps.Add(new Measure(line[i - 1].Right, line[i].Left));
        }

        return gaps;
    }

    private static int End(List<List<Glyph>> lines, int from, ref IReadOnlyList<Measure> gutters)
    {
        var end = from;
        while (end < lines.Count)
        {
            if (end > from && lines[end - 1][0].Baseline - lines[end][0].Baseline > FarBelow * lines[end][0].Size) break;
            if (Narrowed(gutters, lines[end]) is not { } narrowed) break;
            gutters = narrowed;
            end++;
        }

        // A short line below the table stands in its first column by chance.
        while (end - from > 1 && lines[end - 1][^1].Right <= gutters[0].Right && lines[end - 2][0].Left >= gutters[0].Left) end--;
        return end;
    }

    /// <summary>The strips that stay blank beside this line; null where one is lost.</summary>
    private static List<Measure>? Narrowed(IReadOnlyList<Measure> gutters, List<Glyph> line)
    {
        if (line.Count > MostInOneLine) return null;
        var narrowed = new List<Measure>(gutters.Count);
        foreach (var gutter in gutters)
        {
            var (left, right) = (gutter.Left, gutter.Right);
            foreach (var glyph in line)
            {
                if (glyph.Right <= left || glyph.Left >= right) continue;
                // A character takes from the strip on the side of the column to which it belongs: the one from which its words come.
                if (glyph.Left <= left) left = glyph.Right;
                else if (line.Exists(g => g.Left < glyph.Left && g.Right > left - g.Size && glyph.Left - g.Right < Strip * g.Size)) left = Math.Max(left, glyph.Right);
                else right = Math.Min(right, glyph.Left);
            }

            if (right - left < Strip * line[0].Size) return null;
            narrowed.Add(new Measure(left, right));
        }

        return narrowed;
    }

    private static GridTable? Build(PageContent page, List<List<Glyph>> lines, IReadOnlyList<Measure> gutters, IReadOnlyList<double>? edges)
    {
        edges ??= [lines.Min(l => l[0].Left) - 1, .. gutters.Select(g => (g.Left + g.Right) / 2), lines.Max(l => l[^1].Right) + 1];
        var columns = edges.Count - 1;
        int ColumnOf(Glyph glyph) => Math.Clamp(edges.Count(e => e <= glyph.Middle) - 1, 0, columns - 1);
        var starts = RowStarts(page, lines, edges, ColumnOf);
        if (lines.Count(l => l.Select(ColumnOf).Distinct().Count() > 1) < 2) return null;
        var table = new GridTable
        {
            Page = page.Number,
            Top = lines[0].Max(g => g.Baseline + g.Size),
            Bottom = lines[^1].Min(g => g.Baseline - (0.3 * g.Size)),
            Edges = edges,
            Gutters = gutters,
            RowCount = starts.Count,
            Cells = [],
        };
        for (var row = 0; row < starts.Count; row++)
        {
            var end = row + 1 < starts.Count ? starts[row + 1] : lines.Count;
            var inRow = lines.GetRange(starts[row], end - starts[row]).SelectMany(l => l).ToLookup(ColumnOf);
            for (var column = 0; column < columns; column++)
            {
                var cell = new GridCell { FirstColumn = column, LastColumn = column, FirstRow = row, LastRow = row };
                cell.Lines.AddRange(TextLine.Of(inRow[column], page.Number));
                table.Cells.Add(cell);
            }
        }

        foreach (var column in table.Cells.GroupBy(c => c.FirstColumn))
        {
            // Without walls the longest line of a column tells how wide it was set.
            var all = column.SelectMany(c => c.Lines).ToList();
            var measure = all.Count > 0 ? Measure.Of(all) : new Measure(edges[column.Key], edges[column.Key + 1]);
            foreach (var cell in column) cell.Measures[page.Number] = measure;
        }

        return table;
    }

    /// <summary>Indices of the lines with which a row begins.</summary>
    private static List<int> RowStarts(PageContent page, List<List<Glyph>> lines, IReadOnlyList<double> edges, Func<Glyph, int> columnOf)
    {
        var ruled = new List<int>();
        var said = new List<int>();
        var gaps = Enumerable.Range(1, lines.Count - 1).Select(i => lines[i - 1][0].Baseline - lines[i][0].Baseline).Order().ToList();
        var usual = gaps.Count > 0 ? gaps[gaps.Count / 4] : 0;   // most lines stand inside a cell
        for (var i = 1; i < lines.Count; i++)
        {
            var (above, below) = (lines[i - 1][0], lines[i][0]);
            if (page.Rulings.Any(r => r.IsHorizontal && r.At < above.Centre && r.At > below.Centre && Math.Min(r.To, edges[^1]) - Math.Max(r.From, edges[0]) > Across * (edges[^1] - edges[0])))
            {
                ruled.Add(i);
                said.Add(i);
                continue;
            }

            var (first, firstAbove) = (FirstColumn(lines[i], columnOf), FirstColumn(lines[i - 1], columnOf));
            if (above.Baseline - below.Baseline > LargerGap * usual || (first.Length > 0 && (firstAbove.Length == 0 || LabelSigns.BeginsWithLabel(first) || IsNumber(first)))) said.Add(i);
        }

        return ruled.Count >= 2 ? [0, .. ruled] : [0, .. said];
    }

    private static string FirstColumn(List<Glyph> line, Func<Glyph, int> columnOf) => string.Concat(line.Where(g => columnOf(g) == 0).Select(g => g.Text));

    private static bool IsNumber(string text) => text.Length <= 3 && (text.All(char.IsAsciiDigit) || LabelSigns.IsNumeral(text));
}
