using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class ImpactCommandTests : TestsInAFolder
{
    private const string Roles = "money/bounds.yaml";

    [Test]
    public void TheSameRulesChangeNothing()
    {
        Folder.Write("in/a.txt", "合肥给予最高50万元补贴。\n");
        var run = CommandRun.Of("rules", "impact", "--against", Folder.PathOf("in"), "--rules", RuleFolder.Write(Folder, "rules"));
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "compared with the built-in rules\ndocuments: 1, with changes: 0; added: 0, removed: 0, changed: 0\n", "")));
    }

    [Test]
    public void ListsWhatWouldChange()
    {
        var document = Folder.Write("in/a.txt", "合肥给予五十兑币补贴。\n宁波给予50万元奖励，不冒30万元。\n");
        Folder.Write("in/b.txt", "宁波成立工作专班。\n");
        var rules = RuleFolder.Write(Folder, "rules", (Roles, """
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
        var run = CommandRun.Of("rules", "impact", "--against", Folder.PathOf("in"), "--rules", rules);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.OutputLines[..3], Is.EqualTo(new[] { document, "  2 money changed", "    宁波给予50万元奖励，【不冒30万元】。" }));
        Assert.That(run.OutputLines[3], Does.StartWith("    now: 30万元: exactly 300000 CNY award ← rule money.unit.yuan (rules/money/units.yaml:"));
        Assert.That(run.OutputLines[4], Does.StartWith($"    then: 不冒30万元: at-most 300000 CNY").And.Contain($"← rule money.unit.yuan ({rules}/money/units.yaml:"));
        Assert.That(run.OutputLines[^1], Does.StartWith("documents: 2, with changes: 1; added: 0, removed: 0, changed: "));
        var json = CommandRun.Of("rules", "impact", "--against", Folder.PathOf("in"), "--rules", rules, "--format", "json");
        Assert.That(json.ExitCode, Is.EqualTo(1));
        Assert.That(json.Output, Does.Contain("\"field\": \"money\",\n          \"kind\": \"changed\",\n          \"before\": \"30万元: exactly 300000 CNY award\""));
    }

    [Test]
    public void ComparesTwoFoldersOfRules()
    {
        Folder.Write("in/a.txt", "合肥给予最高50万元补贴。\n");
        var rules = RuleFolder.Write(Folder, "rules");
        Assert.That(CommandRun.Of("rules", "impact", "--against", Folder.PathOf("in"), "--rules", rules, "--base", rules, "--lang", "zh").OutputLines, Is.EqualTo(new[] { $"与 {rules} 中的规则比较", "1 份文档，其中 0 份有变化；增加 0 处，消失 0 处，改变 0 处" }));
    }

    /// <summary>A tool that was built in the checkout has the edited rules inside: only git knows the committed ones.</summary>
    [Test]
    public void ComparesWithTheCommittedRulesOfACheckout()
    {
        Folder.Write("in/a.txt", "合肥给予50万元补贴，不冒30万元。\n");
        var rules = RuleFolder.Write(Folder, "checkout/rules");
        Git("init", "-q");
        Git("add", "-A");
        Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "rules");
        File.AppendAllText(Path.Combine(rules, "money", "bounds.yaml"), """

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

            """);
        string[] command = ["rules", "impact", "--against", Folder.PathOf("in"), "--rules", rules];
        var run = CommandRun.Of(command);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.OutputLines[1], Is.EqualTo("  1 money changed"));
        Assert.That(run.OutputLines[^2], Does.Match("^compared with the committed rules of HEAD \\([0-9a-f]{10}\\)$"));
        Assert.That(CommandRun.Of([.. command, "--base", "HEAD"]).Output, Is.EqualTo(run.Output));
        Assert.That(CommandRun.Of([.. command, "--base", "built-in"]).OutputLines[^2], Is.EqualTo("compared with the built-in rules"));
        Assert.That(CommandRun.Of([.. command, "--format", "json"]).Output, Does.StartWith("{\n  \"base\": \"HEAD "));
        var missing = CommandRun.Of([.. command, "--base", "no-such-branch"]);
        Assert.That((missing.ExitCode, missing.Error), Is.EqualTo((4, "error EP1001: no-such-branch: no such file or folder; check the path\n")));
    }

    [Test]
    public void NamesWhatIsMissingOrUnreadable()
    {
        Assert.That(CommandRun.Of("rules", "impact", "--rules", "x").Error, Does.StartWith("error EP1020: the option --against is missing"));
        Assert.That(CommandRun.Of("rules", "impact", "--against", "x").Error, Does.StartWith("error EP1020: the option --rules is missing"));
        var document = Folder.Write("in/a.docx", "%PDF-1.7");
        var run = CommandRun.Of("rules", "impact", "--against", Folder.PathOf("in"), "--rules", RuleFolder.Write(Folder, "rules"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.StartWith($"error EP1003: {document}: "));
    }

    private void Git(params string[] arguments)
    {
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", arguments) { WorkingDirectory = Folder.PathOf("checkout"), UseShellExecute = false })!;
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero);
    }
}
