using System.Diagnostics;
using System.Globalization;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>The tool as a process of its own: real streams, real exit codes, real signals.</summary>
/// <remarks>EP_NATIVE=path/to/policy-extract runs the tests with the native build.</remarks>
public sealed class ProcessTests
{
    private const int Patience = 60_000;   // milliseconds until a process counts as hung

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void ReadsStandardInputAndWritesUtf8()
    {
        using var process = ToolProcess.Start("run", "-");
        using (var input = process.StandardInput.BaseStream) input.Write("杭州给予10万元补贴。"u8);
        var output = process.StandardOutput.ReadToEnd();
        Assert.That(process.WaitForExit(Patience), Is.True);
        Assert.That(process.ExitCode, Is.Zero, process.StandardError.ReadToEnd());
        Assert.That(output, Does.StartWith("{\n").And.EndsWith("}\n").And.Contain("\"text\": \"杭州给予10万元补贴。\""));
    }

    [Test]
    public void KeepsItsPromisesOnStandardErrorAndExitCode()
    {
        using var process = ToolProcess.Start("run", "没有.docx", "--lang", "zh");
        Assert.That(process.StandardError.ReadToEnd(), Is.EqualTo("错误 EP1001: 没有.docx: 没有这个文件或文件夹，请检查路径\n"));
        Assert.That(process.WaitForExit(Patience), Is.True);
        Assert.That(process.ExitCode, Is.EqualTo(3));
    }

    /// <summary>The shell closes a stream (&gt;&amp;-), or sends it where nothing fits.</summary>
    [TestCase(">&-", 3, "error EP1022: stdout: cannot be written (Bad file descriptor)\n")]
    [TestCase(">/dev/full", 3, "error EP1022: stdout: cannot be written (No space left on device)\n")]
    [TestCase("2>&-", 0, "")]
    [TestCase("2>/dev/full", 0, "")]
    public void EndsInOrderWhereAStreamCannotBeWritten(string redirection, int exitCode, string error)
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("the redirections are those of a Unix shell");
        var path = _folder.Write("a.txt", string.Concat(Enumerable.Repeat("鼓楼区给予10万元补贴。\n", 13)));
        using var process = ToolProcess.StartInShell(redirection, "run", path);
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        Assert.That(process.WaitForExit(Patience), Is.True);
        Assert.That(process.ExitCode, Is.EqualTo(exitCode), said);
        Assert.That(said, Is.EqualTo(error));
        Assert.That(output.Result, exitCode == 0 ? Does.EndWith("}\n") : Is.Empty);
    }

    [TestCaseSource(nameof(CommandLines))]
    public void SaysWhatTheLibrarySays(string commandLine)
    {
        var words = commandLine.Split(' ').Select(w => w.Contains('/', StringComparison.Ordinal) ? CodeBase.Checkout.PathOf(w.Split('/')) : w).ToArray();
        using var process = ToolProcess.Start(words);
        var output = process.StandardOutput.ReadToEnd();
        Assert.That(process.WaitForExit(Patience), Is.True);
        var expected = CommandRun.Of(words);
        Assert.That((process.ExitCode, output), Is.EqualTo((expected.ExitCode, expected.Output)));
    }

    /// <summary>The native build is another program, so that it has to show every reader and command.</summary>
    private static string[] CommandLines() => ToolProcess.Native is null
        ? ["run samples/intelligent-construction-batch2.docx"]
        :
        [
            "run samples/intelligent-construction-batch2.docx",
            "run tests/golden/002-support-policy-prose/document.txt",
            "run tests/ExtractionPipeline.Tests/Formats/intelligent-construction-batch2.html",
            "run tests/ExtractionPipeline.Tests/Formats/intelligent-construction-batch2.pdf",
            "run samples/intelligent-construction-batch2.docx --format jsonl",
            "run samples/intelligent-construction-batch2.docx --format html --lang zh",
            "run samples/intelligent-construction-batch2.docx --rules ./rules",
            "show samples/intelligent-construction-batch2.docx",
            "explain samples/intelligent-construction-batch2.docx 1.2.1",
            "check ./samples",
            "rules test",
            "rules lint",
            "schema",
            "run --help",
            "--version",
        ];

    [Test]
    public void LeavesWholeFilesOnlyWhenStopped()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no signals to send.");
        var text = string.Concat(Enumerable.Repeat("合肥对建筑业企业给予最高200万元补贴，其中对试点项目给予50万元。\n", 200));
        for (var i = 0; i < 2_000; i++) _folder.Write($"in/{i:D4}.txt", text);
        using var process = ToolProcess.Start("run", _folder.PathOf("in"), "-o", _folder.PathOf("out"), "--jobs", "2");
        var waited = Stopwatch.StartNew();
        while (!Directory.Exists(_folder.PathOf("out")) || !Directory.EnumerateFiles(_folder.PathOf("out"), "*.json").Any())
        {
            Assert.That(waited.ElapsedMilliseconds, Is.LessThan(Patience), "no result appears");
            Thread.Sleep(5);
        }

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) kill.WaitForExit();
        var lines = process.StandardError.ReadToEnd().TrimEnd('\n').Split('\n');
        Assert.That(process.WaitForExit(Patience), Is.True);
        Assert.That((process.ExitCode, lines[^1]), Is.EqualTo((130, "stopped; what was written so far is whole")));
        var files = _folder.Files("out");
        Assert.That(files, Has.Length.InRange(1, 1_999).And.All.EndsWith(".json"));
        Assert.That(files.Where(f => !File.ReadAllText(_folder.PathOf("out/" + f)).EndsWith("}\n", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>A few kills; kill-and-resume.py beside this file does it as often as one likes.</summary>
    [Test]
    public void LosesNothingWhenKilled()
    {
        for (var i = 0; i < 400; i++) _folder.Write($"in/{i:D3}.txt", string.Concat(Enumerable.Repeat($"合肥对建筑业企业给予最高{i + 1}万元补贴。\n", 50)));
        CommandRun.Of("run", _folder.PathOf("in"), "-o", _folder.PathOf("whole"));
        var whole = _folder.Files("whole").ToDictionary(f => f, f => File.ReadAllText(_folder.PathOf("whole/" + f)), StringComparer.Ordinal);
        foreach (var results in new[] { 1, 60, 200 })
        {
            using var process = ToolProcess.Start("run", _folder.PathOf("in"), "-o", _folder.PathOf("out"), "--jobs", "2", "-q");
            var waited = Stopwatch.StartNew();
            while (!process.HasExited && (!Directory.Exists(_folder.PathOf("out")) || Directory.EnumerateFiles(_folder.PathOf("out"), "*.json").Count() < results))
                Assert.That(waited.ElapsedMilliseconds, Is.LessThan(Patience), "no result appears");
            process.Kill();
            process.WaitForExit();
            Assert.That(_folder.Files("out").Where(f => !f.StartsWith('.') && File.ReadAllText(_folder.PathOf("out/" + f)) != whole[f]), Is.Empty);
        }

        using var resumed = ToolProcess.Start("run", _folder.PathOf("in"), "-o", _folder.PathOf("out"), "--resume");   // the same program: another build would do all again
        Assert.That(resumed.StandardError.ReadToEnd(), Does.Contain(": unchanged since an earlier run and left as they are: "));
        Assert.That(resumed.WaitForExit(Patience), Is.True);
        Assert.That(_folder.Files("out").ToDictionary(f => f, f => File.ReadAllText(_folder.PathOf("out/" + f)), StringComparer.Ordinal), Is.EqualTo(whole));
    }
}
