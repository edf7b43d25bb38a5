using ExtractionPipeline.Word.Numbering;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Word.Numbering;

/// <summary>ECMA-376 part 1 §17.18.59; above the sets of the standard, what Word prints.</summary>
public sealed class NumeralSystemsTests
{
    [TestCase("chineseCounting", "一 二 九 十 十一 十九 二十 二十一 九十九 一〇〇 一〇一 一一〇")]
    [TestCase("taiwaneseCounting", "一 二 九 十 十一 十九 二十 二十一 九十九 一○○ 一○一 一一○")]
    [TestCase("chineseCountingThousand", "一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十")]
    [TestCase("taiwaneseCountingThousand", "一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十")]
    [TestCase("chineseLegalSimplified", "壹 贰 玖 壹拾 壹拾壹 壹拾玖 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾")]
    [TestCase("ideographLegalTraditional", "壹 貳 玖 壹拾 壹拾壹 壹拾玖 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾")]
    [TestCase("japaneseCounting", "一 二 九 十 十一 十九 二十 二十一 九十九 百 百一 百十")]
    [TestCase("japaneseLegal", "壱 弐 九 壱拾 壱拾壱 壱拾九 弐拾 弐拾壱 九拾九 壱百 壱百壱 壱百壱拾")]
    [TestCase("koreanCounting", "일 이 구 십 십일 십구 이십 이십일 구십구 백 백일 백십")]
    [TestCase("koreanLegal", "하나 둘 아홉 열 열하나 열아홉 스물 스물하나 아흔아홉 100 101 110")]
    [TestCase("ideographDigital", "一 二 九 一〇 一一 一九 二〇 二一 九九 一〇〇 一〇一 一一〇")]
    [TestCase("japaneseDigitalTenThousand", "一 二 九 一〇 一一 一九 二〇 二一 九九 一〇〇 一〇一 一一〇")]
    [TestCase("taiwaneseDigital", "一 二 九 一○ 一一 一九 二○ 二一 九九 一○○ 一○一 一一○")]
    [TestCase("koreanDigital", "일 이 구 일영 일일 일구 이영 이일 구구 일영영 일영일 일일영")]
    [TestCase("koreanDigital2", "一 二 九 一零 一一 一九 二零 二一 九九 一零零 一零一 一一零")]
    [TestCase("decimal", "1 2 9 10 11 19 20 21 99 100 101 110")]
    [TestCase("decimalHalfWidth", "1 2 9 10 11 19 20 21 99 100 101 110")]
    [TestCase("decimalZero", "01 02 09 10 11 19 20 21 99 100 101 110")]
    [TestCase("decimalFullWidth", "１ ２ ９ １０ １１ １９ ２０ ２１ ９９ １００ １０１ １１０")]
    [TestCase("decimalFullWidth2", "１ ２ ９ １０ １１ １９ ２０ ２１ ９９ １００ １０１ １１０")]
    [TestCase("decimalEnclosedCircle", "① ② ⑨ ⑩ ⑪ ⑲ ⑳ 21 99 100 101 110")]
    [TestCase("decimalEnclosedCircleChinese", "① ② ⑨ ⑩ ⑪ ⑲ ⑳ 21 99 100 101 110")]
    [TestCase("decimalEnclosedFullstop", "⒈ ⒉ ⒐ ⒑ ⒒ ⒚ ⒛ 21 99 100 101 110")]
    [TestCase("decimalEnclosedParen", "⑴ ⑵ ⑼ ⑽ ⑾ ⒆ ⒇ 21 99 100 101 110")]
    [TestCase("ideographEnclosedCircle", "㈠ ㈡ ㈨ ㈩ 11 19 20 21 99 100 101 110")]
    [TestCase("ideographTraditional", "甲 乙 壬 癸 11 19 20 21 99 100 101 110")]
    [TestCase("ideographZodiac", "子 丑 申 酉 戌 19 20 21 99 100 101 110")]
    [TestCase("ideographZodiacTraditional", "甲子 乙丑 壬申 癸酉 甲戌 壬午 癸未 甲申 壬寅 癸卯 甲辰 癸丑")]
    [TestCase("upperRoman", "I II IX X XI XIX XX XXI XCIX C CI CX")]
    [TestCase("lowerRoman", "i ii ix x xi xix xx xxi xcix c ci cx")]
    [TestCase("upperLetter", "A B I J K S T U UUUU VVVV WWWW FFFFF")]
    [TestCase("lowerLetter", "a b i j k s t u uuuu vvvv wwww fffff")]
    [TestCase("aiueo", "ｱ ｲ ｹ ｺ ｻ ﾃ ﾄ ﾅ ｷｷｷ ｸｸｸ ｹｹｹ ﾂﾂﾂ")]
    [TestCase("aiueoFullWidth", "ア イ ケ コ サ テ ト ナ キキキ ククク ケケケ ツツツ")]
    [TestCase("irohaFullWidth", "イ ロ リ ヌ ル ツ ネ ナ ハハハ ニニニ ホホホ カカカ")]
    [TestCase("chosung", "ㄱ ㄴ ㅈ ㅊ ㅋ ㅁㅁ ㅂㅂ ㅅㅅ ㄱㄱㄱㄱㄱㄱㄱㄱ ㄴㄴㄴㄴㄴㄴㄴㄴ ㄷㄷㄷㄷㄷㄷㄷㄷ ㅌㅌㅌㅌㅌㅌㅌㅌ")]
    [TestCase("ganada", "가 나 자 차 카 마마 바바 사사 가가가가가가가가 나나나나나나나나 다다다다다다다다 타타타타타타타타")]
    [TestCase("ordinal", "1st 2nd 9th 10th 11th 19th 20th 21st 99th 100th 101st 110th")]
    [TestCase("hex", "1 2 9 A B 13 14 15 63 64 65 6E")]
    [TestCase("chicago", "* † *** ††† ‡‡‡ ‡‡‡‡‡ §§§§§ ****** ‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡ §§§§§§§§§§§§§§§§§§§§§§§§§ ************************** ††††††††††††††††††††††††††††")]
    public void WritesTheNumbers(string format, string expected)
    {
        int[] numbers = [1, 2, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110];
        Assert.That(string.Join(' ', numbers.Select(n => NumeralSystems.Known.Write(n, format))), Is.EqualTo(expected));
    }


