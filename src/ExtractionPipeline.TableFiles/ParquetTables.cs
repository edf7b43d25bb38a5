using ExtractionPipeline.Export.Tables;

using Parquet;
using Parquet.Schema;

namespace ExtractionPipeline.TableFiles;

/// <summary>The tables as Parquet, one file each: decimals as decimals, dates as dates, lists joined by semicolons.</summary>
/// <remarks>Rows are kept until there are enough for a row group, so memory does not grow with the run.</remarks>
public sealed class ParquetTables : ITableSink
{
    private const int RowGroup = 50_000;
    private const int Precision = 38;   // the most that a decimal of 16 bytes holds
    private const int Scale = 6;        // 0.000001 yuan or percent

    private readonly List<(FlatTable Table, ParquetWriter Writer, DataField[] Fields, List<IReadOnlyList<object?>> Rows)> _files = [];

    /// <param name="open">Opens the file of a name: documents.parquet, items.parquet … The caller closes the streams.</param>
    public ParquetTables(Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        foreach (var table in FlatTables.All)
        {
            var fields = table.Columns.Select(Field).ToArray();
            var options = new ParquetOptions { UseDateOnlyTypeForDates = true };
            var writer = Await(ParquetWriter.CreateAsync(new ParquetSchema(fields), open(table.Name + ".parquet"), options));
            _files.Add((table, writer, fields, []));
        }
    }

    /// <inheritdoc/>
    public void Add(DocumentRows document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var (table, writer, fields, rows) in _files)
        {
            rows.AddRange(document.In(table));
            if (rows.Count >= RowGroup) WriteGroup(table, writer, fields, rows);
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        foreach (var (table, writer, fields, rows) in _files)
        {
            WriteGroup(table, writer, fields, rows);
            Await(writer.DisposeAsync().AsTask());   // writes the footer
        }

        _files.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Clear();   // without a footer nothing is a Parquet file; the streams belong to the caller

    private static DataField Field(TableColumn column) => column.Kind switch
    {
        ColumnKind.Whole => new DataField<long?>(column.Name),
        ColumnKind.Amount => new DecimalDataField(column.Name, Precision, Scale, isNullable: true),
        ColumnKind.Flag => new DataField<bool?>(column.Name),
        ColumnKind.Date => new DataField<DateOnly?>(column.Name),
        _ => new DataField<string>(column.Name),
    };

    private static void WriteGroup(FlatTable table, ParquetWriter writer, DataField[] fields, List<IReadOnlyList<object?>> rows)
    {
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++) Await(Write(group, fields[i], table.Columns[i].Kind, rows, i));
        group.CompleteValidate();
        rows.Clear();
    }

    private static Task Write(ParquetRowGroupWriter group, DataField field, ColumnKind kind, List<IReadOnlyList<object?>> rows, int column) => kind switch
    {
        ColumnKind.Whole => group.WriteAsync<long>(field, Cells<long>(rows, column)),
        ColumnKind.Amount => group.WriteAsync<decimal>(field, Cells<decimal>(rows, column)),
        ColumnKind.Flag => group.WriteAsync<bool>(field, Cells<bool>(rows, column)),
        ColumnKind.Date => group.WriteAsync<DateOnly>(field, Cells<DateOnly>(rows, column)),
        _ => group.WriteAsync(field, rows.ConvertAll(row => DocumentRows.AsText(row[column]))!),
    };

    private static ReadOnlyMemory<T?> Cells<T>(List<IReadOnlyList<object?>> rows, int column)
        where T : struct => rows.ConvertAll(row => (T?)row[column]).ToArray();

    private static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Await(Task task) => task.GetAwaiter().GetResult();
}
