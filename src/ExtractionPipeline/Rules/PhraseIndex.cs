using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>All phrases of all rules in one automaton: a text is read once, whatever the number of rules.</summary>
/// <remarks>Immutable, thread-safe. The compiled form is described at <see cref="CompiledPhrases"/>; what a phrase means is looked up when a text first holds it.</remarks>
public sealed class PhraseIndex
{
    private const int FewPlaces = 1024;

    private readonly PhraseTrie _trie;
    private readonly IReadOnlyList<PhraseMeaning> _ofRules;
    private readonly PlaceNames _places;
    private readonly PhraseMeaning?[] _meanings;   // as in the compiled form, phrase after phrase; each once it is found
    private readonly int[] _longest;
    private readonly PhraseHits _none;
    private PhrasePlace[]? _scratch;    // of one scan at a time; who finds none makes one

    internal PhraseIndex(CompiledPhrases phrases, IReadOnlyList<PhraseMeaning> ofRules, PlaceNames places)
    {
        phrases.Demand(ofRules.Count, places.Count);
        Compiled = phrases;
        _trie = PhraseTrie.Open(phrases.Trie);
        _ofRules = ofRules;
        _places = places;
        _meanings = new PhraseMeaning?[phrases.Numbers.Length];
        _longest = phrases.Longest.ToArray();
        _none = new PhraseHits([], new int[PhraseMeaning.Groups + 1], _longest);
    }

    /// <summary>The compiled form.</summary>
    internal CompiledPhrases Compiled { get; }

    /// <summary>Length of the longest phrase of one use.</summary>
    public int Longest(PhraseUse use) => _longest[(int)use];

    /// <summary>Everything that stands in a folded text, by use; within a use in order of start, shorter before longer.</summary>
    public PhraseHits Scan(string folded)
    {
        var places = Interlocked.Exchange(ref _scratch, null) ?? new PhrasePlace[FewPlaces];
        var count = _trie.Scan(folded, ref places);
        var hits = count == 0 ? _none : Sort(places.AsSpan(0, count));
        Volatile.Write(ref _scratch, places);
        return hits;
    }

    /// <summary>Puts the meanings of what was found into one array, group after group: how many there are of each is counted first.</summary>
    private PhraseHits Sort(ReadOnlySpan<PhrasePlace> places)
    {
        var groups = Compiled.Groups;
        var first = new int[PhraseMeaning.Groups + 1];
        foreach (ref readonly var place in places)
        {
            byte group;
            var at = place.Phrase;
            do
            {
                group = groups[at++];
                first[(group & ~CompiledPhrases.Last) + 1]++;
            }
            while ((group & CompiledPhrases.Last) == 0);
        }

        GroupStarts.Sum(first);
        var hits = new PhraseHit[first[^1]];
        foreach (ref readonly var place in places)
        {
            byte group;
            var at = place.Phrase;
            do
            {
                group = groups[at];
                hits[first[group & ~CompiledPhrases.Last]++] = new PhraseHit(place.Start, place.End, Volatile.Read(ref _meanings[at]) ?? Look(at));
                at++;
            }
            while ((group & CompiledPhrases.Last) == 0);
        }

        GroupStarts.MoveBack(first);
        return new PhraseHits(hits, first, _longest);
    }

    // Two threads may look at the same time; both find the same.
    private PhraseMeaning Look(int at)
    {
        var number = Compiled.Numbers[at];
        var meaning = number < _ofRules.Count ? _ofRules[number] : _places.At(number - _ofRules.Count);
        Volatile.Write(ref _meanings[at], meaning);
        return meaning;
    }
}
