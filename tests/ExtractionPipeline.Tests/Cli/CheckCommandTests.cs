using System.Xml.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class CheckCommandTests : TestsInAFolder
{
    private const string Sentence = "杭州建立工作机制。\n宁波成立工作专班。\n";

    [Test]
    public void HoldsWhereTheGoldenIsTheResult()
    {
        var path = Folder.Write("in/a.txt", Sentence);
        Folder.Write("in/a.golden.json", CommandRun.Of("run", path).Output);
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.OutputLines[^1], Is.EqualTo("goldens: 1, differences: 0"));
    }

    [Test]
    public void ShowsEachDifferenceWithItsPlace()
    {
        Folder.Write("in/a.txt", Sentence);
        var golden = Folder.Write("in/a.golden.json", """
            {
              // written by hand
              "items": [
                { "id": "2", "label": "二", "text": "宁波成立工作专班。" },
                { "id": "7", "text": "没有这一条" }
              ]
            }
            """);
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.OutputLines[..6], Is.EqualTo(new[]
        {
            $"{golden}:4:27: 2.items.label",
            "  expected: \"二\"",
            "  found: null",
            $"{golden}:5:5: 7.items",
            "  expected: 没有这一条",
            "  found: nothing",
        }));
        Assert.That(run.OutputLines[^1], Is.EqualTo("goldens: 1, differences: 2"));
        Assert.That(run.OutputLines, Does.Contain("items                       1.000      0.500      0.667   right 1, expected 2, found 1"));
    }

    [Test]
    public void SaysThatAGoldenIsStale()
    {
        var path = Folder.Write("in/a.txt", Sentence);
        var golden = Folder.Write("in/a.golden.json", """{ "source": { "sha256": "00" } }""");
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.OutputLines[0], Is.EqualTo($"warning EP6004: {golden}: the golden is stale: it was made for another version of {path}; look through it, then renew source.sha256"));
    }

    [Test]
    public void NamesDivisionsAndSaysWhereMissingWordsStand()
    {
        Folder.Write("in/a.txt", "杭州给予10万元补贴。\n宁波给予20万元补贴。\n");
        var golden = Folder.Write("in/a.golden.json", """
            { "kinds": ["money"], "items": [
              { "id": "1", "regions": ["330200"], "mentions": [ { "kind": "money", "figure": "20万元" }, { "kind": "money", "figure": "10万元" }, { "kind": "money", "figure": "70万元" } ] }
            ] }
            """);
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.Output, Does.Contain("1.attribution\n  expected: 330200 宁波市\n  found: nothing\n").And.Contain("  found: 330100 杭州市\n"));
        Assert.That(run.Output, Does.Contain("  expected: 20万元\n  found: nothing\n  \"20万元\" does not stand in this item; it stands in 2\n"));
        Assert.That(run.Output, Does.Contain("  expected: 70万元\n  found: nothing\n  \"70万元\" stands in no item of the document\n"));
        Assert.That(CommandRun.Of("check", Folder.PathOf("in"), "--format", "json").Output, Does.Contain("\"missingWords\": \"20万元\",\n          \"standsIn\": ["));
        Assert.That(CommandRun.Of("check", Folder.PathOf("in"), "--accept", "1.attribution").OutputLines[0], Is.EqualTo("1.attribution: 330200 宁波市 \u2192 nothing"));
        Assert.That(File.ReadAllText(golden), Does.Contain("\"regions\": [\"330100\"]"));
    }

    [Test]
    public void WritesADraftThatFailsUntilSomebodyHasReadIt()
    {
        Folder.Write("in/a.txt", "杭州给予企业最高10万元补贴。\n宁波成立工作专班。\n");
        Folder.Write("in/b.txt", Sentence);
        var kept = Folder.Write("in/b.golden.json", "{}");
        var run = CommandRun.Of("check", Folder.PathOf("in"), "--draft");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.OutputLines, Is.EqualTo(new[] { $"{Folder.PathOf("in/a.golden.json")}: draft of 2 items", "drafts written: 1, documents that have a golden: 1" }));
        Assert.That(File.ReadAllText(kept), Is.EqualTo("{}"));
        var draft = File.ReadAllText(Folder.PathOf("in/a.golden.json"));
        Assert.That(draft, Does.StartWith("// A draft, written by the program: ").And.Contain("""
                // 杭州给予企业最高10万元补贴。
                {
                  "id": "1",
                  "regions": ["330100"],
                  "categories": [{ "code": "fiscal" }],
                  "mentions": [
                    { "kind": "region", "text": "杭州", "role": "actor", "value": { "code": "330100", "name": "杭州市", "level": "prefecture", "path": ["浙江省", "杭州市"] } },
                    { "kind": "money", "text": "最高10万元", "figure": "10万元", "role": "cap", "value": {
            """.ReplaceLineEndings("\n")));
        var unread = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(unread.ExitCode, Is.EqualTo(1));
        Assert.That(unread.OutputLines[0], Is.EqualTo($"warning EP6015: {Folder.PathOf("in/a.golden.json")}: the golden is a draft: read the document, correct what differs from it, then take out \"draft\""));
        Assert.That(unread.OutputLines[^1], Is.EqualTo("goldens: 2, differences: 0"));
        Folder.Write("in/a.golden.json", draft.Replace("  \"draft\": true,\n", "", StringComparison.Ordinal));
        Assert.That(CommandRun.Of("check", Folder.PathOf("in")).ExitCode, Is.Zero);
        Assert.That(CommandRun.Of("check", Folder.PathOf("in"), "--draft").OutputLines, Is.EqualTo(new[] { "drafts written: 0, documents that have a golden: 2" }));
        Assert.That(CommandRun.Of("check", Folder.PathOf("in"), "--draft", "--accept", "1").Error, Does.StartWith("error EP1020: the options --draft and --accept do not go together"));
    }

    [Test]
    public void DraftsOfDocumentsThatShareTheirNameStandApart()
    {
        Folder.Write("in/a.md", Sentence);
        Folder.Write("in/a.txt", Sentence);
        Folder.Write("in/c.docx", "%PDF-1.7");
        var run = CommandRun.Of("check", Folder.PathOf("in"), "--draft");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.StartWith($"error EP1003: {Folder.PathOf("in/c.docx")}: "));
        Assert.That(Folder.Files("in"), Is.EqualTo(new[] { "a.golden.json", "a.md", "a.txt", "a.txt.golden.json", "c.docx" }));
    }

    [TestCase("{ \"items\": [", ":1:13: not readable as JSON: the text ends too early", "EP6001")]
    [TestCase("{ \"itens\": [] }", ":1:3: the field \"itens\" is not known here; known: schemaVersion, generator, source, document, sections, items, ledger, diagnostics, complete, kinds, draft", "EP6002")]
    [TestCase("{ \"items\": [ { \"id\": 7 } ] }", ":1:22: expected a text here", "EP6003")]
    [TestCase("{ \"items\": [ { \"mentions\": [ { \"kind\": \"monkey\" } ] } ] }", ":1:30: expected a mention with its kind: region, money, percent, quantity, period, document, organisation", "EP6003")]
    [TestCase("{ \"schemaVersion\": \"2.0\" }", ":1:20: the result has schema version 2.0, and 1.x is read here; extract its document again", "EP6102")]
    [TestCase("{ \"kinds\": [ \"monies\" ] }", ":1:14: expected a kind of mention: region, money, percent, quantity, period, document, organisation", "EP6003")]
    public void NamesWhatIsWrongWithAGoldenAndDoesTheOthers(string text, string fault, string code)
    {
        Folder.Write("in/a.txt", Sentence);
        Folder.Write("in/b.txt", Sentence);
        var golden = Folder.Write("in/a.golden.json", text);
        Folder.Write("in/b.golden.json", """{ "schemaVersion": "1.0", "items": [ { "id": "1", "text": "杭州建立工作机制。" } ] }""");
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.ErrorLines[0], Does.StartWith($"error {code}: {golden}{fault}"));
        Assert.That(run.OutputLines[^1], Is.EqualTo("goldens: 2, differences: 0"));
    }

    [Test]
    public void NamesGoldensWithoutDocumentAndDocumentsWithoutGolden()
    {
        var document = Folder.Write("in/b.txt", Sentence);
        var golden = Folder.Write("in/a.golden.json", "{}");
        var run = CommandRun.Of("check", Folder.PathOf("in"));
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
        Folder.Write("in/b.txt", Sentence);
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Is.EqualTo(
            $"error EP6006: {Folder.PathOf("in")}: no golden in this folder; a golden stands beside its document and is named like it, with the ending .golden.json\n"));
    }

    [TestCase("{ 'items': [] }", ":1:3: not readable as JSON: the name of a field must stand here, in \"\"")]
    [TestCase("{\n  \"items\": [\n    { \"id\": \"1\", }\n  ]\n}", ":3:18: not readable as JSON: nothing follows the comma here")]
    [TestCase("{ \"items\": [ { \"id\": \"1\" \"text\": \"a\" } ] }", ":1:26: not readable as JSON: a comma or } must stand here")]
    [TestCase("{ \"items\": [], \"items\": [] }", ":1:16: not readable as JSON: the field \"items\" stands twice")]
    [TestCase("{ \"complete\": yes }", ":1:15: not readable as JSON: \"yes\" is no value")]
    [TestCase("{ \"document\": { \"title\": \"a\nb\" } }", ":1:28: not readable as JSON: a text must end on its line")]
    [TestCase("[]", ":1:1: expected an object here")]
    [TestCase("", ":1:1: not readable as JSON: the text ends too early")]
    [TestCase("{} {}", ":1:4: not readable as JSON: more text stands behind the end")]
    public void NamesLineAndColumnOfAFaultInAGolden(string text, string fault)
    {
        Folder.Write("in/a.txt", Sentence);
        var golden = Folder.Write("in/a.golden.json", text);
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.Contain(golden + fault));
    }

    [Test]
    public void NamesAGoldenThatBelongsToAnotherDocument()
    {
        var other = Folder.Write("in/b.txt", "宁波成立工作专班。\n");
        Folder.Write("in/a.txt", Sentence);
        var byName = Folder.Write("in/a.golden.json", """{ "source": { "name": "c.txt", "sha256": "00" } }""");
        var golden = CommandRun.Of("run", other).Output;
        Folder.Write("in/b.golden.json", golden);
        Folder.Write("in/d.txt", Sentence + Sentence);
        var byHash = Folder.Write("in/d.golden.json", golden);
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines, Is.EqualTo(new[]
        {
            $"error EP6008: {byName}: the golden belongs to another document: c.txt; it was not compared",
            $"error EP6008: {byHash}: the golden belongs to another document: {other}; it was not compared",
        }));
    }

    [Test]
    public void ShowsTheSentenceTheMarkAndTheRulesBehindADifference()
    {
        Folder.Write("in/a.txt", "各地行动。\n合肥对青岛中山路商圈给予最高50万元补贴。完善机制。\n");
        var golden = Folder.Write("in/a.golden.json", """
            { "kinds": ["money", "region"], "items": [ { "id": "2", "mentions": [
              { "kind": "region", "text": "合肥" }, { "kind": "region", "text": "青岛" }, { "kind": "region", "text": "中山" },
              { "kind": "money", "figure": "50万元", "value": { "min": 500000 } } ] } ] }
            """);
        var run = CommandRun.Of("check", Folder.PathOf("in"));
        Assert.That(run.OutputLines[..9], Is.EqualTo(new[]
        {
            $"{golden}:2:75: 2.regions",
            "  合肥对青岛【中山】路商圈给予最高50万元补贴。",
            "  expected: 中山",
            "  found: nothing",
            run.OutputLines[4],
            $"{golden}:3:3: 2.money",
            "  合肥对青岛中山路商圈给予【最高50万元】补贴。",
            "  expected: 50万元 {min: 500000}",
            "  found: 50万元 {currency: \"CNY\", min: null, max: 500000, minInclusive: null, maxInclusive: true, per: [], approximate: false}",
        }));
        Assert.That(run.OutputLines[4], Does.Match("^  not taken: rule region\\.not\\.street \\(rules/regions/contexts\\.yaml:5:3\\): "));
        Assert.That(run.OutputLines[9], Does.StartWith("  rule money.unit.yuan (rules/money/units.yaml:").And.Contain("; rule bound.limit (rules/money/bounds.yaml:"));
        var json = CommandRun.Of("check", Folder.PathOf("in"), "--format", "json").Output;
        Assert.That(json, Does.Contain("\"sentence\": \"合肥对青岛【中山】路商圈给予最高50万元补贴。\"").And.Contain("\"rule\": \"bound.limit\"").And.Contain("\"accept\": \"2.money\""));
    }

    [Test]
    public void WritesReportsForOtherTools()
    {
        Folder.Write("in/a.txt", Sentence);
        Folder.Write("in/a.golden.json", """{ "items": [ { "id": "9", "text": "a \"<&> b" } ] }""");
        var junit = XElement.Parse(CommandRun.Of("check", Folder.PathOf("in"), "--format", "junit").Output);
        Assert.That(junit.Attribute("failures")!.Value, Is.EqualTo("1"));
        Assert.That(junit.Element("testcase")!.Element("failure")!.Value, Does.Contain("expected: a \"<&> b"));
        var json = CommandRun.Of("check", Folder.PathOf("in"), "--format", "json").Output;
        Assert.That(json, Does.Contain("\"expected\": \"a \\\"<&> b\"").And.EndsWith("}\n"));
        var markdown = CommandRun.Of("check", Folder.PathOf("in"), "--format", "markdown");
        Assert.That(markdown.OutputLines[0], Is.EqualTo("# goldens: 1, differences: 1"));
        Assert.That(markdown.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void AcceptsADecisionInTheGoldenThatIsNamed()
    {
        Folder.Write("in/a.txt", Sentence);
        Folder.Write("in/b.txt", Sentence);
        const string golden = "\uFEFF{ \"items\": [ { \"id\": \"2\", \"label\": \"x\" } ] } // end";
        Folder.Write("in/a.golden.json", golden);
        var path = Folder.Write("in/b.golden.json", golden);
        var folder = Folder.PathOf("in");
        var unclear = CommandRun.Of("check", folder, "--accept", "2");
        Assert.That((unclear.ExitCode, unclear.Error), Is.EqualTo((2, $"error EP6014: {folder}: which golden is meant is not clear; name one with --golden: a.golden.json, b.golden.json\n")));
        var nothing = CommandRun.Of("check", folder, "--golden", "b", "--accept", "2.money");
        Assert.That((nothing.ExitCode, nothing.Error), Is.EqualTo((2, $"error EP6009: {path}: nothing differs at 2.money; the golden was not changed; what differs: 2.items.label\n")));
        var run = CommandRun.Of("check", folder, "--accept", "2.items.label", "--golden", "b");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.OutputLines, Is.EqualTo(new[] { "2.items.label: \"x\" → null", $"{path}: taken over: 1, differences left: 0" }));
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(System.Text.Encoding.UTF8.GetBytes(golden.Replace("\"x\"", "null", StringComparison.Ordinal))));
        Assert.That(File.ReadAllText(Folder.PathOf("in/a.golden.json")), Does.Contain("\"x\""));
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(4));
    }

    [Test]
    public void RefusesAcceptWithFormatAndGoldenWithoutAccept()
    {
        Assert.That(CommandRun.Of("check", "x", "--accept", "1", "--format", "json").Error, Does.StartWith("error EP1020: the options --format and --accept do not go together"));
        Assert.That(CommandRun.Of("check", "x", "--golden", "a", "--lang", "zh").Error, Does.StartWith("错误 EP1020: 选项 --golden 只能与 --accept 一起用"));
    }
}
