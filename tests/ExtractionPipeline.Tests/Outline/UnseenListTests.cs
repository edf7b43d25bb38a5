using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Outline;

/// <summary>Lists of the same family as the sample, built as their editors build them: what becomes of them from the blocks to the regions of each item.</summary>
public sealed class UnseenListTests
{
    private static readonly PolicyPipeline s_pipeline = new(OutlineText.Rules);

    /// <summary>Sections as "# id label title", items as "id label regions text".</summary>
    private static string Read(params Block[] blocks)
    {
        var result = s_pipeline.Extract(OutlineText.Document(blocks));
        return string.Join('\n', [
            .. result.Sections.Select(s => $"# {s.Id} {s.Label ?? "-"} {s.Title}"),
            .. result.Items.Select(i => $"{i.Item.Id} {i.Item.Label ?? "-"} {Regions(i)} {i.Item.Text.Replace("\n", "⏎", StringComparison.Ordinal)}")]);
    }

    private static string Regions(ExtractedItem item) => item.Regions.Count == 0 ? "-" : string.Join('+', item.Regions);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    [Test]
    public void ANoticeBeforeItsListGivesTheFactsAndTheListIsItsAttachment()
    {
        var result = s_pipeline.Extract(OutlineText.Document(
            OutlineText.Body(1, "住房城乡建设部办公厅关于印发发展绿色建造可复制经验做法清单（第四批）的通知", centred: true),
            OutlineText.Body(2, "建办市函〔2024〕15号", centred: true),
            OutlineText.Body(3, "现将有关经验做法印发给你们，请结合实际借鉴。"),
            OutlineText.Body(4, "住房城乡建设部办公厅"),
            OutlineText.Body(5, "2024年3月6日"),
            OutlineText.Body(6, "（此件主动公开）"),
            OutlineText.Body(7, "附件"),
            OutlineText.Body(8, "发展绿色建造可复制经验做法清单", centred: true),
            OutlineText.Body(9, "（第四批）", centred: true),
            OutlineText.TableOf(1, ["序号", "工作任务", "经验做法"], ["一", "完善标准", "1.三明市编制技术导则。"])));

        Assert.That(result.Facts, Is.EqualTo(new ExtractionPipeline.Outline.DocumentFacts(
            "住房城乡建设部办公厅关于印发发展绿色建造可复制经验做法清单（第四批）的通知", "发展绿色建造可复制经验做法清单", 4, "住房城乡建设部办公厅", "建办市函〔2024〕15号", new DateOnly(2024, 3, 6))));
        Assert.That(result.Sections.Select(s => $"{s.Id} {s.Label} {s.Title}"), Is.EqualTo(new[] { "1 附件 发展绿色建造可复制经验做法清单（第四批）", "1.1 一 完善标准" }));
        Assert.That(result.Items.Select(i => $"{i.Item.Id} {Regions(i)} {i.Item.Text}"), Is.EqualTo(new[] { "1 - 现将有关经验做法印发给你们，请结合实际借鉴。", "1.1.1 350400 三明市编制技术导则。" }));
    }

    [TestCase("某省财政厅关于公布首台套产品目录（第二批）的公告", "首台套产品目录")]
    [TestCase("关于印发《绿色建材产品目录（第三批）》的通知", "绿色建材产品目录")]
    [TestCase("绿色建材产品目录（第三批）", "绿色建材产品目录")]
    [TestCase("关于做好第三批试点申报工作的通知", "关于做好试点申报工作的通知")]
    public void ASeriesIsTheListWithoutItsBatchAndWithoutTheNoticeAroundIt(string title, string series) =>
        Assert.That(OutlineText.Read(OutlineText.Document(OutlineText.Body(1, title, centred: true), OutlineText.Body(2, "各单位应当遵照执行。"))).Outline.Facts.Series, Is.EqualTo(series));

    [Test]
    public void AnImprintInBracketsIsNoPartOfTheTitle()
    {
        var facts = OutlineText.Read(OutlineText.Document(
            OutlineText.Body(1, "工程审批改革经验清单", centred: true), OutlineText.Body(2, "（住房和城乡建设部 2022年3月18日）", centred: true), OutlineText.Body(3, "请认真组织学习。"))).Outline.Facts;
        Assert.That((facts.Title, facts.Issuer, facts.Date), Is.EqualTo(("工程审批改革经验清单", "住房和城乡建设部", new DateOnly(2022, 3, 18))));
    }

    [Test]
    public void AColumnOfRegionsGivesItsRowsTheirRegionWhateverItsPlace()
    {
        const string expected = """
            # 1 一 保护利用
            # 1.1 - 黄山
            # 1.2 - 福州、泉州
            1.1.1 - 341000 推行传统民居认领。
            1.1.2 - 341000 每年安排1亿元用于修缮。
            1.2.1 - 350100+350500 允许历史建筑用于民宿。
            """;
        Assert.That(Read(OutlineText.TableOf(1,
            ["主题", "城市", "主要做法"],
            ["一、保护利用", "黄山", "推行传统民居认领。\n每年安排1亿元用于修缮。"],
            ["^", "福州、泉州", "允许历史建筑用于民宿。"])), Is.EqualTo(Lines(expected)));
        Assert.That(Read(OutlineText.TableOf(1,
            ["主题", "主要做法", "城市"],
            ["一、保护利用", "推行传统民居认领。\n每年安排1亿元用于修缮。", "黄山"],
            ["^", "允许历史建筑用于民宿。", "福州、泉州"])), Is.EqualTo(Lines(expected)));
    }

