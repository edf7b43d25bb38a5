using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Says of every number that no finder took why it is no data; what it cannot explain stays for the ledger.</summary>
/// <remarks>In this order: phrases around, before or behind the number, the longest first; letters, labels, pairs, words of the word list; a bare 零 or 万 last.</remarks>
public sealed class FigureClassFinder(RuleSet rules)
{
    private const int LongestNamed = 8;     // characters between 容积率 and its number
    private readonly LedgerRules _rules = rules.Ledger;

    /// <summary>Adds a suppressed candidate for each number that a class explains.</summary>
    public void Find(ItemText text, ItemFindings found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        if (text.Numbers.Count == 0) return;
        var covered = found.Covered();
        FigureClassRule? last = null;
        var ahead = default(ChainClass);
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var number = text.Numbers[i];
            var span = text.Source(number.Start, number.End);
            if (covered.Contains(span))
            {
                last = null;
                continue;
            }

            last = ClassOf(text, number) ?? (IsJoined(text, i - 1) ? last : null) ?? ClassAhead(text, i, ref ahead);
            if (last is { } known) found.Suppressed.Add(new SuppressedCandidate(MentionKind.Quantity, span, known.Rule.Id, known.Class));
        }
    }

    // 一、二、三等奖: what the next one of the chain is that has a class. All numbers up to that one share the answer, so a chain is walked once.
    private FigureClassRule? ClassAhead(ItemText text, int number, ref ChainClass ahead)
    {
        if (number < ahead.Until) return ahead.Class;
        FigureClassRule? known = null;
        var at = number;
        while (known is null && IsJoined(text, at)) known = ClassOf(text, text.Numbers[++at]);
        ahead = new ChainClass(known is null ? at + 1 : at, known);
        return known;
    }

    // 2～5分, 满足1和2: numbers that one word joins are of one class.
    private bool IsJoined(ItemText text, int left)
    {
        if (left < 0 || left + 1 >= text.Numbers.Count) return false;
        var (end, next) = (text.Numbers[left].End, text.Numbers[left + 1].Start);
        var length = Math.Max(rules.Numerals.Words.LengthAt(text.Folded, end, NumberWordKind.Range), rules.Numerals.Words.LengthAt(text.Folded, end, NumberWordKind.List));
        return length > 0 && end + length == next;
    }

    /// <summary>What numbers before an index take from the chain behind them.</summary>
    private readonly record struct ChainClass(int Until, FigureClassRule? Class);

    private FigureClassRule? ClassOf(ItemText text, NumberToken number)
    {
        FigureClassRule? known = null;
        FigureClassRule? alone = null;
        var longest = 0;
        var hits = text.Hits.Of(PhraseUse.FigureClass);
        for (var i = hits.FirstFrom(number.Start - text.Hits.Longest(PhraseUse.FigureClass) - LongestNamed); i < hits.Count && hits[i].Start <= number.End; i++)
        {
            var hit = hits[i];
            if (hit.Meaning.Subject is FigureClassRule { Place: FigureClassPlace.Alone } bare && hit.Start == number.Start && hit.End == number.End) alone = bare;
            if (hit.End - hit.Start <= longest) continue;
            if (hit.Meaning.Subject is not FigureClassRule rule) continue;   // what only hides a unit is the business of the figure reader
            var fits = rule.Place switch
            {
                FigureClassPlace.Around => hit.Start <= number.Start && number.End <= hit.End,
                FigureClassPlace.Before => hit.End == number.Start,
                FigureClassPlace.After => hit.Start == number.End,
                FigureClassPlace.Named => hit.End <= number.Start && number.Start - hit.End <= LongestNamed && text.Folded.AsSpan(hit.End, number.Start - hit.End).IndexOfAny(",;。") < 0,
                FigureClassPlace.Ratio => (hit.Start == number.End && IsNumberAt(text, hit.End)) || (hit.End == number.Start && IsNumberBefore(text, hit.Start)),
                _ => false,
            };
            if (!fits) continue;
            (known, longest) = (rule, hit.End - hit.Start);
        }

        if (known is not null) return known;
        return HasLetterBeside(text.Folded, number) ? _rules.Of(FigureClassPlace.Letter)
            : IsRunningLabel(text.Folded, number) ? _rules.Of(FigureClassPlace.RunningLabel)
            : IsPair(text, number) ? _rules.Of(FigureClassPlace.Pair)
            : IsLabel(text.Folded, number) ? _rules.Of(FigureClassPlace.Label)
            : IsInsideWord(text, number) ? _rules.Of(FigureClassPlace.Word)
            : alone;
    }

    private static bool IsNumberAt(ItemText text, int start) => text.Figures.Source.NumberAt(start) >= 0;

    private static bool IsNumberBefore(ItemText text, int end) => text.Figures.Source.NumberBefore(end) >= 0;

    private static bool HasLetterBeside(string folded, NumberToken number) =>
        (number.Start > 0 && IsNamePart(folded, number.Start - 1)) || (number.End < folded.Length && IsNamePart(folded, number.End));

    /// <summary>A letter, or a mark that joins the number to a letter: GB/T 50378-2019.</summary>
    private static bool IsNamePart(string folded, int index) =>
        char.IsAsciiLetter(folded[index])
        || (folded[index] is '-' or '/' or '.' or '_' && index > 0 && index + 1 < folded.Length && (char.IsAsciiLetterOrDigit(folded[index - 1]) && char.IsAsciiLetterOrDigit(folded[index + 1])));

    private static bool IsLabel(string folded, NumberToken number) =>
        number.Start > 0 && number.End < folded.Length && folded[number.Start - 1] == '(' && folded[number.End] == ')';

    /// <summary>1. or 2、 behind punctuation and before a word.</summary>
    private static bool IsRunningLabel(string folded, NumberToken number) =>
        number is { Form: NumberForm.Digits, Scale: 1 } && number.End - number.Start <= 2
        && (number.Start == 0 || folded[number.Start - 1] is ':' or ';' or ',' or '。' or ')')
        && number.End + 1 < folded.Length && folded[number.End] is '.' or '、' && char.IsLetter(folded[number.End + 1]);

    private static bool IsPair(ItemText text, NumberToken number) =>
        number.Form == NumberForm.Numerals && number.End - number.Start == 1 && (IsSame(text, number, number.Start - 2) || IsSame(text, number, number.Start + 2));

    private static bool IsSame(ItemText text, NumberToken number, int other) =>
        other >= 0 && other < text.Folded.Length && text.Folded[other] == text.Folded[number.Start] && char.IsLetter(text.Folded[Math.Min(other, number.Start) + 1]);

    private static bool IsInsideWord(ItemText text, NumberToken number)
    {
        if (number.Form == NumberForm.Digits) return false;
        var (start, end) = (text.Boundaries.WordStart(number.Start), text.Boundaries.WordEnd(number.Start));
        return end >= number.End && end - start > number.End - number.Start;
    }
}
