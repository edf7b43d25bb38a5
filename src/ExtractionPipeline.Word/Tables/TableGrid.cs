using ExtractionPipeline.Documents;

namespace ExtractionPipeline.Word.Tables;

/// <summary>A table while its rows are being read: which grid column comes next, and which cells go on from above.</summary>
internal sealed class TableGrid(int number)
{
    private readonly List<TableRow> _rows = [];
    private readonly List<TableCell> _cells = [];
    private Dictionary<int, TableCell> _mergedAbove = [];
    private Dictionary<int, TableCell> _mergedHere = [];
    private int _column;
    private int _columns;

    // Word has 63 columns; a wrong gridSpan must not lead the count astray.
    private const int MaxColumn = 16_384;

    /// <summary>1-based, in document order.</summary>
    public int Number { get; } = number;

    /// <summary>Columns that w:tblGrid declares.</summary>
    public int DeclaredColumns { get; private set; }

    /// <summary>1-based number of the row being read.</summary>
    public int RowNumber => _rows.Count + 1;

    /// <summary>1-based grid column where the next cell begins.</summary>
    public int NextColumn => _column + 1;

    public void Declare(int columns)
    {
        DeclaredColumns = columns;
        _columns = Math.Max(_columns, Math.Min(columns, MaxColumn));
    }

    public void BeginRow(int gridBefore)
    {
        _column = Clamp(gridBefore);
        _cells.Clear();
        _mergedHere = [];
    }

    /// <summary>The cell above that goes on in a cell at the next column, or null.</summary>
    public TableCell? CellAbove() => _mergedAbove.GetValueOrDefault(NextColumn);

    /// <summary>Adds a cell that begins here; one that goes on may be continued by the cells below (w:vMerge).</summary>
    public void Add(int span, IReadOnlyList<Block> blocks, bool goesOn)
    {
        var cell = new TableCell(NextColumn, Span(span), RowNumber, blocks);
        if (goesOn) _mergedHere[cell.Column] = cell;
        Place(cell);
    }

    /// <summary>Adds a cell that goes on from above.</summary>
    public void Continue(TableCell above, int span)
    {
        _mergedHere[above.Column] = above;
        Place(above with { ColumnSpan = Span(span) });
    }

    /// <summary>The cell just added covers more columns (w:hMerge).</summary>
    public void WidenLast(int span)
    {
        var last = _cells[^1];
        span = Span(span);
        _cells[^1] = last with { ColumnSpan = last.ColumnSpan + span };
        _column += span;
    }

    public bool HasCells => _cells.Count > 0;

    public void EndRow(bool isHeader, int gridAfter)
    {
        _columns = Math.Max(_columns, Clamp(_column + Clamp(gridAfter)));
        _rows.Add(new TableRow(RowNumber, isHeader, [.. _cells]));
        _mergedAbove = _mergedHere;
    }

    public Table ToTable() => new() { Number = Number, ColumnCount = _columns, Rows = [.. _rows] };

    private void Place(TableCell cell)
    {
        _cells.Add(cell);
        _column += cell.ColumnSpan;
    }

    private int Span(int span) => Math.Clamp(span, 1, Math.Max(1, MaxColumn - _column));

    private static int Clamp(int columns) => Math.Clamp(columns, 0, MaxColumn);
}
