using System.Globalization;
using System.Text.RegularExpressions;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Metamorphic;

/// <summary>Every gold text in other spellings that mean the same: values stay, spans follow.</summary>
/// <remarks>known-limits.tsv names what does not hold, with the reason; a limit that holds again fails too, so that its row goes.</remarks>
public sealed partial class MetamorphicTests
{
    /// <summary>Names of one level that stand for one another, with their codes; none of them is a word.</summary>
    private static readonly (string Ending, (string Name, string Code)[] Others)[] Places =
    [
        ("\u5E02", [("洛阳", "410300"), ("襄阳", "420600")]),
        ("\u7701", [("青海", "630000"), ("贵州", "520000")]),
    ];

    private static readonly string[] Municipalities = ["110000", "120000", "310000", "500000"];

    /// <summary>The one traditional form of each character that has just one in rules/text/folding.tsv.</summary>
    private static readonly Lazy<Dictionary<char, char>> Traditional = new(ReadTraditional);

    private static readonly Lazy<Dictionary<string, string>> Limits = new(ReadLimits);

    private static IEnumerable<string> Texts() => GoldTexts.Items.Select(i => i.Name.Split('/')[0]).Distinct(StringComparer.Ordinal);

    [TestCaseSource(nameof(Texts))]
    public void AnotherCityInPlaceOfTheFirst(string text) => Hold("city", text, (item, sentence) =>
    {
        var first = item.Mentions.OfType<RegionMention>().FirstOrDefault();
        if (first is null || OtherOf(first, sentence, item) is not { } other) return null;
        var (name, code) = other;
        var old = first.Span.In(sentence);
        var edits = item.Mentions.OfType<RegionMention>().Where(m => m.Place.Code == first.Place.Code).Select(m => new TextEdit(m.Span.Start, m.Span.Length, name)).ToList();
        return (edits, value => value.Replace(first.Place.Code.ToString(), code, StringComparison.Ordinal).Replace(old, name, StringComparison.Ordinal));
    });

    [TestCaseSource(nameof(Texts))]
    public void AmountsInChineseNumerals(string text) => Hold("numerals", text, (_, sentence) => Amounts(sentence, n => Numeral(n) + "万元"));

    [TestCaseSource(nameof(Texts))]
    public void AmountsInYuanWithSeparators(string text) => Hold("separators", text, (_, sentence) => Amounts(sentence, n => (n * 10_000L).ToString("#,0", CultureInfo.InvariantCulture) + "元"));

    [TestCaseSource(nameof(Texts))]
    public void AmountsInFullWidth(string text) => Hold("full-width-amounts", text, (_, sentence) => Amounts(sentence, n => Wide(n.ToString(CultureInfo.InvariantCulture)) + "万元"));

    [TestCaseSource(nameof(Texts))]
    public void EverythingInFullWidth(string text) => Hold("full-width", text, (_, sentence) =>
        ([.. sentence.Select((c, i) => (c, i)).Where(p => p.c is > ' ' and < '\u007F').Select(p => new TextEdit(p.i, 1, Wide(p.c.ToString())))], null));

    [TestCaseSource(nameof(Texts))]
    public void InTraditionalCharacters(string text) => Hold("traditional", text, (_, sentence) =>
        ([.. sentence.Select((c, i) => (c, i)).Where(p => Traditional.Value.ContainsKey(p.c)).Select(p => new TextEdit(p.i, 1, Traditional.Value[p.c].ToString()))], value => string.Concat(value.Select(c => Traditional.Value.GetValueOrDefault(c, c)))));

    [TestCaseSource(nameof(Texts))]
    public void LineBreakInsideDigits(string text) => Hold("torn-digits", text, (item, sentence) => (InDigits(item, sentence, "\n"), null));

    [TestCaseSource(nameof(Texts))]
    public void SpaceInsideDigits(string text) => Hold("spaced-digits", text, (item, sentence) => (InDigits(item, sentence, " "), null));

    [TestCaseSource(nameof(Texts))]
    public void SpaceBetweenFigureAndUnit(string text) => Hold("space", text, (item, sentence) => (InFigures(item, sentence, " "), null));

    [TestCaseSource(nameof(Texts))]
    public void LineBreakBetweenFigureAndUnit(string text) => Hold("line-break", text, (item, sentence) => (InFigures(item, sentence, "\n"), null));

    [TestCaseSource(nameof(Texts))]
    public void AndInPlaceOfTheListMark(string text) => Hold("list-mark", text, (item, sentence) => (Joints(item, sentence), null));

    private static void Hold(string spelling, string text, Func<ExtractedItem, string, (List<TextEdit> Edits, Func<string, string>? Rename)?> change)
    {
        var wrong = new List<string>();
        foreach (var (name, sentence) in GoldTexts.Items.Where(i => i.Name.StartsWith(text + "/", StringComparison.Ordinal)))
        {
            var before = GoldTexts.Pipeline.ExtractSentence(sentence);
            if (change(before, sentence) is not { Edits.Count: > 0 } changed) continue;
            var variant = new TextVariant(sentence, changed.Edits);
            var differences = SameReading.Differences(before, variant, changed.Rename);
            var isLimit = Limits.Value.ContainsKey(spelling + " " + name);
            if (isLimit && differences.Count == 0) wrong.Add($"{spelling}\t{name}: this known limit holds now; take its row away");
            if (!isLimit && differences.Count > 0) wrong.Add($"{spelling}\t{name}\n  {variant.Text}\n  {string.Join("\n  ", differences)}");
        }

        Assert.That(wrong, Is.Empty);
    }

