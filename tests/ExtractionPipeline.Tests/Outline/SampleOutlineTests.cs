using ExtractionPipeline.Documents;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Values;
using ExtractionPipeline.Word;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Outline;

/// <summary>The sample as a person reads it: sections, items, labels and places.</summary>
public sealed class SampleOutlineTests
{
    private static readonly PolicyDocument s_document = ReadSample();
    private static readonly (DocumentOutline Outline, IReadOnlyList<Diagnostics.Diagnostic> Diagnostics) s_sample = OutlineText.Read(s_document);

    private static PolicyDocument ReadSample()
    {
        var path = Checkout.PathOf("samples", "intelligent-construction-batch2.docx");
        return new WordDocumentReader(WordReadingOptions.Default).Read(File.ReadAllBytes(path), Path.GetFileName(path));
    }

    [Test]
    public void ReadsTheFacts() => Assert.That(s_sample.Outline.Facts, Is.EqualTo(new DocumentFacts(
        "发展智能建造可复制经验做法清单（第二批）", "发展智能建造可复制经验做法清单", 2, null, null, null)));

    [Test]
    public void ReadsTheSections() => Assert.That(string.Join('\n', s_sample.Outline.Sections.Select(s => $"{s.Id} {s.Level} {s.Label} {s.Title} {s.Column}")), Is.EqualTo("""
        1 1 一 加大政策支持力度 工作任务
        1.1 2 （一） 融入经济社会发展大局 主要举措
        1.2 2 （二） 给予资金奖补支持 主要举措
        1.3 2 （三） 给予用地供应政策支持 主要举措
        1.4 2 （四） 给予评优评奖支持 主要举措
        1.5 2 （五） 给予招标投标支持 主要举措
        2 1 二 推动建设试点示范工程 工作任务
        2.1 2 （一） 积极开展试点示范 主要举措
        2.2 2 （二） 拓展城市更新应用场景 主要举措
        2.3 2 （三） 明确专项成本列支依据 主要举措
        3 1 三 创新工程建设监管机制 工作任务
        3.1 2 （一） 搭建工程建设智慧监管平台 主要举措
        3.2 2 （二） 创新工程质量安全数字化监管方式 主要举措
        3.3 2 （三） 探索BIM报建审批和施工图审查 主要举措
        4 1 四 强化组织领导和宣传交流 工作任务
        4.1 2 （一） 建立工作机制 主要举措
        4.2 2 （二） 加强工作督导 主要举措
        4.3 2 （三） 开展宣传交流 主要举措
        """.ReplaceLineEndings("\n")));

    [Test]
    public void GivesEachSectionItsItems() => Assert.That(
        string.Join(' ', s_sample.Outline.Items.GroupBy(i => i.Section, StringComparer.Ordinal).Select(g => $"{g.Key}:{g.Count()}")),
        Is.EqualTo("1.1:4 1.2:4 1.3:3 1.4:3 1.5:2 2.1:4 2.2:5 2.3:3 3.1:4 3.2:6 3.3:2 4.1:3 4.2:3 4.3:3"));

    [Test]
    public void KeepsLabelTextAndPlaceOfAnItem() => Assert.That(s_sample.Outline.Items.Single(i => string.Equals(i.Id, "1.2.3", StringComparison.Ordinal)), Is.EqualTo(new OutlineItem(
        "1.2.3",
        "1.2",
        "3.",
        "合肥出台政策，对智能建造领域相关软件研发、智能化设备采购、信息技术服务等方面投资额达到100万元（含）以上的建筑业企业，按投资额的20%给予资金补贴，最高200万元。",
        new BlockLocation(1, 3, 4, 3))));

    [Test]
    public void LabelsCountWithinEachSection() => Assert.That(s_sample.Outline.Items.All(i => string.Equals(i.Label, i.Id.Split('.')[^1] + ".", StringComparison.Ordinal)));

    [Test]
    public void SaysWhatItReadAsHeader() => Assert.That(s_sample.Diagnostics.Select(d => $"{d.Kind.Code} {d.Place.Location}: {d.Message}"), Is.EqualTo(new[]
    {
        "EP2005 table 1, row 1, column 1, paragraph 1: read as the names of the columns: 序号 | 工作任务 | 主要举措 | 经验做法",
    }));

    [Test]
    public void LosesNothing() => Assert.That(OutlineText.Unaccounted(s_document, s_sample.Outline, s_sample.Diagnostics), Is.Empty);

    /// <summary>The same table as converters dump it: a tab opens a cell, an empty line ends a row, merged cells are empty.</summary>
    [Test]
    public void TheTextDumpOfTheTableGivesTheSameOutline()
    {
        var dump = new System.Text.StringBuilder();
        foreach (var block in s_document.Blocks)
        {
            if (block is Paragraph paragraph) dump.AppendLine(paragraph.Text).AppendLine();
            if (block is not Table table) continue;
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells) dump.Append('\t').Append(cell.Column == 4 ? "[bookmark: _GoBack]" : "").AppendLine(cell.OriginRow == row.Number ? cell.Text.Replace("\n", Environment.NewLine, StringComparison.Ordinal) : "");
                dump.AppendLine();
            }
        }

        var (outline, _) = OutlineText.Read(dump.ToString());
        Assert.That(outline.Sections, Is.EqualTo(s_sample.Outline.Sections));
        Assert.That(outline.Items, Is.EqualTo(s_sample.Outline.Items));
        Assert.That(outline.Facts, Is.EqualTo(s_sample.Outline.Facts));
    }
}
