using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Output;

/// <summary>Values for people, in signs that need no language: "≤ 2000000 CNY", "80000–100000 CNY", "≈ 20 %", "3 CNY / 平方米".</summary>
public static class AmountText
{
    /// <summary>The value of a mention; for kinds without an amount, the value as goldens write it.</summary>
    public static string Of(Mention mention) => mention switch
    {
        MoneyMention { Amount: var amount } => About(amount.Approximate) + Of(amount.Range) + " " + amount.Currency + string.Concat(amount.Per.Select(p => " / " + p)),
        PercentMention { Share: var share } => About(share.Approximate) + Of(share.Range) + " %",
        QuantityMention { Quantity: var quantity } => About(quantity.Approximate) + Of(quantity.Range) + " " + quantity.Unit + (quantity.Noun is null ? "" : " " + quantity.Noun),
        _ => mention.ValueText,
    };

    private static string Of(Interval range) => (range.Min, range.Max) switch
    {
        (null, null) => "?",
        ({ } min, null) => $"{(range.MinInclusive == true ? "\u2265" : ">")} {Interval.Write(min)}",
        (null, { } max) => $"{(range.MaxInclusive == true ? "\u2264" : "<")} {Interval.Write(max)}",
        ({ } min, { } max) when min == max => Interval.Write(min),
        ({ } min, { } max) => $"{(range.MinInclusive == true ? "" : "> ")}{Interval.Write(min)}\u2013{(range.MaxInclusive == true ? "" : "< ")}{Interval.Write(max)}",
    };

    private static string About(bool approximate) => approximate ? "\u2248 " : "";
}
