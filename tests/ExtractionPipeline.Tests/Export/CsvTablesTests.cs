using System.Text;

using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.Export.Text;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Export;

public sealed class CsvTablesTests
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Test]
    public void BeginsWithAByteOrderMarkAndEndsLinesAsTheStandardSays()
    {
        var bytes = Write(ExportRun.Rows(ExportRun.Sample.Result, "a.docx"))["items.csv"];
        Assert.That(bytes.Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.That(Utf8.GetString(bytes), Does.EndWith("\r\n"));
    }

    [Test]
    public void EveryCellComesBack()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        var files = Write(rows);
        foreach (var table in FlatTables.All)
        {
            var read = Parse(Utf8.GetString(files[table.Name + ".csv"]).TrimStart('\uFEFF'));
            Assert.That(read[0], Is.EqualTo(table.Columns.Select(c => c.Name)));
            Assert.That(read.Skip(1), Is.EqualTo(rows.In(table).Select(r => r.Select(c => DocumentRows.AsText(c) ?? ""))), table.Name);
        }
    }

    [Test]
    public void TextThatLooksLikeAFormulaIsText()
    {
        var files = Write(ExportRun.Rows(ExportRun.Text(ExportRun.Dangerous).Result, "=a.txt"));
        var items = Parse(Utf8.GetString(files["items.csv"]).TrimStart('\uFEFF'));
        var text = FlatTables.Items.IndexOf("text");
        Assert.Multiple(() =>
        {
            Assert.That(items.Select(r => r[text]), Has.Some.StartsWith("'=cmd|' /C calc'!A0").And.Some.StartsWith("'-2+3").And.Some.StartsWith("宁波称\"最高\"补贴,"));
            Assert.That(items.Select(r => r[text]), Has.None.StartsWith("=").And.None.StartsWith("-"));
            Assert.That(Utf8.GetString(files["documents.csv"]), Does.Contain(",'=a.txt,"));
        });
    }

    [Test]
    public void TheTablesJoinByTheirIds()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        var items = rows.In(FlatTables.Items).Select(r => r[0]).ToHashSet();
        var measures = rows.In(FlatTables.Measures).Select(r => r[0]).ToHashSet();
        Assert.Multiple(() =>
        {
            foreach (var table in FlatTables.All) Assert.That(rows.In(table).Select(r => r[0]), Is.Unique, table.Name);
            Assert.That(rows.In(FlatTables.Measures).Select(r => r[1]).Distinct(), Is.SubsetOf(items));
            Assert.That(rows.In(FlatTables.Amounts).Select(r => r[1]).Distinct(), Is.SubsetOf(items));
            Assert.That(rows.In(FlatTables.Amounts).Select(r => r[2]).Distinct(), Is.SubsetOf(measures));
            Assert.That(rows.In(FlatTables.Amounts), Has.Count.EqualTo(18));
        });
    }

    [Test]
    public void AFullDiskIsAFaultAndNothingMore()
    {
        var csv = new CsvTables(_ => new FullStream());
        Assert.That(() =>
        {
            csv.Add(ExportRun.Rows(ExportRun.Sample.Result, "a.docx"));
            csv.Complete();
        }, Throws.InstanceOf<IOException>().With.Message.EqualTo("No space left on device"));
        Assert.That(csv.Dispose, Throws.Nothing);
    }

    private static Dictionary<string, byte[]> Write(DocumentRows rows)
    {
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        using var csv = new CsvTables(name => files[name] = new MemoryStream());
        csv.Add(rows);
        csv.Complete();
        return files.ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>RFC 4180, written down a second time.</summary>
    private static List<List<string>> Parse(string text)
    {
        var (rows, row, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[i++]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                field.Append(c);
            }
            else if (c is ',' or '\n')
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == ',') continue;
                rows.Add(row);
                row = [];
            }
            else
            {
                field.Append(c);
            }
        }

        return rows;
    }
}
