using ExtractionPipeline.Cli;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>A second run into the same folder: what it leaves alone, what it does again, and what it makes of a run that was cut.</summary>
public sealed class RunAgainTests
{
    private const string Sentence = "合肥对建筑业企业给予最高200万元补贴。";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void WriteDocuments()
    {
        _folder = new TemporaryFolder();
        _folder.Write("in/a.txt", Sentence);
        _folder.Write("in/b.txt", Sentence + "乙");
        _folder.Write("in/2023/c.txt", Sentence + "丙");
    }

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void LeavesUnchangedDocumentsAloneAndSaysSo()
    {
        var first = Run();
        var made = File.GetLastWriteTimeUtc(_folder.PathOf("out/a.json"));
        var second = Run();
        Assert.That(first.ErrorLines, Has.Length.EqualTo(1).And.One.StartsWith($"3 of 3 documents written to {Out}: 3 items, 6 mentions, "));
        Assert.That(second.ErrorLines[0], Is.EqualTo($"{Out}: unchanged since an earlier run and left as they are: 3 (--force extracts them again)"));
        Assert.That(second.ErrorLines[1], Does.StartWith($"0 of 3 documents written to {Out}: 3 items, 6 mentions, "));
        Assert.That((second.ExitCode, File.GetLastWriteTimeUtc(_folder.PathOf("out/a.json"))), Is.EqualTo((0, made)));
    }

    [Test]
    public void ExtractsAgainWhatHasChanged()
    {
        Run();
        _folder.Write("in/b.txt", Sentence + "丁");           // the document
        _folder.Write("out/2023/c.json", "edited");            // the result
        Assert.That(Summary(Run()), Is.EqualTo("2 of 3"));
        Assert.That(File.ReadAllText(_folder.PathOf("out/b.json")), Does.Contain("丁"));
        Assert.That(File.ReadAllText(_folder.PathOf("out/2023/c.json")), Does.Contain("丙"));
        File.Delete(_folder.PathOf("out/a.json"));
        Assert.That(Summary(Run()), Is.EqualTo("1 of 3"));
    }

    [TestCase("--force")]
    [TestCase("--revisions", "reject")]
    [TestCase("--format", "json,jsonl")]
    [TestCase("--format", "json,csv")]
    public void ExtractsEverythingAgainWithOtherOptions(params string[] options)
    {
        Run();
        Assert.That(Summary(Run(options)), Is.EqualTo("3 of 3"));
    }

    [Test]
    public void ExtractsEverythingAgainWithOtherRules()
    {
        Run();
        var rules = RuleFolder.Write(_folder, "rules", ("segmentation/user-words.tsv", "word\tfrequency\n智能建造\t\n"));
        Assert.That(Summary(Run("--rules", rules)), Is.EqualTo("3 of 3"));
        Assert.That(Summary(Run("--rules", rules)), Is.EqualTo("0 of 3"));
    }

    [Test]
    public void FailsAgainWhereAnUnchangedDocumentFailed()
    {
        _folder.Write("in/d.txt", "对朝阳区企业给予10万元补贴。");
        Assert.That(Run("--fail-on", "warning").ExitCode, Is.EqualTo(1));
        var again = Run("--fail-on", "warning");
        Assert.That((again.ExitCode, Summary(again)), Is.EqualTo((1, "0 of 4")));
    }

    [Test]
    public void GoesOnWhereARunWasCut()
    {
        Run();
        var whole = Results();
        CutAfter(lines: 1);
        File.Delete(_folder.PathOf("out/a.json"));
        File.Delete(_folder.PathOf("out/b.json"));
        _folder.Write("out/2023/.policy-extract-77-5.tmp", "half a res");
        var run = Run("--resume");
        Assert.That((run.ExitCode, Summary(run)), Is.EqualTo((0, "2 of 3")));
        Assert.That(Results(), Is.EqualTo(whole));
        Assert.That(_folder.Files("out"), Is.EqualTo(new[] { "2023/c.json", "a.json", "b.json" }));
    }

