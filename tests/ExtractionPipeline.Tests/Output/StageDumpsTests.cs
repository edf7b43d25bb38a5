using ExtractionPipeline.Documents;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

public sealed class StageDumpsTests
{
    private const string Text = "合肥给予最高50万元奖励。";

    private static readonly DocumentSource Source = new("a.txt", "txt", new string('0', 64));

    [Test]
    public void DumpsTheDocument()
    {
        var inCell = new Paragraph { Text = "第一行\n第二行", Location = new BlockLocation(1, 1, 1, 1), Label = "1." };
        var cell = new TableCell(1, 2, 1, [inCell]);
        var table = new Table { Number = 1, ColumnCount = 2, Rows = [new TableRow(1, true, [cell]), new TableRow(2, false, [cell])] };
        var title = new Paragraph { Text = "通知", Location = BlockLocation.InBody(1), HeadingLevel = 1, Centred = true };
        Assert.That(StageDumps.Document(new PolicyDocument(Source, [title, table], [], [])), Is.EqualTo("""
            paragraph 1 heading 1 centred: 通知
            table 1, 2 columns
              row 1 header
                column 1..2
                  table 1, row 1, column 1, paragraph 1 [1.]: 第一行\n第二行
              row 2
                column 1..2 as in row 1

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void DumpsOutlineWordsMentionsAndMeasures()
    {
        var result = Result();
        Assert.That(StageDumps.Outline(result), Does.EndWith("section 1 level 1 [一] 支持政策 <->\nitem 1.1 in 1 [-] at paragraph 2: 合肥给予最高50万元奖励。\n"));
        Assert.That(StageDumps.Words(result, text => [text[..2], text[2..]]), Is.EqualTo("item 1.1: 合肥 / 给予最高50万元奖励。\n"));
        Assert.That(StageDumps.Mentions(result), Is.EqualTo("""
            item 1.1
              money 4..10 "最高50万元" = at-most 500000 CNY cap by money.figure with bound.most 4..6 "最高"
              not region 0..2 "合肥" by region.test: a test
            figures 2, explained 1
              unexplained in 1.1 6..8 "50"

            """.ReplaceLineEndings("\n")));
        Assert.That(StageDumps.Measures(result), Is.EqualTo("""
            item 1.1 regions [340100]
              category fiscal 10..12 "奖励" by fiscal.words
              measure 0..13 "合肥给予最高50万元奖励。"
                regions [340100] subject; categories [fiscal]
                amounts 4..10 "最高50万元"
                for what 10..12 "奖励"

            """.ReplaceLineEndings("\n")));
    }

    private static ExtractionResult Result()
    {
        var hefei = DivisionCode.Parse("340100");
        var money = new MoneyMention(
            new SourceSpan(4, 10), new SourceSpan(6, 10), new MoneyAmount("CNY", Interval.AtMost(500_000, true), [], false), MoneyRole.Cap, new RuleId("money.figure"),
            [new Evidence(new RuleId("bound.most"), new SourceSpan(4, 6))]);
        var measure = new Measure(new SourceSpan(0, 13), [hefei], AttributionReason.Subject, ["fiscal"], [money], null, new SourceSpan(10, 12), null, []);
        var item = new ExtractedItem(
            new OutlineItem("1.1", "1", null, Text, BlockLocation.InBody(2)), "", [hefei], [new CategoryFinding("fiscal", new RuleId("fiscal.words"), new SourceSpan(10, 12), [])],
            [money], [measure], [new SuppressedCandidate(MentionKind.Region, new SourceSpan(0, 2), new RuleId("region.test"), "a test")]);
        var ledger = new Ledger(2, 1, [new UnexplainedFigure("1.1", new SourceSpan(6, 8), "50")]);
        return new ExtractionResult(
            Source, "", new DocumentFacts("通知", "通知", null, null, null, null), null, [new Section("1", 1, "一", "支持政策", null)], [item], ledger, []);
    }
}
