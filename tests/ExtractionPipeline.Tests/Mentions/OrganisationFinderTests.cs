using ExtractionPipeline.Mentions;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class OrganisationFinderTests
{
    [TestCase("深圳由市建筑工务署、市交通运输局分别遴选项目", "市建筑工务署 440300; 市交通运输局 440300")]
    [TestCase("重庆市政府办公厅牵头，市教委参加", "重庆市政府办公厅 500000; 市教委 500000")]
    [TestCase("报住房城乡建设部、国家发展改革委备案", "住房城乡建设部; 国家发展改革委")]
    [TestCase("温州市鹿城区由区财政局、市财政局各承担一半", "区财政局 330302; 市财政局 330300")]
    [TestCase("广州市民政局 广州市财政局关于公布标准的通知", "广州市民政局 440100; 广州市财政局 440100")]
    [TestCase("江苏省住房和城乡建设厅会同省财政厅组织评审", "江苏省住房和城乡建设厅 320000; 省财政厅 320000")]
    [TestCase("成都纳入市委全面深化改革委员会年度台账", "市委全面深化改革委员会 510100")]
    [TestCase("（责任单位：市经济和信息化局，市科委，市财政局，怀柔区政府）", "市经济和信息化局; 市科委; 市财政局; 怀柔区政府 110116")]
    [TestCase("沛县由县住房和城乡建设局配备记录仪", "县住房和城乡建设局 320322")]
    [TestCase("北京市规划和自然资源委员会、北京市住房和城乡建设委员会联合印发", "北京市规划和自然资源委员会 110000; 北京市住房和城乡建设委员会 110000")]
    [TestCase("上海市市场监督管理局受理申请", "上海市市场监督管理局 310000")]
    public void FindsNamedBodiesWithTheirRegion(string text, string expected) => Assert.That(Found(text), Is.EqualTo(expected));

    [TestCase("组织各有关部门分类推进，各区政府在重点片区遴选")]
    [TestCase("住房城乡建设部门、财政部门按职责分工负责")]
    [TestCase("以城市人民政府名义印发实施意见")]
    [TestCase("成立由市长牵头的智能建造试点城市工作领导小组")]
    [TestCase("房地产企业、施工单位、设计院应当配合")]
    [TestCase("各设区市财政局、各县教育局按比例承担")]
    [TestCase("市委托第三方评估，市教育办学条件改善")]
    [TestCase("各省、自治区住房城乡建设厅，直辖市住房城乡建设委")]
    [TestCase("鼓励园区管委会、社区居委会参与")]
    public void LeavesDescriptionsAlone(string text) => Assert.That(Found(text), Is.Empty);

    [Test]
    public void LeavesNamesInsideTitlesToTheTitle() =>
        Assert.That(Found("依据《温州市人民政府办公室关于推进试点的通知》执行"), Is.Empty);

    private static string Found(string text) =>
        string.Join("; ", PlaceReading.Find(text).Mentions.OfType<OrganisationMention>().OrderBy(m => m.Span.Start).Select(m => m.ValueText));
}
