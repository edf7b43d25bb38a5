using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Tables;

using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace ExtractionPipeline.TableFiles;

/// <summary>The tables as one Excel workbook: a sheet a table, the header frozen and filtered, amounts as numbers, texts as texts.</summary>
/// <remarks>
/// A text stays a text also where it looks like a formula: no cell is one. A text beyond Excel's limit is cut, a table beyond it goes on in
/// further sheets; both are reported. Keeps all rows until <see cref="Complete"/>.
/// </remarks>
/// <param name="stream">Takes the workbook; the caller closes it.</param>
/// <param name="name">Its file, as findings name it.</param>
/// <param name="chinese">Language of sheets and headings.</param>
/// <param name="report">Takes what was cut or carried over.</param>
/// <param name="rowLimit">Rows of a sheet below its header.</param>
public sealed class WorkbookTables(Stream stream, string name, bool chinese, Action<DiagnosticKind, string[]> report, int rowLimit = WorkbookTables.RowLimit) : ITableSink
{
    /// <summary>UTF-16 code units that a cell holds.</summary>
    public const int CellLimit = 32_767;

    /// <summary>Rows that a sheet of Excel holds below its header.</summary>
    public const int RowLimit = 1_048_575;

    // Separators from 10,000 on. A format with optional decimals would print 500,000 as "500,000.".
    private const string AmountFormat = "[>=10000]#,##0;General";
    private const int WidthOfFilter = 3;   // the arrow beside a heading

    private readonly List<DocumentRows> _documents = [];

    /// <inheritdoc/>
    public void Add(DocumentRows document) => _documents.Add(document);

    /// <inheritdoc/>
    public void Complete()
    {
        var (sheets, columns) = (new Dictionary<string, object>(StringComparer.Ordinal), new List<DynamicExcelColumn>());
        foreach (var table in FlatTables.All)
        {
            var rows = _documents.SelectMany(d => d.In(table)).ToList();
            if (rows.Count > rowLimit) report(DiagnosticKinds.RowsCarriedOver, [table.Name, Text(rows.Count), Text(rowLimit), name]);
            var heading = TableHeadings.Of(table, chinese);
            for (var (first, number) = (0, 1); first == 0 || first < rows.Count; first += rowLimit, number++)
            {
                sheets.Add(number == 1 ? heading : string.Create(CultureInfo.InvariantCulture, $"{heading} {number}"), Sheet(table, rows.GetRange(first, Math.Min(rowLimit, rows.Count - first))));
            }

            foreach (var column in table.Columns) columns.Add(Column(table, column));
        }

        var configuration = new OpenXmlConfiguration
        {
            FreezeRowCount = 1,
            AutoFilter = true,
            DynamicColumns = [.. columns.DistinctBy(c => c.Key, StringComparer.Ordinal)],
        };
        using var package = new MemoryStream();
        package.SaveAs(sheets, printHeader: true, configuration: configuration);
        package.Position = 0;
        SteadyPackage.Copy(package, stream);
    }

    /// <inheritdoc/>
    public void Dispose() => _documents.Clear();

    private IEnumerable<Dictionary<string, object?>> Sheet(FlatTable table, List<IReadOnlyList<object?>> rows)
    {
        // A sheet without rows has a header all the same.
        if (rows.Count == 0) return [table.Columns.ToDictionary(c => TableHeadings.Of(table, c, chinese), object? (_) => null, StringComparer.Ordinal)];
        return rows.Select(row => Row(table, row));
    }

    private Dictionary<string, object?> Row(FlatTable table, IReadOnlyList<object?> row)
    {
        var cells = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < row.Count; i++) cells.Add(TableHeadings.Of(table, table.Columns[i], chinese), Cell(table, i, row));
        return cells;
    }

    private object? Cell(FlatTable table, int column, IReadOnlyList<object?> row) => row[column] switch
    {
        null => null,
        long or decimal or bool => row[column],
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        var cell => Cut(Printable(TableHeadings.Value(table.Columns[column], DocumentRows.AsText(cell)!, chinese)), table, column, row),
    };

    private string Cut(string text, FlatTable table, int column, IReadOnlyList<object?> row)
    {
        if (text.Length <= CellLimit) return text;
        report(DiagnosticKinds.CellCut, [table.Columns[column].Name, (string)row[0]!, Text(text.Length), Text(CellLimit), name]);
        return char.IsHighSurrogate(text[CellLimit - 1]) ? text[..(CellLimit - 1)] : text[..CellLimit];
    }

    /// <summary>U+FFFD for what XML cannot hold.</summary>
    private static string Printable(string text)
    {
        if (text.All(c => System.Xml.XmlConvert.IsXmlChar(c))) return text;
        return string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !System.Xml.XmlConvert.IsXmlChar((char)r.Value) ? "\uFFFD" : r.ToString()));
    }

    private DynamicExcelColumn Column(FlatTable table, TableColumn column)
    {
        var heading = TableHeadings.Of(table, column, chinese);
        return new DynamicExcelColumn(heading)
        {
            Width = Math.Max(column.Width, heading.Sum(c => c > 0xFF ? 2 : 1) + WidthOfFilter),
            Format = column.Kind switch { ColumnKind.Date => "yyyy-mm-dd", ColumnKind.Amount => AmountFormat, _ => null },
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
