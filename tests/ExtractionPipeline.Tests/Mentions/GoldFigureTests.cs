using ExtractionPipeline.Mentions;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Values;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>Amounts and shares against the gold. The rules were made with this gold in view: it shows what holds, not what unseen texts give.</summary>
public sealed class GoldFigureTests
{
    [Test]
    public void ReadsTheSampleList()
    {
        var differences = new List<string>();
        var gold = JObject.Parse(File.ReadAllText(Checkout.PathOf("tests", "gold", "intelligent-construction-batch2.json")));
        foreach (var item in gold["items"]!)
        {
            var text = (string)item["text"]!;
            var found = FigureReading.Of(text);
            Compare((string)item["id"]!, item["money"]!.Select(m => Gold(m, money: true, per: true)), found.Mentions.OfType<MoneyMention>().Select(m => Found(m, per: true)), differences);
            Compare((string)item["id"]!, item["percents"]!.Select(m => Gold(m, money: false, per: false)), found.Mentions.OfType<PercentMention>().Select(Found), differences);
            foreach (var quantity in item["quantities"]!.Select(q => (string)q!))
            {
                if (!found.Mentions.OfType<QuantityMention>().Any(q => string.Equals(q.Span.In(text), quantity, StringComparison.Ordinal))) differences.Add($"{item["id"]} quantity missed {quantity}");
            }
        }

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void ReadsTheProse()
    {
        var differences = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Checkout.PathOf("tests", "gold", "prose"), "*.json").Order(StringComparer.Ordinal))
        {
            var gold = JObject.Parse(File.ReadAllText(path));
            var found = FigureReading.Of(File.ReadAllText(Path.ChangeExtension(path, ".txt")));
            var id = Path.GetFileNameWithoutExtension(path);
            var money = found.Mentions.OfType<MoneyMention>().Where(m => m.Amount.Range.IsStated).Select(m => Found(m, per: false)).ToList();
            foreach (var optional in (gold["money"] ?? new JArray()).Where(m => (bool?)m["optional"] == true))
            {
                var value = Gold(optional, money: true, per: false);
                var at = money.FindIndex(m => m.StartsWith(value[..value.LastIndexOf(' ')], StringComparison.Ordinal));
                if (at >= 0) money.RemoveAt(at);     // may be found or not
            }

            Compare(id, (gold["money"] ?? new JArray()).Where(m => (bool?)m["optional"] != true).Select(m => Gold(m, money: true, per: false)), money, differences);
            Compare(id, (gold["percents"] ?? new JArray()).Select(m => Gold(m, money: false, per: false)), found.Mentions.OfType<PercentMention>().Select(Found), differences);
        }

        Assert.That(differences, Is.Empty);
    }

    private static void Compare(string id, IEnumerable<string> gold, IEnumerable<string> found, List<string> differences)
    {
        var (expected, actual) = (string.Join("; ", gold), string.Join("; ", found));
        if (!string.Equals(expected, actual, StringComparison.Ordinal)) differences.Add($"{id}\n  gold  {expected}\n  found {actual}");
    }

    private static string Gold(JToken m, bool money, bool per)
    {
        var (min, max) = ((decimal?)m["min"], (decimal?)m["max"]);
        var range = (min, max) switch
        {
            ({ } low, null) => Interval.AtLeast(low, (bool)m["minInclusive"]!),
            (null, { } high) => Interval.AtMost(high, (bool)m["maxInclusive"]!),
            ({ } low, { } high) => Interval.Between(low, (bool)m["minInclusive"]!, high, (bool)m["maxInclusive"]!),
            _ => Interval.Unstated,
        };
        var about = money && (bool?)m["approximate"] == true ? "about " : "";
        var bases = per ? " per " + string.Join('·', m["per"]!.Select(p => (string)p!)) : "";
        return $"{about}{range}{(money ? " " + (string?)m["currency"] : "")}{bases} {(string?)m["role"]}";
    }

    private static string Found(MoneyMention m, bool per) =>
        $"{(m.Amount.Approximate ? "about " : "")}{m.Amount.Range} {m.Amount.Currency}{(per ? " per " + string.Join('·', m.Amount.Per) : "")} {FigureReading.Name(m.Role.ToString())}";

    private static string Found(PercentMention m) => $"{m.Share.Range} {FigureReading.Name(m.Role.ToString())}";
}
