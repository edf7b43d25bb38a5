using System.Globalization;
using System.Text;

namespace ExtractionPipeline.Word.Numbering;

/// <summary>Writes a list number in the characters of a w:numFmt (ECMA-376 part 1 §17.18.59). The characters stand in numerals.tsv.</summary>
internal sealed class NumeralSystems
{
    // A letter that repeats a thousand times is an attack, not a label.
    private const int MaxRepeats = 64;

    private readonly Dictionary<string, Numerals> _byFormat = new(StringComparer.Ordinal);

    private sealed record Numerals(string Scheme, string Characters, string Units);

    private NumeralSystems()
    {
        foreach (var row in TextTable.Read("Numbering.numerals.tsv"))
        {
            var numerals = new Numerals(row[1], row[2], row.Length > 3 ? row[3] : "");
            foreach (var format in row[0].Split(',')) _byFormat.Add(format, numerals);
        }
    }

    /// <summary>The formats of numerals.tsv and those that need no characters of their own.</summary>
    public static NumeralSystems Known { get; } = new();

    /// <summary>The number as it prints; null where the format is not known. Formats without a zero print zero and less as decimals.</summary>
    public string? Write(int number, string format)
    {
        switch (format)
        {
            case "decimal" or "decimalHalfWidth": return Decimal(number);
            case "decimalZero": return number is >= 0 and < 10 ? "0" + Decimal(number) : Decimal(number);
            case "none" or "bullet": return "";
        }

        if (number < 1) return Decimal(number);
        return format switch
        {
            "upperRoman" => Roman(number),
            "lowerRoman" => Roman(number).ToLowerInvariant(),
            "ordinal" => EnglishNumbers.Ordinal(number),
            "cardinalText" => EnglishNumbers.CardinalText(number),
            "ordinalText" => EnglishNumbers.OrdinalText(number),
            "hex" => number.ToString("X", CultureInfo.InvariantCulture),
            "numberInDash" => $"- {Decimal(number)} -",
            _ => _byFormat.TryGetValue(format, out var numerals) ? Write(number, numerals) : null,
        };
    }

    /// <summary>A decimal with leading zeros up to a width: "001, 002, 003, ..." has 3.</summary>
    public static string Padded(int number, int width) => number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Write(int number, Numerals numerals) => numerals.Scheme switch
    {
        "digits" => Digits(number, numerals.Characters),
        "tens" => number < 100 ? Grouped(number, numerals, fillGaps: false, One.NotBeforeLeadingTen) : Digits(number, numerals.Characters),
        "grouped" => Grouped(number, numerals, fillGaps: true, One.NotBeforeLeadingTen),
        "grouped-formal" => Grouped(number, numerals, fillGaps: true, One.Always),
        "grouped-sparse" => Grouped(number, numerals, fillGaps: false, One.Always),
        "grouped-japanese" => Grouped(number, numerals, fillGaps: false, One.NotBeforeSmallUnits),
        "grouped-korean" => Grouped(number, numerals, fillGaps: false, One.Never),
        "words" => Words(number, numerals),
        "set" => number <= numerals.Characters.Length ? numerals.Characters[number - 1].ToString() : Decimal(number),
        "repeat" => new string(numerals.Characters[(number - 1) % numerals.Characters.Length], Math.Min(MaxRepeats, (number - 1) / numerals.Characters.Length + 1)),
        "pairs" => $"{numerals.Characters[(number - 1) % numerals.Characters.Length]}{numerals.Units[(number - 1) % numerals.Units.Length]}",
        _ => throw new InvalidOperationException($"numerals.tsv names an unknown scheme: {numerals.Scheme}."),
    };

    private static string Digits(int number, string digits)
    {
        var text = new StringBuilder();
        foreach (var digit in Decimal(number)) text.Append(digits[digit - '0']);
        return text.ToString();
    }

    private static string Words(int number, Numerals numerals)
    {
        if (number > 99) return Decimal(number);
        var tens = number / 10 == 0 ? "" : numerals.Units.Split(' ')[number / 10 - 1];
        var ones = number % 10 == 0 ? "" : numerals.Characters.Split(' ')[number % 10 - 1];
        return tens + ones;
    }

    /// <summary>When 一 is written before a unit.</summary>
    private enum One
    {
        Always,
        NotBeforeLeadingTen,
        NotBeforeSmallUnits,
        Never,
    }

    /// <summary>East Asian counting by groups of four places: 一百零一, 一千一百一十, 十二万三千.</summary>
    private static string Grouped(int number, Numerals numerals, bool fillGaps, One one)
    {
        var text = new StringBuilder();
        Span<int> groups = [number % 10_000, number / 10_000 % 10_000, number / 100_000_000];
        var gap = false;
        for (var g = groups.Length - 1; g >= 0; g--)
        {
            var group = groups[g];
            if (text.Length > 0 && group < 1_000) gap = true;
            if (group == 0) continue;
            if (!(g > 0 && group == 1 && one == One.Never)) AppendGroup(text, group, numerals, ref gap, fillGaps, one);
            // Units stand in the order ten, hundred, thousand, ten thousand, hundred million.
            if (g > 0) text.Append(numerals.Units[2 + g]);
            gap = false;
        }

        return text.ToString();
    }

    private static void AppendGroup(StringBuilder text, int group, Numerals numerals, ref bool gap, bool fillGaps, One one)
    {
        var begun = false;
        for (var (place, divisor) = (3, 1_000); place >= 0; place--, divisor /= 10)
        {
            var digit = group / divisor % 10;
            if (digit == 0)
            {
                gap |= begun;
                continue;
            }

            if (gap && fillGaps) text.Append(numerals.Characters[0]);
            gap = false;
            var silent = digit == 1 && place > 0 && one switch
            {
                One.NotBeforeLeadingTen => place == 1 && text.Length == 0,
                One.NotBeforeSmallUnits or One.Never => true,
                _ => false,
            };
            if (!silent) text.Append(numerals.Characters[digit]);
            if (place > 0) text.Append(numerals.Units[place - 1]);
            begun = true;
        }
    }

    private static readonly (int Value, string Letters)[] s_roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    private static string Roman(int number)
    {
        // Word writes no larger ones either.
        if (number > 32_767) return Decimal(number);
        var text = new StringBuilder();
        foreach (var (value, letters) in s_roman)
        {
            for (; number >= value; number -= value) text.Append(letters);
        }

        return text.ToString();
    }
}
