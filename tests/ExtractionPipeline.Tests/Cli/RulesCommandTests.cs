using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class RulesCommandTests : TestsInAFolder
{
    private const string Clauses = "measures/clauses.yaml";

    [Test]
    public void ShowsAFailingExampleWithItsMark()
    {
        var rules = RuleFolder.Write(Folder, "rules", (Clauses, """
            +
            - id: measure.test.dead
              does: filler
              phrases: [绝无此语]
              source: a test
              examples:
                - { text: 杭州【建立】工作机制。 }
              counterExamples:
                - { text: 宁波成立工作专班。, because: it does not stand there }

            """));
        var run = CommandRun.Of("rules", "test", "--rules", rules);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.OutputLines, Has.Some.Matches<string?>(l => l is not null &&
            l.StartsWith($"error EP6011: {rules}/measures/clauses.yaml:", StringComparison.Ordinal) &&
            l.EndsWith(": the rule measure.test.dead does not find the marked stretch of its example: 杭州【建立】工作机制。", StringComparison.Ordinal)));
        Assert.That(run.OutputLines[^1], Does.Match("^\\d+ rules: \\d+ examples and \\d+ counter-examples hold, \\d+ fail$"));
    }

    [Test]
    public void ShowsACounterExampleInWhichTheRuleSpeaks()
    {
        var rules = RuleFolder.Write(Folder, "rules", (Clauses, """
            +
            - id: measure.test.joins
              does: joins
              phrases: [在此期间]
              source: a test
              examples:
                - { text: 杭州建立工作机制，【在此期间】宁波成立工作专班。 }
              counterExamples:
                - { text: 杭州建立工作机制，在此期间宁波成立工作专班。, because: a test of the test }

            """));
        var run = CommandRun.Of("rules", "test", "--rules", rules);
        Assert.That(run.OutputLines, Has.Some.EndsWith(
            ": the rule measure.test.joins speaks in its counter-example: 杭州建立工作机制，【在此期间】宁波成立工作专班。; it must not, because: a test of the test"));
        Assert.That(run.OutputLines, Has.None.Contain("measure.test.joins does not find"));
    }

    [Test]
    public void FindsDeadUntestedAndDuplicateRules()
    {
        var rules = RuleFolder.Write(Folder, "rules", (Clauses, """
            +
            - id: measure.test.first
              does: filler
              phrases: [绝无此语, 另无此语]
              source: a test
              examples:
                - { text: 天气【晴朗】。 }
              counterExamples:
                - { text: 天气多云。, because: it does not stand there }

            - id: measure.test.second
              does: filler
              phrases: [绝无此语, ５０]
              source: a test
              examples:
                - { text: 天气【绝无此语】。 }
              counterExamples:
                - { text: 天气多云。, because: it does not stand there }

            """));
        var run = CommandRun.Of("rules", "lint", "--rules", rules);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.OutputLines.Select(WithoutPlace).Where(l => l.Contains("measure.test", StringComparison.Ordinal)), Is.EquivalentTo(new[]
        {
            "warning EP6021: the rule measure.test.first is dead: it takes effect in none of the examples of all rules",
            "warning EP6025: the rule measure.test.first is untested: none of its examples holds one of its phrases",
            "warning EP6021: the rule measure.test.second is dead: it takes effect in none of the examples of all rules",
            $"warning EP6023: the rule measure.test.second is a duplicate in \"绝无此语\": measure.test.first says the same at {Place(rules, "measure.test.first")}",
            "warning EP6026: the rule measure.test.second has a phrase that is never found, because texts are folded before they are searched: write \"５０\" as \"50\"",
        }));
    }

    [Test]
    public void EndsWithFourWhereTheFilesAreInvalid()
    {
        var rules = RuleFolder.Write(Folder, "rules", (Clauses, "- id: [\n"));
        foreach (var command in new[] { "test", "lint" })
        {
            var run = CommandRun.Of("rules", command, "--rules", rules, "--lang", "zh");
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((4, "")));
            Assert.That(run.ErrorLines[0], Does.StartWith($"错误 EP5001: {rules}/measures/clauses.yaml:"));
            Assert.That(run.ErrorLines[^1], Is.EqualTo("共 1 处错误；规则未被使用"));
        }
    }

    private static string Place(string rules, string id)
    {
        var lines = File.ReadAllLines(Path.Combine(rules, Clauses));
        return $"{rules}/{Clauses}:{Array.FindIndex(lines, l => l.EndsWith(id, StringComparison.Ordinal)) + 1}:3";
    }

    private static string WithoutPlace(string line)
    {
        var parts = line.Split(": ", 3);
        return $"{parts[0]}: {parts[^1]}";
    }

    /// <summary>A table that an editor saved in the system's old encoding would lose its words in silence.</summary>
    [Test]
    public void SaysThatAFileIsNotUtf8()
    {
        var rules = RuleFolder.Write(Folder, "rules", ("segmentation/user-words.tsv", "word\tfrequency\n"));
        var gb = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        foreach (var name in new[] { "segmentation/user-words.tsv", "money/roles.yaml" })
        {
            var path = Path.Combine(rules, name);
            File.WriteAllBytes(path, gb.GetBytes("# a comment\n" + File.ReadAllText(path) + "# 城市更新\n"));
        }

        File.WriteAllText(Path.Combine(rules, "money", "bounds.yaml"), File.ReadAllText(Path.Combine(rules, "money", "bounds.yaml")), System.Text.Encoding.Unicode);
        var run = CommandRun.Of("rules", "test", "--rules", rules);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((4, "")));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(3));
        Assert.That(run.ErrorLines[0], Does.Match($"^error EP5013: {rules}/money/roles\\.yaml:\\d+:1: the rule file is not UTF-8 here; save it as UTF-8$"));
        Assert.That(run.ErrorLines[1], Is.EqualTo($"error EP5013: {rules}/segmentation/user-words.tsv:3:1: the rule file is not UTF-8 here; save it as UTF-8"));
    }

    /// <summary>The words that call a role up stand beside the marked amount.</summary>
    [Test]
    public void FindsARuleWhoseWordsAnotherTakesBesideTheMarkedStretch()
    {
        var rules = RuleFolder.Write(Folder, "rules", ("money/roles.yaml", """
            +
            - id: money.role.test
              phrases: [给予]
              tells: budget
              stands: before
              source: a test
              examples:
                - { text: 对项目给予【50万元】 }
              counterExamples:
                - { text: 投资50万元, because: nothing is given }

            """));
        var run = CommandRun.Of("rules", "lint", "--rules", rules);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.OutputLines, Has.Some.Match($"^warning EP6022: {rules}/money/roles\\.yaml:\\d+:3: the rule money\\.role\\.gives is shadowed: in its own examples money\\.role\\.test \\({rules}/money/roles\\.yaml:\\d+:3\\) takes the words$"));
    }
}
