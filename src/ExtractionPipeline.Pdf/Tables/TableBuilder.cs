using ExtractionPipeline.Documents;
using ExtractionPipeline.Pdf.Lines;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Pdf.Tables;

/// <summary>A ruled grid to a table of the document: merged cells appear in each row that shows them.</summary>
internal static class TableBuilder
{
    public static Table Build(GridTable grid, int number)
    {
        var blocks = grid.Cells.ToDictionary(c => c, c => Paragraphs(c, number));
        var rows = new List<TableRow>(grid.RowCount);
        for (var row = 0; row < grid.RowCount; row++)
        {
            var cells = grid.InRow(row).Select(c => new TableCell(c.FirstColumn + 1, c.LastColumn - c.FirstColumn + 1, c.FirstRow + 1, blocks[c]));
            rows.Add(new TableRow(row + 1, IsHeader: false, [.. cells]));
        }

        return new Table { Number = number, ColumnCount = grid.ColumnCount, Rows = rows };
    }

    private static List<Block> Paragraphs(GridCell cell, int table)
    {
        var blocks = new List<Block>();
        foreach (var joined in LineJoiner.Join(cell.Lines, page => cell.Measures[page]))
        {
            var location = new BlockLocation(table, cell.FirstRow + 1, cell.FirstColumn + 1, blocks.Count + 1);
            blocks.Add(new Paragraph { Text = joined.Text, Location = location });
        }

        return blocks;
    }
}
