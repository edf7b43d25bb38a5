using ExtractionPipeline.Tests.Export;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class WatchCommandTests
{
    private const int Patience = 30_000;   // milliseconds until nothing is expected to come any more

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public async Task ExtractsWhatIsDroppedIntoTheFolder()
    {
        Directory.CreateDirectory(_folder.PathOf("in"));
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(() => CommandRun.With("", stop.Token, "watch", _folder.PathOf("in"), "-o", _folder.PathOf("out")), CancellationToken.None);
        _folder.Write("in/2024/a.txt", "杭州给予10万元补贴。");
        Await("out/2024/a.json", "杭州给予10万元补贴。");
        _folder.Write("in/2024/a.txt", "杭州给予2000万元补贴。");
        Await("out/2024/a.json", "杭州给予2000万元补贴。");
        await stop.CancelAsync();
        var run = await watching;
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "")));
        var line = $"{_folder.PathOf("in/2024/a.txt")}: 1 items, 2 mentions, 0 unexplained figures, 0 warnings, 0 notes";
        Assert.That(run.ErrorLines, Is.EqualTo(new[] { $"watching {_folder.PathOf("in")}; results go to {_folder.PathOf("out")}; Ctrl+C ends it", line, line, "stopped; what was written so far is whole" }));
    }

    [Test]
    public async Task ACopyThatPausesIsNoDamagedFileAndADocumentThatGoesAwayIsNamed()
    {
        var (from, to) = (File.ReadAllBytes(ExportRun.SamplePath), _folder.PathOf("in/list.docx"));
        Directory.CreateDirectory(_folder.PathOf("in"));
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(() => CommandRun.With("", stop.Token, "watch", _folder.PathOf("in"), "-o", _folder.PathOf("out")), CancellationToken.None);
        File.WriteAllBytes(to, from[..6000]);
        await Task.Delay(4_000);
        Assert.That(_folder.Files("."), Is.EqualTo(new[] { "in/list.docx" }));
        File.WriteAllBytes(to, from);
        Await("out/list.json", "\"id\": \"4.3.3\"");
        File.Move(to, _folder.PathOf("in/renamed.docx"));
        Await("out/renamed.json", "\"id\": \"4.3.3\"");
        await stop.CancelAsync();
        var run = await watching;
        Assert.That(run.Error, Does.Not.Contain("EP1004").And.Contain($"{to} is gone from the folder; its results stay\n"));
        Assert.That(File.Exists(_folder.PathOf("out/list.json")));
    }

    [Test]
    public async Task AFileThatStaysCutOffIsReportedInTheEnd()
    {
        var to = _folder.PathOf("in/cut.docx");
        Directory.CreateDirectory(_folder.PathOf("in"));
        File.WriteAllBytes(to, File.ReadAllBytes(ExportRun.SamplePath)[..6000]);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(25));
        var run = await Task.Run(() => CommandRun.With("", stop.Token, "watch", _folder.PathOf("in"), "-o", _folder.PathOf("out"), "--lang", "zh"), CancellationToken.None);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(3));
        Assert.That(run.ErrorLines[1], Is.EqualTo($"错误 EP1004: {to}: 文件已损坏（压缩包无法打开；是否复制完整？）；请用 Word 打开后重新保存"));
    }

    [TestCase("no folder", "watch {0}/no -o {0}/out", 3, "error EP1001: {0}/no: no such file or folder; check the path\n")]
    [TestCase("no output", "watch {0}", 2, "error EP1020: the option --output is missing; see \"policy-extract watch --help\"\n")]
    [TestCase("tables", "watch {0} -o {0}/out --format csv", 2, "error EP1020: the format csv holds the tables of a whole run, and watch never comes to the end of one; use archive add; see \"policy-extract watch --help\"\n")]
    public void SaysWhatDoesNotFit(string why, string line, int exit, string error)
    {
        var run = CommandRun.Of(line.Replace("{0}", _folder.Root, StringComparison.Ordinal).Split(' '));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((exit, error.Replace("{0}", _folder.Root, StringComparison.Ordinal))), why);
    }

    private void Await(string file, string text) =>
        Assert.That(() => File.Exists(_folder.PathOf(file)) && File.ReadAllText(_folder.PathOf(file)).Contains(text, StringComparison.Ordinal), Is.True.After(Patience, 50));
}
