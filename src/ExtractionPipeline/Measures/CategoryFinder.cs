using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Measures;

/// <summary>Finds what an item is about, out of the taxonomy.</summary>
/// <remarks>
/// Points. A rule that speaks in the item gives its weight times the worth of the place where it speaks best: see <see cref="CategoryWords"/>.
/// A heading gives points to every category that it names; the nearest most, its last words most.
/// Found is a category whose own words reach <see cref="Enough"/>, or whose own words are helped by the headings to reach it:
/// the heading is evidence, not proof, and a category of which the item says nothing is never found.
/// Of those found the best stays, and what comes near it: at most <see cref="Most"/>, each with at least
/// <see cref="NearPercent"/> of the points of the best; where the headings speak for the best and not for another,
/// that other one must say in its own words more than the best does.
/// The words of the strongest rule are the finding's span; every other word that spoke for it is its evidence.
/// </remarks>
internal sealed class CategoryFinder(RuleSet rules)
{
    /// <summary>Points that decide: a rule of weight 3 in a plain place.</summary>
    private const int Enough = 12;

    /// <summary>The most categories of one item.</summary>
    private const int Most = 2;

    /// <summary>Share of the best category's points below which another one is only a side word.</summary>
    private const int NearPercent = 75;

    /// <summary>Worth of the nearest heading for one point of weight; a heading further out is worth half.</summary>
    private const int HeadingWorth = 4;

    private readonly int _count = rules.Categories.Names.Count;

    public IReadOnlyList<CategoryFinding> Find(ItemContext context)
    {
        var words = CategoryWords.Read(context.Text, context.Found);
        if (words.Count == 0) return [];
        Span<int> heading = stackalloc int[_count];
        Span<int> own = stackalloc int[_count];
        AddHeadings(context.Headings, heading);
        AddOwn(words, own);

        Span<int> ranked = stackalloc int[_count];
        var kept = Choose(own, heading, ranked);
        if (kept == 0) return [];
        var found = new List<CategoryFinding>(kept);
        foreach (var number in ranked[..kept]) found.Add(Finding(context.Text, words, number));
        found.Sort((left, right) => (left.Span, left.Code).CompareTo((right.Span, right.Code)));
        return found;
    }

    /// <summary>Points of the headings, by number of the category.</summary>
    private void AddHeadings(IReadOnlyList<Section> headings, Span<int> points)
    {
        Span<int> one = stackalloc int[_count];
        for (var i = 0; i < headings.Count; i++)
        {
            one.Clear();
            var search = SearchableText.Fold(headings[i].Title, rules.Folding);
            AddOwn(CategoryWords.Read(search.Folded, rules.Phrases.Scan(search.Folded)), one);
            for (var c = 0; c < _count; c++)
            {
                var worth = Math.Min(one[c], 3 * HeadingWorth);
                points[c] = Math.Max(points[c], i == 0 ? worth : worth / 2);
            }
        }
    }

    /// <summary>Each rule counts once, where it speaks best.</summary>
    private static void AddOwn(List<CategoryWord> words, Span<int> points)
    {
        foreach (var word in words)
        {
            if (word.IsBestOfRule) points[word.Rule.Number] += word.Points;
        }
    }

    /// <summary>Puts the numbers of the categories that stay in front, best first; gives how many.</summary>
    private int Choose(ReadOnlySpan<int> own, ReadOnlySpan<int> heading, Span<int> ranked)
    {
        var count = 0;
        for (var c = 0; c < _count; c++)
        {
            if (own[c] == 0 || own[c] + heading[c] < Enough) continue;
            var at = count++;
            while (at > 0 && own[ranked[at - 1]] + heading[ranked[at - 1]] < own[c] + heading[c])
            {
                ranked[at] = ranked[at - 1];
                at--;
            }

            ranked[at] = c;
        }

        var kept = Math.Min(count, 1);
        for (var i = 1; i < count && kept < Most; i++)
        {
            if (ComesNear(ranked[i], ranked[0], own, heading)) ranked[kept++] = ranked[i];
        }

        return kept;
    }

    private static bool ComesNear(int other, int best, ReadOnlySpan<int> own, ReadOnlySpan<int> heading)
    {
        if (own[other] + heading[other] < (own[best] + heading[best]) * NearPercent / 100) return false;
        return own[other] >= Enough && (heading[other] > 0 || heading[best] == 0 || own[other] > own[best]);
    }

    private static CategoryFinding Finding(ItemText text, List<CategoryWord> words, int number)
    {
        CategoryWord? best = null;
        foreach (var word in words)
        {
            if (word.Rule.Number == number && (best is null || word.Points > best.Value.Points)) best = word;
        }

        var evidence = new List<Evidence>();
        foreach (var word in words)
        {
            if (word.Rule.Number != number || word == best) continue;
            evidence.Add(new Evidence(word.Rule.Rule.Id, text.Source(word.Start, word.End)));
        }

        return new CategoryFinding(best!.Value.Rule.Code, best.Value.Rule.Rule.Id, text.Source(best.Value.Start, best.Value.End), evidence);
    }
}
