using ExtractionPipeline.Outline;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Outline;

public sealed class DocumentFactsTests
{
    private static DocumentFacts Facts(string text) => OutlineText.Read(text.ReplaceLineEndings("\n")).Outline.Facts;

    [Test]
    public void OfANoticeWithNumberAndSignature() => Assert.That(Facts("""
        住房城乡建设部办公厅关于印发
        绿色建造技术导则的通知
        建办质〔2021〕9号
        各省、自治区住房和城乡建设厅：
        现将导则印发给你们，请结合实际参照执行。
        住房城乡建设部办公厅
        2021年3月16日
        """), Is.EqualTo(new DocumentFacts("住房城乡建设部办公厅关于印发绿色建造技术导则的通知", "住房城乡建设部办公厅关于印发绿色建造技术导则的通知", null, "住房城乡建设部办公厅", "建办质〔2021〕9号", new DateOnly(2021, 3, 16))));

    [TestCase("城市体检典型经验清单\n（第三批）\n一、完善机制\n各地加强统筹。", "城市体检典型经验清单（第三批）", "城市体检典型经验清单", 3)]
    [TestCase("绿色建材产品目录（2023年第三批）\n一、墙体材料\n砌块应当达标。", "绿色建材产品目录（2023年第三批）", "绿色建材产品目录", 3)]
    [TestCase("第十二批试点名单\n一、城市\n共五个。", "第十二批试点名单", "试点名单", 12)]
    [TestCase("促进消费若干措施（试行）\n一、发放消费券\n每人100元。", "促进消费若干措施（试行）", "促进消费若干措施（试行）", null)]
    public void TitleSeriesAndBatch(string text, string title, string series, int? batch)
    {
        var facts = Facts(text);
        Assert.That((facts.Title, facts.Series, facts.Batch), Is.EqualTo((title, series, batch)));
    }

    [TestCase("二○二一年七月二十八日", "2021-07-28")]
    [TestCase("二〇二三年十月三十一日", "2023-10-31")]
    [TestCase("2022年1月5日", "2022-01-05")]
    [TestCase("2022年 1 月 5 日", "2022-01-05")]
    public void DateOfTheSignature(string line, string date)
    {
        var facts = Facts($"各单位要抓好落实。\n省财政厅\n{line}");
        Assert.That((facts.Issuer, facts.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(("省财政厅", date)));
    }

    [Test]
    public void OfASiteHeader() => Assert.That(Facts("""
        索 引 号：000014349/2022-00021
        发文机关：市人力资源和社会保障局
        成文日期：2022年05月06日
        发文字号：人社发〔2022〕23号
        标题：关于开展以工代训的通知
        发布日期：2022-05-09
        为稳定就业，现就有关事项通知如下。
        """), Is.EqualTo(new DocumentFacts("关于开展以工代训的通知", "关于开展以工代训的通知", null, "市人力资源和社会保障局", "人社发〔2022〕23号", new DateOnly(2022, 5, 6))));

    [Test]
    public void ALetterheadIsTheIssuerNotTheTitle()
    {
        var (outline, _) = OutlineText.Read(OutlineText.Document(
            OutlineText.Body(1, "某某省人民政府文件", centred: true),
            OutlineText.Body(2, "某政发〔2020〕8号", centred: true),
            OutlineText.Body(3, "关于加快发展的若干意见", centred: true),
            OutlineText.Body(4, "为加快发展，提出以下意见。")));
        Assert.That(outline.Facts, Is.EqualTo(new DocumentFacts("关于加快发展的若干意见", "关于加快发展的若干意见", null, "某某省人民政府", "某政发〔2020〕8号", null)));
    }

    [Test]
    public void NothingIsGuessed() => Assert.That(Facts("对小微企业给予补助。"), Is.EqualTo(new DocumentFacts("", "", null, null, null, null)));
}
