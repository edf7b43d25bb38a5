using System.Globalization;

namespace ExtractionPipeline.Text;

/// <summary>Finds every number of a folded text: digits, Chinese numerals and both together.</summary>
/// <remarks>
/// Leftmost, then longest; numbers never overlap. What was dropped by folding decides what is one number:
/// between digits nothing may have been dropped, save single digits that all stand apart (justified text, "1 7") ;
/// before a magnitude white space is allowed, but no tab (3000 万); behind a decimal point nothing (1. 2000 is a label and a number).
/// A comma divides thousands where groups of exactly three digits follow; a full-width one only before 000 or where a fraction follows, because it also divides lists.
/// </remarks>
public sealed class NumberLexer(NumeralTable table)
{
    private const int MostDigits = 24;

    /// <summary>All numbers, in order.</summary>
    public IReadOnlyList<NumberToken> Read(SearchableText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<NumberToken>();
        var folded = text.Folded;
        for (var at = 0; at < folded.Length;)
        {
            var next = table.FirstStart(folded.AsSpan(at));
            if (next < 0) break;
            WorkCount.Characters(next + 1);
            at += next;
            var token = char.IsAsciiDigit(folded[at]) || Begins(text, at) ? ReadAt(text, at) : null;
            if (token is { } found)
            {
                tokens.Add(found);
                at = found.End;
            }
            else
            {
                at++;
            }
        }

        return tokens;
    }

    private bool Begins(SearchableText text, int at)
    {
        var folded = text.Folded;
        if (folded[at] < 0x80) return false;
        var next = at + 1 < folded.Length ? table[folded[at + 1]].Kind : NumeralKind.None;
        var placeNext = next is NumeralKind.Place or NumeralKind.Magnitude && !table.StopsAt(folded, at + 1);
        return table[folded[at]].Kind switch
        {
            NumeralKind.Digit => true,
            NumeralKind.Formal => placeNext || next == NumeralKind.Formal,
            NumeralKind.Place or NumeralKind.Magnitude => !table.StopsAt(folded, at),
            NumeralKind.Some or NumeralKind.SomeBeforePlace => placeNext && (at == 0 || !table.StopsAt(folded, at - 1)),
            _ => false,
        };
    }

    private NumberToken? ReadAt(SearchableText text, int start)
    {
        var folded = text.Folded;
        var number = default(ChineseNumber);
        var state = new State(start);
        while (state.At < folded.Length)
        {
            WorkCount.Characters(1);
            if (state.At > start && text.HasGapBefore(state.At) && !GapAllowed(text, state.At, folded[state.At])) break;
            var c = folded[state.At];
            if (char.IsAsciiDigit(c))
            {
                if (!ReadDigits(text, ref state, ref number)) break;
                if (state.Dotted) return new NumberToken(start, state.At, null, NumberForm.Dotted, 1, false, NumberFault.NotANumber);
            }
            else if (!ReadNumeral(text, ref state, ref number))
            {
                break;
            }
        }

        return state.At == start ? null : Finish(state, number);
    }

    private static NumberToken Finish(State state, ChineseNumber number)
    {
        var row = state.RowLength > 1;
        var vague = state.Vague || (row && number.HasUnit);
        var form = state.HasDigits ? NumberForm.Digits
            : row ? NumberForm.DigitRow
            : state.Implied ? NumberForm.Implied
            : NumberForm.Numerals;
        var fault = number.IsTooLarge ? NumberFault.TooLarge : vague ? NumberFault.Vague : NumberFault.None;
        decimal? value = fault == NumberFault.None ? number.Sum() : null;
        return new NumberToken(state.Start, state.At, value, form, number.Scale == 0 ? 1 : number.Scale, state.Approximate, fault);
    }

    // Digits may begin a number, or go on behind a magnitude (1亿2000万, 3万5千, 5万2000).
    private bool ReadDigits(SearchableText text, ref State state, ref ChineseNumber number)
    {
        var folded = text.Folded;
        if (state.At > state.Start && (number.HasCurrent || !state.HasDigits || !number.HasUnit)) return false;
        var end = DigitsEnd(text, state.At);
        var dotted = end < folded.Length - 1 && folded[end] == '.' && char.IsAsciiDigit(folded[end + 1]) && !text.HasGapBefore(end) && !text.HasGapBefore(end + 1);
        if (dotted)
        {
            end = DigitsEnd(text, end + 1);
            while (end < folded.Length - 1 && folded[end] == '.' && char.IsAsciiDigit(folded[end + 1]) && !text.HasGapBefore(end + 1))
            {
                state.Dotted = true;
                end = DigitsEnd(text, end + 1);
            }
        }

        if (state.At > state.Start && !GoesOn(text, state.At, end)) return false;
        Parse(folded.AsSpan(state.At, end - state.At), ref number);
        state.HasDigits = true;
        state.At = end;
        return true;
    }

