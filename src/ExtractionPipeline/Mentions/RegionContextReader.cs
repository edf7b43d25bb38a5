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

    public RegionContext Read(DocumentFacts facts, ItemText titleText, IEnumerable<ItemText> items)
    {
        var counts = new Dictionary<Division, int>();
        var certain = new HashSet<DivisionCode>();
        var names = new List<ReadPlace>();      // of one text
        foreach (var item in items) Count(item, counts, certain, names);
        var title = Count(titleText, counts, certain, names);
        var issuer = facts.Issuer is { } name ? Count(TextOf(name), counts, certain, names) : null;
        var own = title ?? issuer ?? BehindNumber(facts.DocumentNumber) ?? MostNamed(counts);
        return new RegionContext(own?.Code, facts.Date?.Year, certain);
    }

    /// <summary>Counts the places of a text, of several candidates the highest; gives the first. Certain are those with one candidate.</summary>
    private Division? Count(ItemText text, Dictionary<Division, int> counts, HashSet<DivisionCode> certain, List<ReadPlace> names)
    {
        if (text.Hits.Of(PhraseUse.Place).Count == 0) return null;
        Division? first = null;
        names.Clear();
        reader.Read(text, text.PlaceContexts, null, null, names);
        foreach (var name in names)
        {
            if (name.Strength != PlaceStrength.Strong) continue;
            var candidates = PlaceJudge.InForce(name.Candidates, null);
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
        var (highest, isOnly) = (candidates[0], true);
        for (var i = 1; i < candidates.Count; i++)
        {
            if (candidates[i].Level > highest.Level) continue;
            isOnly = candidates[i].Level < highest.Level;
            if (isOnly) highest = candidates[i];
        }

        return isOnly ? highest.Today : null;
    }

    private Division? BehindNumber(string? number)
    {
        if (string.IsNullOrEmpty(number)) return null;
        var candidates = rules.Places.Divisions.Named(number[..1]);
        return candidates.Count == 0 ? null : candidates.MinBy(c => c.Division.Level).Division.Today;
    }

    private static Division? MostNamed(Dictionary<Division, int> counts)
    {
        var all = 0;
        foreach (var count in counts.Values) all += count;
        Division? best = null;
        var named = new List<Division>(counts.Keys);
        named.Sort((left, right) => left.Code.CompareTo(right.Code));
        foreach (var division in named)
        {
            if (counts[division] < LeastMentions) continue;
            var within = CountWithin(named, division, counts);
            if (within * 5 >= all * 3 && (best is null || division.Path.Count > best.Path.Count)) best = division;
        }

        return best;
    }

    private static int CountWithin(List<Division> named, Division division, Dictionary<Division, int> counts)
    {
        var within = 0;
        foreach (var other in named) within += other.IsWithin(division) ? counts[other] : 0;
        return within;
    }

    private ItemText TextOf(string text) => ItemText.Read(new OutlineItem("", "", null, text, BlockLocation.InBody(1)), rules);
}
