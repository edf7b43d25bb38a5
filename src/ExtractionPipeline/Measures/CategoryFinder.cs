using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Measures;

/// <summary>Finds what an item is about, out of the taxonomy.</summary>
/// <remarks>
/// Points. A rule that speaks in the item gives its weight times the worth of the place where it speaks best: see <see cref="CategoryWords"/>.
/// A category has the points of its best rule and half of those of its other rules; other words of the same rule count as a rule of weight 1.
/// A heading gives points to the categories that it names most (two thirds of its best at least), one further out half as many as the nearest.
/// A category of which the item's own words say nothing has none: the heading is evidence, not proof.
/// The leader is what the nearest heading names plainly; else what has most points, if a heading names it too or the points reach
/// <see cref="Alone"/>. Without a leader nothing is found.
/// One more category stays beside it, the one with most points, if it decides by its own words (<see cref="Enough"/>) and comes near the leader
/// (<see cref="NearPercent"/>); where the headings speak for the leader and not for it, its own words must say more than one and a half times what the leader's do.
/// What the document's title names is the subject of all its items and tells them apart no more: where no heading names it, its words count two thirds, and as the
/// second it must say more than one and a half times what the leader's words do.
/// The words of the strongest rule are the finding's span; every other word that spoke for it is its evidence.
/// </remarks>
internal sealed class CategoryFinder(RuleSet rules)
{
    /// <summary>Points that decide: a rule of weight 3 in a plain place.</summary>
    private const int Enough = 3 * CategoryWords.PlainPlace;

    /// <summary>Points that are taken where nothing else speaks: a rule of weight 2, or several of weight 1.</summary>
    private const int Alone = 2 * CategoryWords.PlainPlace;

    /// <summary>The most categories of one item.</summary>
    private const int Most = 2;

    /// <summary>Share of the leader's points below which another category is only a side word.</summary>
    private const int NearPercent = 70;

    /// <summary>The most points that a heading gives: as many as a deciding rule.</summary>
    private const int MostOfHeading = Enough;

    /// <summary>Points of a heading that names a category plainly: a rule of weight 2.</summary>
    private const int Plainly = 2 * CategoryWords.PlainPlace;

    /// <summary>A shorter word of the title (经验, 做法, 机制) says what kind of list it is, not what it is about. In characters.</summary>
    private const int ShortestSubject = 3;

    private readonly int _count = rules.Categories.Names.Count;

    /// <param name="context">The item and its headings.</param>
    /// <param name="clauses">The clauses of its folded text.</param>
    public IReadOnlyList<CategoryFinding> Find(ItemContext context, List<Clause> clauses)
    {
        var words = CategoryWords.Read(context.Text, context.Found, clauses);
        if (words.Count == 0) return [];
        Span<int> heading = stackalloc int[_count];
        Span<int> own = stackalloc int[_count];
        AddHeadings(context.Headings, heading);
        AddOwn(words, own);
        ReadOnlySpan<bool> title = context.Title is { } named ? named.NamedCategories ??= Named(named) : [];
        LowerSubject(title, heading, own);
        Span<int> kept = stackalloc int[Most];
        var count = Choose(own, heading, title, kept);
        if (count == 0) return [];
        var found = new List<CategoryFinding>(count);
        foreach (var number in kept[..count]) found.Add(Finding(context.Text, words, number));
        found.Sort((left, right) => (left.Span, left.Code).CompareTo((right.Span, right.Code)));
        return found;
    }

    /// <summary>Where another category decides by its own words, those that the title names without a heading count two thirds.</summary>
    private static void LowerSubject(ReadOnlySpan<bool> title, ReadOnlySpan<int> heading, Span<int> own)
    {
        var rivals = false;
        for (var c = 0; c < title.Length; c++) rivals |= !title[c] && own[c] >= Enough;
        for (var c = 0; rivals && c < title.Length; c++)
        {
            if (title[c] && heading[c] == 0) own[c] = own[c] * 2 / 3;
        }
    }

