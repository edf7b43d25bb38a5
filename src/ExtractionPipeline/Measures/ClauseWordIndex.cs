using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Measures;

/// <summary>A clause word with its folded offsets.</summary>
internal readonly record struct ClauseWord(int Start, int End, ClauseRule Rule)
{
    public static ClauseWord Of(in PhraseHit hit) => new(hit.Start, hit.End, RuleOf(hit));

    public static ClauseRule RuleOf(in PhraseHit hit) => (ClauseRule)hit.Meaning.Subject;
}

/// <summary>The clause words of one item by kind, each kind in order of start, shorter before longer.</summary>
/// <remarks>
/// Only rows of whole words count. The text is cut into words for those that somebody looks at: most of an item nobody asks about.
/// </remarks>
internal sealed class ClauseWordIndex
{
    private static readonly int KindCount = Enum.GetValues<ClauseWordKind>().Length;

    private readonly WordBoundaries _boundaries;
    private readonly PhraseHitList _all;                        // whole words or not, as in the next one
    private readonly PhraseHit[] _byKind;                       // kind after kind
    private readonly int[] _first = new int[KindCount + 1];     // by kind: where its words begin; one more for the end of the last

    /// <param name="hits">The phrases of rules/measures/clauses.yaml.</param>
    /// <param name="boundaries">The words of the item.</param>
    public ClauseWordIndex(PhraseHitList hits, WordBoundaries boundaries)
    {
        _boundaries = boundaries;
        _all = hits;
        _byKind = hits.Count == 0 ? [] : new PhraseHit[hits.Count];
        foreach (ref readonly var hit in hits) _first[(int)ClauseWord.RuleOf(hit).Kind + 1]++;
        GroupStarts.Sum(_first);
        foreach (ref readonly var hit in hits) _byKind[_first[(int)ClauseWord.RuleOf(hit).Kind]++] = hit;
        GroupStarts.MoveBack(_first);
    }

    /// <summary>The clause words of a kind inside a stretch, in order.</summary>
    public ClauseWords Words(int start, int end, ClauseWordKind kind) => new(OfKind(kind), start, end, -1, _boundaries);

    /// <summary>The clause words of some kinds inside a stretch, in order; of all kinds where none is named.</summary>
    public ClauseWords Words(int start, int end, scoped ReadOnlySpan<ClauseWordKind> kinds)
    {
        var mask = kinds.IsEmpty ? -1 : 0;
        foreach (var kind in kinds) mask |= 1 << (int)kind;
        return new ClauseWords(_all.AsSpan(), start, end, mask, _boundaries);
    }

    /// <summary>The clause word of a kind that begins exactly here (the longest), or null.</summary>
    public ClauseWord? LongestAt(int start, ClauseWordKind kind)
    {
        var words = OfKind(kind);
        var longest = -1;
        for (var i = words.FirstFrom(start); i < words.Length && words[i].Start == start; i++)
        {
            if (IsWord(_boundaries, words[i])) longest = i;
        }

        return longest < 0 ? null : ClauseWord.Of(words[longest]);
    }

    /// <summary>The clause word of a kind that ends exactly here and begins no earlier than a place (the longest), or null.</summary>
    public ClauseWord? LongestEndingAt(int end, int from, ClauseWordKind kind)
    {
        var words = OfKind(kind);
        for (var i = words.FirstFrom(from); i < words.Length && words[i].Start < end; i++)
        {
            WorkCount.Finds(1);
            if (words[i].End == end && IsWord(_boundaries, words[i])) return ClauseWord.Of(words[i]);
        }

        return null;
    }

    /// <summary>The last clause word of a kind inside a stretch that is wanted, or null; looks at so many at most.</summary>
    public ClauseWord? LastWithin(int start, int end, ClauseWordKind kind, int most, Predicate<ClauseWord> wanted)
    {
        var words = OfKind(kind);
        for (var i = words.FirstFrom(end) - 1; i >= 0 && words[i].Start >= start && most > 0; i--)
        {
            WorkCount.Finds(1);
            if (!IsWord(_boundaries, words[i])) continue;
            most--;
            if (words[i].End <= end && ClauseWord.Of(words[i]) is var word && wanted(word)) return word;
        }

        return null;
    }

    /// <summary>
    /// A row of whole words. A receiver may also end a longer one (施工单位), or open a compound that the dictionary holds as one word
    /// (企业应用, but not 企业家).
    /// </summary>
    internal static bool IsWord(WordBoundaries boundaries, in PhraseHit hit)
    {
        var (start, end) = (hit.Start, hit.End);
        if (boundaries.IsWhole(start, end)) return true;
        if (ClauseWord.RuleOf(hit).Kind is not ClauseWordKind.Receiver) return false;
        return boundaries.IsAt(end) || (end - start >= 2 && boundaries.IsAt(start) && boundaries.WordStart(end) == start && !boundaries.IsAt(end + 1));
    }

    private ReadOnlySpan<PhraseHit> OfKind(ClauseWordKind kind) => _byKind.AsSpan(_first[(int)kind].._first[(int)kind + 1]);
}

/// <summary>The clause words inside a stretch, in order.</summary>
internal ref struct ClauseWords
{
    private readonly ReadOnlySpan<PhraseHit> _words;
    private readonly WordBoundaries _boundaries;
    private readonly int _end;
    private readonly int _kinds;    // a bit for each kind that is wanted
    private int _at;

    internal ClauseWords(ReadOnlySpan<PhraseHit> words, int start, int end, int kinds, WordBoundaries boundaries)
    {
        _words = words;
        _boundaries = boundaries;
        _end = end;
        _kinds = kinds;
        _at = words.FirstFrom(start) - 1;
    }

    public readonly ClauseWord Current => ClauseWord.Of(_words[_at]);

    public readonly ClauseWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++_at < _words.Length && _words[_at].Start < _end)
        {
            WorkCount.Finds(1);
            ref readonly var hit = ref _words[_at];
            if (hit.End <= _end && ((_kinds >> (int)ClauseWord.RuleOf(hit).Kind) & 1) != 0 && ClauseWordIndex.IsWord(_boundaries, hit)) return true;
        }

        return false;
    }
}
