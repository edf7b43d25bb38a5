using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;
using ExtractionPipeline.Word;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Word;

/// <summary>The sample, as a person reads it in the file's own XML.</summary>
public sealed class SampleDocumentTests
{
    private static readonly PolicyDocument s_sample = ReadSample();

    private static Table TheTable => s_sample.Blocks.OfType<Table>().Single();

    private static PolicyDocument ReadSample()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ExtractionPipeline.sln"))) folder = folder.Parent;
        var path = Path.Combine(folder!.FullName, "samples", "intelligent-construction-batch2.docx");
        return new WordDocumentReader(WordReadingOptions.Default).Read(File.ReadAllBytes(path), Path.GetFileName(path));
    }

    [Test]
    public void NamesItsSource() => Assert.That(s_sample.Source, Is.EqualTo(new DocumentSource(
        "intelligent-construction-batch2.docx", "docx", "49b3daf74e6be49348cadc93e592a759d1002cf127b53f1ac54db73a1026f00a")));

    [Test]
    public void IsATitleOneTableAndAnEmptyParagraph()
    {
        Assert.That(s_sample.Blocks, Has.Count.EqualTo(3));
        var title = (Paragraph)s_sample.Blocks[0];
        Assert.That(title.Text, Is.EqualTo("发展智能建造可复制经验做法清单（第二批）"));
        Assert.That((title.Location, title.HeadingLevel, title.Centred), Is.EqualTo((BlockLocation.InBody(1), (int?)2, true)));
        Assert.That((TheTable.Number, TheTable.ColumnCount, TheTable.Rows.Count), Is.EqualTo((1, 4, 15)));
        var last = (Paragraph)s_sample.Blocks[2];
        Assert.That((last.Text, last.Location), Is.EqualTo(("", BlockLocation.InBody(2))));
        Assert.That((s_sample.Asides.Count, s_sample.Diagnostics.Count), Is.EqualTo((0, 0)));
    }

    /// <summary>Row, the row where its first two cells begin, the number, the task, the initiative, and how many practices it has.</summary>
    [TestCase(2, 2, "一", "加大政策支持力度", "（一）融入经济社会发展大局", 4)]
    [TestCase(3, 2, "一", "加大政策支持力度", "（二）给予资金奖补支持", 4)]
    [TestCase(4, 2, "一", "加大政策支持力度", "（三）给予用地供应政策支持", 3)]
    [TestCase(5, 2, "一", "加大政策支持力度", "（四）给予评优评奖支持", 3)]
    [TestCase(6, 2, "一", "加大政策支持力度", "（五）给予招标投标支持", 2)]
    [TestCase(7, 7, "二", "推动建设试点示范工程", "（一）积极开展试点示范", 4)]
    [TestCase(8, 7, "二", "推动建设试点示范工程", "（二）拓展城市更新应用场景", 5)]
    [TestCase(9, 7, "二", "推动建设试点示范工程", "（三）明确专项成本列支依据", 3)]
    [TestCase(10, 10, "三", "创新工程建设监管机制", "（一）搭建工程建设智慧监管平台", 4)]
    [TestCase(11, 10, "三", "创新工程建设监管机制", "（二）创新工程质量安全数字化监管方式", 6)]
    [TestCase(12, 10, "三", "创新工程建设监管机制", "（三）探索BIM报建审批和施工图审查", 2)]
    [TestCase(13, 13, "四", "强化组织领导和宣传交流", "（一）建立工作机制", 3)]
    [TestCase(14, 13, "四", "强化组织领导和宣传交流", "（二）加强工作督导", 3)]
    [TestCase(15, 13, "四", "强化组织领导和宣传交流", "（三）开展宣传交流", 3)]
    public void CarriesMergedCellsDown(int row, int origin, string number, string task, string initiative, int practices)
    {
        var cells = TheTable.Rows[row - 1].Cells;
        Assert.That(cells.Select(c => (c.Column, c.ColumnSpan, c.OriginRow)), Is.EqualTo(new[] { (1, 1, origin), (2, 1, origin), (3, 1, row), (4, 1, row) }));
        Assert.That(cells.Take(3).Select(c => c.Text), Is.EqualTo(new[] { number, task, initiative }));
        Assert.That(cells[3].Paragraphs.Count(), Is.EqualTo(practices));
    }

    [Test]
    public void HasAHeaderOfTwoParagraphsInItsThirdCell()
    {
        Assert.That(TheTable.Rows[0].Cells.Select(c => c.Text), Is.EqualTo(new[] { "序号", "工作任务", "主要\n举措", "经验做法" }));
        Assert.That(TheTable.Rows[0].Cells[2].Paragraphs.Select(p => p.Location), Is.EqualTo(new[] { new BlockLocation(1, 1, 3, 1), new BlockLocation(1, 1, 3, 2) }));
    }

    /// <summary>In the file this sentence is cut into the runs "3." and the rest.</summary>
    [Test]
    public void EndsWithThePracticesOfTheLastRow()
    {
        var last = TheTable.Rows[^1].Cells[^1].Paragraphs.Last();
        Assert.That(last.Text, Is.EqualTo("3.保定、苏州、青岛、武汉、长沙、乌鲁木齐定期印发工作简报或专刊，宣传交流试点成果和经验做法，凝聚发展共识。"));
        Assert.That(last.Location, Is.EqualTo(new BlockLocation(1, 15, 4, 3)));
        Assert.That(TheTable.Rows[^1].Cells[0].Paragraphs.Single().Location, Is.EqualTo(new BlockLocation(1, 13, 1, 1)));
    }
}
