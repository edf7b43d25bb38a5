using System.Text;

using ExtractionPipeline.Cli;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Tests.Word;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>--revisions, --time-limit and --limit, the same for every command that reads documents.</summary>
public sealed class ReadingOptionsTests
{
    private static readonly string s_body = Px(R("合肥给予企业") + $"<w:del w:id=\"1\">{R("40")}</w:del><w:ins w:id=\"2\">{R("50")}</w:ins>" + R("万元奖励。"));

    private TemporaryFolder _folder = null!;
    private string _document = null!;

    [SetUp]
    public void WriteDocument()
    {
        _folder = new TemporaryFolder();
        _document = _folder.PathOf("a.docx");
        File.WriteAllBytes(_document, DocxBuilder.WithBody(s_body.Replace("<w:del w:id=\"1\"><w:r><w:rPr></w:rPr><w:t xml:space=\"preserve\">40</w:t></w:r>", "<w:del w:id=\"1\"><w:r><w:delText>40</w:delText></w:r>", StringComparison.Ordinal)));
    }

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [TestCase("合肥给予企业50万元奖励。", new string[0])]
    [TestCase("合肥给予企业50万元奖励。", new[] { "--revisions", "accept" })]
    [TestCase("合肥给予企业40万元奖励。", new[] { "--revisions", "reject" })]
    public void RunAcceptsOrRejectsTrackedChanges(string text, string[] options)
    {
        var run = CommandRun.Of(["run", _document, .. options]);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That((string?)JObject.Parse(run.Output)["items"]![0]!["text"], Is.EqualTo(text));
    }

    [Test]
    public void ShowAndExplainTakeTheSameOption()
    {
        Assert.That(CommandRun.Of("show", _document, "--item", "1", "--revisions", "reject").Output, Does.Contain("40万元"));
        Assert.That(CommandRun.Of("explain", _document, "1", "--revisions", "reject").Output, Does.StartWith("1  合肥给予企业40万元奖励。\n"));
    }

    [Test]
    public void CheckTakesItToo()
    {
        File.WriteAllText(_folder.PathOf("a.golden.json"), CommandRun.Of("run", _document).Output);
        Assert.That(CommandRun.Of("check", _folder.Root).ExitCode, Is.Zero);
        Assert.That(CommandRun.Of("check", _folder.Root, "--revisions", "reject").ExitCode, Is.EqualTo(1));
    }

