using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;
using ExtractionPipeline.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Paragraphs;

public sealed class HiddenTextTests
{
    private static readonly string s_body = P("第一条") + Px(R("奖励") + R("（内部）", "<w:vanish/>") + R("10万元", "<w:vanish w:val=\"0\"/>"))
        + Px(R("整段隐藏", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>") + P("第二条");

    [Test]
    public void IsLeftOutWithANote()
    {
        var document = DocxBuilder.Read(s_body);
        Assert.That(document.Texts(), Is.EqualTo(new[] { "第一条", "奖励10万元", "第二条" }));
        Assert.That(document.Messages(), Is.EqualTo(new[]
        {
            "EP1105 at paragraph 2: hidden text left out: \"（内部）\"",
            "EP1105 at paragraph 3: hidden text left out: \"整段隐藏\"",
        }));
    }

    [Test]
    public void IsKeptAndMarkedOnRequest()
    {
        var document = DocxBuilder.Read(s_body, new WordReadingOptions { KeepHiddenText = true });
        Assert.That(document.Texts(), Is.EqualTo(new[] { "第一条", "奖励（内部）10万元", "整段隐藏", "第二条" }));
        Assert.That(((Paragraph)document.Blocks[1]).Marks, Is.EqualTo(new[] { new TextMark(TextMarkKind.Hidden, new SourceSpan(2, 6)) }));
        Assert.That(document.Messages(), Is.Empty);
    }

    [Test]
    public void ComesFromStylesToo()
    {
        var styles = Style("p", "隐", "<w:rPr><w:vanish/></w:rPr>") + "<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"隐\"/><w:rPr><w:vanish/></w:rPr></w:style>";
        var body = P("甲", "<w:pStyle w:val=\"p\"/>") + Px(R("乙", "<w:rStyle w:val=\"c\"/>") + R("丙")) + Px(R("丁", "<w:rStyle w:val=\"c\"/>"), "<w:pStyle w:val=\"p\"/>");
        Assert.That(new DocxBuilder().Styles(styles).Body(body).Read().Texts(), Is.EqualTo(new[] { "丙", "丁" }), "two switches cancel each other");
    }
}
