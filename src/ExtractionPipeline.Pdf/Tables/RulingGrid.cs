using ExtractionPipeline.Pdf.Lines;
using ExtractionPipeline.Pdf.Pages;

namespace ExtractionPipeline.Pdf.Tables;

/// <summary>Ruling lines of a page to tables with their cells.</summary>
/// <remarks>
/// Lines that touch make one table. Their places give columns and rows; where no line parts two neighbours, they are one cell.
/// A frame around a single cell and lines that part nothing are no table.
/// </remarks>
internal static class RulingGrid
{
    private const double Touch = 3;      // points: ends that miss each other by less do meet, and lines nearer than this are one line drawn twice
    private const double Parts = 0.6;    // share of a cell's side that a line must cover to part it from its neighbour
    private const int MaxElementary = 20_000;

    public static List<GridTable> Read(PageContent page)
    {
        var tables = new List<GridTable>();
        foreach (var group in Groups(page.Rulings))
        {
            var xs = Places(group.Where(r => !r.IsHorizontal).Select(r => r.At).Concat(Ends(group)));
            var ys = Places(group.Where(r => r.IsHorizontal).Select(r => r.At));
            ys.Reverse();   // from top to bottom
            if (xs.Count < 2 || ys.Count < 2 || (long)xs.Count * ys.Count > MaxElementary) continue;
            var cells = Cells(group, xs, ys);
            if (cells.Count < 2) continue;
            var table = new GridTable { Page = page.Number, Top = ys[0], Bottom = ys[^1], Edges = xs, RowCount = ys.Count - 1, Cells = cells };
            Fill(table, ys, page);
            if (table.Cells.Exists(c => !c.IsBlank)) tables.Add(table);
        }

        tables.Sort((a, b) => b.Top.CompareTo(a.Top));
        return tables;
    }

    /// <summary>Whether a character stands inside.</summary>
    public static bool Holds(GridTable table, Glyph glyph) =>
        glyph.Centre < table.Top + 1 && glyph.Centre > table.Bottom - 1 && glyph.Middle > table.Edges[0] - 1 && glyph.Middle < table.Edges[^1] + 1;

