using ExtractionPipeline.Documents;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Outline;

/// <summary>Whether a line holds what only an item may hold: an amount, or the name of a place.</summary>
internal sealed class LineContents(RuleSet rules)
{
    private const int LongestPlaces = 40;

    /// <summary>Whether a number with a unit of money or a percent sign stands in the line.</summary>
    public bool HasAmount(string text)
    {
        var search = SearchableText.Fold(text, rules.Folding);
        var numbers = rules.Numerals.Lexer.Read(search);
        for (var i = 0; i < numbers.Count; i++)
        {
            if (UnitBegins(search.Folded, numbers[i].End)) return true;
        }

        return false;
    }

    /// <summary>Lines with the document's facts that name a place. An excerpt in plain text has no layout that makes a line a title: it may as well be a statement.</summary>
    public HashSet<Paragraph> NamingPlaces(IEnumerable<Paragraph> lines)
    {
        var naming = new HashSet<Paragraph>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines)
        {
            if (NamesPlace(line.Text)) naming.Add(line);
        }

        return naming;
    }

    /// <summary>Whether a line is nothing but the names of places: 上海市, 南京、无锡：.</summary>
    public bool IsPlaces(string text)
    {
        if (text.Length > LongestPlaces) return false;
        var folded = SearchableText.Fold(text, rules.Folding).Folded.TrimEnd(':', '。');
        var hits = rules.Phrases.Scan(folded).Of(PhraseUse.Place);
        var at = 0;
        while (at < folded.Length)
        {
            var end = at;
            foreach (var hit in hits)
            {
                if (hit.Start == at && hit.End - at > 1 && hit.End > end) end = hit.End;
            }

            if (end == at) return false;
            at = end < folded.Length && folded[end] == '、' ? end + 1 : end;
        }

        return folded.Length > 0;
    }

    /// <summary>A name that is a place by itself, or the abbreviation that begins a document number.</summary>
    private bool NamesPlace(string text)
    {
        var folded = SearchableText.Fold(text, rules.Folding).Folded;
        foreach (var hit in rules.Phrases.Scan(folded).Of(PhraseUse.Place))
        {
            var length = hit.End - hit.Start;
            if (length > 1 ? ((PlaceName)hit.Meaning.Subject).Strength == PlaceStrength.Strong : hit.Start == 0) return true;
        }

        return false;
    }

    /// <summary>Whether a unit of money or a percent sign begins here; no more of the line is looked at than the longest of them takes.</summary>
    private bool UnitBegins(string folded, int start)
    {
        var longest = Math.Max(rules.Phrases.Longest(PhraseUse.MoneyUnit), rules.Phrases.Longest(PhraseUse.PercentUnit));
        var hits = rules.Phrases.Scan(folded.Substring(start, Math.Min(longest, folded.Length - start)));
        var (money, percents) = (hits.Of(PhraseUse.MoneyUnit), hits.Of(PhraseUse.PercentUnit));
        return (money.Count > 0 && money[0].Start == 0) || (percents.Count > 0 && percents[0].Start == 0);
    }
}
