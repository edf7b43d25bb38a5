using NUnit.Framework;

namespace ExtractionPipeline.Tests.Measures;

/// <summary>Who does or gives what: regions, how they were found, and the amounts of each measure.</summary>
public sealed class MeasureLinkerTests
{
    // The clause names its places.
    [TestCase("宜昌设立专项资金5000万元。", "宜昌市 subject 5000万元")]
    [TestCase("保定、沧州和衡水市给予每家企业20万元奖励。", "保定市+沧州市+衡水市 subject 20万元")]
    [TestCase("浙江省绍兴市柯桥区对新认定的企业奖励10万元。", "柯桥区 subject 10万元")]
    [TestCase("荆门市：对危房改造每户补助2万元。", "荆门市 subject 2万元")]
    [TestCase("【泰州市】对加装电梯每部补贴8万元。", "泰州市 subject 8万元")]
    [TestCase("自2024年起，遵义市每年安排3000万元。", "遵义市 subject 3000万元")]

    // A later clause without a subject goes on; one with a subject begins anew.
    [TestCase("洛阳建立联席会议制度。每季度调度一次。", "洛阳市 subject; 洛阳市 inherited")]
    [TestCase("十堰给予每个项目50万元补助；对示范项目再奖励20万元。", "十堰市 subject 50万元; 十堰市 inherited 20万元")]
    [TestCase("柳州给予每个项目50万元补助；桂林给予30万元补助。", "柳州市 subject 50万元; 桂林市 subject 30万元")]
    [TestCase("柳州给予每个项目50万元补助，桂林给予30万元补助。", "柳州市 subject 50万元; 桂林市 subject 30万元")]
    [TestCase("赣州成立工作专班，同时九江设立1亿元基金。", "赣州市 subject; 九江市 subject 1亿元")]
    [TestCase("岳阳对首套装备奖励100万元，对首批次材料奖励50万元。", "岳阳市 subject 100万元; 岳阳市 inherited 50万元")]
    [TestCase("绵阳按投资额的10%给予补助，最高不超过200万元。", "绵阳市 subject 10%+最高不超过200万元")]

    // 其中 narrows.
    [TestCase("湖南、江西开展试点，其中江西省给予每个试点县300万元补助。", "湖南省+江西省 subject; 江西省 subject 300万元")]
    [TestCase("云南对危房改造给予补助，其中昭通市每户3万元，曲靖市每户2万元。", "云南省 subject; 昭通市 subject 3万元; 曲靖市 subject 2万元")]
    [TestCase("汕头对每部电梯补贴15万元，其中市级财政补贴10万元，区级财政补贴5万元。", "汕头市 subject 15万元+10万元+5万元")]

    // The heading, the document's own region.
    [TestCase("对装配式项目每平方米奖励100元。", "唐山市 section 100元", "", "唐山市")]
    [TestCase("对装配式项目每平方米奖励100元。", "唐山市+邢台市 section 100元", "", "唐山、邢台")]
    [TestCase("推行居民认领保护。", "黄山市 section", "", "黄山")]
    [TestCase("市财政给予企业20万元补助。", "南通市 issuer 20万元", "320600")]
    [TestCase("对我市企业给予20万元补助。", "南通市 issuer 20万元", "320600")]
    [TestCase("由省财政给予每个县100万元。", "江苏省 issuer 100万元", "320000")]
    [TestCase("给予每家企业10万元补助。", "issuer 10万元")]
    [TestCase("建立长效机制。其中，如皋市每年安排500万元。", "南通市 issuer; 如皋市 subject 500万元", "320600")]

    // A place that something is only done in or with takes nothing away from the one that does it; a part of it does.
    [TestCase("襄阳举办推介会。对赴上海参展的企业补助2万元。", "襄阳市 subject; 襄阳市 inherited 2万元")]
    [TestCase("与四川、重庆共建园区，每年安排1亿元。", "贵州省 issuer 1亿元", "520000")]
    [TestCase("在宝安区、龙岗区设立驿站，每个补助30万元。", "宝安区+龙岗区 subject 30万元", "440300")]
    [TestCase("在广西、云南建设物流枢纽，每个支持2000万元。", "广西壮族自治区+云南省 subject 2000万元")]

