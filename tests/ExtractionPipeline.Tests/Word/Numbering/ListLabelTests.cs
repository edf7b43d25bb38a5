using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Numbering;

/// <summary>Labels as they print.</summary>
public sealed class ListLabelTests
{
    private static readonly string s_policyLevels =
        Lvl(0, "chineseCountingThousand", "第%1章") + Lvl(1, "chineseCounting", "%2、") + Lvl(2, "chineseCounting", "（%3）")
        + Lvl(3, "decimal", "%4.") + Lvl(4, "decimal", "（%5）") + Lvl(5, "decimalEnclosedCircleChinese", "%6");

    private static string[] Labels(string numbering, string body, string styles = "") =>
        new DocxBuilder().Numbering(numbering).Styles(styles).Body(body).Read().Labels();

    /// <summary>Levels of the paragraphs in order.</summary>
    [TestCase("0 1 1 2 2 3 4 5 5", "第一章 一、 二、 （一） （二） 1. （1） ① ②")]
    [TestCase("0 1 2 2 1 2 0 1 2", "第一章 一、 （一） （二） 二、 （一） 第二章 一、 （一）")]
    [TestCase("3 3 3 2 3", "1. 2. 3. （一） 1.")]
    public void NumbersAPolicyDocument(string levels, string expected)
    {
        var body = string.Concat(levels.Split(' ').Select(level => Li("正文", 1, int.Parse(level, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.That(string.Join(' ', Labels(AbstractNum(0, s_policyLevels) + Num(1, 0), body)), Is.EqualTo(expected));
    }

    [TestCase("%1.%2.%3", "0 1 2 2 1 2", "1 1.1 1.1.1 1.1.2 1.2 1.2.1")]
    public void JoinsTheNumbersOfSeveralLevels(string text, string levels, string expected)
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1"), Lvl(1, "decimal", "%1.%2"), Lvl(2, "decimal", text)) + Num(1, 0);
        var body = string.Concat(levels.Split(' ').Select(level => Li("正文", 1, level[0] - '0')));
        Assert.That(string.Join(' ', Labels(numbering, body)), Is.EqualTo(expected));
    }

    [Test]
    public void PrintsLegalLevelsInFigures()
    {
        var numbering = AbstractNum(0, Lvl(0, "chineseCounting", "第%1章"), Lvl(1, "decimal", "%1.%2", "<w:isLgl/>"), Lvl(2, "lowerLetter", "%1.%2.%3", "<w:isLgl/>")) + Num(1, 0);
        Assert.That(Labels(numbering, Li("章", 1) + Li("节", 1, 1) + Li("条", 1, 2)), Is.EqualTo(new[] { "第一章", "1.1", "1.1.1" }));
    }

    [Test]
    public void PrintsTheStartOfALevelThatWasNotUsedYet()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1", start: 3), Lvl(1, "decimal", "%1.%2")) + Num(1, 0);
        Assert.That(Labels(numbering, Li("节", 1, 1) + Li("节", 1, 1) + Li("章", 1)), Is.EqualTo(new[] { "3.1", "3.2", "3" }));
    }

    [TestCase("", "1 a b 2 a", TestName = "ALevelRestartsAfterAnyLevelAbove")]
    [TestCase("<w:lvlRestart w:val=\"0\"/>", "1 a b 2 c", TestName = "ALevelWithRestartZeroNeverRestarts")]
    public void Restarts(string restart, string expected)
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1"), Lvl(1, "lowerLetter", "%2", restart)) + Num(1, 0);
        var body = Li("甲", 1) + Li("乙", 1, 1) + Li("丙", 1, 1) + Li("丁", 1) + Li("戊", 1, 1);
        Assert.That(string.Join(' ', Labels(numbering, body)), Is.EqualTo(expected));
    }

    [Test]
    public void RestartsOnlyAfterTheLevelThatIsNamed()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1"), Lvl(1, "decimal", "%1.%2"), Lvl(2, "lowerLetter", "%3", "<w:lvlRestart w:val=\"1\"/>")) + Num(1, 0);
        var body = Li("一", 1) + Li("二", 1, 1) + Li("三", 1, 2) + Li("四", 1, 1) + Li("五", 1, 2) + Li("六", 1) + Li("七", 1, 2);
        Assert.That(Labels(numbering, body), Is.EqualTo(new[] { "1", "1.1", "a", "1.2", "b", "2", "a" }));
    }

    [Test]
    public void InstancesOfOneListRunOn()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1.")) + Num(1, 0) + Num(2, 0);
        Assert.That(Labels(numbering, Li("甲", 1) + Li("乙", 2) + P("正文") + Li("丙", 1)), Is.EqualTo(new[] { "1.", "2.", "-", "3." }));
    }

    [Test]
    public void AStartOverrideBeginsAnewOnce()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1."))
            + Num(1, 0) + Num(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
        var body = Li("甲", 1) + Li("乙", 1) + Li("丙", 2) + Li("丁", 2) + Li("戊", 1);
        Assert.That(Labels(numbering, body), Is.EqualTo(new[] { "1.", "2.", "1.", "2.", "3." }));
    }

    [Test]
    public void AnOverrideReplacesTheWholeLevel()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1."))
            + Num(1, 0) + Num(2, 0, $"<w:lvlOverride w:ilvl=\"0\">{Lvl(0, "chineseCounting", "（%1）", start: 5)}</w:lvlOverride>");
        Assert.That(Labels(numbering, Li("甲", 1) + Li("乙", 2)), Is.EqualTo(new[] { "1.", "（二）" }));
        Assert.That(Labels(numbering, Li("乙", 2) + Li("丙", 2)), Is.EqualTo(new[] { "（五）", "（六）" }));
    }

    [Test]
    public void SeparateListsCountForThemselves()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1.")) + AbstractNum(1, Lvl(0, "upperLetter", "%1)")) + Num(1, 0) + Num(2, 1);
        Assert.That(Labels(numbering, Li("甲", 1) + Li("乙", 2) + Li("丙", 1) + Li("丁", 2)), Is.EqualTo(new[] { "1.", "A)", "2.", "B)" }));
    }

    [Test]
    public void AParagraphStyleNumbersItsParagraphs()
    {
        var numbering = AbstractNum(0, Lvl(0, "chineseCountingThousand", "第%1章", "<w:pStyle w:val=\"1\"/>"), Lvl(1, "chineseCountingThousand", "第%2条", "<w:pStyle w:val=\"2\"/><w:lvlRestart w:val=\"0\"/>")) + Num(7, 0);
        var styles = Style("1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
            + Style("2", "heading 2", "<w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/></w:pPr>")
            + Style("3", "节标题", "<w:basedOn w:val=\"2\"/>")
            + Style("4", "无编号", "<w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>");
        static string Styled(string style, string more = "") => P("条文", $"<w:pStyle w:val=\"{style}\"/>{more}");
        var body = Styled("1") + Styled("2") + Styled("3") + Styled("4") + Styled("1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + Styled("1") + Styled("2");
        Assert.That(Labels(numbering, body, styles), Is.EqualTo(new[] { "第一章", "第一条", "第二条", "-", "-", "第二章", "第三条" }));
    }

    [Test]
    public void ANumberingStyleDefinesAnotherList()
    {
        var numbering = AbstractNum(0, "<w:numStyleLink w:val=\"policy\"/>") + AbstractNum(1, "<w:styleLink w:val=\"policy\"/>", Lvl(0, "chineseCounting", "%1、")) + Num(1, 0) + Num(2, 1);
        const string styles = "<w:style w:type=\"numbering\" w:styleId=\"policy\"><w:name w:val=\"policy\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
        Assert.That(Labels(numbering, Li("甲", 1) + Li("乙", 1), styles), Is.EqualTo(new[] { "一、", "二、" }));
        Assert.That(Labels(numbering, Li("甲", 1) + Li("乙", 1)), Is.EqualTo(new[] { "一、", "二、" }), "without the style, by w:styleLink alone");
    }

    [TestCase("\uF0B7", "Symbol", "•")]
    [TestCase("\uF06C", "Wingdings", "●")]
    [TestCase("n", "Wingdings", "■")]
    [TestCase("\uF0D8", "Wingdings", "➢")]
    [TestCase("●", "宋体", "●")]
    [TestCase("—", "", "—")]
    [TestCase("\uF0B7", "", "•")]
    public void ShowsBulletsAsTheirFontDoes(string text, string font, string expected)
    {
        var level = $"<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{text}\"/>{(font.Length == 0 ? "" : $"<w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr>")}</w:lvl>";
        Assert.That(Labels(AbstractNum(0, level) + Num(1, 0), Li("甲", 1)), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void ALevelWithoutNumbersPrintsNothingForItself()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1"), Lvl(1, "bullet", "—"), Lvl(2, "decimal", "%1.%2%3"), Lvl(3, "none", "")) + Num(1, 0);
        var body = Li("甲", 1) + Li("乙", 1, 1) + Li("丙", 1, 2) + Li("丁", 1, 3);
        Assert.That(Labels(numbering, body), Is.EqualTo(new[] { "1", "—", "1.1", "-" }));
    }

    [Test]
    public void ReadsACustomFormatWithLeadingZeros()
    {
        const string level = """
            <w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="[%1]"/></w:lvl>
            """;
        Assert.That(Labels(AbstractNum(0, level) + Num(1, 0), Li("甲", 1) + Li("乙", 1)), Is.EqualTo(new[] { "[001]", "[002]" }));
    }

    [Test]
    public void ATabOrSpaceAfterTheNumberIsNoPartOfIt() =>
        Assert.That(Labels(AbstractNum(0, Lvl(0, "decimal", "%1.\u00A0")) + Num(1, 0), Li("甲", 1)), Is.EqualTo(new[] { "1." }));

    [Test]
    public void KnowsTheLevel()
    {
        var document = new DocxBuilder().Numbering(AbstractNum(0, s_policyLevels) + Num(1, 0)).Body(Li("甲", 1, 2) + P("乙")).Read();
        Assert.That(DocumentLines.Paragraphs(document.Blocks).Select(p => p.ListLevel), Is.EqualTo(new int?[] { 2, null }));
    }

    [Test]
    public void SaysWhatCannotBeWorkedOut()
    {
        var document = new DocxBuilder().Numbering(AbstractNum(0, Lvl(0, "bahtText", "%1.")) + Num(1, 0)).Body(Li("甲", 1) + Li("乙", 1, 4) + Li("丙", 9)).Read();
        Assert.That(document.Labels(), Is.EqualTo(new[] { "-", "-", "-" }));
        Assert.That(document.Messages(), Is.EqualTo(new[]
        {
            "EP1102 at paragraph 1: the list number of this paragraph cannot be worked out (the number format bahtText is not known); the paragraph has no label",
            "EP1102 at paragraph 2: the list number of this paragraph cannot be worked out (level 5 of list 1 is not defined); the paragraph has no label",
            "EP1102 at paragraph 3: the list number of this paragraph cannot be worked out (list 9 is not defined); the paragraph has no label",
        }));
    }

    [Test]
    public void NumbersParagraphsInCellsAndNotInCoveredOnes()
    {
        var table = Tbl(1,
            Tr($"<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{Li("甲", 1)}</w:tc>"),
            Tr($"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{Li("", 1)}</w:tc>"),
            Tr($"<w:tc>{Li("乙", 1)}</w:tc>"));
        Assert.That(new DocxBuilder().Numbering(AbstractNum(0, Lvl(0, "decimal", "%1.")) + Num(1, 0)).Body(table).Read().Lines(), Is.EqualTo(new[] { "1. 甲", "2. 乙" }));
    }
}
