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
        Assert.That((run.ErrorLines[0], run.ErrorLines[^1]), Is.EqualTo(($"watching {_folder.PathOf("in")}; results go to {_folder.PathOf("out")}; Ctrl+C ends it", "stopped; what was written so far is whole")));
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
