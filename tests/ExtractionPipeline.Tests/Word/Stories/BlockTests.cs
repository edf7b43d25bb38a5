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
}
