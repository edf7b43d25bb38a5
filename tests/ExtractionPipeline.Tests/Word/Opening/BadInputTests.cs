using System.IO.Compression;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Opening;

/// <summary>Files that are no Word document, or no longer one: one typed exception that says why.</summary>
public sealed class BadInputTests
{
    private static string Fault(byte[] bytes, WordReadingOptions? options = null) =>
        Assert.Throws<InputException>(() => new WordDocumentReader(options ?? WordReadingOptions.Default).Read(bytes, "a.docx"))!.Message;

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Enough of a compound file: its magic and the name of a stream.</summary>
    private static byte[] Ole(string stream, byte flags = 0)
    {
        var bytes = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        new byte[] { 0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, flags }.CopyTo(bytes, 1024);
        Encoding.Unicode.GetBytes(stream).CopyTo(bytes, 2048);
        return bytes;
    }

    /// <summary>A compound file whose header says that the directory begins in this sector of 512 bytes; the file has seven.</summary>
    private static byte[] OleWithDirectoryAt(byte sector)
    {
        var bytes = Ole("");
        (bytes[30], bytes[48]) = (9, sector);
        return bytes;
    }

    private static IEnumerable<TestCaseData> Files()
    {
        yield return File("an empty file", [], "EP1003: a.docx: not a Word document (the file is empty); nothing was written");
        yield return File("a renamed PDF", Encoding.ASCII.GetBytes("%PDF-1.7\n%abc"), "EP1003: a.docx: not a Word document (it starts with %PDF); nothing was written");
        yield return File("a text file", Encoding.UTF8.GetBytes("Hello world"), "EP1003: a.docx: not a Word document (it starts with Hello); nothing was written");
        yield return File("a Chinese text file", Encoding.UTF8.GetBytes("关于"), "EP1003: a.docx: not a Word document (it starts with the bytes E585B3E4); nothing was written");
        yield return File("a web page", Encoding.UTF8.GetBytes("\uFEFF<html><body>"), "EP1003: a.docx: not a Word document (it starts with <html><body>); nothing was written");
        yield return File("an RTF file", Encoding.ASCII.GetBytes(@"{\rtf1\ansi"), "EP1009: a.docx: files of this kind (Rich Text Format, .rtf) cannot be read; expected .docx; open it in Word and save it as .docx");
        yield return File("flat XML", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>"), "EP1009: a.docx: files of this kind (Word flat XML) cannot be read; expected .docx; open it in Word and save it as .docx");
        yield return File("an encrypted document", Ole("EncryptedPackage"), "EP1008: a.docx: the file is encrypted; save it without a password first");
        yield return File("an old Word document", Ole("WordDocument"), "EP1009: a.docx: files of this kind (Word 97-2003, .doc) cannot be read; expected .docx; open it in Word and save it as .docx");
        yield return File("an old encrypted Word document", Ole("WordDocument", flags: 1), "EP1008: a.docx: the file is encrypted; save it without a password first");
        yield return File("an old workbook", Ole("Workbook"), "EP1003: a.docx: not a Word document (it is an Excel workbook, .xls); nothing was written");
        yield return File("half an old Word document", OleWithDirectoryAt(sector: 40), "EP1004: a.docx: the file is damaged (its directory is missing; was it copied whole?); open it in Word and save it again");
        yield return File("the first bytes of an old Word document", Ole("WordDocument")[..100], "EP1004: a.docx: the file is damaged (its directory is missing; was it copied whole?); open it in Word and save it again");
        yield return File("another compound file", Ole("Other"), "EP1003: a.docx: not a Word document (it is an OLE compound file of another program); nothing was written");
        yield return File("a workbook", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>")), "EP1003: a.docx: not a Word document (it is an Excel workbook, .xlsx); nothing was written");
        yield return File("a presentation", Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<x/>")), "EP1003: a.docx: not a Word document (it is a PowerPoint presentation, .pptx); nothing was written");
        yield return File("an OpenDocument text", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), "EP1009: a.docx: files of this kind (OpenDocument, .odt) cannot be read; expected .docx; open it in Word and save it as .docx");
        yield return File("a zip archive", Zip(("readme.txt", "x")), "EP1003: a.docx: not a Word document (it is a zip archive of something else); nothing was written");
        yield return File("an empty zip archive", Zip(), "EP1003: a.docx: not a Word document (it is a zip archive of something else); nothing was written");
        yield return File("half a document", DocxBuilder.WithBody(P("正文"))[..400], "EP1004: a.docx: the file is damaged (its zip archive cannot be opened; was it copied whole?); open it in Word and save it again");
        yield return File("a main part that is cut short", new DocxBuilder().Raw("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\n<w:p></w:body>").ToBytes(), "EP1004: a.docx: the file is damaged (word/document.xml is not well-formed XML at line 2, character 8); open it in Word and save it again");
        yield return File("a main part of something else", new DocxBuilder().Raw("word/document.xml", "<html/>").ToBytes(), "EP1004: a.docx: the file is damaged (its main part holds no Word text); open it in Word and save it again");
        yield return File("an empty main part", new DocxBuilder().Raw("word/document.xml", "").ToBytes(), "EP1004: a.docx: the file is damaged (word/document.xml is not well-formed XML at line 0, character 0); open it in Word and save it again");

        static TestCaseData File(string name, byte[] bytes, string fault) => new TestCaseData(bytes, fault).SetName($"Refuses {name}");
    }

    [TestCaseSource(nameof(Files))]
    public void SaysWhatIsWrong(byte[] bytes, string fault) => Assert.That(Fault(bytes), Is.EqualTo(fault));
}
