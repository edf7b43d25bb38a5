using System.Globalization;

using AngleSharp.Dom;

namespace ExtractionPipeline.Html;

/// <summary>One cell of a web table: its element, where it begins (1-based), and the columns it covers.</summary>
internal sealed record GridCell(IElement Element, int Row, int Column, int ColumnSpan);

/// <summary>The cells of a web table on their grid (HTML standard, 4.9.12): a cell stands in each row that shows it.</summary>
internal sealed class TableGrid
{
    private const int MaxColumnSpan = 1000;    // both limits are those of the standard
    private const int MaxRowSpan = 65_534;

    private readonly List<(List<GridCell> Cells, bool IsHeader)> _rows = [];
    private readonly List<(GridCell Cell, int Left)> _fromAbove = [];   // cells that go on, with the rows they still cover

    private TableGrid()
    {
    }

    /// <summary>Each cell once, in document order.</summary>
    public List<GridCell> Cells { get; } = [];

    /// <summary>Rows that show a cell, from top to bottom.</summary>
    public IReadOnlyList<(List<GridCell> Cells, bool IsHeader)> Rows => _rows;

    public int ColumnCount { get; private set; }

    /// <summary>Cells of all rows together.</summary>
    public int Shown => _rows.Sum(r => r.Cells.Count);

    public static TableGrid Of(IElement table)
    {
        var grid = new TableGrid();
        foreach (var child in table.Children)
        {
            if (child.LocalName is "tr") grid.Add(child, inHeader: false);
            if (child.LocalName is not ("thead" or "tbody" or "tfoot")) continue;
            grid._fromAbove.Clear();   // no cell reaches beyond its part of the table
            foreach (var row in child.Children.Where(r => r.LocalName is "tr")) grid.Add(row, child.LocalName is "thead");
        }

        return grid;
    }

    private void Add(IElement tr, bool inHeader)
    {
        var elements = tr.Children.Where(c => c.LocalName is "td" or "th").ToList();
        if (elements.Count == 0 && _fromAbove.Count == 0) return;
        var row = new List<GridCell>();
        var goingOn = new List<(GridCell, int)>();
        var column = 1;
        foreach (var element in elements)
        {
            column = TakeFromAbove(row, column, goingOn);
            var cell = new GridCell(element, _rows.Count + 1, column, Math.Min(Span(element, "colspan", MaxColumnSpan), Free(column)));
            var rows = element.GetAttribute("rowspan") is "0" ? MaxRowSpan : Span(element, "rowspan", MaxRowSpan);
            row.Add(cell);
            Cells.Add(cell);
            if (rows > 1) goingOn.Add((cell, rows - 1));
            column += cell.ColumnSpan;
        }

        while (_fromAbove.Exists(a => a.Cell.Column >= column))
        {
            column = TakeFromAbove(row, _fromAbove.Where(a => a.Cell.Column >= column).Min(a => a.Cell.Column), goingOn);
        }

        ColumnCount = Math.Max(ColumnCount, row.Count == 0 ? 0 : row.Max(c => c.Column + c.ColumnSpan - 1));
        _fromAbove.Clear();
        _fromAbove.AddRange(goingOn);
        _rows.Add((row, inHeader || (elements.Count > 0 && _rows.Count == 0 && elements.TrueForAll(e => e.LocalName is "th"))));
    }

    /// <summary>Puts cells from above that stand at this column, and says where the next free one is.</summary>
    private int TakeFromAbove(List<GridCell> row, int column, List<(GridCell, int)> goingOn)
    {
        while (_fromAbove.FindIndex(a => a.Cell.Column == column) is var at and >= 0)
        {
            var (cell, left) = _fromAbove[at];
            _fromAbove.RemoveAt(at);
            row.Add(cell);
            if (left > 1) goingOn.Add((cell, left - 1));
            column += cell.ColumnSpan;
        }

        return column;
    }

    /// <summary>Columns up to the next cell from above: two cells never cover one place.</summary>
    private int Free(int column)
    {
        var free = int.MaxValue;
        foreach (var (cell, _) in _fromAbove)
        {
            if (cell.Column > column) free = Math.Min(free, cell.Column - column);
        }

        return free;
    }

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}