    private bool GoesOn(SearchableText text, int start, int end)
    {
        if (text.HasGapBefore(start)) return false;
        var next = end < text.Folded.Length ? table[text.Folded[end]].Kind : NumeralKind.None;
        return next is NumeralKind.Place or NumeralKind.Magnitude ? !table.StopsAt(text.Folded, end) : end - start == 4 && text.Folded[start - 1] > 0x80;
    }

    private static void Parse(ReadOnlySpan<char> digits, ref ChineseNumber number)
    {
        Span<char> plain = stackalloc char[64];
        var length = 0;
        foreach (var c in digits)
        {
            if (c is ',' || length == plain.Length) continue;
            if (char.IsAsciiDigit(c) || c == '.') plain[length++] = c;
        }

        var fits = digits.Length <= MostDigits && decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        number.AddDigits(fits ? decimal.Parse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : decimal.MaxValue);
    }

    private static int DigitsEnd(SearchableText text, int start)
    {
        var folded = text.Folded;
        var end = start + 1;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]) && (!text.HasGapBefore(end) || IsTorn(text, start, end))) end++;
        if (end - start == 1) return SpacedDigitsEnd(text, start);
        return end - start <= 3 ? ThousandsEnd(text, start, end) : end;
    }

    // 1 7 条, 2 0 2 3 年: every digit stands alone. A digit beside a longer run is a number of its own.
    private static int SpacedDigitsEnd(SearchableText text, int start)
    {
        var folded = text.Folded;
        var end = start + 1;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]) && text.GapBefore(end) is " " or "\u3000" or "\u00a0"
            && (end + 1 >= folded.Length || !char.IsAsciiDigit(folded[end + 1]) || text.HasGapBefore(end + 1)))
        {
            end++;
        }

        return end > start + 1 ? end : ThousandsEnd(text, start, end);
    }

    private static int ThousandsEnd(SearchableText text, int start, int end)
    {
        var folded = text.Folded;
        var last = end;
        while (last + 3 < folded.Length && folded[last] == ',' && IsGroup(text, last + 1)
            && (text.Original[text.ToSource(last)] == ',' || IsThousands(text, last))
            && (last + 4 >= folded.Length || !char.IsAsciiDigit(folded[last + 4])))
        {
            last += 4;
        }

        return last > end && folded[start] != '0' ? last : SpacedThousandsEnd(text, start, end);
    }

    // 50⏎00万元: a number never begins with 0 and goes on without a point, so the digits belong to those before the gap.
    private static bool IsTorn(SearchableText text, int start, int at) =>
        text.Folded[at] == '0' && text.Folded[start] != '0' && (at + 1 >= text.Folded.Length || text.Folded[at + 1] != '.')
        && (text.GapBefore(at) is "\n" or "\r\n" || (text.GapBefore(at) is " " && at + 1 < text.Folded.Length && char.IsAsciiDigit(text.Folded[at + 1]) && !text.HasGapBefore(at + 1)));

    // 最高1 500万元: groups of three, where a word touches the first one (so that it is no label or cell).
    private static int SpacedThousandsEnd(SearchableText text, int start, int end)
    {
        var folded = text.Folded;
        if (start == 0 || folded[start] == '0' || !char.IsLetter(folded[start - 1]) || char.IsAsciiLetter(folded[start - 1]) || text.HasGapBefore(start)) return end;
        while (end + 3 <= folded.Length && text.GapBefore(end) is " " or "\u00a0" or "\u2009" or "\u202f" && IsBareGroup(text, end) && (end + 3 == folded.Length || !char.IsAsciiDigit(folded[end + 3]) || text.HasGapBefore(end + 3))) end += 3;
        return end;
    }

    private static bool IsBareGroup(SearchableText text, int start)
    {
        for (var i = start; i < start + 3; i++)
        {
            if (!char.IsAsciiDigit(text.Folded[i]) || (i > start && text.HasGapBefore(i))) return false;
        }

        return true;
    }

    // 3，600，000 and 3，286.57 are numbers, whatever the width of their commas; 100，200，300万元 is a list.
    private static bool IsThousands(SearchableText text, int comma)
    {
        var folded = text.Folded;
        var last = comma;
        while (last + 7 < folded.Length && folded[last + 4] == ',' && IsGroup(text, last + 5)) last += 4;
        return string.CompareOrdinal(folded, last + 1, "000", 0, 3) == 0 || IsFractionAt(folded, last + 4);
    }

    // 3，286.57: a number with a fraction is one number, whatever the width of its comma.
    private static bool IsFractionAt(string folded, int at) => at + 1 < folded.Length && folded[at] == '.' && char.IsAsciiDigit(folded[at + 1]);

    private static bool IsGroup(SearchableText text, int start)
    {
        for (var i = start; i < start + 3; i++)
        {
            if (!char.IsAsciiDigit(text.Folded[i]) || text.HasGapBefore(i)) return false;
        }

        return !text.HasGapBefore(start - 1);
    }

    private bool ReadNumeral(SearchableText text, ref State state, ref ChineseNumber number)
    {
        var folded = text.Folded;
        var numeral = table[folded[state.At]];
        switch (numeral.Kind)
        {
            case NumeralKind.Digit or NumeralKind.Formal when !state.HasDigits && state.RowLength < 9:
                if (number.HasCurrent && numeral.Value == 0 && number.HasUnit) return false;
                state.RowLength = number.HasCurrent ? state.RowLength + 1 : Math.Max(state.RowLength, 1);
                number.AddDigit(numeral.Value);
                break;
            case NumeralKind.Place or NumeralKind.Magnitude when !table.StopsAt(folded, state.At):
                if (state.At == state.Start && !(numeral.Value == 10 && table[NextOf(folded, state.At)].Kind != NumeralKind.None)) state.Implied = numeral.Value != 10;
                if (!(numeral.Kind == NumeralKind.Place ? number.TryAddPlace(numeral.Value) : number.TryAddMagnitude(numeral.Value))) return false;
                break;
            case NumeralKind.Some or NumeralKind.SomeBeforePlace:
                if (!SomeFits(folded, state, number)) return false;
                state.Vague = true;
                break;
            case NumeralKind.More when (number.HasUnit || state.HasDigits) && !state.Approximate && number.Sum() >= 10:
                state.Approximate = true;
                break;
            case NumeralKind.Point when (number.HasCurrent || number.HasUnit) && !state.HasDigits && table[NextOf(folded, state.At)].Kind == NumeralKind.Digit:
                state.At = ReadFraction(folded, state.At + 1, ref number);
                return true;
            default:
                return false;
        }

        state.At++;
        return true;
    }

    private static char NextOf(string folded, int at) => at + 1 < folded.Length ? folded[at + 1] : '\0';

    private bool SomeFits(string folded, State state, ChineseNumber number)
    {
        var next = table[NextOf(folded, state.At)].Kind;
        var placeNext = next is NumeralKind.Place or NumeralKind.Magnitude && !table.StopsAt(folded, state.At + 1);
        return state.At == state.Start ? placeNext : number.HasUnit && table[folded[state.At]].Kind == NumeralKind.Some && !number.HasCurrent;
    }

    // 三点五亿: the fraction belongs to the digit that waits for its magnitude.
    private int ReadFraction(string folded, int at, ref ChineseNumber number)
    {
        var fraction = 0m;
        var place = 0.1m;
        for (; at < folded.Length && table[folded[at]].Kind == NumeralKind.Digit && place > 0.0000001m; at++)
        {
            fraction += table[folded[at]].Value * place;
            place /= 10;
        }

        number.AddFraction(fraction);
        return at;
    }

    private bool GapAllowed(SearchableText text, int at, char next)
    {
        if (text.GapBefore(at).Contains('\t')) return false;
        var kind = table[next].Kind;
        return kind is NumeralKind.Magnitude or NumeralKind.Place or NumeralKind.More
            || (!char.IsAsciiDigit(next) && kind == NumeralKind.Digit && text.GapBefore(at) is " ");
    }

    private struct State(int start)
    {
        public readonly int Start = start;
        public int At = start;
        public int RowLength;
        public bool HasDigits;
        public bool Dotted;
        public bool Implied;
        public bool Vague;
        public bool Approximate;
    }
}
