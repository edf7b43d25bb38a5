using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Says of every number that no finder took why it is no data; what it cannot explain stays for the ledger.</summary>
/// <remarks>In this order: set phrases, phrases right before or behind, ratios, letters, labels, words of the word list.</remarks>
public sealed class FigureClassFinder(RuleSet rules)
{
    private readonly LedgerRules _rules = rules.Ledger;

    /// <summary>Adds a suppressed candidate for each number that a class explains.</summary>
    public void Find(ItemText text, ItemFindings found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        if (text.Numbers.Count == 0) return;
        var covered = found.Covered();
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var number = text.Numbers[i];
            var span = text.Source(number.Start, number.End);
            if (covered.Contains(span)) continue;
            if (ClassOf(text, number) is { } known) found.Suppressed.Add(new SuppressedCandidate(MentionKind.Quantity, span, known.Rule.Id, known.Class));
        }
    }

    private FigureClassRule? ClassOf(ItemText text, NumberToken number)
    {
        var hits = text.Hits.Of(PhraseUse.FigureClass);
        for (var i = hits.FirstFrom(number.Start - text.Hits.Longest(PhraseUse.FigureClass)); i < hits.Count && hits[i].Start <= number.End; i++)
        {
            var hit = hits[i];
            if (hit.Meaning.Subject is not FigureClassRule rule) continue;   // what only hides a unit is the business of the figure reader
            var fits = rule.Place switch
            {
                FigureClassPlace.Around => hit.Start <= number.Start && number.End <= hit.End,
                FigureClassPlace.Before => hit.End == number.Start,
                FigureClassPlace.After => hit.Start == number.End,
                FigureClassPlace.Ratio => (hit.Start == number.End && IsNumberAt(text, hit.End)) || (hit.End == number.Start && IsNumberBefore(text, hit.Start)),
                _ => false,
            };
            if (fits) return rule;
        }

        return HasLetterBeside(text.Folded, number) ? _rules.Of(FigureClassPlace.Letter)
            : IsLabel(text.Folded, number) ? _rules.Of(FigureClassPlace.Label)
            : IsInsideWord(text, number) ? _rules.Of(FigureClassPlace.Word)
            : null;
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

    private static bool IsInsideWord(ItemText text, NumberToken number)
    {
        if (number.Form == NumberForm.Digits) return false;
        var (start, end) = (text.Boundaries.WordStart(number.Start), text.Boundaries.WordEnd(number.Start));
        return end >= number.End && end - start > number.End - number.Start;
    }
}
