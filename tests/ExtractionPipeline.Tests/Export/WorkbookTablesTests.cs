using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.TableFiles;

using MiniExcelLibs;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Export;

public sealed class WorkbookTablesTests
{
    [Test]
    public void EveryRowComesBack()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        var (book, _) = Write(false, rows);
        foreach (var table in FlatTables.All)
        {
            var read = MiniExcel.Query(book, useHeaderRow: true, sheetName: table.Name).Cast<IDictionary<string, object?>>().ToList();
            Assert.That(read, Has.Count.EqualTo(rows.In(table).Count), table.Name);
            Assert.That(read[0].Keys, Is.EqualTo(table.Columns.Select(c => c.Name)), table.Name);
            Assert.That(read.Select(r => r[table.Columns[0].Name]), Is.EqualTo(rows.In(table).Select(r => r[0])), table.Name);
        }
    }

    [Test]
    public void AmountsAreNumbersAndDatesAreDates()
    {
        var (book, _) = Write(false, ExportRun.Rows(ExportRun.Text("关于支持政策的通知\n杭政办〔2024〕3号\n2024年3月5日\n1. 杭州最高补贴20.5万元。\n").Result, "a.txt"));
        var amount = (IDictionary<string, object?>)MiniExcel.Query(book, useHeaderRow: true, sheetName: "amounts").Single();
        var document = (IDictionary<string, object?>)MiniExcel.Query(book, useHeaderRow: true, sheetName: "documents").Single();
        Assert.Multiple(() =>
        {
            Assert.That(amount["max_value"], Is.EqualTo(205_000d));
            Assert.That(amount["min_value"], Is.Null);
            Assert.That(amount["approximate"], Is.EqualTo(false));
            Assert.That(document["date"], Is.EqualTo(new DateTime(2024, 3, 5, 0, 0, 0, DateTimeKind.Unspecified)));
        });
    }

    [Test]
    public void TheHeaderIsFrozenAndFilteredAndColumnsHaveWidths()
    {
        using var book = SpreadsheetDocument.Open(Write(false, ExportRun.Rows(ExportRun.Sample.Result, "a.docx")).Book, false);
        foreach (var sheet in book.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!))
        {
            Assert.That(sheet.Descendants<Pane>().Single().VerticalSplit!.Value, Is.EqualTo(1));
            Assert.That(sheet.Descendants<AutoFilter>().Single().Reference!.Value, Does.StartWith("A1:"));
            Assert.That(sheet.Descendants<Column>().Select(c => c.Width!.Value), Is.All.GreaterThan(7));
        }
    }

    [Test]
    public void TheWorkbookIsValid()
    {
        using var book = SpreadsheetDocument.Open(Write(true, ExportRun.Rows(ExportRun.Sample.Result, "a.docx")).Book, false);
        Assert.That(new OpenXmlValidator().Validate(book).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"), Is.Empty);
    }

    [Test]
    public void HeadingsAreChineseOnRequest()
    {
        var (book, _) = Write(true, ExportRun.Rows(ExportRun.Sample.Result, "a.docx"));
        Assert.That(MiniExcel.GetSheetNames(book), Is.EqualTo(new[] { "文档", "条目", "举措", "金额和比例" }));
        foreach (var sheet in MiniExcel.GetSheetNames(book)) Assert.That(MiniExcel.GetColumns(book, useHeaderRow: true, sheetName: sheet), Is.All.Matches<string?>(h => h!.Any(c => c > 0x3400)).And.Unique, sheet);
    }

    [Test]
    public void RolesAndKindsAreWordsInAChineseWorkbook()
    {
        var (book, _) = Write(true, ExportRun.Rows(ExportRun.Sample.Result, "a.docx"));
        var rows = MiniExcel.Query(book, useHeaderRow: true, sheetName: "金额和比例").Cast<IDictionary<string, object?>>().ToList();
        Assert.That(rows.Select(r => r["作用"]).Distinct(), Is.EquivalentTo(new[] { "奖补", "已投入", "预算", "上限", "门槛", "比例", "其他" }));
        Assert.That(rows.Select(r => r["种类"]).Distinct(), Is.EquivalentTo(new[] { "金额", "比例" }));
    }

    [Test]
    public void TextThatLooksLikeAFormulaIsText()
    {
        using var book = SpreadsheetDocument.Open(Write(false, ExportRun.Rows(ExportRun.Text(ExportRun.Dangerous).Result, "=a.txt")).Book, false);
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).ToList();
        Assert.That(cells.SelectMany(c => c.Descendants<CellFormula>()), Is.Empty);
        var dangerous = cells.Where(c => c.CellValue?.Text is ['=' or '-', ..]).ToList();
        Assert.That(dangerous.Select(c => c.CellValue!.Text), Has.Some.StartsWith("=cmd|' /C calc'!A0").And.Some.EqualTo("=a.txt"));
        Assert.That(dangerous.Select(c => c.DataType!.Value), Is.All.EqualTo(CellValues.String));
    }

    [Test]
    public void ATextBeyondTheLimitOfACellIsCutAndReported()
    {
        var text = "杭州给予10万元补贴" + string.Concat(Enumerable.Repeat("，并建设平台", 6_000));
        var rows = ExportRun.Rows(ExportRun.Text(text).Result, "a.txt");
        var (book, findings) = Write(false, rows);
        var item = (IDictionary<string, object?>)MiniExcel.Query(book, useHeaderRow: true, sheetName: "items").Single();
        Assert.Multiple(() =>
        {
            Assert.That(item["text"], Is.EqualTo(text[..WorkbookTables.CellLimit]));
            Assert.That(findings, Has.Some.EqualTo($"EP7001 the text of {rows.Id}:1 has {text.Length} characters and a cell holds 32767; it was cut in results.xlsx; json, csv and sqlite hold the whole"));
        });
    }

    [Test]
    public void WhatNoSheetCanHoldIsReplaced()
    {
        var result = ExportRun.Text("杭州给予10万元补贴。\n").Result with { Source = new("a\u0001\uD800.txt", "txt", new string('0', 64)) };
        var (book, _) = Write(false, DocumentRows.Of(result, result.Source.Name, ExportRun.Pipeline.Rules));
        Assert.That(((IDictionary<string, object?>)MiniExcel.Query(book, useHeaderRow: true, sheetName: "documents").Single())["name"], Is.EqualTo("a\uFFFD\uFFFD.txt"));
    }

    [Test]
    public void TheSameRowsGiveTheSameBytes()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        Assert.That(Write(true, rows).Book.ToArray(), Is.EqualTo(Write(true, rows).Book.ToArray()));
    }

    [Test]
    public void ATableBeyondTheLimitOfASheetGoesOnInFurtherOnes()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        var (book, findings) = Write(false, [rows], rowLimit: 20);
        Assert.Multiple(() =>
        {
            Assert.That(MiniExcel.GetSheetNames(book), Is.EqualTo(new[] { "documents", "items", "items 2", "items 3", "measures", "measures 2", "measures 3", "measures 4", "amounts" }));
            Assert.That(MiniExcel.Query(book, useHeaderRow: true, sheetName: "items 3").Count(), Is.EqualTo(9));
            Assert.That(findings[0], Is.EqualTo("EP7002 the table items has 49 rows and a sheet holds 20; the others stand in further sheets of results.xlsx"));
        });
    }

    private static (MemoryStream Book, List<string> Findings) Write(bool chinese, params DocumentRows[] documents) => Write(chinese, documents, WorkbookTables.RowLimit);

    private static (MemoryStream Book, List<string> Findings) Write(bool chinese, DocumentRows[] documents, int rowLimit)
    {
        var (book, findings) = (new MemoryStream(), new List<string>());
        using var tables = new WorkbookTables(book, "results.xlsx", chinese, (kind, details) => findings.Add($"{kind.Code} {new Diagnostic(kind, default, details).Message}"), rowLimit);
        foreach (var document in documents) tables.Add(document);
        tables.Complete();
        book.Position = 0;
        return (book, findings);
    }
}
