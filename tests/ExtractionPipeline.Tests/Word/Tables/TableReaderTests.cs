using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Tables;

public sealed class TableReaderTests
{
    private const string Down = "<w:vMerge w:val=\"restart\"/>";
    private const string Above = "<w:vMerge/>";

    private static string Span(int columns) => $"<w:gridSpan w:val=\"{columns}\"/>";

    private static Table Read(params string[] rows) => (Table)DocxBuilder.Read(Tbl(3, rows)).Blocks.Single(b => b is Table);

    /// <summary>column+span^row where the cell begins: text.</summary>
    private static string Picture(Table table) => string.Join(" / ", table.Rows.Select(row => string.Join(" ", row.Cells.Select(c =>
        $"{c.Column}{(c.ColumnSpan == 1 ? "" : $"+{c.ColumnSpan}")}{(c.OriginRow == row.Number ? "" : $"^{c.OriginRow}")}:{c.Text}"))));

    private static IEnumerable<TestCaseData> Grids()
    {
        yield return Grid("plain rows", "1:甲 2:乙 3:丙", Tr(Tc("甲"), Tc("乙"), Tc("丙")));
        yield return Grid("gridSpan", "1+2:甲 3:乙 / 1:丙 2+2:丁", Tr(Tc("甲", Span(2)), Tc("乙")), Tr(Tc("丙"), Tc("丁", Span(2))));
        yield return Grid("vMerge", "1:甲 2:乙 / 1^1:甲 2:丙 / 1^1:甲 2:丁 / 1:戊 2:己",
            Tr(Tc("甲", Down), Tc("乙")), Tr(Tc("", Above), Tc("丙")), Tr(Tc("", "<w:vMerge w:val=\"continue\"/>"), Tc("丁")), Tr(Tc("戊", Down), Tc("己")));
        yield return Grid("vMerge of a spanned cell", "1+2:甲 3:乙 / 1+2^1:甲 3:丙", Tr(Tc("甲", Span(2) + Down), Tc("乙")), Tr(Tc("", Span(2) + Above), Tc("丙")));
        yield return Grid("vMerge without a cell above", "1:甲 / 1:乙 2:丙", Tr(Tc("甲")), Tr(Tc("乙", Above), Tc("丙", Above)));
        yield return Grid("a merge ends where a plain cell stands", "1:甲 / 1:乙 / 1:丙", Tr(Tc("甲", Down)), Tr(Tc("乙")), Tr(Tc("丙", Above)));
        yield return Grid("gridBefore and gridAfter", "2:甲 / 1:乙 2:丙 3:丁", $"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>{Tc("甲")}</w:tr>", Tr(Tc("乙"), Tc("丙"), Tc("丁")));
        yield return Grid("ragged rows", "1:甲 / 1:乙 2:丙 3:丁 4:戊 / 1:己 2:庚", Tr(Tc("甲")), Tr(Tc("乙"), Tc("丙"), Tc("丁"), Tc("戊")), Tr(Tc("己"), Tc("庚")));
        yield return Grid("hMerge of old files", "1+2:甲 3:乙", Tr(Tc("甲", "<w:hMerge w:val=\"restart\"/>"), Tc("", "<w:hMerge w:val=\"continue\"/>"), Tc("乙")));
        yield return Grid("rows and cells in content controls", "1:甲 2:乙 / 1:丙",
            $"<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtPr/><w:sdtContent>{Tc("甲")}</w:sdtContent></w:sdt>{Tc("乙")}</w:tr></w:sdtContent></w:sdt>", $"<w:customXml w:element=\"x\">{Tr(Tc("丙"))}</w:customXml>");
        yield return Grid("a hidden row", "1:甲 / 1:丙", Tr(Tc("甲")), $"<w:tr><w:trPr><w:hidden/></w:trPr>{Tc("乙")}</w:tr>", Tr(Tc("丙")));
        yield return Grid("a row without cells", "1:甲 /  / 1:丙", Tr(Tc("甲")), "<w:tr/>", Tr(Tc("丙")));
        yield return Grid("a cell without paragraphs", "1: 2:乙", Tr("<w:tc><w:tcPr/></w:tc>", Tc("乙")));

        static TestCaseData Grid(string name, string expected, params string[] rows) => new TestCaseData(expected, rows).SetName($"Lays out {name}");
    }

