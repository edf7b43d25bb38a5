using Microsoft.Data.Sqlite;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class ArchiveCommandTests
{
    private const string First = "智能建造清单（第一批）\n\n1.合肥对采购智能设备的企业给予最高200万元补贴。\n2.苏州对装配式建筑项目给予30万元奖励，杭州给予贷款贴息。\n";
    private const string Second = "智能建造清单（第二批）\n\n1.昆山将装配式建筑纳入补贴范围，最高补贴50万元。\n2.沈阳建立智能建造联席会议制度。\n";

    private TemporaryFolder _folder = null!;

    private string Store => _folder.PathOf("lists.db");

    private byte[]? _made;   // the store as it was made once; each test gets a copy

    [SetUp]
    public void MakeArchive()
    {
        _folder = new TemporaryFolder();
        var (a, b) = (_folder.Write("in/a.txt", First), _folder.Write("in/b.txt", Second));
        if (_made is not null)
        {
            File.WriteAllBytes(Store, _made);
            return;
        }

        var run = CommandRun.Of("archive", "add", Store, a, b);
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "", $"2 document(s) added to {Store}; unchanged and passed over: 0; not readable: 0\n")));
        _made = File.ReadAllBytes(Store);
    }

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [TestCase("补贴", "1/1 1/2")]
    [TestCase("补贴 装配式", "1/2")]
    [TestCase("补贴 AND 装配式", "1/2")]
    [TestCase("贴息 OR 联席会议", "2/1 2/2")]
    [TestCase("装配式 NOT 奖励", "1/2")]
    [TestCase("（奖励 OR 补贴）装配式建筑", "1/2 2/1")]
    [TestCase("设备的企", "1/1", Description = "any stretch of the text, however its words are cut")]
    [TestCase("最高２００万元", "1/1", Description = "widths do not matter")]
    [TestCase("\"智能 设备\"", "1/1", Description = "quotes keep a term together")]
    [TestCase("不存在的词", "")]
    public void FindsWords(string query, string expected) => Assert.That(Found(query), Is.EquivalentTo(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [TestCase("--region 苏州", "2/1 1/2", Description = "昆山 belongs to 苏州")]
    [TestCase("--region 苏州市", "2/1 1/2")]
    [TestCase("--region 320583", "1/2")]
    [TestCase("--region 江苏", "2/1 1/2")]
    [TestCase("--min 100万元", "1/1")]
    [TestCase("--min 300000 --max 50万元", "2/1 1/2")]
    [TestCase("--role award", "2/1")]
    [TestCase("--region 杭州 --role award", "", Description = "the award of the item is that of 苏州")]
    [TestCase("--role 奖补", "2/1")]
    [TestCase("--category finance", "2/1")]
    [TestCase("--category 金融支持", "2/1")]
    [TestCase("--batch 2", "1/2 2/2")]
    [TestCase("--series 智能 --category organisation", "2/2")]
    [TestCase("--limit 1", "1/1")]
    public void FindsByPlaceAmountRoleAndCategory(string options, string expected) =>
        Assert.That(Found(options.Split(' ')), Is.EquivalentTo(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    public void ShowsTheSentenceWithItsAmountAndPlace()
    {
        var run = CommandRun.Of("archive", "search", Store, "奖励", "--region", "苏州");
        Assert.That(run.OutputLines[..3], Is.EqualTo(new[]
        {
            "智能建造清单（第一批） · 2 · 苏州市 杭州市 · fiscal finance", "  苏州对装配式建筑项目给予30万元【奖励】，杭州给予贷款贴息。", "  award: 30万元 → 装配式建筑项目",
        }));
        Assert.That(run.OutputLines[^1], Is.EqualTo("items found: 1"));
    }

    [Test]
    public void AddingTheSameAgainReadsNothingAndChangesNothing()
    {
        var before = File.ReadAllBytes(Store);
        var run = CommandRun.Of("archive", "add", Store, _folder.PathOf("in/a.txt"), _folder.PathOf("in/b.txt"));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, $"0 document(s) added to {Store}; unchanged and passed over: 2; not readable: 0\n")));
        Assert.That(File.ReadAllBytes(Store), Is.EqualTo(before));
    }

    [Test]
    public void WhatCannotBeReadIsNamedAndTheRestAdded()
    {
        var (bad, good) = (_folder.Write("in/c.docx", "no package"), _folder.Write("in/d.txt", "长沙给予10万元奖励。"));
        var run = CommandRun.Of("archive", "add", Store, bad, good);
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.ErrorLines[0], Does.StartWith($"error EP1003: {bad}: not a Word document"));
        Assert.That(run.ErrorLines[1], Is.EqualTo($"1 document(s) added to {Store}; unchanged and passed over: 0; not readable: 1"));
    }

    [Test]
    public void ListsAndExportsWhatWasAdded()
    {
        Assert.That(CommandRun.Of("archive", "list", Store).OutputLines.Select(l => l[(l.IndexOf("  ", StringComparison.Ordinal) + 2)..]), Is.EqualTo(new[]
        {
            "a.txt  智能建造清单 batch 1  2 items, 3 measures", "b.txt  智能建造清单 batch 2  2 items, 2 measures", "ocuments: 2",
        }));
        var folder = _folder.PathOf("results");
        Assert.That(CommandRun.Of("archive", "export", Store, "-o", folder).Error, Is.EqualTo($"2 result(s) written to {folder}\n"));
        Assert.That(File.ReadAllText(Path.Join(folder, "a.json")), Is.EqualTo(CommandRun.Of("run", _folder.PathOf("in/a.txt")).Output));
    }

    [Test]
    public void ReadersSeeTheStateBeforeWhileOneAdds()
    {
        using var writer = new SqliteConnection($"Data Source={Store};Pooling=False");
        writer.Open();
        using var transaction = writer.BeginTransaction();
        using var delete = writer.CreateCommand();
        delete.CommandText = "DELETE FROM documents";
        delete.ExecuteNonQuery();
        Assert.That(CommandRun.Of("archive", "list", Store).OutputLines[^1], Is.EqualTo("documents: 2"));
    }

    [TestCase("补贴 AND", "EP7020", "the query cannot be read (a term is missing at the end); terms, AND, OR, NOT, brackets and \"quotes\" are understood")]
    [TestCase("NOT 补贴", "EP7020", "the query cannot be read (NOT needs a term that is to be found beside it); terms, AND, OR, NOT, brackets and \"quotes\" are understood")]
    [TestCase("(补贴", "EP7020", "the query cannot be read (a bracket is not closed); terms, AND, OR, NOT, brackets and \"quotes\" are understood")]
    [TestCase("补贴)", "EP7020", "the query cannot be read (\")\" has no partner); terms, AND, OR, NOT, brackets and \"quotes\" are understood")]
    [TestCase("，", "EP7020", "the query cannot be read (\"，\" has no letters); terms, AND, OR, NOT, brackets and \"quotes\" are understood")]
    public void SaysWhatIsWrongWithAQuery(string query, string code, string message)
    {
        var run = CommandRun.Of("archive", "search", Store, query);
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((2, "", $"error {code}: {message}\n")));
    }

    [TestCase("--region 火星", "EP7021: \"火星\" names no division in force; give its name or its six-digit code")]
    [TestCase("--region 朝阳区", "EP7022: \"朝阳区\" names several divisions; give the code of one: 朝阳区 110105, 朝阳区 220104")]
    [TestCase("--role gift", "EP7026: \"gift\" is no role of an amount; the roles are award 奖补, cap 上限, floor 下限, threshold 门槛, budget 预算, spent 已投入, price 价格, penalty 处罚, rate 比例, other 其他")]
    [TestCase("--min 很多", "EP7023: \"很多\" is no amount of money; write it as a document does, or as a plain number of yuan")]
    public void SaysWhatIsWrongWithAnOption(string options, string message)
    {
        var run = CommandRun.Of(["archive", "search", Store, .. options.Split(' ')]);
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((2, "", $"error {message}\n")));
    }

    [Test]
    public void NamesAMissingABrokenAndAForeignStore()
    {
        var (missing, broken, older) = (_folder.PathOf("no.db"), _folder.Write("broken.db", new string('x', 8192)), _folder.PathOf("older.db"));
        Assert.That(CommandRun.Of("archive", "list", missing).Error, Is.EqualTo($"error EP7025: {missing}: no such archive; make it with archive add\n"));
        Assert.That(CommandRun.Of("archive", "list", broken).Error, Is.EqualTo($"error EP7007: {broken}: not a database of this program (not an SQLite file); nothing was changed; give another file or folder\n"));
        File.Copy(Store, older);
        using (var connection = new SqliteConnection($"Data Source={older};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.That(CommandRun.Of("archive", "add", older, _folder.PathOf("in/a.txt")).Error, Is.EqualTo($"error EP7011: {older}: a later version of this program made the database (form 99, and form 1 is known here); nothing was changed; use that version\n"));
    }

    [Test]
    public void ShowsOneItemByItsId()
    {
        var id = (string)JArray.Parse(CommandRun.Of("archive", "search", Store, "联席会议", "--format", "json").Output)[0]["id"]!;
        Assert.That(CommandRun.Of("archive", "show", Store, id).OutputLines[1], Is.EqualTo("  沈阳建立智能建造联席会议制度。"));
        Assert.That(CommandRun.Of("archive", "show", Store, "no").Error, Is.EqualTo($"error EP7024: {Store}: the archive holds no \"no\"; list and search show the ids\n"));
    }

    [Test]
    public void AnUnknownCategoryIsNamedWithTheKnownOnes() => Assert.That(
        CommandRun.Of("archive", "search", Store, "--category", "gifts").Error,
        Does.StartWith("error EP7027: \"gifts\" is no category; the categories are planning 规划部署, fiscal 资金奖补, "));

    [Test]
    public void AQuestionWithoutHitsIsToldWhichConditionStandsInTheWay()
    {
        var run = CommandRun.Of("archive", "search", Store, "补贴", "--region", "合肥", "--role", "award");
        Assert.That(run.OutputLines, Is.EqualTo(new[] { "items found: 0", "  without --role: 1" }));
    }

    [Test]
    public void ADamagedAnEmptyAndATornArchiveAreOneLineEach()
    {
        var bytes = File.ReadAllBytes(Store);
        var (torn, scribbled, empty) = (_folder.PathOf("torn.db"), _folder.PathOf("scribbled.db"), _folder.Write("empty.db", ""));
        File.WriteAllBytes(torn, bytes[..(bytes.Length / 3)]);
        for (var i = 4096; i < bytes.Length; i++) bytes[i] ^= 0x5A;
        File.WriteAllBytes(scribbled, bytes);
        foreach (var store in new[] { torn, scribbled })
        {
            string[][] commands = [["list", store], ["search", store, "补贴"], ["show", store, "a.txt"], ["export", store, "-o", _folder.PathOf("out")], ["add", store, _folder.PathOf("in/a.txt")]];
            foreach (var command in commands)
            {
                var before = File.ReadAllBytes(store);
                var run = CommandRun.Of(["archive", .. command]);
                Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")), command[0]);
                Assert.That(run.Error, Does.StartWith($"error EP7012: {store}: the database is damaged (").And.EndsWith("); nothing was changed; take a copy from before, or add the documents to a new one\n"), command[0]);
                Assert.That(File.ReadAllBytes(store), Is.EqualTo(before), command[0]);
            }
        }

        Assert.That(CommandRun.Of("archive", "list", empty, "--lang", "zh").Error, Is.EqualTo($"错误 EP7007: {empty}: 不是本程序的数据库（文件是空的）；未作任何改动；请给出另一个文件或文件夹\n"));
        Assert.That(CommandRun.Of("archive", "add", empty, _folder.PathOf("in/a.txt")).ExitCode, Is.Zero, "an empty file is as good as none for adding");
    }

    [Test]
    public void AnotherStateOfABatchIsNamedAndGivesWayWhereAsked()
    {
        var first = (string)JArray.Parse(CommandRun.Of("archive", "search", Store, "--batch", "1", "--format", "json").Output)[0]["id"]!;
        var other = first.Split(':')[0];
        var corrected = _folder.Write("in/a-corrected.txt", First.Replace("200万元", "300万元", StringComparison.Ordinal));
        Assert.That(CommandRun.Of("archive", "add", Store, corrected).ErrorLines, Is.EqualTo(new[]
        {
            $"warning EP7030: {corrected}: the archive holds another document of this series and batch, a.txt ({other}); both are kept; archive add --replace keeps the new one only",
            $"1 document(s) added to {Store}; unchanged and passed over: 0; not readable: 0",
        }));
        Assert.That(CommandRun.Of("archive", "add", Store, corrected, "--replace").ErrorLines, Is.EqualTo(new[]
        {
            "1 document(s) gave way to newer states",
            $"0 document(s) added to {Store}; unchanged and passed over: 1; not readable: 0",
        }));
        Assert.That(Found("200万元"), Is.Empty);
        Assert.That(Found("300万元"), Is.EqualTo(new[] { "1/1" }));
    }

    [Test]
    public void SpeaksChineseThroughout() => Assert.That(
        CommandRun.Of("archive", "search", Store, "联席会议", "--lang", "zh").OutputLines[0],
        Is.EqualTo("智能建造清单（第二批） · 2 · 沈阳市 · 组织机制"));

    /// <summary>item/batch of every hit, in order.</summary>
    private IEnumerable<string> Found(params string[] arguments)
    {
        var run = CommandRun.Of(["archive", "search", Store, .. arguments, "--format", "json"]);
        Assert.That(run.Error, Is.Empty);
        return JArray.Parse(run.Output).Select(hit => $"{hit["item"]}/{hit["batch"]}");
    }
}
