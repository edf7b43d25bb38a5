using System.IO.Compression;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Opening;

/// <summary>Packages that break the rules of packages. Word opens most of them; the Open XML SDK opens none.</summary>
public sealed class BrokenPackageTests
{
    private const string Mended =
        "EP1111: the file breaks the rules of Office files (parts or relationships are missing, doubled or misnamed); what could be found was read; open it in Word and save it again";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly string[] s_lines = ["标题", "一、 第一", "二、 第二"];

    private static DocxBuilder Ordinary() => new DocxBuilder()
        .Styles(Style("a", "heading 1", ""))
        .Numbering(AbstractNum(0, Lvl(0, "chineseCounting", "%1、")) + Num(1, 0))
        .Header("h1", P("眉"))
        .Body(P("标题", "<w:pStyle w:val=\"a\"/>") + Li("第一", 1) + Li("第二", 1) + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/></w:sectPr>");

    private static IEnumerable<TestCaseData> Packages()
    {
        yield return Package("a relationship to a picture that is not there", Ordinary().Relationship($"<Relationship Id=\"x\" Type=\"{Office}image\" Target=\"media/missing.png\"/>").ToBytes());
        yield return Package("a relationship that leaves the package", Ordinary().Relationship($"<Relationship Id=\"x\" Type=\"{Office}image\" Target=\"../../../../etc/passwd\"/>").ToBytes());
        yield return Package("a relationship to notes that are not there", Ordinary().Relationship($"<Relationship Id=\"x\" Type=\"{Office}endnotes\" Target=\"missing.xml\"/>").ToBytes());
        yield return Package("one part in two roles", Ordinary().Relationship($"<Relationship Id=\"x\" Type=\"{Office}unknown\" Target=\"styles.xml\"/>").ToBytes());
        yield return Package("two styles parts", Ordinary().Raw("word/styles2.xml", "<x/>").Relationship($"<Relationship Id=\"x\" Type=\"{Office}styles\" Target=\"styles2.xml\"/>").ToBytes());
        yield return Package("two parts that differ in case", Ordinary().Raw("WORD/DOCUMENT.XML", "<x/>").ToBytes());
        yield return Package("two parts of one name", Ordinary().Raw("word/document.xml", "<x/>").ToBytes());
        yield return Package("no list of content types", Renamed(Ordinary().ToBytes(), name => name is "[Content_Types].xml" ? null : name));
        yield return Package("content types that leave the main part out", Changed(Ordinary().ToBytes(), "[Content_Types].xml", xml => xml.Replace("/word/document.xml", "/word/other.xml", StringComparison.Ordinal).Replace("Extension=\"xml\"", "Extension=\"xm\"", StringComparison.Ordinal)));
        yield return Package("no relationship to the main part", Renamed(Ordinary().ToBytes(), name => name is "_rels/.rels" ? null : name));
        yield return Package("a main part under another name in another case", Changed(Ordinary().ToBytes(), "_rels/.rels", xml => xml.Replace("word/document.xml", "Word/Document.xml", StringComparison.Ordinal)), mended: false);
        yield return Package("backslashes in the names of parts", Renamed(Ordinary().ToBytes(), name => name.Replace('/', '\\')));
        yield return Package("names of parts with a leading slash", Renamed(Ordinary().ToBytes(), name => "/" + name));
        yield return Package("backslashes in a target", Changed(Ordinary().ToBytes(), "_rels/.rels", xml => xml.Replace("word/document.xml", @"word\document.xml", StringComparison.Ordinal)), mended: null);
        yield return Package("targets through other folders", Changed(Ordinary().ToBytes(), "word/_rels/document.xml.rels", xml => xml.Replace("/word/", "../word/./", StringComparison.Ordinal)), mended: null);
        yield return Package("relationships that break off", Changed(Ordinary().ToBytes(), "word/_rels/document.xml.rels", xml => xml.Replace("</Relationships>", "<", StringComparison.Ordinal)));

        static TestCaseData Package(string name, byte[] bytes, bool? mended = true) => new TestCaseData(bytes, mended).SetName($"Reads a package with {name}");
    }

    [TestCaseSource(nameof(Packages))]
    public void IsReadAndSaidToBeBroken(byte[] bytes, bool? mended)
    {
        var document = new WordDocumentReader(WordReadingOptions.Default).Read(bytes, "a.docx");
        Assert.That(document.Lines(), Is.EqualTo(s_lines));
        Assert.That(((Paragraph)document.Blocks[0]).HeadingLevel, Is.EqualTo(1));
        Assert.That(document.Asides.Select(a => a.Text), Is.EqualTo(new[] { "眉" }));
        if (mended is { } said) Assert.That(document.Messages().Contains(Mended), Is.EqualTo(said));
    }

    [Test]
    public void WithoutItsStylesTheTextIsReadAllTheSame()
    {
        var document = new WordDocumentReader(WordReadingOptions.Default).Read(Renamed(Ordinary().ToBytes(), name => name is "word/styles.xml" ? null : name), "a.docx");
        Assert.That(document.Lines(), Is.EqualTo(s_lines));
        Assert.That(document.Messages(), Does.Contain(Mended));
    }

    /// <summary>The archive with other names of entries; those without a name are left out.</summary>
    private static byte[] Renamed(byte[] bytes, Func<string, string?> name) => Copy(bytes, name, (_, content) => content);

    private static byte[] Changed(byte[] bytes, string part, Func<string, string> change) =>
        Copy(bytes, name => name, (name, content) => string.Equals(name, part, StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(content))) : content);

    private static byte[] Copy(byte[] bytes, Func<string, string?> rename, Func<string, byte[], byte[]> change)
    {
        using var output = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(bytes)))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                if (rename(entry.FullName) is not { } name) continue;
                using var content = new MemoryStream();
                using (var source = entry.Open()) source.CopyTo(content);
                using var target = to.CreateEntry(name).Open();
                target.Write(change(entry.FullName, content.ToArray()));
            }
        }

        return output.ToArray();
    }
}