    [TestCaseSource(nameof(Grids))]
    public void LaysCellsOnTheGrid(string expected, string[] rows) => Assert.That(Picture(Read(rows)), Is.EqualTo(expected));

    [Test]
    public void CountsGridColumns()
    {
        Assert.That(Read(Tr(Tc("甲"))).ColumnCount, Is.EqualTo(3), "as declared");
        Assert.That(Read(Tr(Tc("甲", Span(5)))).ColumnCount, Is.EqualTo(5), "as used");
        Assert.That(Read(Tr(Tc("甲", Span(2_000_000_000)), Tc("乙"))).ColumnCount, Is.EqualTo(16_384), "never more than a grid can have");
    }

    [Test]
    public void KnowsHeaderRows() => Assert.That(
        Read($"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Tc("序号")}</w:tr>", $"<w:tr><w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>{Tc("一")}</w:tr>").Rows.Select(r => r.IsHeader),
        Is.EqualTo(new[] { true, false }));

    [Test]
    public void AMergedCellShowsTheSameParagraphs()
    {
        var table = Read(Tr(Tc("甲", Down), Tc("乙")), Tr(Tc("", Above), Tc("丙")));
        Assert.That(table.Rows[1].Cells[0].Blocks, Is.SameAs(table.Rows[0].Cells[0].Blocks));
        Assert.That(table.Rows[1].Cells[0].Paragraphs.Single().Location, Is.EqualTo(new BlockLocation(1, 1, 1, 1)));
        Assert.That(table.Rows[1].Cells[1].Paragraphs.Single().Location, Is.EqualTo(new BlockLocation(1, 2, 2, 1)));
    }

    [Test]
    public void TextInACoveredCellIsReported()
    {
        var document = DocxBuilder.Read(Tbl(1, Tr(Tc("甲", Down)), Tr(Tc("不见", Above))));
        Assert.That(document.Texts(), Is.EqualTo(new[] { "甲" }));
        Assert.That(document.Messages(), Is.EqualTo(new[] { "EP1109 at table 1, row 2, column 1, paragraph 1: text in a cell that is covered by a merged cell was left out: \"不见\"" }));
    }

    [Test]
    public void NumbersTablesAndTheirParagraphs()
    {
        var inner = Tbl(1, Tr(Tc("内")));
        var body = P("一") + Tbl(2, Tr(Tc("二"), $"<w:tc>{P("三")}{inner}{P("四")}</w:tc>")) + P("五") + Tbl(1, Tr(Tc("六")));
        var places = DocumentLines.Paragraphs(DocxBuilder.Read(body).Blocks).Select(p => $"{p.Text}: {p.Location}");
        Assert.That(places, Is.EqualTo(new[]
        {
            "一: paragraph 1",
            "二: table 1, row 1, column 1, paragraph 1",
            "三: table 1, row 1, column 2, paragraph 1",
            "内: table 2, row 1, column 1, paragraph 1",
            "四: table 1, row 1, column 2, paragraph 2",
            "五: paragraph 2",
            "六: table 3, row 1, column 1, paragraph 1",
        }));
    }

    [Test]
    public void TwoTablesWithoutAParagraphBetweenAreOne()
    {
        var table = (Table)DocxBuilder.Read(Tbl(2, Tr(Tc("甲", Down), Tc("乙"))) + "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>" + Tbl(2, Tr(Tc("", Above), Tc("丙")))).Blocks.Single();
        Assert.That((table.Number, Picture(table)), Is.EqualTo((1, "1:甲 2:乙 / 1^1:甲 2:丙")));
    }

    [Test]
    public void TablesOfOtherColumnsStayTwo() => Assert.That(
        DocxBuilder.Read(Tbl(2, Tr(Tc("甲"), Tc("乙"))) + Tbl(3, Tr(Tc("丙")))).Blocks.Cast<Table>().Select(Picture),
        Is.EqualTo(new[] { "1:甲 2:乙", "1:丙" }));
}
