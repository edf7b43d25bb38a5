using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Sqlite;
using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.Tests.Cli;

using Microsoft.Data.Sqlite;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Export;

public sealed class SqliteTablesTests
{
    private TemporaryFolder _folder = null!;

    private string Database => _folder.PathOf("results.db");

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void EveryRowIsThereAndEveryKeyHolds()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        Add(rows);
        Assert.Multiple(() =>
        {
            foreach (var table in FlatTables.All) Assert.That(Query($"SELECT count(*) FROM {table.Name}"), Is.EqualTo(new[] { $"{rows.In(table).Count}" }), table.Name);
            Assert.That(Query("PRAGMA foreign_key_check"), Is.Empty);
            Assert.That(Query("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
            Assert.That(Query("SELECT count(*) FROM pragma_foreign_key_list('amounts')"), Is.EqualTo(new[] { "3" }));
        });
    }

    [Test]
    public void AmountsAreNumbersAndAnswerTheUsualQuestion()
    {
        Add(ExportRun.Rows(ExportRun.Sample.Result, "a.docx"));
        Assert.That(
            Query("SELECT region_name, role, figure, max_value, typeof(max_value) FROM awards WHERE role = 'cap' AND max_value >= 5000000 ORDER BY max_value"),
            Is.EqualTo(new[] { "苏州市|cap|500万元|5000000|integer", "深圳市|cap|2000万元|20000000|integer" }));
    }

    /// <summary>The trigram tokenizer of SQLite finds no word of two characters.</summary>
    [TestCase("补贴", "1.2.1,1.2.3")]
    [TestCase("资金 AND 补贴", "1.2.1,1.2.3")]
    [TestCase("不存在的词", "")]
    public void AWordOfTwoCharactersIsFound(string words, string items)
    {
        Add(ExportRun.Rows(ExportRun.Sample.Result, "a.docx"));
        var found = Query($"SELECT i.item FROM item_words JOIN items i ON i.item_number = item_words.rowid WHERE item_words MATCH '{words}' ORDER BY i.item_number");
        Assert.That(string.Join(',', found), Is.EqualTo(items));
    }

    [Test]
    public void AWordInsideALongerOneIsFound()
    {
        Add(ExportRun.Rows(ExportRun.Text("杭州建设中华人民共和国第一个平台。\n").Result, "a.txt"));
        Assert.That(Query("SELECT count(*) FROM item_words WHERE item_words MATCH '共和国'"), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public void AddingTheSameAgainChangesNoByte()
    {
        var rows = ExportRun.Rows(ExportRun.Sample.Result, "a.docx");
        Add(rows);
        var before = File.ReadAllBytes(Database);
        Add(rows);
        Assert.That(File.ReadAllBytes(Database), Is.EqualTo(before));
    }

    [Test]
    public void ADocumentThatOtherRulesReadIsReplaced()
    {
        var result = ExportRun.Sample.Result;
        Add(ExportRun.Rows(result with { RulesFingerprint = "sha256:older" }, "a.docx"));
        Add(ExportRun.Rows(result, "a.docx"));
        Assert.Multiple(() =>
        {
            Assert.That(Query("SELECT rules FROM documents"), Is.EqualTo(new[] { result.RulesFingerprint }));
            Assert.That(Query("SELECT count(*) FROM items"), Is.EqualTo(new[] { "49" }));
            Assert.That(Query("SELECT count(*) FROM item_words"), Is.EqualTo(new[] { "49" }));
        });
    }

    [Test]
    public void TwoDocumentsOfOneNameDoNotCollide()
    {
        Add(ExportRun.Rows(ExportRun.Text("杭州给予10万元补贴。\n").Result, "a.txt"), ExportRun.Rows(ExportRun.Text("宁波给予20万元补贴。\n").Result, "a.txt"));
        Assert.That(Query("SELECT name, max_value FROM documents JOIN amounts USING (document_id) ORDER BY max_value"), Is.EqualTo(new[] { "a.txt|100000", "a.txt|200000" }));
    }

    [Test]
    public void WithoutCompletionNothingIsAdded()
    {
        Add(ExportRun.Rows(ExportRun.Text("杭州给予10万元补贴。\n").Result, "a.txt"));
        var before = File.ReadAllBytes(Database);
        using (var tables = SqliteTables.Open(Database, ExportRun.Pipeline.Rules)) tables.Add(ExportRun.Rows(ExportRun.Sample.Result, "b.docx"));
        Assert.That(File.ReadAllBytes(Database), Is.EqualTo(before));
    }

    [TestCase("PRAGMA user_version = 7", "a later version of this program made the database (form 7, and form 1 is known here); nothing was changed; use that version")]
    [TestCase("PRAGMA user_version = 0", "the database has the earlier form 0, and this program writes form 1; nothing was changed; add the documents to a new one, and keep this one until you have looked at it")]
    [TestCase("PRAGMA application_id = 5", "not a database of this program (another program made it); nothing was changed; give another file or folder")]
    public void ADatabaseOfAnotherFormIsLeftAlone(string change, string message)
    {
        Add(ExportRun.Rows(ExportRun.Text("杭州给予10万元补贴。\n").Result, "a.txt"));
        Query(change);
        var before = File.ReadAllBytes(Database);
        Assert.That(() => Add(), Throws.InstanceOf<InputException>().With.Message.Contains(message));
        Assert.That(File.ReadAllBytes(Database), Is.EqualTo(before));
    }

    /// <summary>A limit of pages ends a transaction as a full disk does.</summary>
    [Test]
    public void AFullDiskLeavesTheDatabaseAsItWas()
    {
        Add(ExportRun.Rows(ExportRun.Text("杭州给予10万元补贴。\n").Result, "a.txt"));
        var before = Query("SELECT document_id FROM documents");
        using (var tables = SqliteTables.Open(Database, ExportRun.Pipeline.Rules))
        {
            tables.LimitPages(45);
            Assert.That(() => tables.Add(ExportRun.Rows(ExportRun.Sample.Result, "b.docx")), Throws.InstanceOf<IOException>().With.Message.EqualTo("the disk is full"));
        }

        Assert.That(Query("SELECT document_id FROM documents"), Is.EqualTo(before));
        Assert.That(Query("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        Assert.That(File.Exists(Database + "-journal"), Is.False);
        Add(ExportRun.Rows(ExportRun.Sample.Result, "b.docx"));
        Assert.That(Query("SELECT count(*) FROM documents"), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public void AFileThatIsNoDatabaseIsLeftAlone()
    {
        File.WriteAllText(Database, new string('x', 4096));
        Assert.That(() => Add(), Throws.InstanceOf<InputException>().With.Property(nameof(InputException.Kind)).EqualTo(DiagnosticKinds.DatabaseForeign));
        Assert.That(File.ReadAllText(Database), Is.EqualTo(new string('x', 4096)));
    }

    private void Add(params DocumentRows[] documents)
    {
        using var tables = SqliteTables.Open(Database, ExportRun.Pipeline.Rules);
        foreach (var document in documents) tables.Add(document);
        tables.Complete();
    }

    private List<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return rows;
    }
}
