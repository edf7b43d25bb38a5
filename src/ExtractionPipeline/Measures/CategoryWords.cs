using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Measures;

/// <summary>Words that speak for a category, in folded offsets (end exclusive).</summary>
/// <param name="Rule">The rule that they call up.</param>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Points">Weight of the rule times the worth of the place.</param>
/// <param name="Rank">What it counts among the words of its rule.</param>
internal readonly record struct CategoryWord(CategoryRule Rule, int Start, int End, int Points, CategoryWordRank Rank);

/// <summary>What a word counts among the words that call up the same rule.</summary>
internal enum CategoryWordRank
{
    /// <summary>Nothing more: the rule has spoken.</summary>
    Repeated,

    /// <summary>The first other words of the rule: they support what it says.</summary>
    Supporting,

    /// <summary>The rule speaks nowhere with more points; of equal ones the first.</summary>
    Best,
}

/// <summary>Reads which words of a text speak for which category, and how much each is worth where it stands.</summary>
/// <remarks>
/// A plain place is worth 5. One more where the words close their clause, one more in the clause that first speaks of any category: Chinese puts the
/// object last and the main thing first. Half of all that inside 《》: a title says what the document is about, not what is done.
/// Nothing inside the name of an authority, and nothing inside a longer phrase: 专项维修资金 is no 资金.
/// A phrase with … counts where its parts follow one another within <see cref="PartReach"/> characters of one sentence;
/// parts of several such phrases of one rule may be combined. Read in one pass over the hits.
/// </remarks>
internal static class CategoryWords
{
    /// <summary>Longest distance between two parts of one phrase, in characters.</summary>
    private const int PartReach = 30;

    public const int PlainPlace = 5;
    private const int ClosesClause = 1;
    private const int FirstClause = 1;

    /// <summary>Words that end at most this far before the end of their clause close it, in characters.</summary>
    private const int CloseReach = 4;

    private const string SentenceMarks = "。;";

    /// <summary>The words of an item; those inside the names of authorities are left out.</summary>
    public static List<CategoryWord> Read(ItemText text, ItemFindings found)
    {
        var names = found.Mentions.OfType<OrganisationMention>().Select(m => (text.Search.FromSource(m.Span.Start), text.Search.FromSource(m.Span.End))).ToList();
        return Read(text.Folded, text.Hits, names);
    }

    /// <summary>The words of a heading.</summary>
    public static List<CategoryWord> Read(string folded, PhraseHits hits) => Read(folded, hits, []);

    private static List<CategoryWord> Read(string folded, PhraseHits phrases, List<(int Start, int End)> names)
    {
        var hits = phrases.Of(PhraseUse.Category);
        var words = new List<CategoryWord>(hits.Count);
        if (hits.Count == 0) return words;
        var clauses = ClauseSplitter.Split(folded);
        var covered = Covered(hits);
        var (clause, title, firstClause) = (0, new TitleReader(folded), -1);
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            while (clause < clauses.Count - 1 && clauses[clause].End <= hit.Start) clause++;
            var inTitle = title.IsInside(hit.Start);
            if (hit.Meaning.Part != 0 || covered[i] || names.Exists(n => n.Start <= hit.Start && hit.Start < n.End)) continue;
            var end = hit.Meaning.Parts == 1 ? hit.End : EndOfParts(folded, hits, covered, i);
            if (end < 0) continue;
            var rule = (CategoryRule)hit.Meaning.Subject;
            if (IsAgain(words, rule, hit.Start)) continue;
            if (firstClause < 0 && !inTitle) firstClause = clause;
            var worth = PlainPlace + (Closes(clauses, clause, end) ? ClosesClause : 0) + (clause == firstClause ? FirstClause : 0);
            words.Add(new CategoryWord(rule, hit.Start, end, rule.Weight * worth / (inTitle ? 2 : 1), CategoryWordRank.Repeated));
        }

