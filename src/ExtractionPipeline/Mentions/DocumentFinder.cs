using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds titles in 《》 and document numbers (文件). Immutable, thread-safe.</summary>
/// <remarks>
/// A title reaches from an opening mark to the mark that closes it; marks inside it are part of it. A mark without a partner in
/// the item makes no title and is reported. A number right behind a title, or in brackets right behind it, joins the title's
/// mention.
/// </remarks>
public sealed class DocumentFinder(RuleSet rules)
{
    private static readonly List<PhraseHit> s_none = [];    // never changed

    private readonly DocumentTitleRules _rules = rules.DocumentTitles;

    /// <summary>Adds the item's documents.</summary>
    public void Find(ItemText text, ItemFindings findings, DiagnosticBag? diagnostics = null)
    {
        var hits = text.Hits.Of(PhraseUse.Document);
        if (hits.Count == 0 || _rules.All.Count == 0) return;
        var titles = Titles(text, hits, diagnostics);
        var numbers = new DocumentNumbers(text.Folded, hits, text.Hits.Longest(PhraseUse.Document)).Read();
        var next = 0;
        foreach (var title in titles)
        {
            for (; next < numbers.Count && numbers[next].Start < title.Start; next++) AddNumber(text, numbers[next], findings);
            while (next < numbers.Count && numbers[next].End < title.End) next++;
            var end = title.End;
            FoundNumber? joined = null;
            if (next < numbers.Count && EndWithNumber(text.Folded, title.End, numbers[next]) is { } joinedEnd)
            {
                (joined, end) = (numbers[next], joinedEnd);
                next++;
            }

            AddTitle(text, title, end, joined, findings);
        }

        for (; next < numbers.Count; next++) AddNumber(text, numbers[next], findings);
    }

    private static List<PhraseHit> Titles(ItemText text, PhraseHitList hits, DiagnosticBag? diagnostics)
    {
        List<PhraseHit>? open = null;   // the innermost last
        List<PhraseHit>? titles = null;
        foreach (var hit in hits)
        {
            var rule = (DocumentRule)hit.Meaning.Subject;
            if (rule.Part == DocumentPart.TitleOpen) (open ??= []).Add(hit);
            if (rule.Part != DocumentPart.TitleClose) continue;
            if (open is null or [])
            {
                Report(text, hit, diagnostics);
                continue;
            }

            var start = open[^1];
            open.RemoveAt(open.Count - 1);
            titles ??= [];
            while (titles.Count > 0 && titles[^1].Start > start.Start) titles.RemoveAt(titles.Count - 1);   // titles inside this one
            titles.Add(start with { End = hit.End });
        }

        for (var i = 0; i < open?.Count; i++) Report(text, open[i], diagnostics);
        return titles ?? s_none;
    }

    private static void Report(ItemText text, PhraseHit mark, DiagnosticBag? diagnostics) => diagnostics?.Add(
        DiagnosticKinds.TitleMarkUnpaired, DiagnosticPlace.InItem(text.Item.Id, text.Source(mark.Start, mark.End)), text.Folded[mark.Start..mark.End]);

    /// <summary>Where the title's mention ends when the number belongs to it; null where it does not.</summary>
    private static int? EndWithNumber(string folded, int titleEnd, FoundNumber number)
    {
        if (number.Start == titleEnd) return number.End;
        var bracketed = number.Start == titleEnd + 1 && folded[titleEnd] == '(' && number.End < folded.Length && folded[number.End] == ')';
        return bracketed ? number.End + 1 : null;
    }

    private static void AddTitle(ItemText text, PhraseHit title, int end, FoundNumber? number, ItemFindings findings)
    {
        var rule = ((DocumentRule)title.Meaning.Subject).Rule.Id;
        var evidence = number is { } n ? new[] { new Evidence(n.Rule.Rule.Id, text.Source(n.Start, n.End)) } : [];
        findings.Mentions.Add(new DocumentMention(
            text.Source(title.Start, end), Words(text, title.Start + 1, title.End - 1), number is { } m ? Words(text, m.Start, m.End) : null, rule, evidence));
    }

    private static void AddNumber(ItemText text, FoundNumber number, ItemFindings findings) =>
        findings.Mentions.Add(new DocumentMention(
            text.Source(number.Start, number.End), null, Words(text, number.Start, number.End), number.Rule.Rule.Id,
            number.Stop is { } stop ? [new Evidence(((DocumentRule)stop.Meaning.Subject).Rule.Id, text.Source(stop.Start, stop.End))] : []));

    /// <summary>As the document writes it, without what folding dropped: line breaks and spaces inside it.</summary>
    private static string Words(ItemText text, int start, int end)
    {
        var words = new StringBuilder(end - start);
        for (var i = start; i < end; i++) words.Append(text.Item.Text[text.Search.ToSource(i)]);
        return words.ToString();
    }
}