    private static List<List<Ruling>> Groups(IReadOnlyList<Ruling> rulings)
    {
        var group = new int[rulings.Count];
        for (var i = 0; i < group.Length; i++) group[i] = i;
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (Meet(rulings[i], rulings[j])) group[Root(group, j)] = Root(group, i);
            }
        }

        var groups = new SortedDictionary<int, List<Ruling>>();
        for (var i = 0; i < group.Length; i++)
        {
            var root = Root(group, i);
            if (!groups.TryGetValue(root, out var members)) groups.Add(root, members = []);
            members.Add(rulings[i]);
        }

        return [.. groups.Values.Where(g => g.Exists(r => r.IsHorizontal) && g.Exists(r => !r.IsHorizontal))];
    }

    private static int Root(int[] group, int i)
    {
        while (group[i] != i) i = group[i] = group[group[i]];
        return i;
    }

    private static bool Meet(Ruling a, Ruling b)
    {
        if (a.IsHorizontal == b.IsHorizontal) return Math.Abs(a.At - b.At) < Touch && a.From < b.To + Touch && b.From < a.To + Touch;
        return b.At > a.From - Touch && b.At < a.To + Touch && a.At > b.From - Touch && a.At < b.To + Touch;
    }

    /// <summary>A table may have no line at its left and right.</summary>
    private static IEnumerable<double> Ends(List<Ruling> group)
    {
        var across = group.Where(r => r.IsHorizontal).ToList();
        return across.Count == 0 ? [] : [across.Min(r => r.From), across.Max(r => r.To)];
    }

    private static List<double> Places(IEnumerable<double> places)
    {
        var found = new List<double>();
        var last = double.NegativeInfinity;
        foreach (var place in places.Order())
        {
            if (place - last > Touch) found.Add(place);
            last = place;
        }

        return found;
    }

    private static List<GridCell> Cells(List<Ruling> group, List<double> xs, List<double> ys)
    {
        var (columns, rows) = (xs.Count - 1, ys.Count - 1);
        var owner = new int[columns * rows];
        for (var i = 0; i < owner.Length; i++) owner[i] = i;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var at = row * columns + column;
                if (column + 1 < columns && !IsParted(group, false, xs[column + 1], ys[row + 1], ys[row])) owner[Root(owner, at + 1)] = Root(owner, at);
                if (row + 1 < rows && !IsParted(group, true, ys[row + 1], xs[column], xs[column + 1])) owner[Root(owner, at + columns)] = Root(owner, at);
            }
        }

        return Rectangles(owner, columns, rows);
    }

    private static bool IsParted(List<Ruling> group, bool horizontal, double at, double from, double to)
    {
        var covered = 0d;
        foreach (var ruling in group)
        {
            if (ruling.IsHorizontal != horizontal || Math.Abs(ruling.At - at) > Touch) continue;
            covered = Math.Max(covered, Math.Min(ruling.To, to) - Math.Max(ruling.From, from));
        }

        return covered >= Parts * (to - from);
    }

    /// <summary>Joined fields that make no rectangle (a line is missing) become the rectangle around them, as far as it is free.</summary>
    private static List<GridCell> Rectangles(int[] owner, int columns, int rows)
    {
        var bounds = new SortedDictionary<int, (int Left, int Right, int Top, int Bottom)>();
        for (var i = 0; i < owner.Length; i++)
        {
            var (column, row, root) = (i % columns, i / columns, Root(owner, i));
            var box = bounds.TryGetValue(root, out var known) ? known : (column, column, row, row);
            bounds[root] = (Math.Min(box.Item1, column), Math.Max(box.Item2, column), Math.Min(box.Item3, row), Math.Max(box.Item4, row));
        }

        var taken = new bool[columns * rows];
        var cells = new List<GridCell>();
        foreach (var (left, right, top, bottom) in bounds.Values.OrderBy(b => b.Top).ThenBy(b => b.Left))
        {
            if (IsFree(taken, columns, left, right, top, bottom))
            {
                Take(left, right, top, bottom);
            }
            else
            {
                for (var row = top; row <= bottom; row++)
                {
                    for (var column = left; column <= right; column++)
                    {
                        if (!taken[row * columns + column]) Take(column, column, row, row);
                    }
                }
            }
        }

        return [.. cells.OrderBy(c => c.FirstRow).ThenBy(c => c.FirstColumn)];

        void Take(int left, int right, int top, int bottom)
        {
            for (var row = top; row <= bottom; row++) Array.Fill(taken, true, row * columns + left, right - left + 1);
            cells.Add(new GridCell { FirstColumn = left, LastColumn = right, FirstRow = top, LastRow = bottom });
        }
    }

    private static bool IsFree(bool[] taken, int columns, int left, int right, int top, int bottom)
    {
        for (var row = top; row <= bottom; row++)
        {
            if (Array.IndexOf(taken, true, row * columns + left, right - left + 1) >= 0) return false;
        }

        return true;
    }

    /// <summary>Puts the characters into their cells.</summary>
    private static void Fill(GridTable table, List<double> ys, PageContent page)
    {
        var inside = new Dictionary<GridCell, List<Glyph>>();
        var cellAt = new GridCell[table.RowCount, table.ColumnCount];
        foreach (var cell in table.Cells)
        {
            for (var row = cell.FirstRow; row <= cell.LastRow; row++)
            {
                for (var column = cell.FirstColumn; column <= cell.LastColumn; column++) cellAt[row, column] = cell;
            }
        }

        foreach (var glyph in page.Glyphs)
        {
            if (!Holds(table, glyph)) continue;
            var column = Math.Clamp(Count(table.Edges, e => e <= glyph.Middle) - 1, 0, table.ColumnCount - 1);
            var row = Math.Clamp(Count(ys, y => y >= glyph.Centre) - 1, 0, table.RowCount - 1);
            var cell = cellAt[row, column];
            if (!inside.TryGetValue(cell, out var glyphs)) inside.Add(cell, glyphs = []);
            glyphs.Add(glyph);
        }

        foreach (var (cell, glyphs) in inside) cell.Lines.AddRange(TextLine.Of(glyphs, page.Number));
        foreach (var cell in table.Cells) cell.Measures[page.Number] = Inside(cell, table);
    }

    /// <summary>The width between the cell's walls, less the margin that its lines keep on the left (8 points at most) on both sides.</summary>
    private static Measure Inside(GridCell cell, GridTable table)
    {
        var (left, right) = (table.Edges[cell.FirstColumn], table.Edges[cell.LastColumn + 1]);
        if (cell.IsBlank) return new Measure(left, right);
        var margin = Math.Clamp(cell.Lines.Min(l => l.Left) - left, 0, 8);
        return new Measure(cell.Lines.Min(l => l.Left), Math.Max(right - margin, cell.Lines.Max(l => l.Right)));
    }

    private static int Count(IReadOnlyList<double> places, Func<double, bool> passed)
    {
        var count = 0;
        while (count < places.Count && passed(places[count])) count++;
        return count;
    }
}
