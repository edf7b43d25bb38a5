using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Paragraphs;

/// <summary>What a paragraph says, whatever its runs are cut and wrapped into.</summary>
public sealed class RunTests
{
    /// <summary>Content of w:p, and the text.</summary>
    [TestCase("<w:r><w:t>最高</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00A1\"><w:t>50</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"a\"/><w:r><w:lastRenderedPageBreak/><w:t>万元</w:t></w:r><w:bookmarkEnd w:id=\"0\"/>", "最高50万元", TestName = "Runs are joined, marks between them ignored")]
    [TestCase("<w:r><w:t> 一 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 二 </w:t></w:r>", "一 二 ", TestName = "Spaces at the ends count only where they are preserved")]
    [TestCase("<w:r><w:t xml:space=\"preserve\">  </w:t></w:r><w:r><w:t>元</w:t></w:r>", "  元", TestName = "A run of spaces is kept")]
    [TestCase("<w:r><w:t>第一行\n第二行</w:t></w:r>", "第一行 第二行", TestName = "A line break of the XML is a space")]
    [TestCase("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:br w:type=\"page\"/><w:t>丁</w:t></w:r>", "甲\t乙\n丙\n\n丁", TestName = "Tabs and breaks")]
    [TestCase("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>", "A\u201112", TestName = "Hyphens")]
    [TestCase("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>符合</w:t></w:r><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>5</w:t></w:r>", "☑符合≥5", TestName = "Symbols")]
    [TestCase("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>\uF06C</w:t></w:r>", "●", TestName = "Private characters of a symbol font")]
    [TestCase("<w:r><w:t>0\uE01002元</w:t></w:r>", "0\uE01002元", TestName = "Other private characters stay")]
    [TestCase("<w:hyperlink r:id=\"x\"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:smartTag w:element=\"date\"><w:smartTagPr/><w:r><w:t>2023年</w:t></w:r></w:smartTag><w:customXml w:element=\"a\"><w:customXmlPr/><w:r><w:t>文号</w:t></w:r></w:customXml>", "链接2023年文号", TestName = "Links, smart tags and custom XML are seen through")]
    [TestCase("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>合肥市</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>出台</w:t></w:r>", "合肥市出台", TestName = "Content controls are seen through")]
    [TestCase("<w:fldSimple w:instr=\" DATE \"><w:r><w:t>2023年</w:t></w:r></w:fldSimple>", "2023年", TestName = "A simple field is its result")]
    [TestCase("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGEREF 100万元 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>页</w:t></w:r>", "5页", TestName = "A complex field is its result")]
    [TestCase("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>里</w:t><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/><w:t>外</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>", "外", TestName = "A field inside an instruction is not shown")]
    [TestCase("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhèn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>圳</w:t></w:r></w:rubyBase></w:ruby></w:r>", "圳", TestName = "Of ruby the base")]
    [TestCase("<w:dir w:val=\"ltr\"><w:bdo w:val=\"ltr\"><w:r><w:t>文</w:t></w:r></w:bdo></w:dir>", "文", TestName = "Directions are seen through")]
    [TestCase("<w:r><w:t>每</w:t></w:r><m:oMath><m:r><m:t>m</m:t></m:r></m:oMath>", "每m", TestName = "Math is text")]
    [TestCase("<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>", "1/210^4", TestName = "Fractions and powers keep their figures apart")]
    [TestCase("<w:r><w:t>甲</w:t><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:t>乙</w:t></mc:Choice><mc:Fallback><w:t>丙</w:t></mc:Fallback></mc:AlternateContent></w:r>", "甲乙", TestName = "Of alternatives the first that is understood")]
    [TestCase("<mc:AlternateContent xmlns:z=\"urn:unknown\"><mc:Choice Requires=\"z\"><w:r><w:t>乙</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>丙</w:t></w:r></mc:Fallback></mc:AlternateContent>", "丙", TestName = "Else the fallback")]
    [TestCase("<w:r><w:t><![CDATA[5<6]]>万</w:t></w:r>", "5<6万", TestName = "CDATA is text")]
    [TestCase("<w:commentRangeStart w:id=\"1\"/><w:r><w:t>文</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>", "文", TestName = "Comment marks are no text")]
    [TestCase("<w:r><w:t>左</w:t><w:ptab w:relativeTo=\"margin\" w:alignment=\"right\" w:leader=\"none\"/><w:t>右</w:t></w:r>", "左\t右", TestName = "A positioned tab is a tab")]
    [TestCase("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>", "单击此处输入文字。", TestName = "A placeholder prints, so it is text")]
    [TestCase("<w:r><w:t>一</w:t><w:dayShort/><w:annotationRef/><w:footnoteRef/><w:separator/><w:pgNum/></w:r>", "一", TestName = "Signs that Word works out have no text")]
    public void ReadsTheText(string content, string expected) => Assert.That(DocxBuilder.Read(Px(content)).Texts(), Is.EqualTo(new[] { expected }));

