using ExtractionPipeline.Mentions;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class PeriodFinderTests
{
    private static readonly PeriodFinder Finder = new(Reading.Rules);

    [TestCase("2022年共对35个项目发放补贴", "2022年 2022")]
    [TestCase("《数字规划（2023—2025年）》", "2023—2025年 2023/2025")]
    [TestCase("在2021年至2025年期间", "2021年至2025年 2021/2025")]
    [TestCase("第十四个五年规划和二○三五年远景目标", "第十四个五年规划 2021/2025 | 二○三五年 2035")]
    [TestCase("“十四五”期间新建", "十四五 2021/2025")]
    [TestCase("2023年度改革台账", "2023年度 2023")]
    [TestCase("自2024年1月1日起施行，有效期5年", "自2024年1月1日起 2024-01-01/.. | 5年 P5Y")]
    [TestCase("自2019年起对用户补贴", "自2019年起 2019/..")]
    [TestCase("2024年上半年移送线索47条", "2024年上半年 2024-01/2024-06")]
    [TestCase("二〇二三年下半年启动", "二〇二三年下半年 2023-07/2023-12")]
    [TestCase("上半年完成首次检查", "上半年 --01/--06")]
    [TestCase("2020年以来累计改造", "2020年以来 2020/..")]
    [TestCase("2025年底前全面完成", "2025年底前 ../2025")]
    [TestCase("2024年3月底前报送", "2024年3月底前 ../2024-03")]
    [TestCase("每年11月1日至次年3月31日供暖", "11月1日至次年3月31日 --11-01/--03-31")]
    [TestCase("（本年度11月1日—下年度3月31日）", "11月1日—下年度3月31日 --11-01/--03-31")]
    [TestCase("2023年11月至次年3月", "2023年11月至次年3月 2023-11/2024-03")]
    [TestCase("2024年3月5日至15日公示", "2024年3月5日至15日 2024-03-05/2024-03-15")]
    [TestCase("2022-08-08印发", "2022-08-08 2022-08-08")]
    [TestCase("2023.5.1起执行", "2023.5.1起 2023-05-01/..")]
    [TestCase("连续补助三年，每年一次", "三年 P3Y")]
    [TestCase("补助期限最长不超过3年", "3年 P3Y")]
    [TestCase("近3个纳税年度累计缴纳", "3个纳税年度 P3Y")]
    [TestCase("毕业5年内的学生", "5年 P5Y")]
    [TestCase("满6个月后申请", "6个月 P6M")]
    [TestCase("给予3-5年的补贴", "3-5年 P3Y/P5Y")]
    [TestCase("15日内反馈，24小时内处置", "15日 P15D | 24小时 PT24H")]
    [TestCase("公示5天", "5天 P5D")]
    [TestCase("运行半年后验收", "半年 P6M")]
    [TestCase("截至2025年12月底", "2025年12月 2025-12")]
    [TestCase("２０２３年１２月", "２０２３年１２月 2023-12")]
    [TestCase("2 0 2 3年", "2 0 2 3年 2023")]
    [TestCase("1997年至2003年、2010年", "1997年至2003年 1997/2003 | 2010年 2010")]
    public void ReadsTimes(string sentence, string expected) => Assert.That(Found(sentence), Is.EqualTo(expected));

    [TestCase("每半年通报进展", TestName = "How often is no time")]
    [TestCase("每年组织一次", TestName = "Each year is no time")]
    [TestCase("第3年减半", TestName = "An ordinal year is no time")]
    [TestCase("2000元的补贴", TestName = "An amount is no year")]
    [TestCase("应于2个工作日内决定", TestName = "Working days are a quantity")]
    [TestCase("国发〔2024〕7号", TestName = "A year inside a document number is not alone")]
    public void StaysSilent(string sentence) => Assert.That(Found(sentence), Is.Empty);

    private static string Found(string sentence)
    {
        var found = new ItemFindings();
        Finder.Find(Reading.Of(sentence), found);
        return string.Join(" | ", found.Mentions.Cast<PeriodMention>().OrderBy(m => m.Span).Select(m => $"{m.Span.In(sentence)} {m.Iso}"));
    }
}
