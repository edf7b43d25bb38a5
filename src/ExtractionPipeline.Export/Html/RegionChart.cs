using System.Globalization;

using ExtractionPipeline.Export.Marking;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Export.Html;

/// <summary>Bars of amounts by place, drawn as SVG: how many sums of money each place has, by role, and the largest that is given.</summary>
internal static class RegionChart
{
    private const int MostBars = 30;
    private const int RowHeight = 24;
    private const int NameWidth = 150;
    private const int BarWidth = 360;
    private const int FigureWidth = 190;
    private const decimal Wan = 10_000;

    public static void Write(ExtractionResult result, RuleSet rules, ReviewWords words, TextWriter to)
    {
        var places = Places(result);
        if (places.Count == 0)
        {
            to.Write($"<p class=\"note\">{HtmlText.Of(words["page.chart-none"])}</p>\n");
            return;
        }

        var shown = places.Take(MostBars).ToList();
        var unit = (double)BarWidth / shown.Max(p => p.Amounts.Count);
        to.Write(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"chart\" role=\"img\" viewBox=\"0 0 {NameWidth + BarWidth + FigureWidth} {shown.Count * RowHeight}\" aria-label=\"{HtmlText.Of(words["page.chart"])}\">\n"));
        for (var i = 0; i < shown.Count; i++) WriteBar(shown[i].Region, shown[i].Amounts, i * RowHeight, unit, rules, words, to);
        to.Write("</svg>\n");
        if (places.Count > MostBars) to.Write($"<p class=\"note\">{HtmlText.Of(words.Say("page.chart-more", (places.Count - MostBars).ToString(CultureInfo.InvariantCulture)))}</p>\n");
        to.Write($"<p class=\"note\">{HtmlText.Of(words["page.chart-note"])}</p>\n");
    }

    /// <summary>Places with their money, most first, then by code.</summary>
    private static List<(DivisionCode Region, List<MoneyMention> Amounts)> Places(ExtractionResult result)
    {
        var byRegion = new Dictionary<DivisionCode, List<MoneyMention>>();
        foreach (var measure in result.Items.SelectMany(i => i.Measures))
        {
            foreach (var region in measure.Regions.Distinct())
            {
                if (!byRegion.TryGetValue(region, out var amounts)) byRegion.Add(region, amounts = []);
                amounts.AddRange(measure.Amounts.OfType<MoneyMention>());
            }
        }

        return [.. byRegion.Where(p => p.Value.Count > 0).OrderByDescending(p => p.Value.Count).ThenBy(p => p.Key).Select(p => (p.Key, p.Value))];
    }

    private static void WriteBar(DivisionCode region, List<MoneyMention> amounts, int top, double unit, RuleSet rules, ReviewWords words, TextWriter to)
    {
        var name = rules.Places.Divisions.Find(region)?.Name ?? region.ToString();
        to.Write(string.Create(CultureInfo.InvariantCulture, $"<g data-region=\"{region}\"><text class=\"name\" x=\"{NameWidth - 8}\" y=\"{top + 16}\">{HtmlText.Of(name)}</text>"));
        var x = (double)NameWidth;
        foreach (var role in amounts.GroupBy(a => a.Role).OrderBy(g => g.Key))
        {
            var (width, word) = (role.Count() * unit, OutputWords.Of(role.Key));
            to.Write(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"{word}\" x=\"{x:0.##}\" y=\"{top + 4}\" width=\"{width:0.##}\" height=\"{RowHeight - 8}\"><title>{HtmlText.Of(words["role." + word])}: {role.Count()}</title></rect>"));
            x += width;
        }

        var figure = Largest(amounts) is { } largest ? string.Create(CultureInfo.InvariantCulture, $"{amounts.Count} \u00B7 {Money(largest, words)}") : amounts.Count.ToString(CultureInfo.InvariantCulture);
        to.Write(string.Create(CultureInfo.InvariantCulture, $"<text class=\"figure\" x=\"{x + 8:0.##}\" y=\"{top + 16}\">{HtmlText.Of(figure)}</text></g>\n"));
    }

    private static decimal? Largest(IEnumerable<MoneyMention> amounts) => amounts
        .Where(a => a.Role is MoneyRole.Award or MoneyRole.Cap && a.Amount is { Currency: "CNY", Per.Count: 0 })
        .Max(a => a.Amount.Range.Max ?? a.Amount.Range.Min);

    private static string Money(decimal yuan, ReviewWords words) => words.Language == "en"
        ? yuan.ToString("#,##0.##", CultureInfo.InvariantCulture) + " CNY"
        : yuan >= Wan ? words.Say("money.wan", (yuan / Wan).ToString("#,##0.####", CultureInfo.InvariantCulture)) : words.Say("money.yuan", yuan.ToString("0.##", CultureInfo.InvariantCulture));
}
