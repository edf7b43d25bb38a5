using ExtractionPipeline.Documents;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Outline;

public sealed class TableOutlineTests
{
    private static string Read(params Block[] blocks) => OutlineText.Of(OutlineText.Read(OutlineText.Document(blocks)).Outline);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    [Test]
    public void ColumnsOfOtherNamesAreReadByWhatTheHeaderSays() => Assert.That(Read(OutlineText.TableOf(1,
        ["政策机制", "主要举措", "具体做法"],
        ["一、统筹协调机制", "（一）建立工作机制", "1.福州成立领导小组。\n2.宁波建立联席会议。"],
        ["^", "（二）明确职责", "济南出台方案，明确部门分工。"],
        ["二、资金筹措机制", "（一）落实出资", "1.武汉设立专项资金。"])), Is.EqualTo(Lines("""
        # 1 一 统筹协调机制
        # 1.1 （一） 建立工作机制
        # 1.2 （二） 明确职责
        # 2 二 资金筹措机制
        # 2.1 （一） 落实出资
        1.1.1 1. 福州成立领导小组。
        1.1.2 2. 宁波建立联席会议。
        1.2.1 - 济南出台方案，明确部门分工。
        2.1.1 1. 武汉设立专项资金。
        """)));

    [TestCase("典型经验", "主要内容", TestName = "Two columns that may hold practices: the one of short names heads the other")]
    [TestCase("重点任务", "工作举措", TestName = "A column that mostly heads holds the practices where its cells are statements")]
    public void TheColumnOfStatementsHoldsTheItems(string first, string second) => Assert.That(Read(OutlineText.TableOf(1,
        ["序号", first, second],
        ["1", "燃气管道更新", "（1）海口市争取资金21亿元，三年更新改造庭院管道2400公里。\n（2）昆明市对未安装报警装置的餐饮场所一律停业整改，逐户复查销号。"],
        ["2", "排水防涝", "（1）南昌市改造积水点212处，新建雨水管渠460公里，清淤管道3800公里。"])), Is.EqualTo(Lines("""
        # 1 1 燃气管道更新
        # 2 2 排水防涝
        1.1 （1） 海口市争取资金21亿元，三年更新改造庭院管道2400公里。
        1.2 （2） 昆明市对未安装报警装置的餐饮场所一律停业整改，逐户复查销号。
        2.1 （1） 南昌市改造积水点212处，新建雨水管渠460公里，清淤管道3800公里。
        """)));

    [Test]
    public void WhereAPracticeMayBeCopiedToIsNoItem() => Assert.That(Read(OutlineText.TableOf(1,
        ["序号", "改革事项", "主要内容", "推广范围", "备注"],
        ["1", "用地清单制", "海口市形成用地清单。", "全国", ""])), Is.EqualTo(Lines("""
        # 1 1 用地清单制
        1.1 - 海口市形成用地清单。
        """)));

    [Test]
    public void AnOrdinalPerRowLabelsTheRegion() => Assert.That(Read(OutlineText.TableOf(1,
        ["序号", "地区", "做法"],
        ["1", "无锡市", "推行工程总承包，压实主体责任。"],
        ["2", "常州市", "建立专家库，开展技术帮扶。"])), Is.EqualTo(Lines("""
        # 1 1 无锡市
        # 2 2 常州市
        1.1 - 推行工程总承包，压实主体责任。
        2.1 - 建立专家库，开展技术帮扶。
        """)));

    [Test]
    public void ATableWithoutHeaderIsReadByNumberingAndShape() => Assert.That(Read(OutlineText.TableOf(1,
        ["一", "完善标准体系", "1.编制技术导则。\n2.发布图集。"],
        ["二", "培育市场主体", "1.支持龙头企业牵头组建联合体。"])), Is.EqualTo(Lines("""
        # 1 一 完善标准体系
        # 2 二 培育市场主体
        1.1 1. 编制技术导则。
        1.2 2. 发布图集。
        2.1 1. 支持龙头企业牵头组建联合体。
        """)));

    [Test]
    public void ASecondTableOfTheSameColumnsCarriesItsSectionsOn() => Assert.That(Read(
        OutlineText.TableOf(1,
            ["序号", "工作任务", "主要举措", "经验做法"],
            ["一", "强化政策引导", "（一）加强统筹", "1.南通印发行动计划。"]),
        OutlineText.TableOf(2,
            ["", "", "", "2.扬州印发实施方案。"],
            ["", "", "（二）加大投入", "1.镇江安排专项资金。"])), Is.EqualTo(Lines("""
        # 1 一 强化政策引导
        # 1.1 （一） 加强统筹
        # 1.2 （二） 加大投入
        1.1.1 1. 南通印发行动计划。
        1.1.2 2. 扬州印发实施方案。
        1.2.1 1. 镇江安排专项资金。
        """)));