        Rank(folded, words);
        return words;
    }

    /// <summary>Several phrases of one rule may begin with the same part.</summary>
    private static bool IsAgain(List<CategoryWord> words, CategoryRule rule, int start)
    {
        for (var i = words.Count - 1; i >= 0 && words[i].Start == start; i--)
        {
            if (ReferenceEquals(words[i].Rule, rule)) return true;
        }

        return false;
    }

    private static bool Closes(List<Clause> clauses, int clause, int end)
    {
        while (clause < clauses.Count - 1 && clauses[clause].End < end) clause++;
        return clauses[clause].End - end <= CloseReach;
    }

    private static void Rank(string folded, List<CategoryWord> words)
    {
        var best = new Dictionary<CategoryRule, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < words.Count; i++)
        {
            if (!best.TryGetValue(words[i].Rule, out var at) || words[i].Points > words[at].Points) best[words[i].Rule] = i;
        }

        foreach (var i in best.Values) words[i] = words[i] with { Rank = CategoryWordRank.Best };
        for (var i = 0; i < words.Count; i++)
        {
            if (!best.TryGetValue(words[i].Rule, out var at) || IsSame(folded, words[i], words[at])) continue;
            words[i] = words[i] with { Rank = CategoryWordRank.Supporting };
            best.Remove(words[i].Rule);   // one is enough
        }
    }

    private static bool IsSame(string folded, CategoryWord one, CategoryWord other) =>
        folded.AsSpan(one.Start, one.End - one.Start).SequenceEqual(folded.AsSpan(other.Start, other.End - other.Start));

    /// <summary>
    /// Which hits stand inside a longer plain phrase. A part of a phrase with … is only silenced by another category's words.
    /// Hits come in order of start, shorter before longer.
    /// </summary>
    private static bool[] Covered(IReadOnlyList<PhraseHit> hits)
    {
        var covered = new bool[hits.Count];
        var cover = hits[0];   // the plain phrase that reaches furthest so far
        var (coverStart, coverEnd) = (0, 0);
        for (var i = 0; i < hits.Count; i++)
        {
            for (var j = i; j < hits.Count && hits[j].Start == hits[i].Start; j++)
            {
                if (hits[j].Meaning.Parts == 1 && hits[j].End > coverEnd) (cover, coverStart, coverEnd) = (hits[j], hits[j].Start, hits[j].End);
            }

            covered[i] = hits[i].End <= coverEnd && hits[i].End - hits[i].Start < coverEnd - coverStart
                && (hits[i].Meaning.Parts == 1 || Number(hits[i]) != Number(cover));
        }

        return covered;
    }

    private static int Number(PhraseHit hit) => ((CategoryRule)hit.Meaning.Subject).Number;

    private static int EndOfParts(string folded, IReadOnlyList<PhraseHit> hits, bool[] covered, int first)
    {
        var (rule, end, next) = (hits[first].Meaning.Subject, hits[first].End, 1);
        for (var j = first + 1; j < hits.Count && hits[j].Start - end <= PartReach; j++)
        {
            var hit = hits[j];
            if (hit.Start < end || covered[j] || !ReferenceEquals(hit.Meaning.Subject, rule) || hit.Meaning.Part != next) continue;
            if (folded.AsSpan(end, hit.Start - end).IndexOfAny(SentenceMarks) >= 0) return -1;
            end = hit.End;
            next++;
            if (next == hit.Meaning.Parts) return end;
        }

        return -1;
    }

    /// <summary>Tells whether a character stands inside 《》; asked in order of the text.</summary>
    private struct TitleReader(string folded)
    {
        private int _at;
        private int _depth;

        public bool IsInside(int index)
        {
            for (; _at < index; _at++)
            {
                if (folded[_at] == '《') _depth++;
                else if (folded[_at] == '》' && _depth > 0) _depth--;
            }

            return _depth > 0;
        }
    }
}
