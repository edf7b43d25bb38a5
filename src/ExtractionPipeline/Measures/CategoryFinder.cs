using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>Finds what an item is about, out of the taxonomy.</summary>
/// <remarks>
/// Every rule that speaks in the item counts once with its weight. A category is found when its words in the item reach
/// <see cref="Enough"/>, or when a heading speaks for it and the item's own words support it: the heading is evidence, not proof.
/// The words of the strongest rule are the finding's span; of equal rules the one that stands first in the text.
/// </remarks>
internal sealed class CategoryFinder(RuleSet rules)
{
    /// <summary>Weight that decides.</summary>
    private const int Enough = 3;

    /// <summary>Longest distance between two parts of one phrase, in characters.</summary>
    private const int PartReach = 40;

    public IReadOnlyList<CategoryFinding> Find(ItemContext context)
    {
        var headings = HeadingWeights(context.Headings);
        var found = new List<CategoryFinding>();
        foreach (var group in Spoken(context.Text).GroupBy(s => s.Rule.Code, StringComparer.Ordinal))
        {
            var spoken = group.ToList();
            var weight = spoken.Sum(s => s.Rule.Weight);
            if (weight < Enough && weight + headings.GetValueOrDefault(group.Key) < Enough) continue;
            var best = spoken.OrderByDescending(s => s.Rule.Weight).ThenBy(s => s.Span).First();
            found.Add(new CategoryFinding(group.Key, best.Rule.Rule.Id, best.Span, [.. spoken.Where(s => s != best).Select(s => new Evidence(s.Rule.Rule.Id, s.Span))]));
        }

        return [.. found.OrderBy(f => f.Span).ThenBy(f => f.Code, StringComparer.Ordinal)];
    }

    /// <summary>2 for the nearest heading that speaks for a category, 1 for one further out.</summary>
    private Dictionary<string, int> HeadingWeights(IReadOnlyList<Section> headings)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Count; i++)
        {
            var search = SearchableText.Fold(headings[i].Title, rules.Folding);
            foreach (var hit in rules.Phrases.Scan(search.Folded).Of(PhraseUse.Category))
            {
                if (hit.Meaning.Parts == 1) weights.TryAdd(((CategoryRule)hit.Meaning.Subject).Code, i == 0 ? 2 : 1);
            }
        }

        return weights;
    }

    /// <summary>Every rule that speaks, with its first words; a phrase inside a longer phrase of another category does not count.</summary>
    private static IEnumerable<(CategoryRule Rule, SourceSpan Span)> Spoken(ItemText text)
    {
        var hits = text.Hits.Of(PhraseUse.Category);
        var seen = new HashSet<CategoryRule>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (hit.Meaning.Part != 0 || IsInsideLonger(hits, i)) continue;
            var end = hit.Meaning.Parts == 1 ? hit.End : EndOfParts(text.Folded, hits, i);
            if (end < 0) continue;
            var rule = (CategoryRule)hit.Meaning.Subject;
            if (seen.Add(rule)) yield return (rule, text.Source(hit.Start, end));
        }
    }

    private static bool IsInsideLonger(IReadOnlyList<PhraseHit> hits, int index)
    {
        var hit = hits[index];
        for (var j = 0; j < hits.Count && hits[j].Start <= hit.Start; j++)
        {
            if (hits[j].End >= hit.End && hits[j].End - hits[j].Start > hit.End - hit.Start && hits[j].Meaning.Parts == 1) return true;
        }

        return false;
    }

    private static int EndOfParts(string folded, IReadOnlyList<PhraseHit> hits, int first)
    {
        var (rule, end, next) = (hits[first].Meaning.Subject, hits[first].End, 1);
        for (var j = first + 1; j < hits.Count; j++)
        {
            var hit = hits[j];
            if (hit.Start < end || !ReferenceEquals(hit.Meaning.Subject, rule) || hit.Meaning.Part != next) continue;
            if (hit.Start - end > PartReach || folded.AsSpan(end, hit.Start - end).IndexOfAny("。;") >= 0) return -1;
            end = hit.End;
            next++;
            if (next == hit.Meaning.Parts) return end;
        }

        return -1;
    }
}