    // The places of a bracket that closes the item sign it.
    [TestCase("设立1亿元更新基金，引入社会资本。（芜湖市）", "芜湖市 subject 1亿元")]
    [TestCase("设立更新基金。对社会资本贴息2%。（芜湖市、蚌埠市）", "芜湖市+蚌埠市 subject; 芜湖市+蚌埠市 subject 2%")]
    [TestCase("推行联合验收（江门市）。", "江门市 subject")]

    // Nothing but marks, or what folds away, is one measure too.
    [TestCase("。；", "issuer")]
    [TestCase("\ue010", "南通市 issuer", "320600")]
    public void GivesEachMeasureItsRegionsAndAmounts(string text, string expected, string own = "", string heading = "") =>
        Assert.That(MeasureReading.Attributions(text, own, heading), Is.EqualTo(expected));

    // 分别 pairs lists of one length.
    [TestCase("丽水、衢州分别给予每家企业10万元、20万元奖励。", "丽水市 respective 10万元; 衢州市 respective 20万元")]
    [TestCase("鞍山、抚顺和本溪分别安排3000万元、2000万元和1000万元。", "鞍山市 respective 3000万元; 抚顺市 respective 2000万元; 本溪市 respective 1000万元")]
    [TestCase("丽水、衢州分别按投资额的5%、8%给予补助，最高100万元。", "丽水市 respective 5%+最高100万元; 衢州市 respective 8%+最高100万元")]
    [TestCase("丽水、衢州按投资额的5%、8%分别给予补助。", "丽水市 respective 5%; 衢州市 respective 8%")]

    // A list as long that stands nearer takes the pairs.
    [TestCase("丽水、衢州对一等奖、二等奖分别奖励30万元、20万元。", "丽水市+衢州市 subject 30万元+20万元")]
    [TestCase("丽水、衢州对投资1亿元、5亿元的项目分别奖励30万元、20万元。", "丽水市+衢州市 subject 1亿元+5亿元+30万元+20万元")]

    // One amount for all.
    [TestCase("丽水、衢州分别给予每家企业10万元奖励。", "丽水市+衢州市 subject 10万元")]
    public void PairsWhatTheTextPairs(string text, string expected) => Assert.That(MeasureReading.Attributions(text), Is.EqualTo(expected));

    [TestCase("丽水、衢州、湖州分别安排3000万元、2000万元。", "分别", "EP4201: \"分别\" joins 3 places and 2 others; which belongs to which cannot be told, so all keep all")]
    [TestCase("丽水、衢州、湖州分别举办丽水茶博会、衢州石博会。", "分别", "EP4201: \"分别\" joins 3 places and 2 others; which belongs to which cannot be told, so all keep all")]
    [TestCase("丽水、衢州分别举办丽水茶博会、中国石材展。", "中国石材展", "EP4202: \"分别\" may pair 衢州 with \"中国石材展\", but the text does not support it; the pair is not asserted")]
    public void SaysWhatItDidNotPair(string text, string at, string message)
    {
        var (measures, diagnostics) = MeasureReading.Read(text);
        Assert.That(diagnostics.Select(d => $"{d.Kind.Code}: {d.Message}"), Is.EqualTo(new[] { message }));
        Assert.That(diagnostics[0].Place.Span!.Value.In(text), Is.EqualTo(at));
        Assert.That(measures, Has.Count.EqualTo(1));
    }

    [Test]
    public void APairThatTheNameSupportsStands()
    {
        const string text = "丽水、衢州分别举办丽水茶博会、中国石材展。";
        var pair = MeasureReading.Read(text).Measures.Single().Pairs.Single();
        Assert.That((pair.Region.ToString(), pair.Span.In(text)), Is.EqualTo(("331100", "丽水茶博会")));
    }

