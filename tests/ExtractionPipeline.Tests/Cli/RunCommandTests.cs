using System.Text;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class RunCommandTests
{
    private const string Sentence = "合肥对建筑业企业给予最高200万元补贴。";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void WritesTheJsonOfOneFileToStandardOutput()
    {
        var run = CommandRun.Of("run", _folder.Write("a.txt", Sentence));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith("{\n  \"schemaVersion\": \"1.1\",\n").And.EndsWith("}\n").And.Contain("\"name\": \"a.txt\"").And.Not.Contain(_folder.Root));
    }

    [Test]
    public void ReadsStandardInput()
    {
        var run = CommandRun.With(Sentence, CancellationToken.None, "run", "-");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("\"name\": \"-\"").And.Contain(Sentence));
    }

    [Test]
    public void NamesAMissingFile()
    {
        var run = CommandRun.Of("run", "no-such.docx");
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((3, "", "error EP1001: no-such.docx: no such file or folder; check the path\n")));
    }

    [Test]
    public void NamesARenamedPdf()
    {
        var path = _folder.Write("a.docx", "%PDF-1.7\n%âãÏÓ\n");
        var run = CommandRun.Of("run", path);
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((3, "", $"error EP1003: {path}: not a Word document (it starts with %PDF); nothing was written\n")));
    }

    [TestCase("")]
    [TestCase(" \n\t\r\n　\n")]
    public void AnEmptyDocumentIsNoSuccess(string text)
    {
        var path = _folder.Write("a.txt", text);
        var run = CommandRun.Of("run", path);
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((3, "", $"error EP1005: {path}: the document holds no text; nothing was written\n")));
    }

    [Test]
    public void NamesAFormatWithoutReader()
    {
        var path = _folder.Write("a.xlsx", "x");
        var run = CommandRun.Of("run", path);
        Assert.That(run.Error, Is.EqualTo($"error EP1009: {path}: files of this kind (.xlsx) cannot be read; expected .docx .docm .dotx .dotm .doc .wps .rtf .odt .pdf .html .htm .txt .md .markdown\n"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
    }

    [Test]
    public void WritesOneResultADocumentAndKeepsSubfolders()
    {
        _folder.Write("in/b.txt", Sentence);
        _folder.Write("in/a.md", Sentence);
        _folder.Write("in/2023/c.txt", Sentence);
        _folder.Write("in/~$a.docx", "lock");
        _folder.Write("in/picture.png", "x");
        var (input, output) = (_folder.PathOf("in"), _folder.PathOf("out"));
        var run = CommandRun.Of("run", input, "-o", output);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "")));
        Assert.That(run.ErrorLines[0], Is.EqualTo($"{input}: files of other kinds passed over: 1"));
        Assert.That(run.ErrorLines[1], Does.StartWith($"3 of 3 documents written to {output}: 3 items, "));
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "2023/c.json", "a.json", "b.json" }));
    }

    [Test]
    public void GivesTheSameBytesAndMessagesOnAnyNumberOfJobs()
    {
        for (var i = 0; i < 40; i++) _folder.Write($"in/{i:D2}.txt", i % 7 == 3 ? "" : Sentence + i);
        var runs = new List<string>();
        foreach (var jobs in new[] { "1", "2", "8" })
        {
            var output = _folder.PathOf("out");
            var run = CommandRun.Of("run", _folder.PathOf("in"), "-o", output, "--jobs", jobs);
            Assert.That(run.ExitCode, Is.EqualTo(3));
            runs.Add(run.Error + string.Concat(_folder.Files("out").Select(f => f + File.ReadAllText(Path.Combine(output, f)))));
            Directory.Delete(output, recursive: true);
        }

        Assert.That(runs.Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(runs[0], Does.StartWith($"error EP1005: {_folder.PathOf("in/03.txt")}: the document holds no text; nothing was written\nerror EP1005: {_folder.PathOf("in/10.txt")}: "));
    }

    [Test]
    public void DoesTheOthersWhereOneCannotBeRead()
    {
        var good = _folder.Write("a.txt", Sentence);
        var bad = _folder.Write("b.docx", "%PDF-1.4");
        var empty = Directory.CreateDirectory(_folder.PathOf("empty")).FullName;
        var run = CommandRun.Of("run", bad, "gone.txt", empty, good, "-o", _folder.PathOf("out"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines[..3], Is.EqualTo(new[]
        {
            $"error EP1003: {bad}: not a Word document (it starts with %PDF); nothing was written",
            "error EP1001: gone.txt: no such file or folder; check the path",
            $"error EP1002: {empty}: no document in this folder; expected .docx .docm .dotx .dotm .doc .wps .rtf .odt .pdf .html .htm .txt .md .markdown",
        }));
        Assert.That(run.ErrorLines[3], Does.StartWith($"1 of 4 documents written to {_folder.PathOf("out")}: "));
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "a.json" }));
    }

    [Test]
    public void KeepsTheEndingWhereTwoDocumentsShareAName()
    {
        _folder.Write("in/a.txt", Sentence);
        _folder.Write("in/a.md", Sentence);
        _folder.Write("in/b.txt", Sentence);
        Assert.That(CommandRun.Of("run", _folder.PathOf("in"), "-o", _folder.PathOf("out")).ExitCode, Is.Zero);
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "a.md.json", "a.txt.json", "b.json" }));
    }

    [Test]
    public void RefusesTwoResultsOfOneNameBeforeAnythingIsWritten()
    {
        var (first, second) = (_folder.Write("x/a.txt", Sentence), _folder.Write("y/a.txt", Sentence));
        var run = CommandRun.Of("run", first, second, "-o", _folder.PathOf("out"));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Is.EqualTo($"error EP1023: {second}: its result would be a.txt.json, as would that of {first}; nothing was written; run them into different folders\n"));
        Assert.That(Directory.Exists(_folder.PathOf("out")), Is.False);
    }

    [Test]
    public void ReadsADocumentOnceThatIsNamedTwice()
    {
        var path = _folder.Write("in/a.txt", Sentence);
        var run = CommandRun.Of("run", path, _folder.PathOf("in"), path, "-o", _folder.PathOf("out"));
        Assert.That(run.ErrorLines[0], Does.StartWith("1 of 1 documents written"));
    }

    [Test]
    public void SaysInOneLineThatTheOutputFolderCannotBeWritten()
    {
        var input = _folder.Write("a.txt", Sentence);
        var inTheWay = _folder.Write("out", "a file");
        var run = CommandRun.Of("run", input, "-o", inTheWay);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"error EP1022: {inTheWay}: cannot be written (a file of this name is in the way)\n")));
        Assert.That(File.ReadAllText(inTheWay), Is.EqualTo("a file"));
    }

    [Test]
    public void LeavesNothingUnfinishedWhereAResultCannotBeWritten()
    {
        _folder.Write("in/a.txt", Sentence);
        _folder.Write("in/b.txt", Sentence);
        Directory.CreateDirectory(_folder.PathOf("out/a.json"));
        var run = CommandRun.Of("run", _folder.PathOf("in"), "-o", _folder.PathOf("out"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines[0], Does.StartWith($"error EP1022: {_folder.PathOf("out/a.json")}: cannot be written ("));
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "b.json" }));
    }

    [Test]
    public void StopsWithoutHalfWrittenFiles()
    {
        for (var i = 0; i < 50; i++) _folder.Write($"in/{i:D2}.txt", Sentence);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var run = CommandRun.With("", stop.Token, "run", _folder.PathOf("in"), "-o", _folder.PathOf("out"));
        Assert.That(run.ExitCode, Is.EqualTo(130));
        Assert.That(run.ErrorLines[^1], Is.EqualTo("stopped; what was written so far is whole"));
        Assert.That(_folder.Files("out").Where(f => !f.EndsWith(".json", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void ShowsErrorsOnlyWhereQuiet()
    {
        var run = CommandRun.Of("run", _folder.Write("a.txt", Sentence), "gone.txt", "-o", _folder.PathOf("out"), "--quiet");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((3, "error EP1001: gone.txt: no such file or folder; check the path\n")));
    }

    [Test]
    public void ListsEveryFaultOfTheRules()
    {
        var rules = RuleFolder.Write(_folder, "rules", ("categories/fiscal.yaml", "- id: fiscal.x\n  weight: 9\n  phrases: [补贴]\n  sauce: none\n"));
        var run = CommandRun.Of("run", _folder.Write("a.txt", Sentence), "--rules", rules);
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.ErrorLines, Is.EqualTo(new[]
        {
            $"error EP5006: {rules}/categories/fiscal.yaml:1:3: the rule \"fiscal.x\" has no example; every rule needs one",
            $"error EP5006: {rules}/categories/fiscal.yaml:1:3: the rule \"fiscal.x\" has no counter-example; every rule needs one",
            $"error EP5003: {rules}/categories/fiscal.yaml:1:3: the field \"source\" is missing",
            $"error EP5004: {rules}/categories/fiscal.yaml:2:11: the field \"weight\" must be one of 1, 2, 3",
            $"error EP5005: {rules}/categories/fiscal.yaml:4:3: the field \"sauce\" is not known here; check its spelling",
            "faults: 5; the rules were not used",
        }));
    }

    [Test]
    public void SaysThatTheRuleFolderIsMissing()
    {
        var run = CommandRun.Of("run", _folder.Write("a.txt", Sentence), "--rules", "no-rules");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((4, "error EP1001: no-rules: no such file or folder; check the path\n")));
    }

    [Test]
    public void WritesResultsWithoutByteOrderMarkAndWithLineFeeds()
    {
        CommandRun.Of("run", _folder.Write("a.txt", Sentence), "-o", _folder.PathOf("out"));
        var bytes = File.ReadAllBytes(_folder.PathOf("out/a.json"));
        Assert.That(bytes[0], Is.EqualTo((byte)'{'));
        Assert.That(Encoding.UTF8.GetString(bytes), Does.Not.Contain("\r").And.EndsWith("}\n"));
    }
}