    [TestCase(1)]
    [TestCase(40)]
    [TestCase(150)]
    public void DoesNotTrustALineThatWasCutOff(int left)
    {
        Run();
        var journal = CutAfter(lines: 1);
        File.WriteAllText(journal, File.ReadAllText(journal)[..left]);
        Assert.That(Summary(Run("--resume")), Is.EqualTo("3 of 3"));
        Assert.That(Summary(Run()), Is.EqualTo("0 of 3"));
    }

    [Test]
    public void SaysThatThereIsNothingToGoOnWith()
    {
        var run = Run("--resume");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"error EP1027: {Out}: no run into this folder to go on with; leave --resume away\n")));
    }

    [Test]
    public void KeepsASecondRunOutOfTheFolder()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("the lock is looked at from one process");
        Directory.CreateDirectory(Out);
        using var held = RunManifest.Open(Out, "x", resume: false);
        var run = Run();
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"error EP1026: {Out}: another run is writing into this folder; wait until it is done, or name another folder\n")));
    }

    [TestCase("--resume", "--force", "the options --resume and --force do not go together")]
    [TestCase("--resume", "-q", "the option --resume goes with --output only")]
    [TestCase("--force", "-q", "the option --force goes with --output only")]
    public void RefusesOptionsThatMakeNoSense(string one, string other, string what)
    {
        string[] to = what.Contains("together", StringComparison.Ordinal) ? ["-o", Out] : [];
        var run = CommandRun.Of(["run", _folder.PathOf("in/a.txt"), .. to, one, other]);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"error EP1020: {what}; see \"policy-extract run --help\"\n")));
    }

    [Test]
    public void LeavesTheSameManifestOnAnyNumberOfJobs()
    {
        for (var i = 0; i < 30; i++) _folder.Write($"in/{i:D2}.txt", Sentence + i);
        var manifests = new List<string>();
        foreach (var jobs in new[] { "1", "8" })
        {
            Run("--jobs", jobs);
            Assert.That(_folder.AllFiles("out").Count(f => f.StartsWith('.')), Is.EqualTo(1));
            manifests.Add(File.ReadAllText(Path.Join(Out, RunManifest.FileName)));
            Directory.Delete(Out, recursive: true);
        }

        Assert.That(manifests[0].Split('\n'), Has.Length.EqualTo(34));
        Assert.That(manifests[1], Is.EqualTo(manifests[0]));
    }

    [TestCase("2023/a")]
    [TestCase("tab\there, line\nthere, \\back\r")]
    public void AnEntryIsReadAsItWasWritten(string name)
    {
        var entry = new ManifestEntry(name, "d0", "5e", new ResultCounts(1, 2, 3, 4, 5, 6), [new WrittenFile(name + ".json", "00"), new WrittenFile(name + ".html", "01")]);
        var read = ManifestEntry.Parse(entry.ToLine())!;
        Assert.That((read.Name, read.Document, read.Settings, read.Counts), Is.EqualTo((entry.Name, entry.Document, entry.Settings, entry.Counts)));
        Assert.That(read.Files, Is.EqualTo(entry.Files));
        Assert.That(ManifestEntry.Parse(entry.ToLine()[..^1]), Is.Null);
    }

    private string Out => _folder.PathOf("out");

    private CommandRun Run(params string[] options) => CommandRun.Of(["run", _folder.PathOf("in"), "-o", Out, .. options]);

    private static string Summary(CommandRun run) => string.Join(' ', run.ErrorLines[^1].Split(' ')[..3]);

    private string[] Results() => [.. _folder.Files("out").Select(f => f + File.ReadAllText(_folder.PathOf("out/" + f)))];

    /// <summary>Leaves the folder as a run leaves it that was killed after so many documents.</summary>
    private string CutAfter(int lines)
    {
        var (manifest, journal) = (Path.Join(Out, RunManifest.FileName), Path.Join(Out, RunManifest.JournalName));
        File.WriteAllLines(journal, File.ReadLines(manifest).Take(lines).ToList());
        File.Delete(manifest);
        return journal;
    }
}