    /// <summary>Points of the headings, by number of the category.</summary>
    private void AddHeadings(IReadOnlyList<Heading> headings, Span<int> points)
    {
        for (var i = 0; i < headings.Count; i++)
        {
            var worth = headings[i].CategoryPoints ??= Weigh(headings[i]);
            for (var c = 0; c < _count; c++) points[c] = Math.Max(points[c], i == 0 ? worth[c] : worth[c] / 2);
        }
    }

    /// <summary>The categories that a heading names most.</summary>
    private int[] Weigh(Heading heading)
    {
        var points = new int[_count];
        AddOwn(CategoryWords.Read(heading.Text.Folded, heading.Text.Hits), points);
        var most = 0;
        foreach (var p in points) most = Math.Max(most, p);
        for (var c = 0; c < _count; c++) points[c] = points[c] * 3 < most * 2 ? 0 : Math.Min(points[c], MostOfHeading);
        return points;
    }

    private bool[] Named(Heading title)
    {
        var named = new bool[_count];
        foreach (var word in CategoryWords.Read(title.Text.Folded, title.Text.Hits)) named[word.Rule.Number] |= word.End - word.Start >= ShortestSubject;
        return named;
    }

    /// <summary>Points of the words: each rule once, where it speaks best; the best rule of a category whole, its others half.</summary>
    private void AddOwn(List<CategoryWord> words, Span<int> points)
    {
        Span<int> best = stackalloc int[_count];
        best.Clear();
        foreach (var word in words)
        {
            if (word.Rank == CategoryWordRank.Repeated) continue;
            var c = word.Rule.Number;
            var worth = word.Rank == CategoryWordRank.Best ? word.Points : Math.Min(word.Points, CategoryWords.PlainPlace);
            points[c] += (Math.Min(best[c], worth) + 1) / 2;
            best[c] = Math.Max(best[c], worth);
        }

        for (var c = 0; c < _count; c++) points[c] += best[c];
    }

    /// <summary>Puts the numbers of the categories that stay in front, the leader first; gives how many.</summary>
    private int Choose(ReadOnlySpan<int> own, ReadOnlySpan<int> heading, ReadOnlySpan<bool> title, Span<int> kept)
    {
        var (leader, named) = (-1, -1);
        for (var c = 0; c < _count; c++)
        {
            if (own[c] == 0) continue;
            var total = own[c] + heading[c];
            if ((total >= Alone || heading[c] > 0) && (leader < 0 || total > own[leader] + heading[leader])) leader = c;
            if (heading[c] >= Plainly && (named < 0 || total > own[named] + heading[named])) named = c;
        }

        if (leader < 0) return 0;
        kept[0] = named >= 0 ? named : leader;
        var (count, second) = (1, -1);
        for (var c = 0; c < _count; c++)
        {
            if (c != kept[0] && ComesNear(c, kept[0], own, heading, !title.IsEmpty && title[c]) && (second < 0 || own[c] + heading[c] > own[second] + heading[second])) second = c;
        }

        if (second >= 0) kept[count++] = second;
        return count;
    }

    private static bool ComesNear(int other, int leader, ReadOnlySpan<int> own, ReadOnlySpan<int> heading, bool isSubject)
    {
        if (own[other] < Enough || own[other] + heading[other] < (own[leader] + heading[leader]) * NearPercent / 100) return false;
        return heading[other] > 0 || (heading[leader] == 0 && !isSubject) || own[other] * 2 > own[leader] * 3;
    }

    private static CategoryFinding Finding(ItemText text, List<CategoryWord> words, int number)
    {
        var (best, count) = (-1, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Rule.Number != number) continue;
            count++;
            if (best < 0 || words[i].Points > words[best].Points) best = i;
        }

        Evidence[] evidence = count < 2 ? [] : new Evidence[count - 1];
        var next = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Rule.Number == number && i != best) evidence[next++] = new Evidence(words[i].Rule.Rule.Id, text.Source(words[i].Start, words[i].End));
        }

        var strongest = words[best];
        return new CategoryFinding(strongest.Rule.Code, strongest.Rule.Rule.Id, text.Source(strongest.Start, strongest.End), evidence);
    }
}
