using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Outline;

/// <summary>A small number at a place.</summary>
/// <param name="Value">The number; of a decimal label its last part.</param>
/// <param name="Level">Parts of a decimal label beyond the first.</param>
/// <param name="End">One past its last character.</param>
internal readonly record struct LabelNumber(int Value, int Level, int End);

/// <summary>Reads the numbers of labels and dates: up to 1999, nothing that counts money.</summary>
internal sealed class NumeralReader(LabelNumerals numerals)
{
    private const int MaxDigits = 4;

    /// <summary>九百九十九 and spaces between; keeps a hostile text from being read over and over.</summary>
    private const int MaxCharacters = 16;

    public static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９');

    public static int DigitValue(char c) => c <= '9' ? c - '0' : c - '０';

    /// <summary>The value of one Chinese figure 〇 to 九, or -1.</summary>
    public int ChineseDigit(char c) => numerals.TryGetValue(c, out var n) && n is { System: NumeralSystem.Chinese, Value: < 10 } ? n.Value : -1;

    /// <summary>Every character that a number of this system can begin with.</summary>
    public string FirstCharacters(NumeralSystem system) => system switch
    {
        NumeralSystem.Digits or NumeralSystem.Decimal => "0123456789０１２３４５６７８９",
        NumeralSystem.Letters => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        _ => numerals.Of(system),
    };

    /// <summary>The number at a place in one of the systems, or null.</summary>
    /// <param name="systems">Tried in order.</param>
    /// <param name="text">Any text.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="end">Where the text ends.</param>
    /// <param name="enclosed">Whether signs stand on both sides: then spaces may stand between the digits (第 1 7 条).</param>
    public LabelNumber? Read(ReadOnlySpan<NumeralSystem> systems, string text, int at, int end, bool enclosed)
    {
        if (at >= end) return null;
        foreach (var system in systems)
        {
            var number = system switch
            {
                NumeralSystem.Digits => Digits(text, at, end, enclosed),
                NumeralSystem.Decimal => Decimal(text, at, end),
                NumeralSystem.Letters => Letter(text, at, end),
                NumeralSystem.Chinese => Chinese(text, at, end, enclosed),
                _ => numerals.TryGetValue(text[at], out var one) && one.System == system ? new LabelNumber(one.Value, 0, at + 1) : null,
            };
            if (number is not null) return number;
        }

        return null;
    }

    /// <summary>一 to 九百九十九; a row of figures without 十 or 百 (二〇二一) is no number here.</summary>
    public LabelNumber? Chinese(string text, int at, int end, bool spaces)
    {
        var (total, figure, any) = (0, -1, false);
        var last = at;
        for (var i = at; i < end && i < at + MaxCharacters; i++)
        {
            if (spaces && any && char.IsWhiteSpace(text[i])) continue;
            if (!numerals.TryGetValue(text[i], out var numeral) || numeral.System != NumeralSystem.Chinese) break;
            if (numeral.Value < 10)
            {
                if (figure > 0) return null;
                figure = numeral.Value;
            }
            else
            {
                if (total % (numeral.Value * 10) >= numeral.Value) return null;
                total += (figure < 0 ? 1 : figure) * numeral.Value;
                figure = -1;
            }

            any = true;
            last = i + 1;
        }

        return any ? new LabelNumber(total + Math.Max(figure, 0), 0, last) : null;
    }

    private static LabelNumber? Digits(string text, int at, int end, bool spaces)
    {
        var (value, count, last) = (0, 0, at);
        for (var i = at; i < end && i < at + MaxCharacters; i++)
        {
            if (spaces && count > 0 && char.IsWhiteSpace(text[i])) continue;
            if (!IsDigit(text[i])) break;
            if (++count > MaxDigits) return null;
            value = (value * 10) + DigitValue(text[i]);
            last = i + 1;
        }

        return count == 0 ? null : new LabelNumber(value, 0, last);
    }

    private static LabelNumber? Decimal(string text, int at, int end)
    {
        if (Digits(text, at, end, false) is not { } part) return null;
        var level = 0;
        while (level < MaxDigits && part.End + 1 < end && text[part.End] is '.' or '．' && Digits(text, part.End + 1, end, false) is { } next)
        {
            part = next;
            level++;
        }

        return level == 0 ? null : part with { Level = level };
    }

    private static LabelNumber? Letter(string text, int at, int end)
    {
        var c = text[at];
        if (!char.IsAsciiLetter(c) || (at + 1 < end && char.IsAsciiLetterOrDigit(text[at + 1]))) return null;
        return new LabelNumber(char.ToUpperInvariant(c) - 'A' + 1, 0, at + 1);
    }
}
