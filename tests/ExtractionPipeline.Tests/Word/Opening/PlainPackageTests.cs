using System.IO.Compression;

using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Word;
using ExtractionPipeline.Word.Opening;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Opening;

/// <summary>Packages that are opened without the Open XML SDK: it must find the same parts in them.</summary>
public sealed class PlainPackageTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly byte[] s_sample = File.ReadAllBytes(Checkout.PathOf("samples", "intelligent-construction-batch2.docx"));

    [Test]
    public void TheSampleIsPlainAndTheSdkFindsTheSameParts()
    {
        using var plain = Zip(s_sample);
        using var sdk = SdkParts.TryOpen(s_sample)!;
        Assert.That(plain.IsPlain);
        Assert.That(plain.Main.Name, Is.EqualTo(sdk.Main.Name));
        foreach (var kind in Enum.GetValues<PartKind>()) Assert.That(plain.Find(kind)?.Name, Is.EqualTo(sdk.Find(kind)?.Name), kind.ToString());
    }

    [Test]
    public void APlainPackageHasItsNotesHeadersAndLinks()
    {
        var bytes = new DocxBuilder().Styles(Style("a", "heading 1", "")).Header("h1", P("眉"))
            .Relationship($"<Relationship Id=\"x\" Type=\"{Office}hyperlink\" Target=\"https://example.org/a\" TargetMode=\"External\"/>")
            .Body(P("标题")).ToBytes();
        using var sdk = SdkParts.TryOpen(bytes)!;
        using var plain = Zip(bytes);
        Assert.That(plain.IsPlain);
        Assert.That(plain.Find(PartKind.Styles)?.Name, Is.EqualTo(sdk.Find(PartKind.Styles)?.Name));
        Assert.That(plain.Related("h1")?.Name, Is.EqualTo(sdk.Related("h1")?.Name));
        Assert.That(plain.Related("x"), Is.Null);
    }

    /// <summary>What the list does not know, or what breaks a rule, is for the SDK to judge.</summary>
    [TestCase("[Content_Types].xml", "wordprocessingml.document.main+xml", "wordprocessingml.document.other+xml")]
    [TestCase("[Content_Types].xml", "Extension=\"rels\"", "Extension=\"rel\"")]
    [TestCase("[Content_Types].xml", "</Types>", "<Default Extension=\"RELS\" ContentType=\"application/xml\"/></Types>")]
    [TestCase("[Content_Types].xml", "</Types>", "<Other/></Types>")]
    [TestCase("[Content_Types].xml", "</Types>", "")]
    [TestCase("_rels/.rels", Office + "officeDocument", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")]
    [TestCase("_rels/.rels", "</Relationships>", "")]
    [TestCase("word/_rels/document.xml.rels", "relationships/styles", "relationships/unknown")]
    [TestCase("word/_rels/document.xml.rels", "</Relationships>", "<Relationship Id=\"x\" Type=\"" + Office + "image\" Target=\"missing.png\"/></Relationships>")]
    [TestCase("word/_rels/document.xml.rels", "</Relationships>", "<Relationship Id=\"x\" Type=\"" + Office + "header\" Target=\"styles.xml\"/></Relationships>")]
    [TestCase("word/_rels/document.xml.rels", "</Relationships>", "<Relationship Id=\"1x\" Type=\"" + Office + "hyperlink\" Target=\"a\" TargetMode=\"External\"/></Relationships>")]
    public void AnythingElseIsNotPlain(string part, string old, string changed)
    {
        var xml = TextOf(s_sample, part);
        Assert.That(xml, Does.Contain(old), "the case changes nothing");
        using var zip = Zip(Changed(s_sample, part, xml.Replace(old, changed, StringComparison.Ordinal)));
        Assert.That(zip.IsPlain, Is.False);
    }

    [TestCase("word/a b.xml")]
    [TestCase("word/document.xml/a.xml")]
    [TestCase("WORD/STYLES.XML")]
    [TestCase("word\\a.xml")]
    [TestCase("/word/a.xml")]
    [TestCase("word/a.unknown")]
    [TestCase("word/..a/b.xml")]
    [TestCase("word/[1].xml")]
    public void OddNamesAreNotPlain(string name)
    {
        using var zip = Zip(Changed(s_sample, name, "<x/>"));
        Assert.That(zip.IsPlain, Is.False);
    }

    private static ZipParts Zip(byte[] bytes) =>
        ZipParts.TryOpen(new ZipArchive(new MemoryStream(bytes)), new UnpackedMeter("a.docx", WordReadingOptions.Default, CancellationToken.None))!;

    private static string TextOf(byte[] package, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The package with one part changed or added.</summary>
    private static byte[] Changed(byte[] package, string part, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }
}
