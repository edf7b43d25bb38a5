using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>The archive need not be named where the folder holds one; processes, because the current folder belongs to a process.</summary>
public sealed class ArchiveChoiceTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void TheOnlyArchiveOfTheFolderIsAskedAndNamed()
    {
        CommandRun.Of("archive", "add", _folder.PathOf("lists.db"), _folder.Write("a.txt", "苏州对装配式建筑项目给予200万元补贴。\n"));
        _folder.Write("other.db", "not an archive");
        var (exit, output, error) = Here("archive", "search", "补贴 AND 装配式", "--region", "苏州", "--min", "100万元", "--role", "award");
        Assert.That((exit, error), Is.EqualTo((0, "asking the archive lists.db\n")));
        Assert.That(output, Does.EndWith("items found: 1\n"));
        Assert.That(Here("archive", "search", "补贴", "lists.db").Output, Does.EndWith("items found: 1\n"), "in either order");
        Assert.That(Here("archive", "list").Output, Does.EndWith("documents: 1\n"));
        Assert.That(Here("archive", "list", "lost").Error, Is.EqualTo("error EP7025: lost: no such archive; make it with archive add\n"));
    }

    [Test]
    public void NoneOrSeveralAreAFault()
    {
        Assert.That(Here("archive", "search", "补贴"), Is.EqualTo((2, "", "error EP7028: no archive is named, and this folder holds none; give the file that archive add made\n")));
        var text = _folder.Write("a.txt", "苏州给予200万元补贴。\n");
        CommandRun.Of("archive", "add", _folder.PathOf("x.db"), text);
        CommandRun.Of("archive", "add", _folder.PathOf("y.db"), text);
        Assert.That(Here("archive", "search", "补贴"), Is.EqualTo((2, "", "error EP7029: no archive is named, and this folder holds several; give one of x.db, y.db\n")));
    }

    private (int ExitCode, string Output, string Error) Here(params string[] arguments)
    {
        using var process = ToolProcess.StartIn(_folder.Root, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
