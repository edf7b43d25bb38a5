using ExtractionPipeline.Documents;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Stories;

/// <summary>Notes, comments, headers and footers: apart from the text, never inside a sentence.</summary>
public sealed class AsideTests
{
    private static string[] Asides(PolicyDocument document) => [.. document.Asides.Select(a => $"{a.Kind}{(a.Anchor is { } at ? $" at {at}" : "")}: {a.Text}")];

    [Test]
    public void AreAnchoredWhereTheTextRefersToThem()
    {
        var document = new DocxBuilder()
            .Footnotes("<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"1\">" + Px("<w:r><w:footnoteRef/></w:r>" + R(" 脚注")) + P("第二段") + "</w:footnote>")
            .Endnotes("<w:endnote w:id=\"1\">" + P("尾注") + "</w:endnote>")
            .Comments("<w:comment w:id=\"0\" w:author=\"李四\">" + P("请核对金额") + "</w:comment><w:comment w:id=\"5\">" + P("无主") + "</w:comment>")
            .Body(Px(R("奖励") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + R("50万元") + "<w:r><w:endnoteReference w:id=\"1\"/></w:r>")
                + Tbl(1, Tr($"<w:tc>{P("甲")}{Px(R("乙") + "<w:r><w:commentReference w:id=\"0\"/></w:r>")}</w:tc>")))
            .Read();
        Assert.That(document.Texts(), Is.EqualTo(new[] { "奖励50万元", "甲", "乙" }));
        Assert.That(Asides(document), Is.EqualTo(new[]
        {
            "Footnote at paragraph 1: 脚注\n第二段",
            "Endnote at paragraph 1: 尾注",
            "Comment at table 1, row 1, column 1, paragraph 2: 请核对金额",
            "Comment: 无主",
        }));
        Assert.That(document.Messages()[0], Is.EqualTo("EP1103 at paragraph 1: a footnote kept apart from the text: 脚注 第二段"));
    }

    [Test]
    public void HoldHeadersAndFootersOnce()
    {
        const string references = "<w:headerReference w:type=\"default\" r:id=\"h1\"/><w:footerReference w:type=\"default\" r:id=\"f1\"/>";
        var document = new DocxBuilder()
            .Header("h1", P("内部资料") + Tbl(1, Tr(Tc("编号"))))
            .Footer("f1", Px("<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>3</w:t></w:r></w:fldSimple>"))
            .Header("h2", P(""))
            .Body(P("第一节", $"<w:sectPr>{references}<w:headerReference w:type=\"first\" r:id=\"h2\"/></w:sectPr>") + P("第二节") + $"<w:sectPr>{references}</w:sectPr>")
            .Read();
        Assert.That(document.Texts(), Is.EqualTo(new[] { "第一节", "第二节" }));
        Assert.That(Asides(document), Is.EqualTo(new[] { "Header: 内部资料\n编号", "Footer: 3" }));
    }

    [Test]
    public void ListsInNotesDoNotDisturbThoseOfTheBody()
    {
        var document = new DocxBuilder()
            .Numbering(AbstractNum(0, Lvl(0, "decimal", "%1.")) + Num(1, 0))
            .Footnotes("<w:footnote w:id=\"1\">" + Li("注", 1) + "</w:footnote>")
            .Body(Li("甲", 1) + Px("<w:r><w:footnoteReference w:id=\"1\"/></w:r>") + Li("乙", 1))
            .Read();
        Assert.That(document.Lines(), Is.EqualTo(new[] { "1. 甲", "", "2. 乙" }));
        Assert.That(Asides(document), Is.EqualTo(new[] { "Footnote at paragraph 2: 1. 注" }));
    }
}
