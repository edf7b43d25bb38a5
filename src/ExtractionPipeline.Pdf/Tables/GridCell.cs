using ExtractionPipeline.Pdf.Lines;

namespace ExtractionPipeline.Pdf.Tables;

/// <summary>One cell of a ruled grid: the columns and rows it covers (0-based, both ends inclusive), and what stands in it.</summary>
internal sealed class GridCell
{
    public required int FirstColumn { get; init; }

    public required int LastColumn { get; init; }

    public required int FirstRow { get; init; }

    public required int LastRow { get; set; }

    /// <summary>In reading order; those of later pages follow where a table goes on.</summary>
    public List<TextLine> Lines { get; } = [];

    /// <summary>The inside of the cell by page, in points: a column may stand elsewhere on the next page.</summary>
    public Dictionary<int, Measure> Measures { get; } = [];

    public bool IsBlank => Lines.Count == 0;

    public string Text => string.Concat(Lines.Select(l => l.Text));
}

/// <summary>A table as one page shows it, or joined from several pages.</summary>
internal sealed class GridTable
{
    public required int Page { get; init; }

    /// <summary>Height of its upper edge on that page, in points.</summary>
    public required double Top { get; init; }

    public required double Bottom { get; init; }

    /// <summary>x of the column edges, one more than columns.</summary>
    public required IReadOnlyList<double> Edges { get; init; }

    /// <summary>The blank strips between its columns, where no lines part them; null in a ruled table.</summary>
    public IReadOnlyList<Measure>? Gutters { get; init; }

    public required int RowCount { get; set; }

    /// <summary>Each cell once, by its first row and column.</summary>
    public required List<GridCell> Cells { get; init; }

    public int ColumnCount => Edges.Count - 1;

    /// <summary>Cells that a row shows, from left to right.</summary>
    public IEnumerable<GridCell> InRow(int row) => Cells.Where(c => c.FirstRow <= row && row <= c.LastRow).OrderBy(c => c.FirstColumn);
}
