using System.Globalization;

using AngleSharp.Dom;

namespace ExtractionPipeline.Html;

/// <summary>The number or mark that a browser prints before a list entry.</summary>
internal static class ListNumbers
{
    private const string Bullet = "\u2022";
    private const int MaxNumber = 100_000;

    /// <summary>Null where none prints.</summary>
    public static string? LabelOf(IElement entry)
    {
        if (entry.ParentElement is not { } list || Hides(list) || Hides(entry)) return null;
        if (list.LocalName is "ul" or "dir") return Bullet;
        if (list.LocalName is not "ol") return null;
        var number = Number(list.GetAttribute("start")) ?? 1;
        foreach (var sibling in list.Children)
        {
            if (sibling.LocalName is not "li") continue;
            number = Number(sibling.GetAttribute("value")) ?? number;
            if (ReferenceEquals(sibling, entry)) break;
            number++;
        }

        return Written(number, entry.GetAttribute("type") ?? list.GetAttribute("type")) + ".";
    }

    /// <summary>0-based depth of lists around it.</summary>
    public static int LevelOf(IElement entry)
    {
        var level = -1;
        for (var at = entry.ParentElement; at is not null; at = at.ParentElement)
        {
            if (at.LocalName is "ol" or "ul") level++;
        }

        return Math.Max(0, level);
    }

    private static string Written(int number, string? type) => type switch
    {
        "a" => Letters(number, 'a'),
        "A" => Letters(number, 'A'),
        "i" => Roman(number).ToLowerInvariant(),
        "I" => Roman(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int number, char first)
    {
        var text = "";
        for (; number > 0; number = (number - 1) / 26) text = (char)(first + (number - 1) % 26) + text;
        return text;
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        (int Value, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value) text += sign;
        }

        return text;
    }

    private static bool Hides(IElement element) => ElementKinds.Style(element) is var style
        && (style.Contains("list-style:none", StringComparison.Ordinal) || style.Contains("list-style-type:none", StringComparison.Ordinal));

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= MaxNumber ? number : null;
}
