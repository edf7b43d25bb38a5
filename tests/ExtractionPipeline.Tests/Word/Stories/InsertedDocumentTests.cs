using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Html;
using ExtractionPipeline.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Stories;

/// <summary>Documents that stand whole inside a document (w:altChunk).</summary>
public sealed class InsertedDocumentTests
{
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk";

    private static readonly WordReadingOptions s_withPages = new() { WebPages = (bytes, name, stop) => new HtmlDocumentReader(HtmlReadingOptions.Default).Read(bytes, name, stop) };

    private static DocxBuilder With(string name, byte[] content, string? body = null) => new DocxBuilder()
        .Raw(name, content)
        .Type(name, Path.GetExtension(name) switch { ".html" => "text/html", ".txt" => "text/plain", ".rtf" => "application/rtf", _ => "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" })
        .Relationship($"<Relationship Id=\"c1\" Type=\"{Relationship}\" Target=\"/{name}\"/>")
        .Body(body ?? P("前") + "<w:altChunk r:id=\"c1\"/>" + P("后"));

    private static byte[] Inner() => new DocxBuilder()
        .Numbering(AbstractNum(0, Lvl(0, "chineseCounting", "%1、")) + Num(1, 0))
        .Footnotes("<w:footnote w:id=\"1\">" + P("注") + "</w:footnote>")
        .Body(Li("第一", 1) + Tbl(2, Tr(Tc("甲", "<w:vMerge w:val=\"restart\"/>"), Tc("乙")), Tr(Tc("", "<w:vMerge/>"), Tc("丙"))) + Px(R("第二") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"))
        .ToBytes();

    [Test]
    public void AWordDocumentIsReadInItsPlace()
    {
        var document = With("word/inner.docx", Inner()).Read();
        Assert.That(document.Lines(), Is.EqualTo(new[] { "前", "一、 第一", "甲", "乙", "丙", "第二", "后" }));
        Assert.That(
            DocumentLines.Paragraphs(document.Blocks).Select(p => p.Location.ToString()),
            Is.EqualTo(new[] { "paragraph 1", "paragraph 2", "table 1, row 1, column 1, paragraph 1", "table 1, row 1, column 2, paragraph 1", "table 1, row 2, column 2, paragraph 1", "paragraph 3", "paragraph 4" }));
        Assert.That(document.Asides.Single().Text, Is.EqualTo("注"));
        Assert.That(document.Messages(), Is.EqualTo(new[] { "EP1103 at paragraph 2: a footnote kept apart from the text: 注" }));
    }

    [Test]
    public void TablesAreCountedOn()
    {
        var document = With("word/inner.docx", Inner(), Tbl(1, Tr(Tc("表一"))) + "<w:altChunk r:id=\"c1\"/>" + Tbl(1, Tr("<w:tc><w:altChunk r:id=\"c1\"/></w:tc>"))).Read();
        Assert.That(document.Blocks.OfType<Table>().Select(t => t.Number), Is.EqualTo(new[] { 1, 2, 3 }));
        var inside = document.Blocks.OfType<Table>().Last().Rows[0].Cells[0].Blocks;
        Assert.That(inside.OfType<Table>().Single().Number, Is.EqualTo(4));
        Assert.That(((Paragraph)inside[^1]).Location.ToString(), Is.EqualTo("table 3, row 1, column 1, paragraph 2"));
    }

    [Test]
    public void AWebPageIsReadWhereThereIsAReader()
    {
        var page = With("word/page.html", Encoding.UTF8.GetBytes("<html><body><p>网页</p><ol><li>甲</ol></body></html>"));
        Assert.That(page.Read(s_withPages).Lines(), Is.EqualTo(new[] { "前", "网页", "1. 甲", "后" }));
        Assert.That(page.Read().Messages(), Is.EqualTo(new[] { "EP1101 at paragraph 2: a document inserted as a whole (altChunk), word/page.html, was not read" }));
    }

    [Test]
    public void APlainTextIsRead() => Assert.That(With("word/a.txt", Encoding.UTF8.GetBytes("甲\n乙")).Read().Lines(), Is.EqualTo(new[] { "前", "甲", "乙", "后" }));

    [TestCase("word/a.rtf", @"{\rtf1}", "a document inserted as a whole (altChunk), word/a.rtf, was not read")]
    [TestCase("word/a.docx", "PK\u0003\u0004", "a document inserted as a whole (altChunk) (EP1004: test.docx: the file is damaged (its zip archive cannot be opened; was it copied whole?); open it in Word and save it again) was not read")]
    public void WhatCannotBeReadIsNamed(string name, string content, string message) =>
        Assert.That(With(name, Encoding.UTF8.GetBytes(content)).Read().Messages(), Is.EqualTo(new[] { "EP1101 at paragraph 2: " + message }));

    /// <summary>A document cannot hold itself, but one can be made that unpacks to another that …</summary>
    [Test]
    public void DocumentsInDocumentsEnd()
    {
        var bytes = DocxBuilder.WithBody(P("底"));
        for (var depth = 0; depth < 5; depth++) bytes = With("word/inner.docx", bytes, P($"{depth}") + "<w:altChunk r:id=\"c1\"/>").ToBytes();
        var document = new WordDocumentReader(WordReadingOptions.Default).Read(bytes, "a.docx");
        Assert.That(document.Lines(), Is.EqualTo(new[] { "4", "3", "2", "1" }));
        Assert.That(document.Messages(), Is.EqualTo(new[] { "EP1101 at paragraph 2: a document inserted as a whole (altChunk), word/inner.docx, was not read" }));
    }

    [Test]
    public void ADocumentInsertedAgainAndAgainIsRefused()
    {
        var document = With("word/a.txt", "甲"u8.ToArray(), string.Concat(Enumerable.Repeat("<w:altChunk r:id=\"c1\"/>", 1_001)));
        Assert.That(Assert.Throws<InputException>(() => document.Read())!.Message, Is.EqualTo("EP1007: test.docx: the number of inserted documents exceeds the limit of 1000; the file was not read"));
    }
}
