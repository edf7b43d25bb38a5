using System.Globalization;

using ExtractionPipeline.Tests.Mentions;
using ExtractionPipeline.Text;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Text;

public sealed class NumberLexerTests
{
    [TestCase("8.2亿元", "820000000")]
    [TestCase("1.3万亿斤", "1300000000000")]
    [TestCase("3千万", "30000000")]
    [TestCase("1亿2000万元", "120000000")]
    [TestCase("3万5千元", "35000")]
    [TestCase("1,000元", "1000")]
    [TestCase("５０００万元", "50000000")]
    [TestCase("5000\n万元", "50000000")]
    [TestCase("第 1 7 条", "17")]
    [TestCase("50\n00万元", "50000000")]
    [TestCase("50 00万元", "50000000")]
    [TestCase("2\r\n0%", "20")]
    [TestCase("最高1 500万元", "15000000")]
    [TestCase("达到12 500 000元", "12500000")]
    [TestCase("1 500万元", "1 5000000")]
    [TestCase("1\n500万元", "1 5000000")]
    [TestCase("10\n0.5元", "10 0.5")]
    [TestCase("约2 0元", "20")]
    [TestCase("五十万元", "500000")]
    [TestCase("一亿二千万", "120000000")]
    [TestCase("两千三百零五万", "23050000")]
    [TestCase("壹佰万元整", "1000000")]
    [TestCase("三百五十六亿", "35600000000")]
    [TestCase("一百二十点五亿", "12050000000")]
    [TestCase("三万五", "35000")]
    [TestCase("一百零五", "105")]
    [TestCase("二○二三", "2023")]
    [TestCase("20余万元", "200000")]
    [TestCase("10千瓦", "10")]
    [TestCase("2.\t1000元", "2 1000")]
    [TestCase("1. 2000元", "1 2000")]
    [TestCase("10 20万元", "10 200000")]
    [TestCase("100，200，300万元", "100 200 3000000")]
    [TestCase("3，600，000元", "3600000")]
    [TestCase("３，６７８，０００元", "3678000")]
    [TestCase("五万元以上十五万元以下", "50000 150000")]
    public void ReadsTheValues(string text, string expected) => Assert.That(
        string.Join(' ', Tokens(text).Select(t => t.Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? t.Fault.ToString())),
        Is.EqualTo(expected));

    [TestCase("十几万", NumberFault.Vague)]
    [TestCase("数百万", NumberFault.Vague)]
    [TestCase("上百万", NumberFault.Vague)]
    [TestCase("2023.5.1", NumberFault.NotANumber)]
    [TestCase("99999999999999999999999亿", NumberFault.TooLarge)]
    public void SaysWhyThereIsNoValue(string text, NumberFault fault) => Assert.That(Tokens(text)[0].Fault, Is.EqualTo(fault));

    private static IReadOnlyList<NumberToken> Tokens(string text) => Reading.Of(text).Numbers;
}