    // 对…的…: the description is the condition.
    [TestCase("宿迁对年产值超过1亿元的企业给予50万元奖励。", "for 企业; if 年产值超过1亿元")]
    [TestCase("宿迁对年产值超过1亿元，且增速达到5%的企业，给予50万元奖励。", "for 企业; if 年产值超过1亿元，且增速达到5%")]
    [TestCase("宿迁对采取节能措施的住宅项目按每平方米20元补助。", "for 住宅项目; if 采取节能措施")]
    [TestCase("对居民自主修缮民居的，按费用的30%给予补助。", "if 居民自主修缮民居")]
    [TestCase("宿迁对建筑业企业给予最高200万元的资金支持。", "for 建筑业企业")]
    [TestCase("宿迁对企业按投资额的5%给予补助。", "for 企业")]
    [TestCase("宿迁对社区食堂按照每餐2元给予补贴。", "for 社区食堂")]
    [TestCase("宿迁对符合条件的项目推行“拿地即开工”。", "for 项目; if 符合条件")]
    [TestCase("将装配式建筑占比纳入对各市的考核。", "")]

    // 给予…: who stands before the amount; 支持…, 向…: who stands behind.
    [TestCase("宿迁给予牵头建设单位20万元奖励，用于智能装备采购。", "for 牵头建设单位; to 用于智能装备采购")]
    [TestCase("对通过评审的项目，给予建设单位20万元奖励。", "for 建设单位; if 通过评审的项目")]
    [TestCase("宿迁支持设计企业应用国产软件，按采购费的20%补贴。", "for 设计企业")]
    [TestCase("宿迁向困难家庭发放每户500元补贴。", "for 困难家庭")]
    [TestCase("支持开展联合攻关。", "")]
    [TestCase("给予在节能降碳方面成效明显的施工单位10万元奖励。", "for 施工单位; if 在节能降碳方面成效明显")]
    [TestCase("宿迁给予试点工程项目资金奖补。", "for 试点工程项目")]
    [TestCase("宿迁对首次入库企业一次性奖励20万元。", "for 首次入库企业")]
    [TestCase("对投资超过1亿元、5亿元的企业分别奖励20万元、50万元。", "for 企业; if 投资超过1亿元、5亿元")]
    [TestCase("为项目经理、质量员、安全员等岗位人员配备记录仪。", "for 项目经理、质量员、安全员等岗位人员")]

    // For what.
    [TestCase("每年安排1亿元用于街区修缮。", "to 用于街区修缮")]
    [TestCase("为解决停车难问题，新增泊位500个。", "to 为解决停车难问题")]
    [TestCase("设立引导基金，推动企业转型。", "to 推动企业转型")]
    [TestCase("推动企业转型，设立引导基金。", "")]
    [TestCase("采用装配化装修，提高了施工速度。", "")]
    [TestCase("电子图纸可以一并用于工程审批。", "")]
    [TestCase("建立监理系统，为风险预警提供支撑。", "to 为风险预警提供支撑")]

    // A clause that states a condition.
    [TestCase("经认定达到标准的，奖励20万元。", "if 经认定达到标准的")]
    [TestCase("对认定的示范项目，经核查未发生质量事故的，授予优质工程奖。", "for 示范项目; if 经核查未发生质量事故的")]
    [TestCase("企业在主板上市的，奖励200万元。", "if 企业在主板上市的")]
    [TestCase("对单位未分类投放的处5000元以上5万元以下罚款。", "if 单位未分类投放")]
    [TestCase("对纳入试点的更新项目，给予每个项目2000万元的奖补资金。", "for 更新项目; if 纳入试点")]
    [TestCase("对排名末位的街道进行约谈。", "if 排名末位的街道")]
    [TestCase("以街道为单位组建国有物业公司，覆盖126个小区。", "")]
    [TestCase("设立自然科学基金，支持高校、科研机构和企业开展基础研究。", "for 高校、科研机构和企业")]
    [TestCase("对个人所得税超过15%的部分给予补贴。", "if 个人所得税超过15%")]
    [TestCase("对城市更新项目免征城市基础设施配套费，并安排资金3亿元。", "for 城市更新项目")]
    [TestCase("对未缴存的小区，引导业主按每平方米0.2元续筹维修资金。", "for 小区; if 未缴存")]
    public void SaysForWhomOnWhichConditionForWhat(string text, string expected) => Assert.That(MeasureReading.Parts(text), Is.EqualTo(expected));
}
