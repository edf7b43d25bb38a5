using ExtractionPipeline.Documents;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Styles;

public sealed class HeadingTests
{
    private static readonly string s_styles =
        Style("1", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/><w:jc w:val=\"center\"/></w:pPr>")
        + Style("2", "Heading 2", "")
        + Style("a", "标题 3", "")
        + Style("b", "标题4", "")
        + Style("c", "章标题", "<w:basedOn w:val=\"1\"/>")
        + Style("d", "章标题左", "<w:basedOn w:val=\"c\"/><w:pPr><w:jc w:val=\"left\"/></w:pPr>")
        + Style("e", "正文化", "<w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
        + Style("f", "Title", "<w:pPr><w:jc w:val=\"center\"/></w:pPr>")
        + Style("g", "标题", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
        + Style("h", "标题栏", "")
        + Style("x", "circle", "<w:basedOn w:val=\"y\"/>") + Style("y", "circle 2", "<w:basedOn w:val=\"x\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr>")
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"n\"><w:name w:val=\"Normal\"/></w:style>";

    [TestCase("<w:pStyle w:val=\"1\"/>", 1, true)]
    [TestCase("<w:pStyle w:val=\"2\"/>", 2, false)]
    [TestCase("<w:pStyle w:val=\"a\"/>", 3, false)]
    [TestCase("<w:pStyle w:val=\"b\"/>", 4, false)]
    [TestCase("<w:pStyle w:val=\"c\"/>", 1, true)]
    [TestCase("<w:pStyle w:val=\"d\"/>", 1, false)]
    [TestCase("<w:pStyle w:val=\"e\"/>", null, true)]
    [TestCase("<w:pStyle w:val=\"f\"/>", 0, true)]
    [TestCase("<w:pStyle w:val=\"g\"/>", 0, false)]
    [TestCase("<w:pStyle w:val=\"h\"/>", null, false)]
    [TestCase("<w:pStyle w:val=\"x\"/>", null, true)]
    [TestCase("<w:pStyle w:val=\"no such style\"/>", null, false)]
    [TestCase("<w:outlineLvl w:val=\"2\"/><w:jc w:val=\"center\"/>", 3, true)]
    [TestCase("<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/><w:jc w:val=\"both\"/>", null, false)]
    [TestCase("", null, false)]
    public void KnowsHeadingsAndTitles(string properties, int? level, bool centred)
    {
        var paragraph = (Paragraph)new DocxBuilder().Styles(s_styles).Body(P("第一章 总则", properties)).Read().Blocks.Single();
        Assert.That((paragraph.HeadingLevel, paragraph.Centred), Is.EqualTo((level, centred)));
    }

    [Test]
    public void InheritsTheDefaultsOfTheDocument()
    {
        const string defaults = "<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:pPrDefault></w:docDefaults>";
        var document = new DocxBuilder().Styles(defaults + Style("l", "左", "<w:pPr><w:jc w:val=\"left\"/></w:pPr>")).Body(P("甲") + P("乙", "<w:pStyle w:val=\"l\"/>")).Read();
        Assert.That(document.Blocks.Cast<Paragraph>().Select(p => p.Centred), Is.EqualTo(new[] { true, false }));
    }
}
