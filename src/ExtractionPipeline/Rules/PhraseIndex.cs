using System.Buffers;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>One occurrence of a phrase in folded text; start inclusive, end exclusive.</summary>
public readonly record struct PhraseHit(int Start, int End, PhraseMeaning Meaning);

/// <summary>All phrases of all rules in one automaton: a text is read once, whatever the number of rules.</summary>
/// <remarks>Immutable, thread-safe. The compiled form is described at <see cref="CompiledPhrases"/>; what a phrase means is looked up when a text first holds it.</remarks>
public sealed class PhraseIndex
{
    private static readonly int UseCount = Enum.GetValues<PhraseUse>().Length;
    private static readonly List<PhraseHit>?[] s_none = new List<PhraseHit>?[UseCount];

    private readonly PhraseTrie _trie;
    private readonly IReadOnlyList<PhraseMeaning> _ofRules;
    private readonly PlaceNames _places;
    private readonly PhraseMeaning[]?[] _meanings;   // by number of the phrase, once it is found
    private readonly int[] _longest;

    internal PhraseIndex(CompiledPhrases phrases, IReadOnlyList<PhraseMeaning> ofRules, PlaceNames places)
    {
        phrases.Demand(ofRules.Count, places.Count);
        Compiled = phrases;
        _trie = PhraseTrie.Open(phrases.Trie);
        _ofRules = ofRules;
        _places = places;
        _meanings = new PhraseMeaning[]?[phrases.Count];
        _longest = phrases.Longest.ToArray();
    }

    /// <summary>The compiled form.</summary>
    internal CompiledPhrases Compiled { get; }

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
        if (places.IsEmpty) return s_none;
        Span<int> counts = stackalloc int[UseCount];
        counts.Clear();
        var meanings = ArrayPool<PhraseMeaning[]>.Shared.Rent(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            meanings[i] = MeaningsOf(places[i].Phrase);
            foreach (var meaning in meanings[i]) counts[(int)meaning.Use]++;
        }

        var lists = new List<PhraseHit>?[UseCount];
        for (var i = 0; i < places.Length; i++)
        {
            var (start, end, _) = places[i];
            foreach (var meaning in meanings[i])
            {
                var use = (int)meaning.Use;
                (lists[use] ??= new List<PhraseHit>(counts[use])).Add(new PhraseHit(start, end, meaning));
            }
        }

        ArrayPool<PhraseMeaning[]>.Shared.Return(meanings);     // the rules own what it holds
        return lists;
    }

    private PhraseMeaning[] MeaningsOf(int phrase) => Volatile.Read(ref _meanings[phrase]) ?? Look(phrase);

    // Two threads may look at the same time; both find the same.
    private PhraseMeaning[] Look(int phrase)
    {
        var numbers = Compiled.MeaningsOf(phrase);
        var found = new PhraseMeaning[numbers.Length];
        for (var i = 0; i < found.Length; i++) found[i] = numbers[i] < _ofRules.Count ? _ofRules[numbers[i]] : _places.At(numbers[i] - _ofRules.Count);
        Volatile.Write(ref _meanings[phrase], found);
        return found;
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
