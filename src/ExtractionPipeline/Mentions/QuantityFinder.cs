using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds counts and measures that are not money (数量): 35个项目, 大于2万平方米.</summary>
/// <remarks>
/// Immutable; one instance may serve many threads. What is counted reaches from the measure word, or the bound word behind it, to the next
/// word of rules/quantities/boundaries.tsv, the next sign or the next number. 一个 without a bound is an article, 第二批 an ordinal: neither is reported.
/// </remarks>
public sealed class QuantityFinder
{
    private const int LongestNoun = 16;     // characters of what is counted
    private readonly QuantityRules _rules;

    /// <param name="rules">The rules; the figures of an item must have been read with the same.</param>
    public QuantityFinder(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules.Quantities;
    }

    /// <summary>Adds the quantities of an item, in order.</summary>
    public void Find(ItemText text, ItemFindings found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        foreach (var figure in text.Figures.All)
        {
            if (figure.Kind != FigureKind.Quantity || figure.Low is null) continue;
            if (NotCounted(text, figure) is { } rule)
            {
                var words = text.Source(figure.Start, figure.End);
                found.Suppressed.Add(new SuppressedCandidate(MentionKind.Quantity, words, rule.Id, "counts nothing: an article or an ordinal"));
                continue;
            }

            var end = figure.TakesNoun ? NounEnd(text, figure.SpanEnd) : figure.SpanEnd;
            var noun = end > figure.SpanEnd ? text.Folded[figure.SpanEnd..end] : null;
            found.Mentions.Add(new QuantityMention(
                text.Source(figure.SpanStart, end),
                new CountedQuantity(figure.Range, figure.UnitText, noun, figure.Approximate),
                figure.Rule.Id,
                text.Figures.ToSource(figure.Evidence)));
        }

        AddHidden(text, found);
    }

    private static void AddHidden(ItemText text, ItemFindings found)
    {
        foreach (var (hider, start, end) in text.Figures.HiddenUnits)
        {
            if (hider.Of == HiddenUnit.Quantity) found.Suppressed.Add(new SuppressedCandidate(MentionKind.Quantity, text.Source(start, end), hider.Rule.Id, "part of another word, not a count"));
        }
    }

    private Rule? NotCounted(ItemText text, Figure figure)
    {
        var source = text.Figures.Source;
        if (source.Words.LengthBefore(source.Folded, figure.Start, NumberWordKind.Ordinal) > 0) return _rules.Ordinal;
        return figure is { IsArticle: true, IsExact: true } ? _rules.Article : null;
    }

    private static int NounEnd(ItemText text, int start)
    {
        var source = text.Figures.Source;
        var end = start;
        while (end < source.Folded.Length && end - start < LongestNoun && char.IsLetterOrDigit(source.Folded[end]))
        {
            if (source.Boundaries.LongestAt(end) is not null) break;
            if (char.IsAsciiDigit(source.Folded[end]) && text.Figures.BeginsAt(end)) break;
            end++;
        }

        return end;
    }
}