    [Test]
    public void PointsAndUnlabelledParagraphsBelongToTheStatementAbove() => Assert.That(Read(OutlineText.TableOf(1,
        ["主要举措", "经验做法"],
        ["审批", "1.洛阳推行分类审批。\n（1）实行告知承诺。\n①小型项目；\n（2）压缩时限。\n2.开封推行联合验收。\n同时建立帮办机制。"])), Is.EqualTo(Lines("""
        # 1 - 审批
        1.1 1. 410300 洛阳推行分类审批。
        1.2 （1） 410300 实行告知承诺。
        1.3 ① 410300 小型项目；
        1.4 （2） 410300 压缩时限。
        1.5 2. 410200 开封推行联合验收。
        1.6 - 410200 同时建立帮办机制。
        """)));

    [Test]
    public void ALineThatOnlyNamesAPlaceHeadsTheLinesBelowIt() => Assert.That(Read(OutlineText.TableOf(1,
        ["主要举措", "经验做法"],
        ["供地", "襄阳市\n1.按需供地。\n2.专户管理资金5亿元。\n荆州\n1.盘活存量土地。"])), Is.EqualTo(Lines("""
        # 1 - 供地
        1.1 - 420600 襄阳市
        1.2 1. 420600 按需供地。
        1.3 2. 420600 专户管理资金5亿元。
        1.4 - 421000 荆州
        1.5 1. 421000 盘活存量土地。
        """)));

    [Test]
    public void PlacesInABracketAtTheEndSignTheItem() => Assert.That(Read(OutlineText.TableOf(1,
        ["主要举措", "经验做法"],
        ["机制", "成立领导小组，安排5000万元专项资金。（咸阳市）\n增设特色指标20项。（南通、徐州）"])), Is.EqualTo(Lines("""
        # 1 - 机制
        1.1 - 610400 成立领导小组，安排5000万元专项资金。（咸阳市）
        1.2 - 320600+320300 增设特色指标20项。（南通、徐州）
        """)));

    [Test]
    public void ARowThatOnlyGoesOnWithABrokenSentenceIsNoItem() => Assert.That(Read(
        OutlineText.TableOf(1, ["工作任务", "主要举措", "经验做法"], ["资金", "投入", "1.宁波统筹资金2亿元，对纳入计划的项目给予每平方米"]),
        OutlineText.TableOf(2, ["", "", "300元补助。"], ["", "", "2.泉州建立基金。"])), Is.EqualTo(Lines("""
        # 1 - 资金
        # 1.1 - 投入
        1.1.1 1. 330200 宁波统筹资金2亿元，对纳入计划的项目给予每平方米⏎300元补助。
        1.1.2 2. 350500 泉州建立基金。
        """)));

    [Test]
    public void ANoteBelowTheRowsIsAboutTheWholeTable() => Assert.That(Read(OutlineText.TableOf(1,
        ["地区", "经验做法"], ["鹰潭", "设立专项资金。"], ["注：各地可结合实际参照执行。"])), Is.EqualTo(Lines("""
        # 1 - 鹰潭
        1.1 - 360600 设立专项资金。
        1 - - 注：各地可结合实际参照执行。
        """)));

    [Test]
    public void UnitsAndTermsInColumnsAreNoItems() => Assert.That(Read(OutlineText.TableOf(1,
        ["工作任务", "序号", "具体措施", "牵头单位", "完成时限"], ["完善政策", "1", "出台技术导则。", "市住建局", "2024年6月"])), Is.EqualTo(Lines("""
        # 1 - 完善政策
        1.1 1 - 出台技术导则。
        """)));

    [Test]
    public void ATitleThatNamesAPlaceIsAnItemOfAnExcerptAsWell()
    {
        var (outline, _) = OutlineText.Read("荆门市支持企业发展若干措施\n荆政发〔2023〕8号\n一、给予每家企业10万元奖励。");
        Assert.That(outline.Facts.Title, Is.EqualTo("荆门市支持企业发展若干措施"));
        Assert.That(OutlineText.Of(outline), Is.EqualTo("1 - 荆门市支持企业发展若干措施\n2 一、 给予每家企业10万元奖励。"));
    }

    [TestCase("（一）设立10亿元引导基金\n支持企业上市。", "1 （一） 设立10亿元引导基金\n2 - 支持企业上市。")]
    [TestCase("（一）贴息比例提高到50%\n按季拨付。", "1 （一） 贴息比例提高到50%\n2 - 按季拨付。")]
    [TestCase("（一）设立引导基金\n支持企业上市。", "# 1 （一） 设立引导基金\n1.1 - 支持企业上市。")]
    public void ALineWithAnAmountIsNoHeading(string text, string expected) => Assert.That(OutlineText.Of(OutlineText.Read(text).Outline), Is.EqualTo(expected));
}
