using ExtractionPipeline.Tests.Cli;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Export;

/// <summary>The outputs of one run, read back with the programs that people use: Python, openpyxl, LibreOffice Calc, the shell of SQLite.</summary>
public sealed class ReadBackTests
{
    private const string FormulaName = "=cmd,a.txt";

    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Run()
    {
        _folder = new TemporaryFolder();
        File.Copy(ExportRun.SamplePath, Directory.CreateDirectory(_folder.PathOf("in")).FullName + "/list.docx");
        _folder.Write("in/" + FormulaName, ExportRun.Dangerous);
        Assert.That(CommandRun.Of("run", _folder.PathOf("in"), "-o", _folder.PathOf("out"), "--format", "json,jsonl,csv,xlsx,sqlite", "--lang", "zh", "--quiet").Error, Is.Empty);
    }

    [OneTimeTearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void PythonReadsTheLines() => Assert.That(
        UsersTool.Python(_folder.PathOf("out"), null, "import json; items=[json.loads(l) for l in open('list.jsonl',encoding='utf-8')]; print(len(items), items[4]['item']['id'], items[4]['item']['regions'])"),
        Is.EqualTo("49 1.2.1 ['350000', '133100', '210100']"));

    [Test]
    public void PythonReadsTheTables() => Assert.That(
        UsersTool.Python(_folder.PathOf("out"), null, "import csv; r=list(csv.DictReader(open('items.csv',encoding='utf-8-sig',newline=''))); print(len(r), [x['text'][:5] for x in r[:2]], r[7]['item'], r[7]['region_names'])"),
        Is.EqualTo("52 [\"'=cmd\", '宁波称\"最'] 1.2.1 福建省;雄安新区;沈阳市"));

    [Test]
    public void OpenpyxlFindsTheHeaderFrozenAndFilteredAndNumbersAsNumbers() => Assert.That(
        UsersTool.Python(_folder.PathOf("out"), "openpyxl", """
            import openpyxl
            book = openpyxl.load_workbook('results.xlsx')
            for sheet in book: print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, min(c.width for c in sheet.column_dimensions.values()) > 7)
            money = book['金额和比例']
            heads = {c.value: i for i, c in enumerate(money[1])}
            row = next(r for r in money.iter_rows(min_row=2) if r[heads['数额']].value == '2000万元' and r[heads['作用']].value == '上限')
            print(row[heads['上限']].value, row[heads['上限']].data_type, row[heads['种类']].value)
            print([c.data_type for r in book['条目'].iter_rows() for c in r if str(c.value).startswith('=cmd')], book['文档']['B2'].value, book['文档']['B2'].data_type)
            """),
        Is.EqualTo("""
            文档 A2 A1:U3 True
            条目 A2 A1:P53 True
            举措 A2 A1:Q77 True
            金额和比例 A2 A1:U22 True
            20000000 n 金额
            ['s'] =cmd,a.txt s
            """.ReplaceLineEndings("\n")));

    [Test]
    public void CalcShowsAmountsWithSeparatorsAndFormulasAsText()
    {
        UsersTool.LibreOffice(_folder.PathOf("out"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", "results.xlsx");
        var amounts = File.ReadAllText(_folder.PathOf("out/converted/results-金额和比例.csv"));
        Assert.That(amounts, Does.Contain("\"20,000,000\"").And.Contain("\"500,000\"").And.Not.Contain("000.\""));
        Assert.That(File.ReadAllText(_folder.PathOf("out/converted/results-文档.csv")), Does.Contain("\"=cmd,a.txt\""));
    }

    [Test]
    public void CalcOpensTheCsvInChineseAndRunsNothing()
    {
        UsersTool.LibreOffice(_folder.PathOf("out"), "html", "items.csv", "CSV:44,34,76,1");
        var sheet = File.ReadAllText(_folder.PathOf("out/converted/items.html"));
        Assert.That(sheet, Does.Contain("福建、雄安、沈阳给予智能建造试点工程项目资金奖补").And.Contain("'=cmd|' /C calc'!A0").And.Not.Contain("#NAME?").And.Not.Contain("Err:"));
    }

    [Test]
    public void TheShellOfSqliteFindsWordsOfTwoCharactersAndAnswersTheUsualQuestions() => Assert.That(
        UsersTool.Sqlite(
            _folder.PathOf("out"),
            "results.db",
            "SELECT i.item FROM item_words JOIN items i ON i.item_number = item_words.rowid WHERE item_words MATCH '补贴 AND 资金' ORDER BY 1",
            "SELECT region_name, figure, max_value FROM awards WHERE role = 'cap' AND max_value >= 5000000 ORDER BY max_value",
            "PRAGMA integrity_check"),
        Is.EqualTo("1.2.1\n1.2.3\n苏州市|500万元|5000000\n深圳市|2000万元|20000000\nok"));
}
