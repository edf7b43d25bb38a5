using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

using ExtractionPipeline.Conversion;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Docx;
using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.Word;
using ExtractionPipeline.Word;

using NUnit.Framework;

using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ExtractionPipeline.Tests.Export;

public sealed class ReviewCopyTests
{
    private static readonly Lazy<byte[]> Sample = new(() => Copy(ExportRun.SampleBytes, ExportRun.Sample.Result));

    [Test]
    public void TextAndNumbersAreThoseOfTheSource() =>
        Assert.That(Body(Read(Sample.Value)), Is.EqualTo(Body(ExportRun.Sample.Document)));

    [Test]
    public void EveryMentionHasACommentAtItsWords()
    {
        using var copy = WordprocessingDocument.Open(new MemoryStream(Sample.Value), false);
        var body = copy.MainDocumentPart!.Document!.Body!;
        var texts = copy.MainDocumentPart.WordprocessingCommentsPart!.Comments!.Elements<Comment>().ToDictionary(c => c.Id!.Value!, c => c.Elements<W.Paragraph>().First().InnerText, StringComparer.Ordinal);
        var found = new List<string>();
        var open = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in body.Descendants())
        {
            if (element is CommentRangeStart start) open.Add(start.Id!.Value!, "");
            if (element is W.Text text) foreach (var id in open.Keys.ToList()) open[id] += text.Text;
            if (element is CommentRangeEnd end && open.Remove(end.Id!.Value!, out var words)) found.Add($"{texts[end.Id.Value!].Split(' ')[0].TrimEnd(':')} {words}");
        }

