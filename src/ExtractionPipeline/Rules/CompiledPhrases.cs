using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>The automaton of all phrases, and which meanings each phrase has.</summary>
/// <remarks>
/// A meaning is known by its number: first those of the rules in reading order, then the names of places in ordinal order.
/// Form: counts of uses, meanings of rules, names of places, meanings of all phrases and length of the trie in bytes (int); the longest phrase of each use;
/// the numbers of the meanings, phrase after phrase; the trie, in which the number of a phrase is the place of its first meaning among them;
/// the group of each of these meanings (byte), with <see cref="Last"/> for the last of a phrase.
/// Two phrases of one rule that begin with the same part (对…给予…, 对…奖励…) give that part one meaning.
/// </remarks>
internal sealed class CompiledPhrases
{
    private const int LongestAt = 5 * sizeof(int);

    /// <summary>Of the byte of a meaning: whether it is the last of its phrase.</summary>
    public const byte Last = 0x80;

    private readonly int _uses;
    private readonly int _ofRules;
    private readonly int _places;
    private readonly int _count;
    private readonly int _groupsAt;

    private CompiledPhrases(CompiledBytes table)
    {
        Table = table;
        var counts = table.Read<int>(0, 5);
        (_uses, _ofRules, _places, _count) = (counts[0], counts[1], counts[2], counts[3]);
        Trie = table.Part(NumbersAt + (_count * sizeof(int)), counts[4]);
        _groupsAt = NumbersAt + (_count * sizeof(int)) + counts[4];
    }

    /// <summary>The compiled form.</summary>
    public CompiledBytes Table { get; }

    /// <summary>The compiled <see cref="PhraseTrie"/>.</summary>
    public CompiledBytes Trie { get; }

    /// <summary>By use: length of its longest phrase.</summary>
    public ReadOnlySpan<int> Longest => Table.Read<int>(LongestAt, _uses);

    /// <summary>The numbers of all phrases' meanings, phrase after phrase; those of one phrase in reading order.</summary>
    public ReadOnlySpan<int> Numbers => Table.Read<int>(NumbersAt, _count);

    /// <summary>The <see cref="PhraseMeaning.Group"/> of each of these meanings, with <see cref="Last"/>.</summary>
    public ReadOnlySpan<byte> Groups => Table.Read<byte>(_groupsAt, _count);

    private int NumbersAt => LongestAt + (_uses * sizeof(int));

    public static CompiledPhrases Open(CompiledBytes table) => new(table);

    public static CompiledPhrases Compile(IReadOnlyList<PhraseMeaning> ofRules, PlaceNames places)
    {
        var uses = Enum.GetValues<PhraseUse>().Length;
        var longest = new int[uses];
        var byPhrase = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < ofRules.Count; i++) Add(ofRules[i].Phrase, ofRules[i].Use, i);
        for (var i = 0; i < places.Count; i++) Add(places.PhraseAt(i), PhraseUse.Place, ofRules.Count + i);

        int[] numbers = [.. byPhrase.Values.SelectMany(m => m)];
        var trie = PhraseTrie.Compile([.. byPhrase.Keys], Firsts(byPhrase.Values));
        var writer = new CompiledWriter();
        writer.Write<int>([uses, ofRules.Count, places.Count, numbers.Length, trie.Length]);
        writer.Write<int>(longest);
        writer.Write<int>(numbers);
        writer.Write(trie.AsSpan());
        foreach (var meanings in byPhrase.Values)
        {
            for (var i = 0; i < meanings.Count; i++) writer.Write((byte)(GroupOf(meanings[i]) | (i == meanings.Count - 1 ? Last : 0)));
        }

        return Open(writer.ToTable());

        int GroupOf(int number) => number < ofRules.Count ? ofRules[number].Group : (int)PhraseUse.Place;

        void Add(string phrase, PhraseUse use, int number)
        {
            if (!byPhrase.TryGetValue(phrase, out var list)) byPhrase.Add(phrase, list = []);
            if (number < ofRules.Count && list.Exists(other => IsSame(ofRules[other], ofRules[number]))) return;
            list.Add(number);
            longest[(int)use] = Math.Max(longest[(int)use], phrase.Length);
        }
    }

    private static List<int> Firsts(IEnumerable<List<int>> meanings)
    {
        var firsts = new List<int>();
        var first = 0;
        foreach (var ofOne in meanings)
        {
            firsts.Add(first);
            first += ofOne.Count;
        }

        return firsts;
    }

    private static bool IsSame(PhraseMeaning one, PhraseMeaning other) =>
        one.Use == other.Use && ReferenceEquals(one.Subject, other.Subject) && one.Part == other.Part && one.Parts == other.Parts;

    /// <summary>Throws where the table was compiled from other rules than those at hand.</summary>
    /// <exception cref="InvalidDataException">It was: the build has gone wrong.</exception>
    public void Demand(int ofRules, int places)
    {
        if (_ofRules != ofRules || _places != places) throw new InvalidDataException("The compiled phrases belong to other rules; build the library again.");
    }
}
