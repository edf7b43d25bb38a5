using ExtractionPipeline.Mentions;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>Amounts, shares and quantities of one text.</summary>
internal static class FigureReading
{
    private static readonly MoneyFinder Money = new(Reading.Rules);
    private static readonly PercentFinder Percents = new(Reading.Rules);
    private static readonly QuantityFinder Quantities = new(Reading.Rules);

    public static ItemFindings Of(string text)
    {
        var item = Reading.Of(text);
        var found = new ItemFindings();
        Money.Find(item, found);
        Percents.Find(item, found);
        Quantities.Find(item, found);
        return found;
    }

    public static string Row(string text, Mention mention) => mention switch
    {
        MoneyMention m => $"money {m.Span.In(text)} | {m.ValueText} | {Name(m.Role.ToString())}",
        PercentMention p => $"percent {p.Span.In(text)} | {p.ValueText} | {Name(p.Role.ToString())}",
        _ => $"quantity {mention.Span.In(text)} | {mention.ValueText}",
    };

    public static string Name(string role) => role.ToLowerInvariant();
}
