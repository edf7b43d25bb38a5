using System.Globalization;
using System.Text;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Export.Marking;

/// <summary>The words that pages and review copies say of mentions, in English or Chinese.</summary>
internal sealed class ReviewWords
{
    private static readonly Lazy<Dictionary<string, (string English, string Chinese)>> Rows = new(Read);

    private readonly bool _chinese;

    public ReviewWords(bool chinese) => _chinese = chinese;

    /// <summary>BCP 47 tag of the language.</summary>
    public string Language => _chinese ? "zh-CN" : "en";

    public string this[string key] => _chinese ? Rows.Value[key].Chinese : Rows.Value[key].English;

    public string Say(string key, params string[] details) => string.Format(CultureInfo.InvariantCulture, this[key], [.. details]);

    /// <summary>The role of a mention as the output names it; null for kinds without one.</summary>
    public static string? RoleOf(Mention mention) => mention switch
    {
        RegionMention region => OutputWords.Of(region.Role),
        MoneyMention money => OutputWords.Of(money.Role),
        PercentMention percent => OutputWords.Of(percent.Role),
        _ => null,
    };

    /// <summary>"money · cap: ≤ 2000000 CNY".</summary>
    public string Meaning(Mention mention)
    {
        var kind = this["kind." + OutputWords.Of(mention.Kind)];
        var role = RoleOf(mention) is { } name ? " \u00B7 " + this["role." + name] : "";
        var value = mention is RegionMention region ? $"{string.Concat(region.Place.Path)} {region.Place.Code}" : AmountText.Of(mention);
        return $"{kind}{role}: {value}";
    }

    private static Dictionary<string, (string English, string Chinese)> Read()
    {
        using var reader = new StreamReader(typeof(ReviewWords).Assembly.GetManifestResourceStream("words.tsv")!, Encoding.UTF8);
        var rows = new Dictionary<string, (string English, string Chinese)>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var key, var english, var chinese]) rows.Add(key, (english, chinese));
        }

        return rows;
    }
}
