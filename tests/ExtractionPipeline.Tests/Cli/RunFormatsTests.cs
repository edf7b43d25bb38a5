using ExtractionPipeline.Cli;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>run --format: which files appear, and what is said of those that do not.</summary>
public sealed class RunFormatsTests
{
    private const string Text = "关于支持政策的通知\n1. 杭州给予10万元补贴。\n";

    private static readonly string Sample = CodeBase.Checkout.PathOf("samples", "intelligent-construction-batch2.docx");

    private TemporaryFolder _folder = null!;

    private string Out => _folder.PathOf("out");

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void SeveralFormatsAtOnce()
    {
        _folder.Write("in/2023/a.txt", Text);
        _folder.Write("in/2024/a.txt", Text.Replace("10", "20", StringComparison.Ordinal));
        File.Copy(Sample, _folder.PathOf("in/b.docx"));
        var run = CommandRun.Of("run", _folder.PathOf("in"), "-o", Out, "--format", "json,jsonl,html,csv,xlsx,sqlite,parquet");
        Assert.That(run.Error, Does.StartWith("3 of 3 documents written"));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(_folder.Files("out"), Is.EqualTo(new[]
        {
            "2023/a.html", "2023/a.json", "2023/a.jsonl", "2024/a.html", "2024/a.json", "2024/a.jsonl",
            "amounts.csv", "amounts.parquet", "b.html", "b.json", "b.jsonl", "documents.csv", "documents.parquet", "items.csv", "items.parquet",
            "measures.csv", "measures.parquet", "results.db", "results.xlsx",
        }));
        var documents = File.ReadAllLines(_folder.PathOf("out/documents.csv"));
        Assert.That(documents.Skip(1).Select(l => l.Split(',')[1]), Is.EqualTo(new[] { "2023/a.txt", "2024/a.txt", "b.docx" }));
    }

    [Test]
    public void TheFilesDoNotDependOnTheNumberOfJobs()
    {
        for (var i = 0; i < 8; i++) _folder.Write($"in/{i}.txt", Text.Replace("10", $"{i + 10}", StringComparison.Ordinal));
        foreach (var jobs in new[] { "1", "8" }) CommandRun.Of("run", _folder.PathOf("in"), "-o", _folder.PathOf(jobs), "--jobs", jobs, "--format", "csv,xlsx,sqlite,parquet");
        foreach (var file in _folder.Files("1")) Assert.That(File.ReadAllBytes(_folder.PathOf("8/" + file)), Is.EqualTo(File.ReadAllBytes(_folder.PathOf("1/" + file))), file);
        Assert.That(_folder.Files("1"), Has.Length.EqualTo(10));
    }

    [Test]
    public void ALineIsAnItem()
    {
        var run = CommandRun.Of("run", Sample, "--format", "jsonl");
        Assert.That(run.OutputLines, Has.Length.EqualTo(49));
        var line = Newtonsoft.Json.Linq.JObject.Parse(run.OutputLines[4]);
        Assert.Multiple(() =>
        {
            Assert.That((string?)line["item"]!["id"], Is.EqualTo("1.2.1"));
            Assert.That(line["sections"]!.Select(s => (string?)s["id"]), Is.EqualTo(new[] { "1", "1.2" }));
            Assert.That((string?)line["document"]!["title"], Is.EqualTo("发展智能建造可复制经验做法清单（第二批）"));
        });
    }

