using System.Globalization;

namespace ExtractionPipeline.Word.Numbering;

/// <summary>The formats ordinal, cardinalText and ordinalText: 21st, Twenty-one, Twenty-first. Only English: the language of the run is not looked at.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] s_ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>1st, 2nd, 3rd, 11th.</summary>
    public static string Ordinal(int number)
    {
        var ending = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return number.ToString(CultureInfo.InvariantCulture) + ending;
    }

    /// <summary>Twenty-one; decimal from a million on.</summary>
    public static string CardinalText(int number) =>
        number >= 1_000_000 ? number.ToString(CultureInfo.InvariantCulture) : Capitalised(Cardinal(number));

    /// <summary>Twenty-first; decimal from a million on.</summary>
    public static string OrdinalText(int number)
    {
        if (number >= 1_000_000) return number.ToString(CultureInfo.InvariantCulture);
        var words = Cardinal(number);
        var last = words.LastIndexOfAny([' ', '-']) + 1;
        var ending = words[last..] switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            var word when word.EndsWith('y') => word[..^1] + "ieth",
            var word => word + "th",
        };
        return Capitalised(words[..last] + ending);
    }

    private static string Cardinal(int number) => number switch
    {
        < 20 => s_ones[number],
        < 100 => s_tens[number / 10 - 2] + (number % 10 == 0 ? "" : "-" + s_ones[number % 10]),
        < 1_000 => Join(s_ones[number / 100] + " hundred", number % 100),
        _ => Join(Cardinal(number / 1_000) + " thousand", number % 1_000),
    };

    private static string Join(string head, int rest) => rest == 0 ? head : $"{head} {Cardinal(rest)}";

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
