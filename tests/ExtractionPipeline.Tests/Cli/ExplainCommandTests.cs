using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class ExplainCommandTests : TestsInAFolder
{
    [Test]
    public void NamesRuleFileLineAndSource()
    {
        var path = Folder.Write("a.txt", "浙江开展试点，其中对符合条件的企业给予100万元补助。\n");
        var run = CommandRun.Of("explain", path, "1");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.OutputLines[0], Is.EqualTo("1  浙江开展试点，其中对符合条件的企业给予100万元补助。"));
        Assert.That(run.OutputLines, Does.Contain("Measures"));
        Assert.That(run.Output, Does.Match("    rule measure\\.\\S+ ← \".+\" \\d+\\.\\.\\d+\n      rules/measures/clauses\\.yaml:\\d+:\\d+  source: "));
    }

    [Test]
    public void SaysThatWordsAreNotThere()
    {
        var path = Folder.Write("a.txt", "杭州建立工作机制。\n");
        var run = CommandRun.Of("explain", path, "1", "--text", "中山");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"error EP1025: {path}: \"中山\" does not stand in item 1\n")));
    }

    [Test]
    public void NamesTheDivisionAndItsRow()
    {
        var path = Folder.Write("a.txt", "青岛对企业给予50万元补助。\n雄安新区对企业给予30万元补助。\n");
        Assert.That(CommandRun.Of("explain", path, "1", "--text", "青岛").Output, Does.Match("    is 山东省 青岛市 \\(rules/regions/divisions\\.tsv:\\d+:1\\)\n").And.Contain("    places: 青岛市 370200 (the clause names them)\n"));
        Assert.That(CommandRun.Of("explain", path, "2").Output, Does.Match("    is 河北省 雄安新区 \\(rules/regions/areas\\.tsv:\\d+:1\\)\n"));
    }

    [Test]
    public void NamesTheRowAsTheFileHasIt()
    {
        var path = Folder.Write("a.txt", "青岛对企业给予50万元补助。\n");
        var rules = RuleFolder.Write(Folder, "rules");
        var row = Array.FindIndex(File.ReadAllLines(Path.Combine(rules, "regions", "divisions.tsv")), l => l.StartsWith("370200\t", StringComparison.Ordinal)) + 1;
        Assert.That(CommandRun.Of("explain", path, "1", "--rules", rules).Output, Does.Contain($"    is 山东省 青岛市 ({rules}/regions/divisions.tsv:{row}:1)\n"));
    }

    [TestCase("奖励0\uE01002万元。", "0\u2039E010\u203A02万元", "0.02万元")]
    [TestCase("奖励５０ 万 元。", "５０ 万 元", "50万元")]
    public void SaysHowTheWordsWereRead(string text, string shown, string read)
    {
        var path = Folder.Write("a.txt", text + "\n");
        Assert.That(CommandRun.Of("explain", path, "1").Output, Does.Contain($"  money \"{shown}\" 2..").And.Contain($"    read as \"{read}\"\n"));
    }

    [Test]
    public void SaysThatAFigureIsUnexplainedAndThatNoRuleSpeaksOfWords()
    {
        var path = Folder.Write("a.txt", "河南京剧团获十几万补助，按程序办理。\n");
        Assert.That(CommandRun.Of("explain", path, "1", "--text", "十几万").Output, Does.Contain("\nSaid of it\n  \"十几万\" 6..9: no rule reads this figure; the ledger lists it as unexplained\n").And.Not.Contain("No rule speaks"));
        Assert.That(CommandRun.Of("explain", path, "1", "--text", "程序").Output, Does.EndWith("\nNo rule speaks of these words: none looks for them, or what they need beside them is missing.\n"));
    }

    [Test]
    public void ShowsDiagnosticsOfTheWords()
    {
        var path = Folder.Write("a.txt", "鼓楼区给予10万元补贴。\n");
        var run = CommandRun.Of("explain", path, "1", "--text", "鼓楼");
        Assert.That(run.Output, Does.Match("Said of it\n  \"鼓楼区\" 0\\.\\.3: warning EP3202: "));
        Assert.That(run.Output.Split("\n    is "), Has.Length.GreaterThan(3), "each candidate with its row");
    }
}
