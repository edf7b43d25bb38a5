using System.Xml.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class CheckCommandTests
{
    private const string Sentence = "杭州建立工作机制。\n宁波成立工作专班。\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void HoldsWhereTheGoldenIsTheResult()
    {
        var path = _folder.Write("in/a.txt", Sentence);
        _folder.Write("in/a.golden.json", CommandRun.Of("run", path).Output);
        var run = CommandRun.Of("check", _folder.PathOf("in"));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.OutputLines[^1], Is.EqualTo("goldens: 1, differences: 0"));
    }

    [Test]
    public void ShowsEachDifferenceWithItsPlace()
    {
        _folder.Write("in/a.txt", Sentence);
        var golden = _folder.Write("in/a.golden.json", """
            {
              // written by hand
              "items": [
                { "id": "2", "label": "二", "text": "宁波成立工作专班。" },
                { "id": "7", "text": "没有这一条" }
              ]
            }
            """);
        var run = CommandRun.Of("check", _folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.OutputLines[..6], Is.EqualTo(new[]
        {
            $"{golden}:4:29: 2 items.label",
            "  expected: \"二\"",
            "  found: null",
            $"{golden}:5:5: 7 items",
            "  expected: 没有这一条",
            "  found: nothing",
        }));
        Assert.That(run.OutputLines[^1], Is.EqualTo("goldens: 1, differences: 2"));
        Assert.That(run.OutputLines, Does.Contain("items                       1.000      0.500      0.667   right 1, expected 2, found 1"));
    }

    [Test]
    public void SaysThatAGoldenIsStale()
    {
        var path = _folder.Write("in/a.txt", Sentence);
        var golden = _folder.Write("in/a.golden.json", """{ "source": { "sha256": "00" } }""");
        var run = CommandRun.Of("check", _folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.OutputLines[0], Is.EqualTo($"warning EP6004: {golden}: the golden is stale: it was made for another version of {path}; look through it, then renew source.sha256"));
    }

    [TestCase("{ \"items\": [", ":1:12: not readable as JSON: ", "EP6001")]
    [TestCase("{ \"itens\": [] }", ":1:12: the field \"itens\" is not known here; known: schemaVersion, generator, source, document, sections, items, ledger, diagnostics, complete, kinds", "EP6002")]
    [TestCase("{ \"items\": [ { \"id\": 7 } ] }", ":1:22: expected a text here", "EP6003")]
    [TestCase("{ \"items\": [ { \"mentions\": [ { \"kind\": \"monkey\" } ] } ] }", ":1:30: expected a mention with its kind: region, money, percent, quantity, period, document, organisation", "EP6003")]
    [TestCase("{ \"kinds\": [ \"monies\" ] }", ":1:21: expected a kind of mention: region, money, percent, quantity, period, document, organisation", "EP6003")]
    public void NamesWhatIsWrongWithAGoldenAndDoesTheOthers(string text, string fault, string code)
    {
        _folder.Write("in/a.txt", Sentence);
        _folder.Write("in/b.txt", Sentence);
        var golden = _folder.Write("in/a.golden.json", text);
        _folder.Write("in/b.golden.json", """{ "items": [ { "id": "1", "text": "杭州建立工作机制。" } ] }""");
        var run = CommandRun.Of("check", _folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.ErrorLines[0], Does.StartWith($"error {code}: {golden}{fault}"));
        Assert.That(run.OutputLines[^1], Is.EqualTo("goldens: 2, differences: 0"));
    }

    [Test]
    public void NamesGoldensWithoutDocumentAndDocumentsWithoutGolden()
    {
        var document = _folder.Write("in/b.txt", Sentence);
        var golden = _folder.Write("in/a.golden.json", "{}");
        var run = CommandRun.Of("check", _folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines, Is.EqualTo(new[]
        {
            $"note EP6007: {document}: no golden stands beside this document; it was not checked",
            $"error EP6005: {golden}: no document stands beside this golden; expected a.docx",
        }));
    }

    [Test]
    public void NamesAFolderWithoutGoldens()
    {
        _folder.Write("in/b.txt", Sentence);
        var run = CommandRun.Of("check", _folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Is.EqualTo(
            $"error EP6006: {_folder.PathOf("in")}: no golden in this folder; a golden stands beside its document and is named like it, with the ending .golden.json\n"));
    }

    [Test]
    public void WritesReportsForOtherTools()
    {
        _folder.Write("in/a.txt", Sentence);
        _folder.Write("in/a.golden.json", """{ "items": [ { "id": "9", "text": "a \"<&> b" } ] }""");
        var junit = XElement.Parse(CommandRun.Of("check", _folder.PathOf("in"), "--format", "junit").Output);
        Assert.That(junit.Attribute("failures")!.Value, Is.EqualTo("1"));
        Assert.That(junit.Element("testcase")!.Element("failure")!.Value, Does.Contain("expected: a \"<&> b"));
        var json = CommandRun.Of("check", _folder.PathOf("in"), "--format", "json").Output;
        Assert.That(json, Does.Contain("\"expected\": \"a \\\"<&> b\"").And.EndsWith("}\n"));
        var markdown = CommandRun.Of("check", _folder.PathOf("in"), "--format", "markdown");
        Assert.That(markdown.OutputLines[0], Is.EqualTo("# goldens: 1, differences: 1"));
        Assert.That(markdown.ExitCode, Is.EqualTo(1));
    }
}
