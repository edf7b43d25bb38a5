using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>The automaton of all phrases, and which meanings each phrase has.</summary>
/// <remarks>
/// A meaning is known by its number: first those of the rules in reading order, then the names of places in ordinal order.
/// Form: counts of uses, phrases, meanings of rules, names of places and length of the trie in bytes (int); the longest phrase of each use;
/// for each phrase, and one for the end, where its meanings begin; the numbers of the meanings; the trie.
/// </remarks>
internal sealed class CompiledPhrases
{
    private const int LongestAt = 5 * sizeof(int);

    private readonly int _uses;
    private readonly int _ofRules;
    private readonly int _places;

    private CompiledPhrases(CompiledBytes table)
    {
        Table = table;
        var counts = table.Read<int>(0, 5);
        (_uses, Count, _ofRules, _places) = (counts[0], counts[1], counts[2], counts[3]);
        Trie = table.Part(MeaningsAt + (Firsts[Count] * sizeof(int)), counts[4]);
    }

    /// <summary>The compiled form.</summary>
    public CompiledBytes Table { get; }

    /// <summary>Number of phrases.</summary>
    public int Count { get; }

    /// <summary>The compiled <see cref="PhraseTrie"/>.</summary>
    public CompiledBytes Trie { get; }

    /// <summary>By use: length of its longest phrase.</summary>
    public ReadOnlySpan<int> Longest => Table.Read<int>(LongestAt, _uses);

    private ReadOnlySpan<int> Firsts => Table.Read<int>(LongestAt + (_uses * sizeof(int)), Count + 1);

    private int MeaningsAt => LongestAt + ((_uses + Count + 1) * sizeof(int));

    public static CompiledPhrases Open(CompiledBytes table) => new(table);

    public static CompiledPhrases Compile(IReadOnlyList<PhraseMeaning> ofRules, PlaceNames places)
    {
        var uses = Enum.GetValues<PhraseUse>().Length;
        var longest = new int[uses];
        var byPhrase = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < ofRules.Count; i++) Add(ofRules[i].Phrase, ofRules[i].Use, i);
        for (var i = 0; i < places.Count; i++) Add(places.PhraseAt(i), PhraseUse.Place, ofRules.Count + i);

        var trie = PhraseTrie.Compile([.. byPhrase.Keys]);
        var writer = new CompiledWriter();
        writer.Write<int>([uses, byPhrase.Count, ofRules.Count, places.Count, trie.Length]);
        writer.Write<int>(longest);
        var first = 0;
        foreach (var meanings in byPhrase.Values)
        {
            writer.Write(first);
            first += meanings.Count;
        }

        writer.Write(first);
        foreach (var number in byPhrase.Values.SelectMany(m => m)) writer.Write(number);
        writer.Write(trie.AsSpan());
        return Open(writer.ToTable());

        void Add(string phrase, PhraseUse use, int number)
        {
            if (!byPhrase.TryGetValue(phrase, out var list)) byPhrase.Add(phrase, list = []);
            list.Add(number);
            longest[(int)use] = Math.Max(longest[(int)use], phrase.Length);
        }
    }

    /// <summary>The numbers of a phrase's meanings, in reading order.</summary>
    public ReadOnlySpan<int> MeaningsOf(int phrase)
    {
        var firsts = Firsts;
        return Table.Read<int>(MeaningsAt + (firsts[phrase] * sizeof(int)), firsts[phrase + 1] - firsts[phrase]);
    }

    /// <summary>Throws where the table was compiled from other rules than those at hand.</summary>
    /// <exception cref="InvalidDataException">It was: the build has gone wrong.</exception>
    public void Demand(int ofRules, int places)
    {
        if (_ofRules != ofRules || _places != places) throw new InvalidDataException("The compiled phrases belong to other rules; build the library again.");
    }
}
