using System.Globalization;
using System.IO.Compression;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Pdf;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Pdf;

/// <summary>PDFs made to do harm: read or refused with a reason.</summary>
public sealed class HostilePdfTests
{
    private const string Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    private static string Fault(byte[] bytes, PdfReadingOptions? options = null) =>
        Assert.Throws<InputException>(() => new PdfDocumentReader(options ?? PdfReadingOptions.Default).Read(bytes, "a.pdf"))!.Message;

    private static string Exceeded(string what, string limit) => $"EP1007: a.pdf: {what} exceeds the limit of {limit}; the file was not read";

    [Test]
    public void FormsInsideOneAnotherAreRefused()
    {
        var forms = Enumerable.Range(0, 5_000).Select(i => Form("/X Do", $"/X {7 + i} 0 R")).ToList();
        Assert.That(Fault(OnePage("/X Do", "/X 6 0 R", forms)), Is.EqualTo(Exceeded("the number of forms inside one another", "50")));
    }

    /// <summary>Each of forty forms draws the next one twice: 2⁴⁰ drawings, whatever stands between name and operator.</summary>
    [TestCase("/X Do /X Do")]
    [TestCase("/X%\nDo /X%\nDo")]
    [TestCase("/#58 Do /#58 Do")]
    public void FormsDrawnAgainAndAgainAreRefused(string content)
    {
        var forms = Enumerable.Range(0, 40).Select(i => Form(content, $"/X {7 + i} 0 R")).ToList();
        Assert.That(Fault(OnePage("/X Do", "/X 6 0 R", forms)), Is.EqualTo(Exceeded("the number of streams", "200000")));
    }

    [Test]
    public void FormsInACircleAreRefused() =>
        Assert.That(Fault(OnePage("/X Do", "/X 6 0 R", [Form("/X Do", "/X 7 0 R"), Form("/X Do", "/X 6 0 R")])), Is.EqualTo(Exceeded("the number of forms inside one another", "50")));

    [Test]
    public void TextInAFormIsRead()
    {
        var document = new PdfDocumentReader(PdfReadingOptions.Default).Read(OnePage("/X Do", "/X 6 0 R", [Form("BT /F1 12 Tf 1 0 0 1 72 650 Tm (in a form) Tj ET", "/Y 7 0 R")]), "a.pdf");
        Assert.That(document.Blocks.OfType<ExtractionPipeline.Documents.Paragraph>().Single().Text, Is.EqualTo("in a form"));
    }

    [Test]
    public void AStreamThatUnpacksWithoutEndIsRefused()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[4_000_000]);
        var data = packed.ToArray();
        var bytes = Build([.. Before("/X 6 0 R"), [.. Encoding.Latin1.GetBytes($"<</Filter/FlateDecode/Length {data.Length}>>stream\n"), .. data, .. "\nendstream\n"u8], Encoding.Latin1.GetBytes(Font)]);
        Assert.That(Fault(bytes, new PdfReadingOptions { MaxUnpackedBytes = 1_000_000 }), Is.EqualTo(Exceeded("the unpacked size in bytes", "1000000")));
    }

    [TestCase("[", "]")]
    [TestCase("<</A ", ">>")]
    public void DeepNestingIsReadOrRefused(string open, string close)
    {
        var deep = Repeat(open, 100_000) + Repeat(close, 100_000);
        Assert.That(Fault(OnePage("", "", [], $"/Deep {deep}")), Does.StartWith("EP10"));
        Assert.That(Fault(OnePage($"BT /F1 12 Tf {deep} TJ ET", "", [])), Does.StartWith("EP10"));
    }

    /// <summary>A map from codes to characters with deep arrays in it ended the process in earlier versions of the library.</summary>
    [Test]
    public void DeepNestingInAFontIsReadOrRefused()
    {
        var map = Stream("", "/CIDInit begincmap 1 beginbfrange <00> <01> " + Repeat("[", 100_000));
        var pages = OnePage("BT /F1 12 Tf 72 650 Td (a) Tj ET", "", [map], font: Font.Replace(">>", "/ToUnicode 6 0 R>>", StringComparison.Ordinal));
        try
        {
            _ = new PdfDocumentReader(PdfReadingOptions.Default).Read(pages, "a.pdf");
        }
        catch (InputException fault)
        {
            Assert.That(fault.Kind.Code, Does.StartWith("EP10"));
        }
    }

    [Test]
    public void ATreeOfPagesWithoutEndIsRefused() =>
        Assert.That(Fault(Build(["<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(), "<</Type/Pages/Kids[2 0 R]/Count 1>>"u8.ToArray()])), Is.EqualTo("EP1005: a.pdf: the document holds no text; nothing was written"));

    private static byte[] OnePage(string content, string forms, IReadOnlyList<string> more, string entry = "", string font = Font) =>
        Build([.. Before(forms, entry), Encoding.Latin1.GetBytes(Stream("", content)), Encoding.Latin1.GetBytes(font), .. more.Select(Encoding.Latin1.GetBytes)]);

    private static IEnumerable<byte[]> Before(string forms, string entry = "") => new[]
    {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{entry}/Contents 4 0 R/Resources<</XObject<<{forms}>>/Font<</F1 5 0 R>>>>>>",
    }.Select(Encoding.Latin1.GetBytes);

    private static string Form(string content, string forms) => Stream($"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<<{forms}>>/Font<</F1 5 0 R>>>>", content);

    private static string Stream(string entries, string content) => $"<<{entries}/Length {content.Length}>>stream\n{content}\nendstream\n";

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Build(IReadOnlyList<byte[]> objects)
    {
        using var file = new MemoryStream();
        Write("%PDF-1.4\n");
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj"));
            file.Write(objects[i]);
            Write("endobj\n");
        }

        var table = file.Length;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets) Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }
}
