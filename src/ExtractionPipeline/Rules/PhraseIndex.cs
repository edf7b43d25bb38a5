using System.Buffers;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>One occurrence of a phrase in folded text; start inclusive, end exclusive.</summary>
public readonly record struct PhraseHit(int Start, int End, PhraseMeaning Meaning);

/// <summary>All phrases of all rules in one automaton: a text is read once, whatever the number of rules.</summary>
public sealed class PhraseIndex
{
    private static readonly int UseCount = Enum.GetValues<PhraseUse>().Length;

    private readonly PhraseTrie _trie;
    private readonly PhraseMeaning[][] _meanings;   // by number of the phrase
    private readonly int[] _longest = new int[UseCount];

    /// <param name="meanings">In the order in which equal phrases are to be reported.</param>
    public PhraseIndex(IEnumerable<PhraseMeaning> meanings)
    {
        var byPhrase = new Dictionary<string, List<PhraseMeaning>>(StringComparer.Ordinal);
        foreach (var meaning in meanings)
        {
            if (!byPhrase.TryGetValue(meaning.Phrase, out var list)) byPhrase.Add(meaning.Phrase, list = []);
            list.Add(meaning);
            _longest[(int)meaning.Use] = Math.Max(_longest[(int)meaning.Use], meaning.Phrase.Length);
        }

        var phrases = byPhrase.Keys.Order(StringComparer.Ordinal).ToList();
        _trie = PhraseTrie.Build(phrases);
        _meanings = [.. phrases.Select(p => byPhrase[p].ToArray())];
    }

    /// <summary>Everything that stands in a folded text, by use; within a use in order of start, shorter before longer.</summary>
    public PhraseHits Scan(string folded)
    {
        var places = ArrayPool<PhrasePlace>.Shared.Rent(1024);
        var count = _trie.Scan(folded, ref places);
        var hits = new PhraseHits(Sort(places.AsSpan(0, count)), _longest);
        ArrayPool<PhrasePlace>.Shared.Return(places);
        return hits;
    }

    /// <summary>One list a use, each made as long as it becomes.</summary>
    private List<PhraseHit>?[] Sort(ReadOnlySpan<PhrasePlace> places)
    {
        Span<int> counts = stackalloc int[UseCount];
        counts.Clear();
        foreach (var place in places)
        {
            foreach (var meaning in _meanings[place.Phrase]) counts[(int)meaning.Use]++;
        }

        var lists = new List<PhraseHit>?[UseCount];
        foreach (var (start, end, phrase) in places)
        {
            foreach (var meaning in _meanings[phrase])
            {
                var use = (int)meaning.Use;
                (lists[use] ??= new List<PhraseHit>(counts[use])).Add(new PhraseHit(start, end, meaning));
            }
        }

        return lists;
    }
}

/// <summary>The phrases that stand in one text.</summary>
public sealed class PhraseHits
{
    private static readonly List<PhraseHit> None = [];

    private readonly List<PhraseHit>?[] _byUse;
    private readonly int[] _longest;

    internal PhraseHits(List<PhraseHit>?[] byUse, int[] longest)
    {
        _byUse = byUse;
        _longest = longest;
    }

    /// <summary>The hits of one use, in order of start, shorter before longer. Shared by all who read the text: never change it.</summary>
    public List<PhraseHit> Of(PhraseUse use) => _byUse[(int)use] ?? None;

    /// <summary>Length of the longest phrase of one use: no hit that ends at a place or covers it starts further before it.</summary>
    public int Longest(PhraseUse use) => _longest[(int)use];
}