    /// <summary>A place of the same level and the same form, where nothing else in the sentence ties the first one down.</summary>
    private static (string Name, string Code)? OtherOf(RegionMention first, string sentence, ExtractedItem item)
    {
        var place = first.Place;
        var words = first.Span.In(sentence);
        if (Municipalities.Contains(place.Code.ToString(), StringComparer.Ordinal)) return null;   // their districts and offices are called otherwise
        var (ending, others) = Places.FirstOrDefault(p => place.Name.EndsWith(p.Ending, StringComparison.Ordinal));
        if (others is null || place.Level is not ("prefecture" or "province")) return null;
        var isFull = string.Equals(words, place.Name, StringComparison.Ordinal);
        if (!isFull && !string.Equals(words + ending, place.Name, StringComparison.Ordinal)) return null;
        foreach (var mention in item.Mentions.OfType<RegionMention>())
        {
            var same = mention.Place.Code == place.Code;
            if (same && !string.Equals(mention.Span.In(sentence), words, StringComparison.Ordinal)) return null;
            if (!same && (mention.Place.Path.Contains(place.Name, StringComparer.Ordinal) || place.Path.Contains(mention.Place.Name, StringComparer.Ordinal))) return null;
        }

        var other = others.First(o => !sentence.Contains(o.Name, StringComparison.Ordinal));
        return (isFull ? other.Name + ending : other.Name, other.Code);
    }

    /// <summary>Whole amounts in 万元 that stand alone: no range, no list that shares its unit, no figure joined to them.</summary>
    private static (List<TextEdit>, Func<string, string>?)? Amounts(string sentence, Func<int, string> write) =>
        ([.. AloneInTenThousands().Matches(sentence).Select(m => new TextEdit(m.Index, m.Length, write(int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture))))], null);

    [GeneratedRegex(@"(?<![\d.,，、~～\-—–至到/])(?<![\d][万亿%]元?[、和或])(?<number>[1-9]\d{0,3})万元", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AloneInTenThousands();

    private static List<TextEdit> InFigures(ExtractedItem item, string sentence, string gap)
    {
        var edits = new List<TextEdit>();
        foreach (var mention in item.Mentions.Where(m => m is MoneyMention or PercentMention or QuantityMention))
        {
            for (var i = mention.Span.Start + 1; i < mention.Span.End; i++)
            {
                if (char.IsAsciiDigit(sentence[i - 1]) && sentence[i] is '万' or '亿' or '元' or '%' or '个' or '平') edits.Add(new TextEdit(i, 0, gap));
            }
        }

        return edits;
    }

    /// <summary>A gap before the zeros that end a whole number of three digits and more: 50|00万元.</summary>
    private static List<TextEdit> InDigits(ExtractedItem item, string sentence, string gap)
    {
        var edits = new List<TextEdit>();
        foreach (var mention in item.Mentions.Where(m => m is MoneyMention or PercentMention))
        {
            foreach (Match number in EndingInZeros().Matches(mention.Span.In(sentence))) edits.Add(new TextEdit(mention.Span.Start + number.Groups["zeros"].Index, 0, gap));
        }

        return edits;
    }

    [GeneratedRegex(@"(?<![\d.,，\s])[1-9]\d*?(?<zeros>00)(?![\d.,，])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndingInZeros();

    /// <summary>Two places with nothing but 、 or 和 between them, and no third beside them: the other of the two marks.</summary>
    private static List<TextEdit> Joints(ExtractedItem item, string sentence)
    {
        var edits = new List<TextEdit>();
        var regions = item.Mentions.OfType<RegionMention>().Select(m => m.Span).ToList();
        for (var i = 0; i + 1 < regions.Count; i++)
        {
            if (regions[i + 1].Start - regions[i].End != 1 || sentence[regions[i].End] is not ('、' or '和') || Joins(regions[i].Start - 1) || Joins(regions[i + 1].End)) continue;
            edits.Add(new TextEdit(regions[i].End, 1, sentence[regions[i].End] == '、' ? "和" : "、"));
        }

        return edits;

        bool Joins(int at) => at >= 0 && at < sentence.Length && sentence[at] is '、' or '和' or '与' or '及' or '等';
    }

    private static string Wide(string text) => string.Concat(text.Select(c => (char)(c - '!' + '！')));

    /// <summary>1 to 9999: 五十, 一百零五, 一千二百.</summary>
    private static string Numeral(int number)
    {
        const string digits = "零一二三四五六七八九";
        const string powers = "千百十";
        var text = "";
        var (rest, power, gap) = (number, 1000, false);
        foreach (var mark in powers)
        {
            var digit = rest / power;
            rest %= power;
            if (digit > 0) text += (gap ? "零" : "") + digits[digit] + mark;
            gap = text.Length > 0 && digit == 0;
            power /= 10;
        }

        if (rest > 0) text += (gap ? "零" : "") + digits[rest];
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    private static Dictionary<char, char> ReadTraditional() =>
        File.ReadLines(Checkout.PathOf("rules", "text", "folding.tsv")).Select(l => l.Split('\t'))
            .Where(p => p.Length > 2 && p[0].Length == 1 && p[1].Length == 1 && p[0][0] is >= '\u4E00' and <= '\u9FFF' && p[1][0] is >= '\u4E00' and <= '\u9FFF')
            .GroupBy(p => p[1][0]).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single()[0][0]);

    private static Dictionary<string, string> ReadLimits() =>
        File.ReadLines(Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Metamorphic", "known-limits.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToDictionary(p => p[0] + " " + p[1], p => p[2], StringComparer.Ordinal);
}
