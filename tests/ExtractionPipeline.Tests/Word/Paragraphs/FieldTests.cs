using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Paragraphs;

/// <summary>Fields that Word works out from their instruction: the file stores no result.</summary>
public sealed class FieldTests
{
    private static string Field(string instruction, string data = "") =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\">{data}</w:fldChar></w:r><w:r><w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [TestCase(@"eq \o\ac(○,1)", "①")]
    [TestCase(@"eq \o\ac(○,12)", "⑫")]
    [TestCase(@" EQ \o\ac(□,企) ", "企")]
    [TestCase(@"EQ \* jc2 \* ""Font:宋体"" \* hps10 \o\ad(\s\up 9(zhèn),圳)", "圳")]
    [TestCase(@"EQ \f(1,2)", "1/2")]
    [TestCase(@"EQ \r(3,8)", "3√8")]
    [TestCase(@"SYMBOL 61692 \f ""Wingdings"" \s 11", "✓")]
    [TestCase(@"SYMBOL 0xB3 \f Symbol", "≥")]
    [TestCase("QUOTE \"原文\"", "原文")]
    [TestCase("MACROBUTTON NoMacro [填写日期]", "[填写日期]")]
    [TestCase("XE \"索引\"", "")]
    [TestCase("PAGE", "")]
    public void ShowsWhatTheInstructionSays(string instruction, string expected)
    {
        var document = DocxBuilder.Read(Px(R("甲") + Field(instruction) + R("乙")));
        Assert.That(document.Texts(), Is.EqualTo(new[] { $"甲{expected}乙" }));
        Assert.That(document.Messages(), Is.Empty);
    }

    [Test]
    public void ShowsTheChoiceOfAForm() => Assert.That(
        DocxBuilder.Read(Px(Field("FORMDROPDOWN", "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"市级\"/><w:listEntry w:val=\"县级\"/></w:ddList></w:ffData>")
            + Field("FORMCHECKBOX", "<w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData>"))).Texts(),
        Is.EqualTo(new[] { "县级☑" }));

    [TestCase("LISTNUM", "EP1101 at paragraph 1: a field without a stored result (LISTNUM) was not read")]
    [TestCase("= 5 + 3", "EP1101 at paragraph 1: a field without a stored result (=) was not read")]
    [TestCase(@"EQ \x()", "EP1101 at paragraph 1: a field without a stored result (EQ) was not read")]
    public void ReportsWhatOnlyWordKnows(string instruction, string message) =>
        Assert.That(DocxBuilder.Read(Px(Field(instruction))).Messages(), Is.EqualTo(new[] { message }));
}
