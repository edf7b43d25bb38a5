using ExtractionPipeline.Cli;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class CommandLineTests
{
    [Test]
    public void SaysTheVersion()
    {
        var run = CommandRun.Of("--version");
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "policy-extract 0.1.0\n", "")));
    }

    [Test]
    public void ShowsHelpOnStandardErrorWhereNothingIsAsked()
    {
        var run = CommandRun.Of();
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.ErrorLines, Does.Contain("  policy-extract COMMAND [options]").And.Contain("  rules    Check the rule files."));
    }

    [TestCase("run", "  policy-extract run FILE|FOLDER|- … [options]")]
    [TestCase("show", "  policy-extract show FILE [options]")]
    [TestCase("explain", "  policy-extract explain FILE ITEM [options]")]
    [TestCase("check", "  policy-extract check FOLDER [options]")]
    [TestCase("rules", "  policy-extract rules COMMAND [options]")]
    [TestCase("schema", "  policy-extract schema [options]")]
    public void ShowsHelpOfEachCommand(string command, string usage)
    {
        var run = CommandRun.Of(command, "--help");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.OutputLines, Does.Contain(usage).And.Contain("Examples:").And.Contain("Options:"));
    }

    /// <summary>Documents without an option go past the parser; an option at its default goes through it.</summary>
    [TestCase("missing.docx")]
    [TestCase("missing.xyz")]
    [TestCase("/h")]
    [TestCase("-")]
    [TestCase("@list")]
    [TestCase("[suggest]")]
    [TestCase("run")]
    public void DocumentsAloneAreReadAsThoseBesideAnOption(string document)
    {
        var (alone, parsed) = (CommandRun.With("给予50万元补贴。", CancellationToken.None, "run", document), CommandRun.With("给予50万元补贴。", CancellationToken.None, "run", document, "--time-limit", "10"));
        Assert.That((alone.ExitCode, alone.Output, alone.Error), Is.EqualTo((parsed.ExitCode, parsed.Output, parsed.Error)));
    }

    [TestCase(new[] { "run", "a.docx", "b.txt" }, true)]
    [TestCase(new[] { "run", "-" }, true)]
    [TestCase(new[] { "run" }, false)]
    [TestCase(new[] { "run", "" }, false)]
    [TestCase(new[] { "run", "a.docx", "-q" }, false)]
    [TestCase(new[] { "run", "--", "a.docx" }, false)]
    [TestCase(new[] { "show", "a.docx" }, false)]
    [TestCase(new[] { "--lang", "zh", "run", "a.docx" }, false)]
    public void OnlyDocumentsGoPastTheParser(string[] arguments, bool past) => Assert.That(CommandLine.DocumentsAlone(arguments) is not null, Is.EqualTo(past));

    [Test]
    public void ShowsHelpInChinese()
    {
        var run = CommandRun.Of("rules", "test", "-h", "--lang", "zh");
        Assert.That(run.Output, Is.EqualTo("""
            运行所有规则的例句和反例。

            用法:
              policy-extract rules test [options]

            选项:
              --rules FOLDER  规则文件所在的文件夹，整体替换内置规则。
              -h, --help      显示本帮助。
              --lang en|zh    消息和表格的语言：en 或 zh。JSON 不变。

            示例:
              policy-extract rules test --rules rules/

            """.ReplaceLineEndings("\n")));
    }

    [TestCase(new[] { "walk" }, "error EP1020: \"walk\" is not known here; see \"policy-extract --help\"")]
    [TestCase(new[] { "run" }, "error EP1020: a document is missing; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "--foo" }, "error EP1020: \"--foo\" is not known here; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "a.docx", "-o" }, "error EP1020: the option --output needs a value; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "a.docx", "b.docx" }, "error EP1020: more than one document, or a folder, needs -o FOLDER; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "a.docx", "--jobs", "many" }, "error EP1020: the option --jobs is a number from 1 to 256, not \"many\"; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "a.docx", "--jobs", "0" }, "error EP1020: the option --jobs is a number from 1 to 256, not \"0\"; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "a.docx", "--fail-on", "fatal" }, "error EP1020: the option --fail-on is one of note, warning, error, not \"fatal\"; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "a.docx", "--lang", "de" }, "error EP1020: the option --lang is one of en, zh, not \"de\"; see \"policy-extract run --help\"")]
    [TestCase(new[] { "run", "a.docx", "--format", "json,xml" }, "error EP1021: the format \"xml\" is not known; known: json, jsonl, csv, xlsx, sqlite, parquet, html, docx")]
    [TestCase(new[] { "run", "a.docx", "--lang", "zh", "--format", "xml" }, "错误 EP1021: 没有“xml”这种格式；可用的有：json, jsonl, csv, xlsx, sqlite, parquet, html, docx")]
    [TestCase(new[] { "show" }, "error EP1020: a document is missing; see \"policy-extract show --help\"")]
    [TestCase(new[] { "show", "a.docx", "b.docx" }, "error EP1020: \"b.docx\" is not known here; see \"policy-extract show --help\"")]
    [TestCase(new[] { "explain", "a.docx" }, "error EP1020: the id of an item is missing; see \"policy-extract explain --help\"")]
    [TestCase(new[] { "check" }, "error EP1020: a folder is missing; see \"policy-extract check --help\"")]
    [TestCase(new[] { "rules" }, "error EP1020: a command is missing; see \"policy-extract rules --help\"")]
    public void SaysInOneLineWhatDoesNotFit(string[] arguments, string line)
    {
        var run = CommandRun.Of(arguments);
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((2, "", line + "\n")));
    }

    [TestCase("[suggest:17]", "policy-extract ru", new[] { "rules", "run" })]
    [TestCase("[suggest:29]", "policy-extract run --fail-on ", new[] { "error", "note", "warning" })]
    [TestCase("[suggest:28]", "policy-extract check --form ", new[] { "--format" })]
    public void CompletesWords(string directive, string line, string[] expected)
    {
        var run = CommandRun.Of(directive, line);
        Assert.That(run.OutputLines, Is.SupersetOf(expected));
    }

    [Test]
    public void PrintsTheCommittedSchema()
    {
        var run = CommandRun.Of("schema");
        Assert.That(run.Output, Is.EqualTo(File.ReadAllText(CodeBase.Checkout.PathOf("docs", "output.schema.json")).ReplaceLineEndings("\n")));
    }
}
