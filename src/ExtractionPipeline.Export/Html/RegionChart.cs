using System.Globalization;

using ExtractionPipeline.Export.Marking;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Export.Html;

/// <summary>Bars of amounts by place: how many sums of money each place has, by role, and the sums as the document writes them.</summary>
internal static class RegionChart
{
    private const int MostBars = 30;
    private const int MostFigures = 6;   // of one place

    public static void Write(ExtractionResult result, RuleSet rules, ReviewWords words, TextWriter to)
    {
        var places = Places(result);
        if (places.Count == 0)
        {
            to.Write($"<p class=\"note\">{HtmlText.Of(words["page.chart-none"])}</p>\n");
            return;
        }

        var most = places.Max(p => p.Amounts.Count);
        to.Write($"<div class=\"chart\" role=\"group\" aria-label=\"{HtmlText.Of(words["page.chart"])}\">\n");
        foreach (var (region, amounts) in places.Take(MostBars)) WriteBar(region, amounts, most, rules, words, to);
        to.Write("</div>\n");
        if (places.Count > MostBars) to.Write($"<p class=\"note\">{HtmlText.Of(words.Say("page.chart-more", Text(places.Count - MostBars)))}</p>\n");
        to.Write($"<p class=\"note\">{HtmlText.Of(words["page.chart-note"])}</p>\n");
    }

    /// <summary>Places with their money, most first, then by code; the money of each by role.</summary>
    private static List<(DivisionCode Region, List<(MoneyMention Amount, string Words)> Amounts)> Places(ExtractionResult result)
    {
        var byRegion = new Dictionary<DivisionCode, List<(MoneyMention Amount, string Words)>>();
        foreach (var item in result.Items)
        {
            foreach (var measure in item.Measures)
            {
                foreach (var region in measure.Regions.Distinct())
                {
                    if (!byRegion.TryGetValue(region, out var amounts)) byRegion.Add(region, amounts = []);
                    amounts.AddRange(measure.Amounts.OfType<MoneyMention>().Select(a => (a, string.Concat(a.Span.In(item.Item.Text).Where(c => !char.IsWhiteSpace(c))))));
                }
            }
        }

        return [.. byRegion.Where(p => p.Value.Count > 0).OrderByDescending(p => p.Value.Count).ThenBy(p => p.Key).Select(p => (p.Key, p.Value.OrderBy(a => a.Amount.Role).ToList()))];
    }

    private static void WriteBar(DivisionCode region, List<(MoneyMention Amount, string Words)> amounts, int most, RuleSet rules, ReviewWords words, TextWriter to)
    {
        var name = rules.Places.Divisions.Find(region)?.Name ?? region.ToString();
        to.Write($"<div class=\"bar\" data-region=\"{region}\" role=\"button\" tabindex=\"0\" aria-pressed=\"false\"><span class=\"name\">{HtmlText.Of(name)}</span><span class=\"track\">");
        foreach (var role in amounts.GroupBy(a => a.Amount.Role))
        {
            var (width, word) = (100m * role.Count() / most, OutputWords.Of(role.Key));
            to.Write(string.Create(CultureInfo.InvariantCulture, $"<i class=\"{word}\" style=\"width:{width:0.##}%\" title=\"{HtmlText.Of(words["role." + word])}: {role.Count()}\"></i>"));
        }

        to.Write($"</span><b>{Text(amounts.Count)}</b><span class=\"figures\">");
        foreach (var (amount, figure) in amounts.Take(MostFigures))
        {
            var word = OutputWords.Of(amount.Role);
            to.Write($"<span class=\"figure {word}\" title=\"{HtmlText.Of(words["role." + word])}\">{HtmlText.Of(figure)}</span>");
        }

        if (amounts.Count > MostFigures) to.Write($"<span>+{Text(amounts.Count - MostFigures)}</span>");
        to.Write("</span></div>\n");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