    [TestCase(new[] { "--revisions", "both" }, "error EP1020: the option --revisions is one of accept, reject, not \"both\"; see \"policy-extract run --help\"\n")]
    [TestCase(new[] { "--time-limit", "ten" }, "error EP1020: the option --time-limit is a number of seconds from 0 to 86400, not \"ten\"; see \"policy-extract run --help\"\n")]
    [TestCase(new[] { "--time-limit", "86401", "--lang", "zh" }, "错误 EP1020: 选项 --time-limit 是 0 到 86400 的秒数，不是“86401”；用法见“policy-extract run --help”\n")]
    [TestCase(new[] { "--limit", "words=5" }, "error EP1020: the option --limit is NAME=NUMBER, the number from 1 on, with one of these names: file-mb, text-mb, unpacked-mb, ratio, parts, cells, paragraphs, lines, elements, pages, letters, items, conversion-seconds; not \"words=5\"; see \"policy-extract run --help\"\n")]
    [TestCase(new[] { "--limit", "items=0", "--lang", "zh" }, "错误 EP1020: 选项 --limit 的写法是“名称=数”，数从 1 起，名称为以下之一：file-mb, text-mb, unpacked-mb, ratio, parts, cells, paragraphs, lines, elements, pages, letters, items, conversion-seconds；不是“items=0”；用法见“policy-extract run --help”\n")]
    public void AWrongValueIsNamed(string[] options, string error)
    {
        var run = CommandRun.Of(["run", _document, .. options]);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, error)));
    }

    /// <summary>Each limit that can be set, the smallest document that passes it, and what is said.</summary>
    [TestCase("paragraphs=1", "a.docx", "the number of paragraphs exceeds the limit of 1")]
    [TestCase("cells=1", "a.docx", "the number of table cells exceeds the limit of 1")]
    [TestCase("parts=1", "a.docx", "the number of parts exceeds the limit of 1")]
    [TestCase("items=1", "a.docx", "the number of items exceeds the limit of 1")]
    [TestCase("items=1", "a.txt", "the number of items exceeds the limit of 1")]
    [TestCase("lines=1", "a.txt", "the number of lines exceeds the limit of 1")]
    [TestCase("elements=3", "a.html", "the number of elements exceeds the limit of 3")]
    [TestCase("cells=1", "a.html", "the number of table cells exceeds the limit of 1")]
    [TestCase("pages=1", "a.pdf", "the number of pages exceeds the limit of 1")]
    [TestCase("letters=3", "a.pdf", "the number of letters exceeds the limit of 3")]
    public void ALimitCanBeSet(string limit, string name, string message)
    {
        File.WriteAllBytes(_folder.PathOf("a.docx"), DocxBuilder.WithBody(P("第一条。") + P("第二条。") + Tbl(2, Tr(Tc("甲"), Tc("乙")))));
        _folder.Write("a.txt", "合肥给予奖励。\n宁波给予补贴。\n");
        _folder.Write("a.html", "<html><body><p>甲</p><table><tr><td>乙<td>丙</table></body></html>");
        File.WriteAllBytes(_folder.PathOf("a.pdf"), new Pdf.PdfBuilder().Page().Text(60, 700, "给予补贴。").Page().Text(60, 700, "给予奖励。").Build());
        Assert.That(CommandRun.Of("run", _folder.PathOf(name)).ExitCode, Is.Zero);
        var run = CommandRun.Of("run", _folder.PathOf(name), "--limit", limit);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((3, $"error EP1007: {_folder.PathOf(name)}: {message}; the file was not read\n")));
        Assert.That(CommandRun.Of("run", _folder.PathOf(name), "--limit", limit, "--limit", limit.Split('=')[0] + "=1000").ExitCode, Is.Zero, "the last one counts");
    }

    [TestCase("file-mb=1", "docx")]
    [TestCase("text-mb=1", "txt")]
    [TestCase("unpacked-mb=1", "docx")]
    public void ASizeCanBeSet(string limit, string ending)
    {
        var name = _folder.PathOf("big." + ending);
        var words = new string('0', 2 << 20);
        File.WriteAllBytes(name, ending is "txt" ? Encoding.UTF8.GetBytes(words) : limit.StartsWith("file", StringComparison.Ordinal) ? new byte[2 << 20] : DocxBuilder.WithBody(P(words)));
        Assert.That(CommandRun.Of("run", name, "--limit", limit).Error, Does.StartWith($"error EP1007: {name}: ").And.Contain("exceeds the limit of 1"));
    }

    [TestCase("docx")]
    [TestCase("pdf")]
    [TestCase("html")]
    public void AFileThatTakesTooLongIsGivenUp(string format)
    {
        using var at = new Surroundings(Stream.Null, TextWriter.Null, TextWriter.Null);
        var reading = new DocumentReading(at, ReadingSettings.Default with { TimeLimit = TimeSpan.Zero });
        var path = string.Equals(format, "docx", StringComparison.Ordinal) ? _document : CodeBase.Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Formats", "intelligent-construction-batch2." + format);
        Assert.That(
            Assert.Throws<InputException>(() => reading.Read(path))!.Message,
            Is.EqualTo($"EP1014: {Path.GetFileName(path)}: took longer than 0 s and was stopped; nothing was written; --time-limit SECONDS gives it more time"));
    }

    [Test]
    public void ExtractingHasTheSameLimit()
    {
        using var at = new Surroundings(Stream.Null, TextWriter.Null, TextWriter.Null);
        var document = new DocumentReading(at, ReadingSettings.Default).Read(_document);
        var reading = new DocumentReading(at, ReadingSettings.Default with { TimeLimit = TimeSpan.Zero });
        Assert.That(
            Assert.Throws<InputException>(() => reading.Extract(PolicyPipeline.CreateDefault(), document))!.Message,
            Does.StartWith("EP1014: a.docx: took longer than 0 s "));
    }

    [Test]
    public void WithoutALimitNothingIsGivenUp() => Assert.That(CommandRun.Of("run", _document, "--time-limit", "0").ExitCode, Is.Zero);
}