    [Test]
    public void AFieldMayRunOverParagraphs()
    {
        var body = Px("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>第一章</w:t></w:r>")
            + P("第二章") + Px("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") + P("正文");
        Assert.That(DocxBuilder.Read(body).Texts(), Is.EqualTo(new[] { "第一章", "第二章", "", "正文" }));
    }

    [Test]
    public void AFieldWithoutEndDoesNotSwallowTheDocument()
    {
        var document = DocxBuilder.Read(Px("<w:r><w:t>甲</w:t><w:fldChar w:fldCharType=\"begin\"/><w:instrText>X</w:instrText></w:r>") + P("乙") + P("丙"));
        Assert.That(document.Texts(), Is.EqualTo(new[] { "甲", "乙", "丙" }));
        Assert.That(document.Messages(), Is.EqualTo(new[] { "EP1108 at paragraph 2: a field has no end; what follows it was read as text" }));
    }

    [Test]
    public void AnUnknownSymbolStaysAndIsReported()
    {
        var document = DocxBuilder.Read(Px("<w:r><w:sym w:font=\"Marlett\" w:char=\"F061\"/><w:t>甲</w:t></w:r>"));
        Assert.That(document.Texts(), Is.EqualTo(new[] { "\uF061甲" }));
        Assert.That(document.Messages(), Is.EqualTo(new[] { "EP1107 at paragraph 1: the symbol F061 of the font Marlett has no known character; its private code stays in the text" }));
    }

    [Test]
    public void PicturesAreReported() => Assert.That(
        DocxBuilder.Read(Px("<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")).Messages(),
        Is.EqualTo(new[] { "EP1106 at paragraph 1: a picture stands here; text inside pictures is not read" }));

    private static string M(string text) => $"<m:r><m:t>{text}</m:t></m:r>";

    private static IEnumerable<TestCaseData> Formulas()
    {
        yield return Formula("1/2", $"<m:f><m:num>{M("1")}</m:num><m:den>{M("2")}</m:den></m:f>");
        yield return Formula("(a+b)/c", $"<m:f><m:num>{M("a+b")}</m:num><m:den>{M("c")}</m:den></m:f>");
        yield return Formula("3√(x+1)", $"<m:rad><m:deg>{M("3")}</m:deg><m:e>{M("x+1")}</m:e></m:rad>");
        yield return Formula("x_1^2", $"<m:sSubSup><m:e>{M("x")}</m:e><m:sub>{M("1")}</m:sub><m:sup>{M("2")}</m:sup></m:sSubSup>");
        yield return Formula("[a;b)", $"<m:d><m:dPr><m:begChr m:val=\"[\"/><m:sepChr m:val=\";\"/></m:dPr><m:e>{M("a")}</m:e><m:e>{M("b")}</m:e></m:d>");
        yield return Formula("∑_(i=1)^nx", $"<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>{M("i=1")}</m:sub><m:sup>{M("n")}</m:sup><m:e>{M("x")}</m:e></m:nary>");
        yield return Formula("∫x", $"<m:nary><m:sub/><m:sup/><m:e>{M("x")}</m:e></m:nary>");
        yield return Formula("奖励=投资额×20%", M("奖励=投资额×20%"));

        static TestCaseData Formula(string expected, string content) => new TestCaseData(content, expected).SetName($"A formula in one line: {expected}");
    }

    [TestCaseSource(nameof(Formulas))]
    public void WritesFormulasInOneLine(string content, string expected) =>
        Assert.That(DocxBuilder.Read(Px($"<m:oMath>{content}</m:oMath>")).Texts(), Is.EqualTo(new[] { expected }));
}