    [TestCase("chineseCountingThousand", 1_000, "一千")]
    [TestCase("chineseCountingThousand", 1_001, "一千零一")]
    [TestCase("chineseCountingThousand", 1_010, "一千零一十")]
    [TestCase("chineseCountingThousand", 2_024, "二千零二十四")]
    [TestCase("chineseCountingThousand", 10_000, "一万")]
    [TestCase("chineseCountingThousand", 10_010, "一万零一十")]
    [TestCase("chineseCountingThousand", 110_000, "十一万")]
    [TestCase("chineseCountingThousand", 201_000, "二十万一千")]
    [TestCase("chineseCountingThousand", 100_010_000, "一亿零一万")]
    [TestCase("chineseCountingThousand", int.MaxValue, "二十一亿四千七百四十八万三千六百四十七")]
    [TestCase("japaneseCounting", 11_111, "一万千百十一")]
    [TestCase("koreanCounting", 11_111, "만천백십일")]
    [TestCase("cardinalText", 121, "One hundred twenty-one")]
    [TestCase("ordinalText", 21, "Twenty-first")]
    [TestCase("ordinalText", 12, "Twelfth")]
    [TestCase("ordinalText", 30, "Thirtieth")]
    [TestCase("numberInDash", 3, "- 3 -")]
    [TestCase("upperRoman", 32_768, "32768")]
    [TestCase("upperLetter", 1_000_000, "NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN")]
    public void WritesLargeNumbers(string format, int number, string expected) =>
        Assert.That(NumeralSystems.Known.Write(number, format), Is.EqualTo(expected));

    [TestCase("decimal", 0, "0")]
    [TestCase("decimal", -3, "-3")]
    [TestCase("chineseCounting", 0, "0")]
    [TestCase("upperRoman", 0, "0")]
    [TestCase("none", 5, "")]
    public void WritesZeroAndLessAsDecimals(string format, int number, string expected) =>
        Assert.That(NumeralSystems.Known.Write(number, format), Is.EqualTo(expected));

    [Test]
    public void DoesNotKnowEveryFormat() => Assert.That(NumeralSystems.Known.Write(1, "bahtText"), Is.Null);
}
