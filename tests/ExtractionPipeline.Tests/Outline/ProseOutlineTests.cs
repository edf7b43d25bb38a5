using NUnit.Framework;

namespace ExtractionPipeline.Tests.Outline;

public sealed class ProseOutlineTests
{
    private static string Read(string text) => OutlineText.Of(OutlineText.Read(text.ReplaceLineEndings("\n")).Outline);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    [Test]
    public void ChaptersArticlesAndPoints() => Assert.That(Read("""
        　　第一章　总　　则
        　　第一条　为规范资金管理，制定本办法。
        　　第二条　专项资金用于下列事项：
        　　（一）技术改造；
        　　（二）市场开拓。
        　　第二章　附　　则
        　　第三条　本办法自印发之日起施行。
        """), Is.EqualTo(Lines("""
        # 1 第一章 总则
        # 2 第二章 附则
        1.1 第一条 为规范资金管理，制定本办法。
        1.2 第二条 专项资金用于下列事项：
        1.3 （一） 技术改造；
        1.4 （二） 市场开拓。
        2.1 第三条 本办法自印发之日起施行。
        """)));

    [Test]
    public void KindsNestInTheOrderInWhichTheyAppear() => Assert.That(Read("""
        1.总体要求
        （一）指导思想
        坚持因地制宜。
        （二）基本原则
        坚持政府引导。
        2.重点任务
        （一）扩大试点
        新增三个县。
        """), Is.EqualTo(Lines("""
        # 1 1 总体要求
        # 1.1 （一） 指导思想
        # 1.2 （二） 基本原则
        # 2 2 重点任务
        # 2.1 （一） 扩大试点
        1.1.1 - 坚持因地制宜。
        1.2.1 - 坚持政府引导。
        2.1.1 - 新增三个县。
        """)));

    [Test]
    public void AnExcerptThatBeginsWithinAListFindsItsLevels() => Assert.That(Read("""
        （三）对新认定的工程研究中心，给予50万元奖励。
        三、优化服务
        （一）简化流程
        推行一窗受理。
        """), Is.EqualTo(Lines("""
        # 1 三 优化服务
        # 1.1 （一） 简化流程
        1 （三） 对新认定的工程研究中心，给予50万元奖励。
        1.1.1 - 推行一窗受理。
        """)));

    [Test]
    public void ArticlesRunThroughBelowNumberedHeadings() => Assert.That(Read("""
        二、加大财政支持
        第四条 设立专项资金。每年安排2000万元。
        三、附则
        第五条 本意见由市财政局负责解释，自发布之日起施行。
        """), Is.EqualTo(Lines("""
        # 1 二 加大财政支持
        # 2 三 附则
        1.1 第四条 设立专项资金。每年安排2000万元。
        2.1 第五条 本意见由市财政局负责解释，自发布之日起施行。
        """)));

    [Test]
    public void ShortStatementsInARowAreItems() => Assert.That(Read("""
        （一）申请材料。
        1.营业执照
        2.审计报告
        3.承诺书
        以上材料一式两份。
        """), Is.EqualTo(Lines("""
        # 1 （一） 申请材料。
        1.1 1. 营业执照
        1.2 2. 审计报告
        1.3 3. 承诺书
        1.4 - 以上材料一式两份。
        """)));

    [Test]
    public void AnExcerptOfThreeLinesNeedsNoTitle() => Assert.That(Read("对小微企业给予补助。\n每家不超过3万元。\n连续补助两年。"), Is.EqualTo("1 - 对小微企业给予补助。\n2 - 每家不超过3万元。\n3 - 连续补助两年。"));

    [Test]
    public void WrappedLinesAreOneParagraphAndAPageNumberIsNoLine() => Assert.That(Read("""
        5．支持企业开展设备更新和技术改造，对实际投资超过五百万元
        的项目，按照设备购置额的百分之十给予补助，单个企业每年不超

        17

        过三百万元。
        6．鼓励企业上云用云。
        """), Is.EqualTo("1 5． 支持企业开展设备更新和技术改造，对实际投资超过五百万元⏎的项目，按照设备购置额的百分之十给予补助，单个企业每年不超⏎过三百万元。\n2 6． 鼓励企业上云用云。"));

