using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>Reads what a document as a whole says about regions.</summary>
/// <remarks>
/// The document's own region: the first place of the title; else of the issuer; else the one behind the abbreviation that
/// begins the document number (京商财务字 → 北京); else the deepest division that holds at least three fifths of the places
/// that the items name beyond doubt, and is named at least twice itself. A list of practices of many cities has none.
/// </remarks>
internal sealed class RegionContextReader(RuleSet rules, PlaceReader reader)
{
    private const int LeastMentions = 2;

    public RegionContext Read(DocumentOutline outline) =>
        Read(outline.Facts, [.. outline.Items.Select(i => ItemText.Read(i, rules))]);

    public RegionContext Read(DocumentFacts facts, IEnumerable<ItemText> items)
    {
        var counts = new Dictionary<Division, int>();
        var certain = new HashSet<DivisionCode>();
        foreach (var item in items) Count(item, counts, certain);
        var title = Count(TextOf(facts.Title), counts, certain);
        var issuer = Count(TextOf(facts.Issuer ?? ""), counts, certain);
        var own = title ?? issuer ?? BehindNumber(facts.DocumentNumber) ?? MostNamed(counts);
        return new RegionContext(own?.Code, facts.Date?.Year, certain);
    }

    /// <summary>Counts the places of a text, of several candidates the highest; gives the first. Certain are those with one candidate.</summary>
    private Division? Count(ItemText text, Dictionary<Division, int> counts, HashSet<DivisionCode> certain)
    {
        if (text.Hits.Of(PhraseUse.Place).Count == 0) return null;
        Division? first = null;
        foreach (var token in reader.Read(text, text.PlaceContexts, null, null))
        {
            if (token.Strength != PlaceStrength.Strong) continue;
            var candidates = PlaceJudge.InForce(token.Candidates, null);
            if (Highest(candidates) is not { } division) continue;
            if (candidates.Count == 1) certain.Add(division.Code);
            first ??= division;
            counts[division] = counts.GetValueOrDefault(division) + 1;
        }

        return first;
    }

    /// <summary>The only candidate, or the only one of the highest level.</summary>
    private static Division? Highest(List<Division> candidates)
    {
        if (candidates.Count == 1) return candidates[0].Today;
        var level = candidates.Min(d => d.Level);
        return candidates.Count(d => d.Level == level) == 1 ? candidates.First(d => d.Level == level).Today : null;
    }

    private Division? BehindNumber(string? number)
    {
        if (string.IsNullOrEmpty(number)) return null;
        var candidates = rules.Places.Divisions.Named(number[..1]);
        return candidates.Count == 0 ? null : candidates.MinBy(c => c.Division.Level).Division.Today;
    }

    private static Division? MostNamed(Dictionary<Division, int> counts)
    {
        var all = counts.Values.Sum();
        Division? best = null;
        var named = new List<Division>(counts.Keys);
        named.Sort((left, right) => left.Code.CompareTo(right.Code));
        foreach (var division in named)
        {
            if (counts[division] < LeastMentions) continue;
            var within = named.Where(d => d.IsWithin(division)).Sum(d => counts[d]);
            if (within * 5 >= all * 3 && (best is null || division.Path.Count > best.Path.Count)) best = division;
        }

        return best;
    }

    private ItemText TextOf(string text) => ItemText.Read(new OutlineItem("", "", null, text, BlockLocation.InBody(1)), rules);
}
