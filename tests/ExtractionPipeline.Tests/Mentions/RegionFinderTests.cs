using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class RegionFinderTests
{
    [TestCase("贵阳市2023年工作要点", null, null, "白云区推进试点", "520113")]
    [TestCase("关于做好工作的通知", "广州市人民政府办公厅", null, "白云区推进试点", "440111")]
    [TestCase("关于做好工作的通知", null, "穗府办〔2023〕5号", "白云区推进试点", "440111")]
    [TestCase("大连市促进商业发展的措施", null, null, "鼓励企业在中山区、西岗区设点", "210202 210203")]
    [TestCase("温州市实施意见", null, null, "鹿城结合实际制定细则", "330302")]
    public void DecidesByTheDocument(string title, string? issuer, string? number, string text, string codes)
    {
        var facts = new DocumentFacts(title, title, null, issuer, number, null);
        Assert.That(Codes(PlaceReading.FindAll(facts, true, text)[0]), Is.EqualTo(codes));
    }

    [Test]
    public void ReportsANameThatNothingDecides()
    {
        var diagnostics = new DiagnosticBag([]);
        var found = PlaceReading.FindAll(null, true, diagnostics, "由鼓楼区先行试点")[0].Mentions.OfType<RegionMention>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(found.Candidates.Select(c => c.Code.ToString()), Is.EqualTo(new[] { "320106", "320302", "350102", "410204" }));
            Assert.That(
                diagnostics.ToList().Select(d => $"{d.Kind.Code} {d.Message}"),
                Is.EqualTo(new[] { "EP3202 \"鼓楼区\" names several divisions and nothing in the document decides between them: 鼓楼区 320106, 鼓楼区 320302, 鼓楼区 350102, 鼓楼区 410204" }));
        });
    }

    [TestCase(2008, "襄樊市", "420600")]
    [TestCase(2020, "襄樊市", "420600")]
    [TestCase(2008, "宣武区", "110102")]
    public void LeadsFormerNamesToTodaysCode(int year, string name, string code)
    {
        var facts = new DocumentFacts("", "", null, null, null, new DateOnly(year, 5, 1));
        Assert.That(Codes(PlaceReading.FindAll(facts, true, name + "对企业给予补贴")[0]), Is.EqualTo(code));
    }

    [TestCase("苏州将其作为全市重点产业，我市企业可申请。", "全市 Prefecture 320500; 我市 Prefecture 320500")]
    [TestCase("温州市鹿城区规定，我区企业享受全市统一标准。", "我区 County 330302; 全市 Prefecture 330300")]
    [TestCase("重庆要求全市新建项目选用。", "全市 Prefecture 500000")]
    [TestCase("浙江建设全省一体化平台。", "全省 Province 330000")]
    [TestCase("我县企业可申请。", "我县 County ")]
    [TestCase("各市分别实施。", "")]
    public void ReadsWordsForTheOwnRegion(string text, string expected) =>
        Assert.That(string.Join("; ", PlaceReading.SelfReferences(text).Select(s => $"{s.Span.In(text)} {s.Level} {s.Code}")), Is.EqualTo(expected));

    [TestCase("江苏省徐州市沛县推行装配式农房", "江苏省 / 徐州市 / 沛县 county")]
    [TestCase("雄安建立监理管理系统", "河北省 / 雄安新区 new-area")]
    [TestCase("兰州新区建设化工园区", "甘肃省 / 兰州市 / 兰州新区 new-area")]
    public void GivesThePathFromTheProvinceDown(string text, string expected)
    {
        var place = PlaceReading.Find(text).Mentions.OfType<RegionMention>().First().Place;
        Assert.That($"{string.Join(" / ", place.Path)} {place.Level}", Is.EqualTo(expected));
    }

    [Test]
    public void FindsNamesAcrossLineBreaksAndSpaces()
    {
        const string Text = "由北京\n市 海 淀区给予补贴";
        var found = PlaceReading.Find(Text).Mentions.OfType<RegionMention>().Single();
        Assert.That((found.Span.In(Text), found.Place.Code.ToString()), Is.EqualTo(("北京\n市 海 淀区", "110108")));
    }

    [Test]
    public void GivesTheSameForEveryOrderOfThreads()
    {
        const string Text = "浙江省杭州、宁波、温州等地给予奖励，其中滨江区最高500万元，义乌参照执行。";
        var expected = Codes(PlaceReading.Find(Text));
        var all = Enumerable.Range(0, 64).AsParallel().Select(_ => Codes(PlaceReading.Find(Text))).Distinct(StringComparer.Ordinal).ToList();
        Assert.That(all, Is.EqualTo(new[] { expected }));
    }

    private static string Codes(ItemFindings findings) =>
        string.Join(' ', findings.Mentions.OfType<RegionMention>().OrderBy(m => m.Span.Start).Select(m => m.Place.Code));
}