    [Test]
    public void ARunningTitleInsideASentenceIsSetApart()
    {
        var (outline, diagnostics) = OutlineText.Read("3.支持农产品加工。对新建冷库的合作社，按照库容给予补助，其中库容五百吨以上的，每座补\n乡村产业发展扶持办法\n助五万元。");
        Assert.That(OutlineText.Of(outline), Is.EqualTo("1 3. 支持农产品加工。对新建冷库的合作社，按照库容给予补助，其中库容五百吨以上的，每座补⏎助五万元。"));
        Assert.That(diagnostics.Select(d => d.Message), Does.Contain("a running title, not an item: 乡村产业发展扶持办法"));
    }

    [TestCase("对新建冷库的合作社按照库容给予补助，全市每年安排资金不少\n于 5\n亿元，用于冷链建设。")]
    [TestCase("对新建冷库的合作社按照库容给予补助，补助比例最高不超过\n投资额的 30\n％，用于冷链建设。")]
    public void ALineThatHoldsANumberOfTheSentenceIsNoRunningTitle(string text) => Assert.That(Read(text), Is.EqualTo("1 - " + text.Replace('\n', '⏎')));

    [Test]
    public void ParagraphsWhoseLineBreaksWereLostArePartedAtTheirIndent() => Assert.That(Read("现通知如下：　　一、补助标准　　（一）每户每年800元。　　（二）每亩120元。"), Is.EqualTo(Lines("""
        # 1 一 补助标准
        1 - 现通知如下：
        1.1 （一） 每户每年800元。
        1.2 （二） 每亩120元。
        """)));

    [Test]
    public void ContentsAreSetApart()
    {
        var (outline, diagnostics) = OutlineText.Read("目　录\n一、总体要求……1\n二、保障措施……5\n一、总体要求\n坚持系统观念。\n二、保障措施\n加强组织领导。");
        Assert.That(OutlineText.Of(outline), Is.EqualTo("# 1 一 总体要求\n# 2 二 保障措施\n1.1 - 坚持系统观念。\n2.1 - 加强组织领导。"));
        Assert.That(diagnostics.Select(d => d.Message), Is.EqualTo(new[]
        {
            "part of the table of contents, not an item: 目　录",
            "part of the table of contents, not an item: 一、总体要求……1",
            "part of the table of contents, not an item: 二、保障措施……5",
        }));
    }

    [Test]
    public void AListOfUnitsGoesWithTheItemBeforeIt() => Assert.That(Read("1.建设公共服务平台。\n（责任单位：市工业和信息化局）\n2.举办对接活动。"), Is.EqualTo("1 1. 建设公共服务平台。⏎（责任单位：市工业和信息化局）\n2 2. 举办对接活动。"));

    [Test]
    public void AutomaticNumbersAreLabels() => Assert.That(OutlineText.Of(OutlineText.Read(OutlineText.Document(
        OutlineText.Body(1, "总则", "第一章"),
        OutlineText.Body(2, "为支持企业发展，制定本措施。", "第一条"),
        OutlineText.Body(3, "罚则", "第二章"),
        OutlineText.Body(4, "弄虚作假的，追回资金。", "第二条"))).Outline), Is.EqualTo("# 1 第一章 总则\n# 2 第二章 罚则\n1.1 第一条 为支持企业发展，制定本措施。\n2.1 第二条 弄虚作假的，追回资金。"));

    [Test]
    public void AnAttachmentIsASectionAndTheListOfAttachmentsIsNone()
    {
        var (outline, diagnostics) = OutlineText.Read("请认真组织实施。\n附件：1.奖补标准\n2.申报流程说明\n附件1\n奖补项目清单\n一、技术改造\n每家给予20万元。");
        Assert.That(OutlineText.Of(outline), Is.EqualTo("# 1 附件1 奖补项目清单\n# 1.1 一 技术改造\n1 - 请认真组织实施。\n1.1.1 - 每家给予20万元。"));
        Assert.That(diagnostics.Select(d => d.Message), Is.EqualTo(new[] { "names an attachment, not an item: 附件：1.奖补标准", "names an attachment, not an item: 2.申报流程说明" }));
    }

    [Test]
    public void HeadingStylesMakeSections() => Assert.That(OutlineText.Of(OutlineText.Read("# 支持措施\n\n## 财政\n\n给予补助。\n\n## 金融\n\n给予贴息。\n", "md").Outline), Is.EqualTo("# 1 - 财政\n# 2 - 金融\n1.1 - 给予补助。\n2.1 - 给予贴息。"));
}
