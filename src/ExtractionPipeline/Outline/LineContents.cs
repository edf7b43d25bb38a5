using ExtractionPipeline.Documents;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Outline;

/// <summary>Whether a line holds what only an item may hold: an amount, or the name of a place.</summary>
internal sealed class LineContents(RuleSet rules)
{
    /// <summary>Whether a number with a unit of money or a percent sign stands in the line.</summary>
    public bool HasAmount(string text)
    {
        var search = SearchableText.Fold(text, rules.Folding);
        var hits = rules.Phrases.Scan(search.Folded);
        var (money, percents) = (hits.Of(PhraseUse.MoneyUnit), hits.Of(PhraseUse.PercentUnit));
        if (money.Count == 0 && percents.Count == 0) return false;
        foreach (var number in rules.Numerals.Lexer.Read(search))
        {
            if (BeginsAt(money, number.End) || BeginsAt(percents, number.End)) return true;
        }

        return false;
    }

    /// <summary>Lines with the document's facts that name a place. A plain text has no layout that makes a line a title: it may as well be a statement.</summary>
    public HashSet<Paragraph> NamingPlaces(IEnumerable<Paragraph> lines)
    {
        var naming = new HashSet<Paragraph>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines)
        {
            if (NamesPlace(line.Text)) naming.Add(line);
        }

        return naming;
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

    private static bool BeginsAt(IReadOnlyList<PhraseHit> hits, int start)
    {
        foreach (var hit in hits)
        {
            if (hit.Start == start) return true;
        }

        return false;
    }
}
