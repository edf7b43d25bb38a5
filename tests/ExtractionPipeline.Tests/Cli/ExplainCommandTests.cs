using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class ExplainCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void NamesRuleFileLineAndSource()
    {
        var path = _folder.Write("a.txt", "浙江开展试点，其中对符合条件的企业给予100万元补助。\n");
        var run = CommandRun.Of("explain", path, "1");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.OutputLines[0], Is.EqualTo("1  浙江开展试点，其中对符合条件的企业给予100万元补助。"));
        Assert.That(run.OutputLines, Does.Contain("Measures"));
        Assert.That(run.Output, Does.Match("    rule measure\\.\\S+ ← \".+\" \\d+\\.\\.\\d+\n      rules/measures/clauses\\.yaml:\\d+:\\d+  source: "));
    }

    [Test]
    public void SaysThatWordsAreNotThere()
    {
        var path = _folder.Write("a.txt", "杭州建立工作机制。\n");
        var run = CommandRun.Of("explain", path, "1", "--text", "中山");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"error EP1025: {path}: \"中山\" does not stand in item 1\n")));
    }
}
