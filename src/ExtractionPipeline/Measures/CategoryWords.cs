using System.Buffers;

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
/// What a place is worth stands in <see cref="CategoryPlaces"/>. Nothing counts inside a longer phrase: 专项维修资金 is no 资金.
/// A phrase with … counts where its parts follow one another within <see cref="PartReach"/> characters of one sentence;
/// parts of several such phrases of one rule may be combined. Read in one pass over the hits.
/// </remarks>
internal static class CategoryWords
{
    /// <summary>Worth of a plain place for one point of weight.</summary>
    public const int PlainPlace = CategoryPlaces.Plain;

    /// <summary>Longest distance between two parts of one phrase, in characters.</summary>
    private const int PartReach = 30;

    private const string SentenceMarks = "。;";

    /// <summary>The words of an item.</summary>
    public static List<CategoryWord> Read(ItemText text, ItemFindings found, List<Clause> clauses)
    {
        var hits = text.Hits.Of(PhraseUse.Category);
        return hits.Count == 0 ? [] : Read(text.Folded, hits, CategoryPlaces.OfItem(text, found, clauses));
    }

    /// <summary>The words of a heading.</summary>
    public static List<CategoryWord> Read(string folded, PhraseHits phrases)
    {
        var hits = phrases.Of(PhraseUse.Category);
        return hits.Count == 0 ? [] : Read(folded, hits, CategoryPlaces.OfHeading(folded));
    }

    private static List<CategoryWord> Read(string folded, PhraseHitList hits, CategoryPlaces places)
    {
        var words = new List<CategoryWord>(Math.Min(hits.Count, 16));
        var covered = ArrayPool<bool>.Shared.Rent(hits.Count);
        var goingOn = MarkCovered(hits, covered);
        for (var i = 0; i < hits.Count; i++)
        {
            ref readonly var hit = ref hits[i];
            var meaning = hit.Meaning;
            if (meaning.Part != 0 || covered[i]) continue;
            var rule = (CategoryRule)meaning.Subject;
            if (meaning.Parts > 1 && (goingOn & Bit(rule)) == 0) continue;
            var end = meaning.Parts == 1 ? hit.End : EndOfParts(folded, hits, covered, i);
            if (end < 0 || IsAgain(words, rule, hit.Start)) continue;
            var points = places.Weigh(rule.Weight, hit.Start, end);
            if (points > 0) words.Add(new CategoryWord(rule, hit.Start, end, points, CategoryWordRank.Repeated));
        }

        ArrayPool<bool>.Shared.Return(covered);
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

    private static void Rank(string folded, List<CategoryWord> words)
    {
        if (words.Count == 0) return;
        var last = 0;   // of the rules that speak, in reading order
        foreach (var word in words) last = Math.Max(last, word.Rule.Index);
        var best = ArrayPool<int>.Shared.Rent(last + 1);    // by index of the rule: one more than its best word; 0 without one
        Array.Clear(best, 0, last + 1);
        for (var i = 0; i < words.Count; i++)
        {
            ref var at = ref best[words[i].Rule.Index];
            if (at == 0 || words[i].Points > words[at - 1].Points) at = i + 1;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (best[words[i].Rule.Index] == i + 1) words[i] = words[i] with { Rank = CategoryWordRank.Best };
        }

        for (var i = 0; i < words.Count; i++)
        {
            ref var at = ref best[words[i].Rule.Index];
            if (at == 0 || IsSame(folded, words[i], words[at - 1])) continue;
            words[i] = words[i] with { Rank = CategoryWordRank.Supporting };
            at = 0;   // one is enough
        }

        ArrayPool<int>.Shared.Return(best);
    }

    private static bool IsSame(string folded, CategoryWord one, CategoryWord other) =>
        folded.AsSpan(one.Start, one.End - one.Start).SequenceEqual(folded.AsSpan(other.Start, other.End - other.Start));

    /// <summary>
    /// Marks the hits that stand inside a longer plain phrase; gives the bits of the rules of which a second part stands in the text.
    /// A part of a phrase with … is only silenced by another category's words. Hits come in order of start, shorter before longer.
    /// </summary>
    private static ulong MarkCovered(PhraseHitList hits, bool[] covered)
    {
        var cover = hits[0].Meaning;   // the plain phrase that reaches furthest so far
        var (coverStart, coverEnd, goingOn) = (0, 0, 0UL);
        for (var i = 0; i < hits.Count;)
        {
            var (first, start) = (i, hits[i].Start);
            for (; i < hits.Count && hits[i].Start == start; i++)
            {
                ref readonly var hit = ref hits[i];
                if (hit.Meaning.Part == 1) goingOn |= Bit((CategoryRule)hit.Meaning.Subject);
                if (hit.End > coverEnd && hit.Meaning.Parts == 1) (cover, coverStart, coverEnd) = (hit.Meaning, start, hit.End);
            }

            for (var j = first; j < i; j++)
            {
                ref readonly var hit = ref hits[j];
                covered[j] = hit.End <= coverEnd && hit.End - start < coverEnd - coverStart
                    && (hit.Meaning.Parts == 1 || Number(hit.Meaning) != Number(cover));
            }
        }

        return goingOn;
    }

    /// <summary>One bit of 64 for a rule: where it is not set, no second part of the rule's phrases is looked for.</summary>
    private static ulong Bit(CategoryRule rule) => 1UL << (rule.Index & 63);

    private static int Number(PhraseMeaning meaning) => ((CategoryRule)meaning.Subject).Number;

    private static int EndOfParts(string folded, PhraseHitList hits, bool[] covered, int first)
    {
        var (rule, end, next) = (hits[first].Meaning.Subject, hits[first].End, 1);
        for (var j = first + 1; j < hits.Count && hits[j].Start - end <= PartReach; j++)
        {
            ref readonly var hit = ref hits[j];
            if (hit.Start < end || covered[j] || !ReferenceEquals(hit.Meaning.Subject, rule) || hit.Meaning.Part != next) continue;
            if (folded.AsSpan(end, hit.Start - end).IndexOfAny(SentenceMarks) >= 0) return -1;
            end = hit.End;
            next++;
            if (next == hit.Meaning.Parts) return end;
        }

        return -1;
    }
}