    [Test]
    public void ARepeatedHeaderIsNoRow()
    {
        var (outline, diagnostics) = OutlineText.Read(OutlineText.Document(OutlineText.TableOf(1,
            ["工作任务", "经验做法"], ["加强监管", "1.建立平台。"], ["工作任务", "经验做法"], ["加强监管", "2.共享数据。"])));
        Assert.That(OutlineText.Of(outline), Is.EqualTo(Lines("""
            # 1 - 加强监管
            1.1 1. 建立平台。
            1.2 2. 共享数据。
            """)));
        Assert.That(diagnostics.Select(d => d.Message), Is.EqualTo(new[]
        {
            "read as the names of the columns: 工作任务 | 经验做法",
            "read as the names of the columns: 工作任务 | 经验做法",
            "says again the heading that holds already: 加强监管",
        }));
    }

    [Test]
    public void ATitleInSeveralParagraphsIsOneTitle() => Assert.That(Read(OutlineText.TableOf(1,
        ["工作\n任务", "经验做法"], ["（一）推进\n数字化\n转型", "绍兴开展试点。"])), Does.StartWith("# 1 （一） 推进数字化转型"));

    [Test]
    public void StatementsThatWereRunTogetherAreParted() => Assert.That(Read(OutlineText.TableOf(1,
        ["主要举措", "经验做法"],
        ["资金支持", "3.宜昌统筹资金。（1）市级安排1亿元。（2）县级配套2亿元。4.襄阳设立基金。"])), Is.EqualTo(Lines("""
        # 1 - 资金支持
        1.1 3. 宜昌统筹资金。
        1.2 （1） 市级安排1亿元。
        1.3 （2） 县级配套2亿元。
        1.4 4. 襄阳设立基金。
        """)));

    [Test]
    public void PointsOfOneSentenceStayTogether() => Assert.That(Read(OutlineText.TableOf(1,
        ["主要举措", "经验做法"], ["信用", "1.黄石将企业分为三类：（1）守信；（2）一般；（3）失信。"])), Does.EndWith("1.1 1. 黄石将企业分为三类：（1）守信；（2）一般；（3）失信。"));

    [Test]
    public void AnUnlabelledParagraphAfterLabelledOnesIsReported()
    {
        var (outline, diagnostics) = OutlineText.Read(OutlineText.Document(OutlineText.TableOf(1, ["主要举措", "经验做法"], ["审批", "1.荆州压缩时限。\n同时推行告知承诺。"])));
        Assert.That(OutlineText.Of(outline), Is.EqualTo("# 1 - 审批\n1.1 1. 荆州压缩时限。\n1.2 - 同时推行告知承诺。"));
        Assert.That(diagnostics.Select(d => d.Message), Does.Contain("this paragraph has no label and follows \"1.\"; it was read as an item of its own"));
    }

    [Test]
    public void ATableOfValuesIsReadCellByCell() => Assert.That(Read(OutlineText.TableOf(1,
        ["项目", "补贴标准"], ["水泵", "300元/台"], ["烘干机", "5万元/台"])), Is.EqualTo("1 - 水泵\n2 - 300元/台\n3 - 烘干机\n4 - 5万元/台"));

    [Test]
    public void AColumnOfSumsHeadsNothing() => Assert.That(Read(OutlineText.TableOf(1,
        ["类别", "层次", "购房补贴", "租房补贴"], ["甲类", "领军人才", "最高500万元", "免租入住，期满可续租"], ["乙类", "博士", "30万元", "1500元/月"])), Is.EqualTo(Lines("""
        # 1 - 甲类
        # 1.1 - 领军人才
        # 2 - 乙类
        # 2.1 - 博士
        1.1.1 - 最高500万元
        1.1.2 - 免租入住，期满可续租
        2.1.1 - 30万元
        2.1.2 - 1500元/月
        """)));

    [Test]
    public void SumsBesideStatementsAreItemsUnderTheHeading() => Assert.That(Read(OutlineText.TableOf(1,
        ["主要举措", "补贴标准", "经验做法"], ["加装电梯", "每部补贴15万元", "黄石建立联合审查机制，由街道牵头受理居民申请。"])), Is.EqualTo(Lines("""
        # 1 - 加装电梯
        1.1 - 每部补贴15万元
        1.2 - 黄石建立联合审查机制，由街道牵头受理居民申请。
        """)));

    [Test]
    public void ResponsibleUnitsInAColumnAreSetApart()
    {
        var (outline, diagnostics) = OutlineText.Read(OutlineText.Document(OutlineText.TableOf(1, ["重点任务", "具体措施", "责任单位"], ["土地", "优先保障用地。", "市规划局"])));
        Assert.That(OutlineText.Of(outline), Is.EqualTo("# 1 - 土地\n1.1 - 优先保障用地。"));
        Assert.That(diagnostics.Select(d => d.Message), Does.Contain("who is in charge or by when, not an item: 市规划局"));
    }

    [Test]
    public void ARowAcrossAllColumnsIsAHeading() => Assert.That(Read(OutlineText.TableOf(1,
        ["主要举措", "经验做法"], ["一、完善机制"], ["统筹", "十堰成立专班。"], ["二、加强保障"], ["资金", "孝感设立专户。"])), Is.EqualTo(Lines("""
        # 1 一 完善机制
        # 1.1 - 统筹
        # 2 二 加强保障
        # 2.1 - 资金
        1.1.1 - 十堰成立专班。
        2.1.1 - 孝感设立专户。
        """)));
}
