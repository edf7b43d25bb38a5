using System.Globalization;
using System.IO.Compression;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Opening;

/// <summary>Files made to do harm, or damaged by chance. Each is read or refused with a reason; none hangs, crashes or reaches outside.</summary>
public sealed class HostileInputTests
{
    private static readonly string s_ordinary =
        P("标题") + Tbl(2, Tr(Tc("甲", "<w:vMerge w:val=\"restart\"/>"), Tc("乙")), Tr(Tc("", "<w:vMerge/>"), Tc("奖励50万元"))) + Li("第一", 1) + Li("第二", 1);

    private static DocxBuilder Ordinary() => new DocxBuilder()
        .Styles(Style("a", "heading 1", "")).Numbering(AbstractNum(0, Lvl(0, "chineseCounting", "%1、")) + Num(1, 0)).Body(s_ordinary);

    private static readonly string[] s_ordinaryLines = ["标题", "甲", "乙", "奖励50万元", "一、 第一", "二、 第二"];

    private static string Fault(byte[] bytes, WordReadingOptions? options = null) =>
        Assert.Throws<InputException>(() => new WordDocumentReader(options ?? WordReadingOptions.Default).Read(bytes, "a.docx"))!.Message;

    private static string Damaged(string why) => $"EP1004: a.docx: the file is damaged ({why}); open it in Word and save it again";

    private static string Exceeded(string what, string limit) => $"EP1007: a.docx: {what} exceeds the limit of {limit}; the file was not read";

    // ---- size ----

    [Test]
    public void AZipBombIsRefusedByItsRatio() => Assert.That(
        Fault(new DocxBuilder { Packing = CompressionLevel.SmallestSize }.Body(P(new string(' ', 40_000_000))).ToBytes()), Is.EqualTo(Exceeded("the compression ratio", "500")));

    [Test]
    public void AZipBombIsRefusedByItsSize()
    {
        var bytes = DocxBuilder.WithBody(P(new string('0', 3_000_000)));
        Assert.That(Fault(bytes, new WordReadingOptions { MaxUnpackedBytes = 1_000_000 }), Is.EqualTo(Exceeded("the unpacked size in bytes", "1000000")));
    }

    [Test]
    public void ADirectoryThatLiesAboutTheSizeDoesNotHelp()
    {
        var bytes = DocxBuilder.WithBody(P(new string('0', 3_000_000)));
        Overwrite(bytes, "word/document.xml", field: 24, value: 1_000);
        Assert.That(Fault(bytes, new WordReadingOptions { MaxUnpackedBytes = 1_000_000 }),
            Does.StartWith("EP1004").Or.EqualTo(Exceeded("the unpacked size in bytes", "1000000")));
    }

