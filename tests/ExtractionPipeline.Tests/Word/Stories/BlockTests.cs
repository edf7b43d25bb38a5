using ExtractionPipeline.Values;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Stories;

public sealed class BlockTests
{
    private static string Box(string content) =>
        $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        + $"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

    private static string[] Places(string body) => [.. DocumentLines.Paragraphs(DocxBuilder.Read(body).Blocks).Select(p => $"{p.Text}: {p.Location}")];

    [Test]
    public void ATextBoxFollowsItsParagraphOnce() => Assert.That(Places(P("前") + Px(R("甲") + Box(P("框一") + P("框二")) + R("乙")) + P("后")), Is.EqualTo(new[]
    {
        "前: paragraph 1", "甲乙: paragraph 2", "框一: paragraph 3", "框二: paragraph 4", "后: paragraph 5",
    }));

    [Test]
    public void ATextBoxOfVmlIsReadToo() => Assert.That(
        Places(Px("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + P("框") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>" + R("甲"))),
        Is.EqualTo(new[] { "甲: paragraph 1", "框: paragraph 2" }));

    [Test]
    public void TextBoxesInCellsAndWithTables() => Assert.That(
        Places(Tbl(1, Tr($"<w:tc>{Px(Box(P("框") + Tbl(1, Tr(Tc("内")))) + Box(P("框二")) + R("格"))}{P("尾")}</w:tc>"))),
        Is.EqualTo(new[]
        {
            "格: table 1, row 1, column 1, paragraph 1", "框: table 1, row 1, column 1, paragraph 2", "内: table 2, row 1, column 1, paragraph 1",
            "框二: table 1, row 1, column 1, paragraph 3", "尾: table 1, row 1, column 1, paragraph 4",
        }));

    [Test]
    public void ControlsAndCustomXmlAroundParagraphsAreSeenThrough() => Assert.That(
        DocxBuilder.Read($"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{P("甲")}<w:sdt><w:sdtContent>{P("乙")}</w:sdtContent></w:sdt></w:sdtContent></w:sdt><w:customXml w:element=\"x\">{P("丙")}</w:customXml>").Texts(),
        Is.EqualTo(new[] { "甲", "乙", "丙" }));

    [Test]
    public void AlternativesAroundParagraphsAreReadOnce() => Assert.That(
        DocxBuilder.Read($"<mc:AlternateContent><mc:Choice Requires=\"w14\">{P("甲")}</mc:Choice><mc:Fallback>{P("乙")}</mc:Fallback></mc:AlternateContent>").Texts(),
        Is.EqualTo(new[] { "甲" }));

    [Test]
    public void EmptyParagraphsCount()
    {
        var document = DocxBuilder.Read("<w:p/>" + P("甲") + "<w:p><w:pPr/></w:p>");
        Assert.That(document.Blocks.Cast<ExtractionPipeline.Documents.Paragraph>().Select(p => (p.Text, p.Location)),
            Is.EqualTo(new[] { ("", BlockLocation.InBody(1)), ("甲", BlockLocation.InBody(2)), ("", BlockLocation.InBody(3)) }));
    }

    [Test]
    public void AnEmptyDocumentIsNoError() => Assert.That(DocxBuilder.Read("").Blocks, Is.Empty);

    [Test]
    public void WhatIsInsertedFromAnotherFileIsReported() => Assert.That(
        DocxBuilder.Read(P("甲") + "<w:altChunk r:id=\"x\"/>").Messages(),
        Is.EqualTo(new[] { "EP1101 at paragraph 2: a document inserted as a whole (altChunk) was not read" }));

    [Test]
    public void WordArtAndDrawingTextFollowTheirParagraph() => Assert.That(
        Places(Px(R("甲") + "<w:r><w:pict><v:shape><v:textpath string=\"某市人民政府文件\"/></v:shape></w:pict></w:r>"
            + "<w:r><w:drawing><a:graphic><a:graphicData><a:sp><a:txBody><a:bodyPr/><a:p><a:r><a:t>图中</a:t></a:r><a:r><a:t> 文字</a:t></a:r></a:p></a:txBody></a:sp></a:graphicData></a:graphic></w:drawing></w:r>")),
        Is.EqualTo(new[] { "甲: paragraph 1", "某市人民政府文件: paragraph 2", "图中 文字: paragraph 3" }));

    [TestCase("<w:r><w:drawing><a:graphic><a:graphicData><c:chart xmlns:c=\"urn:c\"/></a:graphicData></a:graphic></w:drawing></w:r>", "EP1101 at paragraph 1: a chart was not read")]
    [TestCase("<w:r><w:drawing><a:graphic><a:graphicData><d:relIds xmlns:d=\"urn:d\"/></a:graphicData></a:graphic></w:drawing></w:r>", "EP1101 at paragraph 1: a diagram was not read")]
    [TestCase("<w:r><w:object><o:OLEObject/></w:object></w:r>", "EP1101 at paragraph 1: an embedded object was not read")]
    [TestCase("<w:subDoc r:id=\"x\"/>", "EP1101 at paragraph 1: a subdocument was not read")]
    [TestCase("<w:r><w:contentPart r:id=\"x\"/></w:r>", "EP1101 at paragraph 1: ink was not read")]
    [TestCase("<w:unheard><w:r><w:t>的文字</w:t></w:r></w:unheard>", "EP1101 at paragraph 1: the element unheard with the text \"的文字\" was not read")]
    [TestCase("<z:unheard xmlns:z=\"urn:z\"><w:r><w:t>的文字</w:t></w:r></z:unheard>", "EP1101 at paragraph 1: the element unheard with the text \"的文字\" was not read")]
    [TestCase("<w:p><w:r><w:t>的文字</w:t></w:r></w:p>", "EP1101 at paragraph 1: the element p with the text \"的文字\" was not read")]
    public void NothingIsLostSilently(string content, string message) => Assert.That(DocxBuilder.Read(Px(content)).Messages(), Is.EqualTo(new[] { message }));

    [Test]
    public void RunsOutsideParagraphsAreReported() => Assert.That(
        DocxBuilder.Read("<w:r><w:t>散落</w:t></w:r>").Messages(),
        Is.EqualTo(new[] { "EP1101 at paragraph 1: the element r with the text \"散落\" was not read" }));

    /// <summary>Word opens all of these.</summary>
    [TestCase("<w:p><w:r><w:t>甲</w:t></w:r><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:p>", "甲")]
    [TestCase("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "甲")]
    [TestCase("<w:tbl><w:tblGrid/><w:tr><w:tc/><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/>", "甲")]
    [TestCase("<w:p w:rsidR=\"0\"><w:pPr><w:pStyle w:val=\"missing\"/><w:numPr/></w:pPr><w:r/><w:r><w:t>甲</w:t></w:r></w:p>", "甲")]
    [TestCase("<w:sectPr/><w:p><w:pPr><w:sectPr><w:cols w:num=\"2\"/></w:sectPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", "甲")]
    public void DocumentsThatBreakTheSchemaAreRead(string body, string expected) => Assert.That(DocxBuilder.Read(body).Texts(), Is.EqualTo(new[] { expected }));
}
