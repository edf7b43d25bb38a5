using System.Text;

using ExtractionPipeline.Cli;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Tests.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>Files whose name says something else than their bytes: read as what they are, and said so; or refused. Never read as rubbish.</summary>
public sealed class WrongEndingTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Remove();

    private static byte[] Of(string kind) => kind switch
    {
        "docx" => DocxBuilder.WithBody(P("合肥给予企业50万元奖励。")),
        "html" => Encoding.UTF8.GetBytes("<html><head><meta charset=utf-8></head><body><p>合肥给予企业50万元奖励。</p></body></html>"),
        "html with a mark" => Encoding.UTF8.GetBytes("\uFEFF\n<!DOCTYPE html><body><p>合肥给予企业50万元奖励。</p></body>"),
        "pdf" => new Pdf.PdfBuilder().Page().Text(60, 700, "合肥给予企业50万元奖励。").Build(),
        _ => Encoding.UTF8.GetBytes("合肥给予企业50万元奖励。"),
    };

    private (string Text, string Format, string[] Said) Read(byte[] bytes, string name)
    {
        File.WriteAllBytes(_folder.PathOf(name), bytes);
        using var at = new Surroundings(Stream.Null, TextWriter.Null, TextWriter.Null);
        var document = new DocumentReading(at, ReadingSettings.Default).Read(_folder.PathOf(name));
        return (document.Texts().Single(), document.Source.Format, [.. document.Messages().Where(m => m.StartsWith("EP1112", StringComparison.Ordinal))]);
    }

    [TestCase("docx", "a.doc", "docx")]
    [TestCase("docx", "a.wps", "docx")]
    [TestCase("docx", "a.rtf", "docx")]
    [TestCase("docx", "a.odt", "docx")]
    [TestCase("docx", "a.pdf", "docx")]
    [TestCase("docx", "a.txt", "docx")]
    [TestCase("docx", "a.html", "docx")]
    [TestCase("html", "a.doc", "html")]
    [TestCase("html with a mark", "a.doc", "html")]
    [TestCase("html", "a.wps", "html")]
    [TestCase("html", "a.odt", "html")]
    [TestCase("html", "a.txt", "html")]
    [TestCase("html", "a.pdf", "html")]
    [TestCase("pdf", "a.doc", "pdf")]
    [TestCase("pdf", "a.txt", "pdf")]
    [TestCase("pdf", "a.html", "pdf")]
    public void TheContentDecidesAndIsNamed(string kind, string name, string format)
    {
        var (text, found, said) = Read(Of(kind), name);
        Assert.That((text, found), Is.EqualTo(("合肥给予企业50万元奖励。", format)));
        Assert.That(said, Is.EqualTo(new[] { $"EP1112: the name says {Path.GetExtension(name)}, but the content is .{format}; it was read as what it is" }));
    }

    [TestCase("docx", "a.docx")]
    [TestCase("docx", "a.DOCM")]
    [TestCase("docx", "a.dotx")]
    [TestCase("html", "a.htm")]
    [TestCase("pdf", "a.PDF")]
    [TestCase("text", "a.txt")]
    [TestCase("text", "a.html")]
    public void ARightNameIsNotTalkedAbout(string kind, string name) => Assert.That(Read(Of(kind), name).Said, Is.Empty);

    [TestCase("pdf", "a.docx", "EP1003: a.docx: not a Word document (it starts with %PDF); nothing was written")]
    [TestCase("html", "a.docx", "EP1003: a.docx: not a Word document (it starts with <html><head><met); nothing was written")]
    [TestCase("text", "a.doc", "EP1003: a.doc: not a Word document (it starts with the bytes E59088E8); nothing was written")]
    [TestCase("text", "a.odt", "EP1003: a.odt: not a Word document (it starts with the bytes E59088E8); nothing was written")]
    [TestCase("text", "a.pdf", "EP1013: a.pdf: cannot be read as PDF (it does not start with %PDF); nothing was written")]
    public void WhatFitsNothingIsRefused(string kind, string name, string message) =>
        Assert.That(Assert.Throws<InputException>(() => Read(Of(kind), name))!.Message, Is.EqualTo(message));

    /// <summary>A picture under the name of a text has no words, and must not become an item.</summary>
    [TestCase("a.txt")]
    [TestCase("a.md")]
    [TestCase("a.html")]
    public void BytesThatAreNoTextAreRefused(string name)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0, 0, 0, 2, 0];
        Assert.That(
            Assert.Throws<InputException>(() => Read(png, name))!.Message,
            Does.Match(@"^EP1009: .*: files of this kind \(bytes that are no text\) cannot be read; expected \.docx "));
    }

    /// <summary>UTF-16 has a zero byte beside each ASCII character.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Utf16IsText(bool withMark)
    {
        var encoding = new UnicodeEncoding(bigEndian: false, withMark);
        Assert.That(Read([.. encoding.GetPreamble(), .. encoding.GetBytes("合肥给予企业50万元奖励。")], "a.txt").Text, Is.EqualTo("合肥给予企业50万元奖励。"));
    }
}