    /// <summary>A part whose name hides that it is XML still counts when it is unpacked.</summary>
    [Test]
    public void APartUnderAnotherNameCountsToo()
    {
        var bytes = new DocxBuilder { Dialect = xml => xml.Replace("word/document.xml", "word/media/image1.png", StringComparison.Ordinal) }
            .Raw("word/media/image1.png", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{P(new string('0', 3_000_000))}</w:body></w:document>").ToBytes();
        Assert.That(Fault(bytes, new WordReadingOptions { MaxUnpackedBytes = 1_000_000 }), Is.EqualTo(Exceeded("the unpacked size in bytes", "1000000")));
    }

    [Test]
    public void ThousandsOfPartsAreRefused()
    {
        var builder = Ordinary();
        for (var i = 0; i < 10_001; i++) builder.Raw(string.Create(CultureInfo.InvariantCulture, $"word/media/{i}.png"), "");
        Assert.That(Fault(builder.ToBytes()), Is.EqualTo(Exceeded("the number of parts", "10000")));
    }

    [Test]
    public void DeepNestingIsRefused()
    {
        const int depth = 100_000;
        var elements = string.Concat(Enumerable.Repeat("<w:smartTag>", depth)) + string.Concat(Enumerable.Repeat("</w:smartTag>", depth));
        var tables = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", depth / 10)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", depth / 10));
        var boxes = string.Concat(Enumerable.Repeat("<w:p><w:r><w:pict><w:txbxContent>", depth / 10)) + string.Concat(Enumerable.Repeat("</w:txbxContent></w:pict></w:r></w:p>", depth / 10));
        var unknown = string.Concat(Enumerable.Repeat("<x>", depth)) + string.Concat(Enumerable.Repeat("</x>", depth));
        foreach (var body in (string[])[Px(elements), elements, tables, boxes, unknown])
            Assert.That(Fault(DocxBuilder.WithBody(body)), Is.EqualTo(Exceeded("nesting of XML elements", "400")));
    }

    [Test]
    public void ALargeTableIsRead()
    {
        var row = Tr([.. Enumerable.Range(1, 60).Select(i => $"<w:tc><w:p><w:r><w:t>{i}</w:t></w:r></w:p></w:tc>")]);
        var table = (ExtractionPipeline.Documents.Table)DocxBuilder.Read(Tbl(60, [.. Enumerable.Repeat(row, 10_000)])).Blocks.Single();
        Assert.That((table.Rows.Count, table.Rows[^1].Cells[^1].Text), Is.EqualTo((10_000, "60")));
    }

    [Test]
    public void LimitsCanBeSet()
    {
        var bytes = Ordinary().ToBytes();
        Assert.That(Fault(bytes, new WordReadingOptions { MaxTableCells = 3 }), Is.EqualTo(Exceeded("the number of table cells", "3")));
        Assert.That(Fault(bytes, new WordReadingOptions { MaxParagraphs = 2 }), Is.EqualTo(Exceeded("the number of paragraphs", "2")));
        Assert.That(Fault(bytes, new WordReadingOptions { MaxParts = 4 }), Is.EqualTo(Exceeded("the number of parts", "4")));
        Assert.That(Fault(bytes, new WordReadingOptions { MaxNestingDepth = 5 }), Is.EqualTo(Exceeded("nesting of XML elements", "5")));
    }

    [Test]
    public void DiagnosticsCannotFillTheMemory()
    {
        var document = DocxBuilder.Read(string.Concat(Enumerable.Repeat("<w:altChunk/>", 5_000)));
        Assert.That(document.Diagnostics, Has.Count.EqualTo(101));
        Assert.That(document.Messages()[^1], Is.EqualTo("EP1110: 4900 more diagnostics EP1101 are not listed"));
    }

    [Test]
    public void ManyAttributesAreRefused() => Assert.That(
        Fault(DocxBuilder.WithBody($"<w:p {string.Join(' ', Enumerable.Range(0, 400_000).Select(i => $"a{i}='1'"))}/>")),
        Is.EqualTo(Exceeded("the number of attributes of one XML element", "20000")));

    [Test]
    public void ReadingCanBeCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.That(() => new WordDocumentReader(WordReadingOptions.Default).Read(Ordinary().ToBytes(), "a.docx", source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    // ---- XML ----

    [TestCase("<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;")]
    [TestCase("<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")]
    [TestCase("<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:9/evil.dtd\">", "文")]
    public void EntitiesAreRefused(string declaration, string text)
    {
        var main = $"{declaration}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{P(text)}</w:body></w:document>";
        Assert.That(Fault(new DocxBuilder().Raw("word/document.xml", main).ToBytes()), Is.EqualTo(Damaged("word/document.xml declares a DTD, which is never read")));
    }

    [TestCase("&undeclared;")]
    [TestCase("&#0;")]
    [TestCase("\uFFFF")]
    [TestCase("<w:t>")]
    public void XmlThatIsNoneIsRefused(string text) => Assert.That(Fault(DocxBuilder.WithBody(P(text))), Does.StartWith("EP1004: a.docx: the file is damaged (word/document.xml is not well-formed XML at line "));

    [Test]
    public void BytesThatAreNoTextAreRefused()
    {
        var main = Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{P("#")}</w:body></w:document>");
        main[Array.IndexOf(main, (byte)'#')] = 0xFF;
        Assert.That(Fault(new DocxBuilder().Raw("word/document.xml", main).ToBytes()), Does.StartWith("EP1004: a.docx: the file is damaged (word/document.xml is not well-formed XML at line "));
    }

    [TestCase("utf-16")]
    [TestCase("utf-8")]
    public void OtherEncodingsOfXmlAreRead(string encoding)
    {
        var main = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{P("文")}</w:body></w:document>";
        var bytes = Encoding.GetEncoding(encoding) is var e ? (byte[])[.. e.GetPreamble(), .. e.GetBytes(main)] : [];
        Assert.That(new DocxBuilder().Raw("word/document.xml", bytes).Read().Texts(), Is.EqualTo(new[] { "文" }));
    }

    // ---- references ----

    [Test]
    public void CirclesOfReferencesEnd()
    {
        var document = new DocxBuilder()
            .Styles(Style("a", "甲", "<w:basedOn w:val=\"b\"/>") + Style("b", "乙", "<w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") + Style("c", "丙", "<w:basedOn w:val=\"c\"/>")
                + "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:name w:val=\"n\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")
            .Numbering(AbstractNum(0, "<w:styleLink w:val=\"m\"/><w:numStyleLink w:val=\"n\"/>") + AbstractNum(1, "<w:styleLink w:val=\"n\"/><w:numStyleLink w:val=\"m\"/>") + Num(1, 0))
            .Body(P("一", "<w:pStyle w:val=\"a\"/>") + P("二", "<w:pStyle w:val=\"c\"/>"))
            .Read();
        Assert.That(document.Texts(), Is.EqualTo(new[] { "一", "二" }));
        Assert.That(document.Messages(), Is.EqualTo(new[] { "EP1102 at paragraph 1: the list number of this paragraph cannot be worked out (level 1 of list 1 is not defined); the paragraph has no label" }));
    }

    [Test]
    public void ALongChainOfStylesIsRead()
    {
        var styles = string.Concat(Enumerable.Range(0, 5_000).Select(i => Style($"s{i}", $"s{i}", $"<w:basedOn w:val=\"s{i + 1}\"/>")));
        var body = string.Concat(Enumerable.Range(0, 5_000).Select(i => P("甲", $"<w:pStyle w:val=\"s{i}\"/>")));
        Assert.That(new DocxBuilder().Styles(styles).Body(body).Read().Blocks, Has.Count.EqualTo(5_000));
    }

    [Test]
    public void ReferencesToNothingAreIgnored()
    {
        var document = new DocxBuilder().Body(Px(R("甲") + "<w:r><w:footnoteReference w:id=\"7\"/><w:commentReference w:id=\"8\"/></w:r>") + "<w:sectPr><w:headerReference r:id=\"nowhere\"/></w:sectPr>").Read();
        Assert.That((document.Texts(), document.Asides.Count), Is.EqualTo((new[] { "甲" }, 0)));
    }

    /// <summary>Relationships of the main part that lead outside, to nothing, or nowhere.</summary>
    [TestCase("<Relationship Id=\"x1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://127.0.0.1:9/a.png\" TargetMode=\"External\"/>")]
    [TestCase("<Relationship Id=\"x2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"file:///c:/a.dotx\" TargetMode=\"External\"/>")]
    [TestCase("<Relationship Id=\"x3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://a b[c]:x/\" TargetMode=\"External\"/>")]
    [TestCase("<Relationship Id=\"x5\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"NULL\"/>")]
    public void RelationshipsThatLeadNowhereDoNoHarm(string relationship) =>
        Assert.That(Ordinary().Relationship(relationship).Read().Lines(), Is.EqualTo(s_ordinaryLines));

    // ---- the archive ----

    /// <summary>Names that try to leave the folder into which nobody unpacks them.</summary>
    [TestCase("../../evil.xml")]
    [TestCase("/etc/passwd")]
    [TestCase(@"..\..\evil.xml")]
    [TestCase(@"C:\evil.xml")]
    [TestCase("word/../word/styles.xml")]
    [TestCase("word//styles2.xml")]
    [TestCase("word/%2e%2e/evil.xml")]
    [TestCase("word/a\u0001b.xml")]
    [TestCase("word/")]
    [TestCase("word/document.xml/[0].piece")]
    public void NamesOfPartsDoNoHarm(string name) => Assert.That(Ordinary().Raw(name, "<x/>").Read().Lines(), Is.EqualTo(s_ordinaryLines));

    [Test]
    public void AMissingMainPartIsNamed() => Assert.That(Fault(Without(Ordinary().ToBytes(), "word/document.xml")), Is.EqualTo(Damaged("its main document part is missing")));

    [Test]
    public void WithoutRelationshipsOnlyTheMainPartIsRead()
    {
        var document = new WordDocumentReader(WordReadingOptions.Default).Read(Without(Ordinary().ToBytes(), "word/_rels/document.xml.rels"), "a.docx");
        Assert.That(document.Texts(), Is.EqualTo(new[] { "标题", "甲", "乙", "奖励50万元", "第一", "第二" }));
    }

    [TestCase("text/plain")]
    [TestCase("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")]
    public void AWrongContentTypeOfTheMainPartDoesNoHarm(string type) =>
        Assert.That(new DocxBuilder { MainType = type }.Body(s_ordinary).Read().Texts(), Has.Length.EqualTo(6));

    [Test]
    public void AnEncryptedEntryIsCalledEncrypted()
    {
        var bytes = Ordinary().ToBytes();
        Overwrite(bytes, "word/document.xml", field: 8, value: 1, length: 2);
        Assert.That(Fault(bytes), Is.EqualTo("EP1008: a.docx: the file is encrypted; save it without a password first"));
    }

    [Test]
    public void ATruncatedFileIsCalledDamagedAtEveryLength()
    {
        var bytes = Ordinary().ToBytes();
        for (var percent = 1; percent < 100; percent++)
            Assert.That(Fault(bytes[..(bytes.Length * percent / 100)]), Does.StartWith("EP1004").Or.StartWith("EP1003"), $"{percent} %");
    }

    /// <summary>Bytes changed at random, from a fixed seed.</summary>
    [Test]
    public void DamageAnywhereIsReadOrRefused([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var original = Ordinary().Footnotes("<w:footnote w:id=\"1\">" + P("注") + "</w:footnote>").Header("h1", P("眉")).ToBytes();
        var reader = new WordDocumentReader(WordReadingOptions.Default);
        for (var round = 0; round < 40; round++)
        {
            var bytes = (byte[])original.Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                _ = reader.Read(bytes, "a.docx");
            }
            catch (InputException fault)
            {
                Assert.That(fault.Kind.Code, Does.StartWith("EP10"));
            }
        }
    }

    /// <summary>The archive again, one entry left out.</summary>
    private static byte[] Without(byte[] bytes, string part)
    {
        using var output = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(bytes)))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.Where(e => !string.Equals(e.FullName, part, StringComparison.Ordinal)))
            {
                using var source = entry.Open();
                using var target = to.CreateEntry(entry.FullName).Open();
                source.CopyTo(target);
            }
        }

        return output.ToArray();
    }

    /// <summary>Changes a field of an entry in the central directory (APPNOTE 4.3.12: flags at 8, unpacked size at 24).</summary>
    private static void Overwrite(byte[] bytes, string part, int field, int value, int length = 4)
    {
        var name = Encoding.UTF8.GetBytes(part);
        var at = bytes.AsSpan().LastIndexOf(name) - 46;
        Assert.That(bytes[at..(at + 4)], Is.EqualTo("PK\u0001\u0002"u8.ToArray()));
        BitConverter.GetBytes(value).AsSpan(0, length).CopyTo(bytes.AsSpan(at + field));
    }
}
