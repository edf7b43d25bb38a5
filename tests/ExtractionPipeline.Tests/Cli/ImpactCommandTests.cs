using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class ImpactCommandTests
{
    private const string Roles = "money/bounds.yaml";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void TheSameRulesChangeNothing()
    {
        _folder.Write("in/a.txt", "合肥给予最高50万元补贴。\n");
        var run = CommandRun.Of("rules", "impact", "--against", _folder.PathOf("in"), "--rules", RuleFolder.Write(_folder, "rules"));
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "documents: 1, with changes: 0; added: 0, removed: 0, changed: 0\n", "")));
    }

    [Test]
    public void ListsWhatWouldChange()
    {
        var document = _folder.Write("in/a.txt", "合肥给予五十兑币补贴。\n宁波给予50万元奖励，不冒30万元。\n");
        _folder.Write("in/b.txt", "宁波成立工作专班。\n");
        var rules = RuleFolder.Write(_folder, "rules", (Roles, """
            +
            - id: bound.test
              phrases: [不冒]
              stands: before
              yields: at-most
              reach: beside
              source: a test
              examples:
                - { text: 补贴【不冒50万元】 }
              counterExamples:
                - { text: 补贴50万元, because: no bound }

            """));
        var run = CommandRun.Of("rules", "impact", "--against", _folder.PathOf("in"), "--rules", rules);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.OutputLines[..3], Is.EqualTo(new[] { document, "  2 money changed", "    宁波给予50万元奖励，【不冒30万元】。" }));
        Assert.That(run.OutputLines[3], Does.StartWith("    now: 30万元: exactly 300000 CNY award ← rule money.unit.yuan (rules/money/units.yaml:"));
        Assert.That(run.OutputLines[4], Does.StartWith($"    then: 不冒30万元: at-most 300000 CNY").And.Contain($"← rule money.unit.yuan ({rules}/money/units.yaml:"));
        Assert.That(run.OutputLines[^1], Does.StartWith("documents: 2, with changes: 1; added: 0, removed: 0, changed: "));
        var json = CommandRun.Of("rules", "impact", "--against", _folder.PathOf("in"), "--rules", rules, "--format", "json");
        Assert.That(json.ExitCode, Is.EqualTo(1));
        Assert.That(json.Output, Does.Contain("\"field\": \"money\",\n          \"kind\": \"changed\",\n          \"before\": \"30万元: exactly 300000 CNY award\""));
    }

    [Test]
    public void ComparesTwoFoldersOfRules()
    {
        _folder.Write("in/a.txt", "合肥给予最高50万元补贴。\n");
        var rules = RuleFolder.Write(_folder, "rules");
        Assert.That(CommandRun.Of("rules", "impact", "--against", _folder.PathOf("in"), "--rules", rules, "--base", rules, "--lang", "zh").OutputLines, Is.EqualTo(new[] { "1 份文档，其中 0 份有变化；增加 0 处，消失 0 处，改变 0 处" }));
    }

    [Test]
    public void NamesWhatIsMissingOrUnreadable()
    {
        Assert.That(CommandRun.Of("rules", "impact", "--rules", "x").Error, Does.StartWith("error EP1020: the option --against is missing"));
        Assert.That(CommandRun.Of("rules", "impact", "--against", "x").Error, Does.StartWith("error EP1020: the option --rules is missing"));
        var document = _folder.Write("in/a.docx", "%PDF-1.7");
        var run = CommandRun.Of("rules", "impact", "--against", _folder.PathOf("in"), "--rules", RuleFolder.Write(_folder, "rules"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.StartWith($"error EP1003: {document}: "));
    }
}
