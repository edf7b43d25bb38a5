using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Tests.Metamorphic;

/// <summary>Says how two readings of one sentence in two spellings differ: values stay, spans follow.</summary>
internal static class SameReading
{
    /// <summary>One line a mention or measure that is not in both.</summary>
    /// <param name="before">The sentence.</param>
    /// <param name="variant">Its other spelling.</param>
    /// <param name="rename">What a value of the first is in the second.</param>
    public static List<string> Differences(ExtractedItem before, TextVariant variant, Func<string, string>? rename = null)
    {
        var after = GoldTexts.Pipeline.ExtractSentence(variant.Text);
        rename ??= static value => value;
        var expected = Lines(before, variant.Map, rename);
        var found = Lines(after, static span => span, static value => value);
        return [.. expected.Except(found, StringComparer.Ordinal).Select(l => "lost " + l), .. found.Except(expected, StringComparer.Ordinal).Select(l => "new " + l)];
    }

    private static List<string> Lines(ExtractedItem item, Func<SourceSpan, SourceSpan> map, Func<string, string> rename)
    {
        var lines = new List<string>();
        foreach (var mention in item.Mentions) lines.Add($"{mention.Kind} {map(mention.Span)} {Plain(rename(mention.ValueText))}{Role(mention)}");
        foreach (var measure in item.Measures) lines.Add($"Measure {map(measure.Span)} {rename(string.Join(' ', measure.Regions))} {measure.Reason} {string.Join(' ', measure.Amounts.Select(a => map(a.Span)))}");
        return lines;
    }

    private static string Role(Mention mention) => mention switch
    {
        MoneyMention money => " " + money.Role,
        PercentMention percent => " " + percent.Role,
        RegionMention region => " " + region.Role,
        _ => "",
    };

    /// <summary>Names and nouns are reported as written; here only their characters count, neither their width nor their traditional form.</summary>
    private static string Plain(string value) => TraditionalForms.Simplify(string.Concat(value.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)));
}
