using System.Buffers;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>All phrases of all rules in one automaton: a text is read once, whatever the number of rules.</summary>
/// <remarks>Immutable, thread-safe. The compiled form is described at <see cref="CompiledPhrases"/>; what a phrase means is looked up when a text first holds it.</remarks>
public sealed class PhraseIndex
{
    private static readonly int UseCount = Enum.GetValues<PhraseUse>().Length;

    private readonly PhraseTrie _trie;
    private readonly IReadOnlyList<PhraseMeaning> _ofRules;
    private readonly PlaceNames _places;
    private readonly object?[] _meanings;   // by number of the phrase, once it is found: its meaning, or an array where it has several
    private readonly int[] _longest;
    private readonly PhraseHits _none;

    internal PhraseIndex(CompiledPhrases phrases, IReadOnlyList<PhraseMeaning> ofRules, PlaceNames places)
    {
        phrases.Demand(ofRules.Count, places.Count);
        Compiled = phrases;
        _trie = PhraseTrie.Open(phrases.Trie);
        _ofRules = ofRules;
        _places = places;
        _meanings = new object?[phrases.Count];
        _longest = phrases.Longest.ToArray();
        _none = new PhraseHits([], new int[UseCount + 1], _longest);
    }

    /// <summary>The compiled form.</summary>
    internal CompiledPhrases Compiled { get; }

    /// <summary>Everything that stands in a folded text, by use; within a use in order of start, shorter before longer.</summary>
    public PhraseHits Scan(string folded)
    {
        var places = ArrayPool<PhrasePlace>.Shared.Rent(1024);
        var count = _trie.Scan(folded, ref places);
        var hits = count == 0 ? _none : Sort(places.AsSpan(0, count));
        ArrayPool<PhrasePlace>.Shared.Return(places);
        return hits;
    }

    /// <summary>Puts the meanings of what was found into one array, use after use: how many there are of each use is counted first.</summary>
    private PhraseHits Sort(ReadOnlySpan<PhrasePlace> places)
    {
        var first = new int[UseCount + 1];
        var total = 0;
        foreach (ref readonly var place in places)
        {
            var found = MeaningsOf(place.Phrase);
            if (found is PhraseMeaning only)
            {
                first[(int)only.Use + 1]++;
                total++;
                continue;
            }

            foreach (var meaning in (PhraseMeaning[])found) first[(int)meaning.Use + 1]++;
            total += ((PhraseMeaning[])found).Length;
        }

        GroupStarts.Sum(first);
        var hits = new PhraseHit[total];
        foreach (ref readonly var place in places)
        {
            var found = MeaningsOf(place.Phrase);
            if (found is PhraseMeaning only) hits[first[(int)only.Use]++] = new PhraseHit(place.Start, place.End, only);
            else foreach (var meaning in (PhraseMeaning[])found) hits[first[(int)meaning.Use]++] = new PhraseHit(place.Start, place.End, meaning);
        }

        GroupStarts.MoveBack(first);

        return new PhraseHits(hits, first, _longest);
    }

    private object MeaningsOf(int phrase) => Volatile.Read(ref _meanings[phrase]) ?? Look(phrase);

    // Two threads may look at the same time; both find the same.
    private object Look(int phrase)
    {
        var numbers = Compiled.MeaningsOf(phrase);
        var found = new PhraseMeaning[numbers.Length];
        for (var i = 0; i < found.Length; i++) found[i] = numbers[i] < _ofRules.Count ? _ofRules[numbers[i]] : _places.At(numbers[i] - _ofRules.Count);
        object meanings = found.Length == 1 ? found[0] : found;
        Volatile.Write(ref _meanings[phrase], meanings);
        return meanings;
    }
}
