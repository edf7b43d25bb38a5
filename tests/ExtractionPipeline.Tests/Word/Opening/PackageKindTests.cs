using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Opening;

/// <summary>The packages that are Word documents, under all their names.</summary>
public sealed class PackageKindTests
{
    private static readonly string s_body =
        P("标题", "<w:pStyle w:val=\"a\"/>") + Li("甲", 1) + Px("<w:r><w:footnoteReference w:id=\"1\"/></w:r>") + $"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/></w:sectPr>";

    private static string[] Read(DocxBuilder builder)
    {
        var document = builder
            .Styles(Style("a", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"))
            .Numbering(AbstractNum(0, Lvl(0, "chineseCounting", "%1、")) + Num(1, 0))
            .Footnotes("<w:footnote w:id=\"1\">" + P("注") + "</w:footnote>")
            .Header("h1", P("眉"))
            .Body(s_body)
            .Read();
        return [.. document.Lines(), .. document.Asides.Select(a => a.Text), $"{((ExtractionPipeline.Documents.Paragraph)document.Blocks[0]).HeadingLevel}"];
    }

    private static readonly string[] s_expected = ["标题", "一、 甲", "", "注", "眉", "1"];

    [TestCase("document.main+xml", TestName = "Reads docx")]
    [TestCase("template.main+xml", TestName = "Reads dotx")]
    [TestCase("application/vnd.ms-word.document.macroEnabled.main+xml", TestName = "Reads docm")]
    [TestCase("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", TestName = "Reads dotm")]
    public void ReadsAllKinds(string type) => Assert.That(Read(new DocxBuilder { MainType = type }), Is.EqualTo(s_expected));

    /// <summary>ISO/IEC 29500 Strict: other names for the same things.</summary>
    [Test]
    public void ReadsStrictDocuments() => Assert.That(Read(new DocxBuilder
    {
        Dialect = xml => xml
            .Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math", StringComparison.Ordinal)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal),
    }), Is.EqualTo(s_expected));
}