        string[] kinds = ["place", "money", "share", "quantity", "time", "document", "organisation"];
        var expected = ExportRun.Sample.Result.Items.SelectMany(i => i.Mentions.Select(m => $"{kinds[(int)m.Kind]} {m.Span.In(i.Item.Text)}"));
        Assert.That(found.Order(StringComparer.Ordinal), Is.EqualTo(expected.Order(StringComparer.Ordinal)));
        Assert.That(body.Descendants<CommentReference>().Select(r => r.Id!.Value), Is.EquivalentTo(texts.Keys));
    }

    [Test]
    public void ACapIsGreenAndItsCommentSaysWhoAndWhy()
    {
        using var copy = WordprocessingDocument.Open(new MemoryStream(Copy(ExportRun.SampleBytes, ExportRun.Sample.Result, chinese: true)), false);
        var comment = copy.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().Single(c => c.InnerText.Contains("≤ 2000000 CNY", StringComparison.Ordinal));
        Assert.That(comment.Elements<W.Paragraph>().Select(p => p.InnerText), Is.EqualTo(new[] { "金额 · 上限: ≤ 2000000 CNY", "地区: 合肥市", "条目 1.2.3 · 规则 money.unit.yuan" }));
        var run = copy.MainDocumentPart.Document!.Descendants<CommentRangeStart>().Single(s => s.Id == comment.Id!).NextSibling<Run>()!;
        Assert.That(run.RunProperties!.Highlight!.Val!.Value, Is.EqualTo(HighlightColorValues.Green));
    }

    [Test]
    public void TheCopyIsAsValidAsItsSource()
    {
        Assert.That(Faults(Sample.Value), Is.EqualTo(Faults(ExportRun.SampleBytes)));
    }

    [Test]
    public void OtherPartsKeepTheirBytesAndTheCopyIsTheSameEachTime()
    {
        Assert.That(Copy(ExportRun.SampleBytes, ExportRun.Sample.Result), Is.EqualTo(Sample.Value));
        var (before, after) = (Parts(ExportRun.SampleBytes), Parts(Sample.Value));
        var changed = after.Where(p => !before.TryGetValue(p.Key, out var bytes) || !bytes.AsSpan().SequenceEqual(p.Value)).Select(p => p.Key);
        Assert.That(changed, Is.EquivalentTo(new[] { "[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/policy-comments.xml" }));
        Assert.That(before.Keys, Is.SubsetOf(after.Keys));
    }

    [Test]
    public void CommentsThatWereThereStay()
    {
        var twice = Copy(Sample.Value, ExportRun.Sample.Result);
        using var copy = WordprocessingDocument.Open(new MemoryStream(twice), false);
        var ids = copy.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().Select(c => c.Id!.Value).ToList();
        Assert.That(ids, Has.Count.EqualTo(2 * 225).And.Unique);
        Assert.That(Body(Read(twice)), Is.EqualTo(Body(ExportRun.Sample.Document)));
    }

    /// <summary>Word ignores comments inside text boxes.</summary>
    [Test]
    public void TheCommentOfATextBoxStandsAtTheBoxAndQuotesItsWords()
    {
        var source = DocxBuilder.WithBody(
            "<w:p><w:r><w:t>关于支持的通知</w:t></w:r></w:p><w:p><w:r><w:t>1.宁波给予20万元补助。</w:t><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>"
            + "<w:p><w:r><w:t>苏州给予30万元奖励。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>");
        var document = Read(source);
        var copy = Copy(source, ExportRun.Pipeline.Extract(document));
        using var opened = WordprocessingDocument.Open(new MemoryStream(copy), false);
        var body = opened.MainDocumentPart!.Document!.Body!;
        var comments = opened.MainDocumentPart.WordprocessingCommentsPart!.Comments!.Elements<Comment>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(body.Descendants<TextBoxContent>().SelectMany(b => b.Descendants<CommentRangeStart>()), Is.Empty);
            Assert.That(body.Descendants<TextBoxContent>().SelectMany(b => b.Descendants<CommentReference>()), Is.Empty);
            Assert.That(body.Descendants<TextBoxContent>().SelectMany(b => b.Descendants<Highlight>()).Count(), Is.EqualTo(2));
            Assert.That(comments.Select(c => c.Elements<W.Paragraph>().First().InnerText), Has.Some.EqualTo("in the text box: 30万元"));
            Assert.That(body.Descendants<CommentReference>().Count(), Is.EqualTo(comments.Count));
            Assert.That(Body(Read(copy)), Is.EqualTo(Body(document)));
        });
    }

    [Test]
    public void BeyondTheCommentsThatWordOpensMentionsAreHighlightedAndCounted()
    {
        using var copy = new MemoryStream();
        var findings = ReviewCopy.Write(ExportRun.SampleBytes, ExportRun.Sample.Result, ExportRun.Pipeline.Rules, false, copy, commentLimit: 200);
        Assert.That(findings.Select(f => f.Message), Is.EqualTo(new[] { "25 mention(s) are highlighted in docx without a comment, because Word opens no file with more than 200 comments; json and html hold them" }));
        using var opened = WordprocessingDocument.Open(new MemoryStream(copy.ToArray()), false);
        Assert.That(opened.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().Count(), Is.EqualTo(200));
    }

    [Test]
    public void APackageThatIsNoneIsRefused() =>
        Assert.That(() => Copy("PK\u0003\u0004"u8.ToArray(), ExportRun.Sample.Result), Throws.InstanceOf<InputException>().With.Property(nameof(InputException.Kind)).EqualTo(DiagnosticKinds.DamagedPackage));

    [Test]
    public void LibreOfficeOpensIt()
    {
        try
        {
            var converted = new LibreOfficeConverter(ConversionOptions.Default).ToDocx(Sample.Value, "copy.odt", "odt", CancellationToken.None);
            using var copy = WordprocessingDocument.Open(new MemoryStream(converted), false);
            Assert.That(copy.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().Count(), Is.EqualTo(225));
        }
        catch (InputException fault) when (fault.Kind == DiagnosticKinds.ConverterMissing)
        {
            Assert.Ignore("LibreOffice is not installed");
        }
    }

    private static byte[] Copy(byte[] source, ExtractionResult result, bool chinese = false)
    {
        using var copy = new MemoryStream();
        Assert.That(ReviewCopy.Write(source, result, ExportRun.Pipeline.Rules, chinese, copy), Is.Empty);
        return copy.ToArray();
    }

    private static PolicyDocument Read(byte[] bytes) => new WordDocumentReader(WordReadingOptions.Default).Read(bytes, "copy.docx");

    private static string Body(PolicyDocument document) => StageDumps.Document(document with { Asides = [], Diagnostics = [] });

    private static List<string> Faults(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Part?.Uri} {e.Description}").Distinct(StringComparer.Ordinal)];
    }

    private static Dictionary<string, byte[]> Parts(byte[] bytes)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }, StringComparer.Ordinal);
    }
}
