using AngleSharp.Html.Parser;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class DiffCommandTests
{
    private const string Old = "智能建造清单（第一批）\n\n1.合肥对建筑业企业给予最高200万元补贴。\n2.苏州建立智能建造联席会议制度。\n";
    private const string New = "智能建造清单（第二批）\n\n1.青岛将智能建造纳入年度绩效考核。\n2.合肥对建筑业企业给予最高300万元补贴。\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void ReportsPlaceByPlace()
    {
        var run = CommandRun.Of("diff", _folder.Write("old.txt", Old), _folder.Write("new.txt", New));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Is.EqualTo("""
            智能建造清单: batch 1 → batch 2
              carried over: 1 (unchanged 0, reworded 0, changed 1); started: 1; stopped: 1
              categories not seen before: assessment
              places not seen before: 青岛市 370200
              stopped: the new batch does not name it; whether the place ended it, the batch does not say

            苏州市 320500
              stopped  2/1 [organisation]  苏州建立智能建造联席会议制度

            合肥市 340100
              changed  1/1 → 2/1 [fiscal]  合肥对建筑业企业给予最高300万元补贴
                  (100 % of the words alike, places and figures apart; 合肥市 in common)
                  cap: 最高200万元 → 最高300万元

            青岛市 370200
              started  1/1 [assessment]  青岛将智能建造纳入年度绩效考核

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void SpeaksChinese()
    {
        var run = CommandRun.Of("diff", _folder.Write("old.txt", Old), _folder.Write("new.txt", New), "--lang", "zh");
        Assert.That(run.Output, Does.StartWith("智能建造清单: 第1批 → 第2批\n  延续：1（未变 0，改写 0，有变化 1）；新增：1；不再出现：1\n").And.Contain("      上限: 最高200万元 → 最高300万元\n"));
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public void DifferencesFailOnlyWhereAsked(bool asked, int exit)
    {
        string[] arguments = ["diff", _folder.Write("old.txt", Old), _folder.Write("new.txt", New)];
        Assert.That(CommandRun.Of(asked ? [.. arguments, "--exit-code"] : arguments).ExitCode, Is.EqualTo(exit));
    }

    [Test]
    public void AResultStandsForItsDocument()
    {
        var (old, @new) = (_folder.Write("old.txt", Old), _folder.Write("new.txt", New));
        var result = _folder.Write("old.json", CommandRun.Of("run", old).Output);
        Assert.That(CommandRun.Of("diff", result, @new).Output, Is.EqualTo(CommandRun.Of("diff", old, @new).Output));
    }

    [Test]
    public void AStaleResultGivesWayToItsDocument()
    {
        var (old, @new) = (_folder.Write("a/list.txt", Old), _folder.Write("new.txt", New));
        var result = _folder.Write("a/list.json", CommandRun.Of("run", old).Output);
        File.WriteAllText(old, New);
        var run = CommandRun.Of("diff", Path.GetDirectoryName(old)!, @new);
        Assert.That(run.Error, Is.EqualTo($"warning EP6103: {result}: its document {old} changed since; the document was extracted again\n"));
        Assert.That(run.Output, Does.Contain("unchanged 2"));
    }

    [Test]
    public void AStaleResultThatIsNamedItselfIsSaidToBe()
    {
        var (old, @new) = (_folder.Write("a/list.txt", Old), _folder.Write("new.txt", New));
        var result = _folder.Write("a/list.json", CommandRun.Of("run", old).Output);
        File.WriteAllText(old, New);
        var run = CommandRun.Of("diff", result, @new);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, $"warning EP6105: {result}: its document {old} changed since; the result was compared as it is\n")));
        Assert.That(run.Output, Does.Contain("started: 1; stopped: 1"));
    }

    [Test]
    public void DocumentsOfOneNameInSeveralFoldersKeepTheirResults()
    {
        foreach (var (folder, text) in new[] { ("all/a", Old), ("all/b", New) })
        {
            var document = _folder.Write(folder + "/list.txt", text);
            _folder.Write(folder + "/list.json", CommandRun.Of("run", document).Output);
        }

        var run = CommandRun.Of("diff", _folder.PathOf("all"), _folder.PathOf("all"));
        Assert.That((run.Error, run.OutputLines[1]), Is.EqualTo(("", "  carried over: 4 (unchanged 4, reworded 0, changed 0); started: 0; stopped: 0")));
    }

    [Test]
    public void OfLongWordsOnlyWhatDiffersIsShown()
    {
        const string Before = "智能建造清单（第一批）\n\n1.苏州对关键技术攻关、生产设备研制、配套软件开发、标准导则制定等研发项目，给予最高500万元的支持。\n";
        var run = CommandRun.Of("diff", _folder.Write("old.txt", Before), _folder.Write("new.txt", Before.Replace("制定", "编制", StringComparison.Ordinal)));
        Assert.That(run.OutputLines, Has.Some.EqualTo("      for whom: \u2026套软件开发、标准导则制定等研发项目 \u2192 \u2026套软件开发、标准导则编制等研发项目"));
    }

    [Test]
    public void NamesWhatItCannotReadAndDoesTheRest()
    {
        var old = _folder.Write("a/list.txt", Old);
        var other = _folder.Write("a/other.json", "{}");
        var run = CommandRun.Of("diff", Path.GetDirectoryName(old)!, _folder.Write("new.txt", New));
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Is.EqualTo($"error EP6101: {other}: not a result of this program (schemaVersion and items are missing); give a document or the JSON that run wrote\n"));
        Assert.That(run.Output, Does.Contain("started: 1; stopped: 1"));
    }

    [Test]
    public void AFolderWithNothingToCompareIsNamed()
    {
        var folder = Path.GetDirectoryName(_folder.Write("empty/readme.dat", ""))!;
        var run = CommandRun.Of("diff", folder, _folder.Write("new.txt", New));
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((3, "", $"error EP6104: {folder}: no document and no result in this folder\n")));
    }

    [Test]
    public void JsonNamesEveryPairWithItsReason()
    {
        var run = CommandRun.Of("diff", _folder.Write("old.txt", Old), _folder.Write("new.txt", New), "--format", "json");
        var pair = JObject.Parse(run.Output)["series"]![0]!["carriedOver"]![0]!;
        Assert.That((string?)pair["why"]!["reason"], Is.EqualTo("similar-words"));
        Assert.That(pair["changes"]![0]!["figureAfter"]!["value"]!["max"]!.ToString(), Is.EqualTo("3000000"));
    }

    [Test]
    public void ThePageStandsAloneAndEscapesTheText()
    {
        var page = _folder.PathOf("changes.html");
        var run = CommandRun.Of("diff", _folder.Write("old.txt", Old), _folder.Write("new.txt", New.Replace("智能建造清单", "<b>清单", StringComparison.Ordinal)), "--format", "html", "-o", page);
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "", "")));
        var html = new HtmlParser().ParseDocument(File.ReadAllText(page));
        Assert.That(html.QuerySelectorAll("section").Select(s => s.QuerySelector("h2")!.TextContent), Is.EqualTo(new[] { "苏州市 320500", "合肥市 340100", "青岛市 370200" }));
        Assert.That(html.QuerySelector(".changed ins")!.TextContent, Is.EqualTo("最高300万元"));
        Assert.That(html.QuerySelector("h1")!.TextContent, Is.EqualTo("<b>清单"));
        Assert.That(html.QuerySelectorAll("[src], link[href]"), Is.Empty);
    }
}
