using ExtractionPipeline.Tests.CodeBase;

namespace ExtractionPipeline.Tests.Metamorphic;

/// <summary>Simplified characters that have just one traditional form in rules/text/folding.tsv, and the way back.</summary>
internal static class TraditionalForms
{
    /// <summary>The traditional form of a simplified character.</summary>
    public static IReadOnlyDictionary<char, char> Of { get; } =
        File.ReadLines(Checkout.PathOf("rules", "text", "folding.tsv")).Select(l => l.Split('\t'))
            .Where(p => p.Length > 2 && IsHan(p[0]) && IsHan(p[1])).GroupBy(p => p[1][0]).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single()[0][0]);

    private static Dictionary<char, char> Back { get; } = Of.ToDictionary(p => p.Value, p => p.Key);

    public static string Simplify(string text) => string.Concat(text.Select(c => Back.GetValueOrDefault(c, c)));

    private static bool IsHan(string text) => text.Length == 1 && text[0] is >= '\u4E00' and <= '\u9FFF';
}