    [Test]
    public void APageGoesToStandardOutput()
    {
        var run = CommandRun.Of("run", Sample, "--format", "html", "--lang", "zh");
        Assert.That(run.Output, Does.StartWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">").And.EndsWith("</html>\n"));
    }

    [Test]
    public void AReviewCopyStandsBesideTheOthers()
    {
        var run = CommandRun.Of("run", Sample, "-o", Out, "--format", "docx");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "intelligent-construction-batch2.review.docx" }));
    }

    [TestCase("csv", "csv")]
    [TestCase("docx", "docx")]
    [TestCase("json,jsonl", "jsonl")]
    public void WhatIsNoSingleTextNeedsAFolder(string formats, string named) =>
        Assert.That(CommandRun.Of("run", Sample, "--format", formats), Is.EqualTo(new CommandRun(2, "", $"error EP1020: the format {named} needs -o FOLDER; see \"policy-extract run --help\"\n")));

    [Test]
    public void AnUnknownFormatIsNamedWithThoseThatAreKnown() =>
        Assert.That(CommandRun.Of("run", Sample, "--format", "json,xls").Error, Is.EqualTo("error EP1021: the format \"xls\" is not known; known: json, jsonl, csv, xlsx, sqlite, parquet, html, docx\n"));

    [Test]
    public void TheSameBytesTwiceStandInTheTablesOnce()
    {
        var (first, second) = (_folder.Write("in/a.txt", Text), _folder.Write("in/copy/b.txt", Text));
        var run = CommandRun.Of("run", _folder.PathOf("in"), "-o", Out, "--format", "csv");
        Assert.That(run.ErrorLines[0], Is.EqualTo($"note EP7004: {second}: holds the same bytes as {first}; its rows stand in the tables once"));
        Assert.That(File.ReadAllLines(_folder.PathOf("out/documents.csv")), Has.Length.EqualTo(2));
    }

    [Test]
    public void AReviewCopyOfATextIsNotMadeAndSaidSo()
    {
        var text = _folder.Write("a.txt", Text);
        var run = CommandRun.Of("run", text, "-o", Out, "--format", "json,docx", "--fail-on", "warning");
        Assert.That(run.ErrorLines[0], Is.EqualTo($"warning EP7005: {text}: a review copy (docx) is made of Word documents, and this is txt; use the format html"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "a.json" }));
    }

    [Test]
    public void NoDocumentIsWrittenOver()
    {
        var page = _folder.Write("in/a.html", "<p>杭州给予10万元补贴。</p>");
        var run = CommandRun.Of("run", page, "-o", _folder.PathOf("in"), "--format", "html");
        Assert.That(run.Error, Is.EqualTo($"error EP7009: {page}: its result would be written over a document of this run ({page}); nothing was written; use another output folder\n"));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(File.ReadAllText(page), Is.EqualTo("<p>杭州给予10万元补贴。</p>"));
    }

    [Test]
    public void AForeignDatabaseIsLeftAloneAndNothingElseWritten()
    {
        var text = _folder.Write("a.txt", Text);
        var database = _folder.Write("out/results.db", "this is no database, but it is mine");
        var run = CommandRun.Of("run", text, "-o", Out, "--format", "json,sqlite");
        Assert.That(run.Error, Is.EqualTo($"error EP7007: {database}: not a database of this program (not an SQLite file); nothing was changed; give another file or folder\n"));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "results.db" }));
    }

    [Test]
    public void ATableThatCannotBeWrittenIsNamedAndTheOthersAreWhole()
    {
        var text = _folder.Write("a.txt", Text);
        Directory.CreateDirectory(_folder.PathOf("out/results.xlsx"));
        var run = CommandRun.Of("run", text, "-o", Out, "--format", "csv,xlsx");
        Assert.That(run.ErrorLines[0], Does.StartWith($"error EP1022: {_folder.PathOf("out/results.xlsx")}: cannot be written ("));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "amounts.csv", "documents.csv", "items.csv", "measures.csv" }));
    }

    [TestCase("run", "--format", "json")]
    [TestCase("run", "--format", "html")]
    [TestCase("run", "--format", "jsonl")]
    public void AFullDiskBehindStandardOutputIsOneLine(params string[] arguments) => Assert.That(OnFullDisk([.. arguments, Sample]), Is.EqualTo((3, "error EP1022: stdout: cannot be written (No space left on device)\n")));

    [Test]
    public void AFullDiskEndsEveryCommandSo() => Assert.That(OnFullDisk("schema"), Is.EqualTo((3, "error EP1022: stdout: cannot be written (No space left on device)\n")));

    private static (int ExitCode, string Error) OnFullDisk(params string[] arguments)
    {
        using var output = new StreamWriter(new StandardStream(new Export.FullStream(), holdsResults: true));
        using var error = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var at = new Surroundings(Stream.Null, output, error);
        return (CommandLine.Invoke(arguments, at), error.ToString());
    }

    [Test]
    public void AStoppedRunLeavesTheTablesAsTheyWere()
    {
        var text = _folder.Write("a.txt", Text);
        CommandRun.Of("run", text, "-o", Out, "--format", "csv,sqlite");
        var before = _folder.Files("out").ToDictionary(f => f, f => File.ReadAllBytes(_folder.PathOf("out/" + f)), StringComparer.Ordinal);
        _folder.Write("a.txt", Text.Replace("10", "99", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var run = CommandRun.With("", stop.Token, "run", text, "-o", Out, "--format", "csv,sqlite");
        Assert.That(run.ErrorLines[^1], Is.EqualTo("stopped; what was written so far is whole"));
        Assert.That(_folder.Files("out").ToDictionary(f => f, f => File.ReadAllBytes(_folder.PathOf("out/" + f)), StringComparer.Ordinal), Is.EqualTo(before));
    }
}
