using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.TableFiles;

using NUnit.Framework;

using Parquet;
using Parquet.Schema;

namespace ExtractionPipeline.Tests.Export;

public sealed class ParquetTablesTests
{
    [Test]
    public async Task EveryCellComesBackWithItsType()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        var files = Write(rows);
        foreach (var table in FlatTables.All)
        {
            await using var reader = await ParquetReader.CreateAsync(files[table.Name + ".parquet"], new ParquetOptions { UseDateOnlyTypeForDates = true });
            Assert.That(reader.Schema.DataFields.Select(f => f.Name), Is.EqualTo(table.Columns.Select(c => c.Name)));
            using var group = reader.OpenRowGroupReader(0);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var expected = rows.In(table).Select(r => table.Columns[i].Kind is ColumnKind.List ? DocumentRows.AsText(r[i]) : r[i]);
                Assert.That(await Read(group, reader.Schema.DataFields[i], table.Columns[i].Kind), Is.EqualTo(expected), $"{table.Name}.{table.Columns[i].Name}");
            }
        }
    }

    [Test]
    public async Task AmountsAreExactDecimals()
    {
        var files = Write(ExportRun.Rows(ExportRun.Text("杭州给予0.1万元补贴，税率0.35‰。\n").Result, "a.txt"));
        await using var reader = await ParquetReader.CreateAsync(files["amounts.parquet"]);
        var field = (DecimalDataField)reader.Schema.DataFields.Single(f => f.Name == "min_value");
        using var group = reader.OpenRowGroupReader(0);
        Assert.That(await Read(group, field, ColumnKind.Amount), Is.EqualTo(new object?[] { 1_000m, 0.035m }));
    }

    [Test]
    public async Task ARunWithoutAmountsHasAnEmptyTable()
    {
        var files = Write(ExportRun.Rows(ExportRun.Text("杭州建设平台。\n").Result, "a.txt"));
        await using var reader = await ParquetReader.CreateAsync(files["amounts.parquet"]);
        Assert.That(reader.Metadata!.NumRows, Is.Zero);
    }

    private static async Task<List<object?>> Read(ParquetRowGroupReader group, DataField field, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Whole: return await Read<long>(group, field);
            case ColumnKind.Amount: return await Read<decimal>(group, field);
            case ColumnKind.Flag: return await Read<bool>(group, field);
            case ColumnKind.Date: return await Read<DateOnly>(group, field);
            default:
                var texts = new string?[group.RowCount];
                await group.ReadAsync(field, texts.AsMemory());
                return [.. texts];
        }
    }

    private static async Task<List<object?>> Read<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory());
        return [.. values.Cast<object?>()];
    }

    private static Dictionary<string, MemoryStream> Write(params DocumentRows[] documents)
    {
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        using var tables = new ParquetTables(name => files[name] = new MemoryStream());
        foreach (var document in documents) tables.Add(document);
        tables.Complete();
        return files;
    }
}
