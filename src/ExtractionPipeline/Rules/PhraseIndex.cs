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

    /// <param name="meanings">In the order in which equal phrases are to be reported.</param>
    public PhraseIndex(IEnumerable<PhraseMeaning> meanings)
    {
        var byPhrase = new Dictionary<string, List<PhraseMeaning>>(StringComparer.Ordinal);
        foreach (var meaning in meanings)
        {
            if (!byPhrase.TryGetValue(meaning.Phrase, out var list)) byPhrase.Add(meaning.Phrase, list = []);
            list.Add(meaning);
        }

        var phrases = byPhrase.Keys.Order(StringComparer.Ordinal).ToList();
        _trie = PhraseTrie.Build(phrases);
        _meanings = [.. phrases.Select(p => byPhrase[p].ToArray())];
    }

    /// <summary>Everything that stands in a folded text, by use; within a use in order of start, shorter before longer.</summary>
    public PhraseHits Scan(string folded)
    {
        var lists = new List<PhraseHit>?[UseCount];
        _trie.Scan(folded, (start, end, phrase) =>
        {
            foreach (var meaning in _meanings[phrase]) (lists[(int)meaning.Use] ??= []).Add(new PhraseHit(start, end, meaning));
        });
        return new PhraseHits(lists);
    }
}

/// <summary>The phrases that stand in one text.</summary>
public sealed class PhraseHits
{
    private readonly List<PhraseHit>?[] _byUse;

    internal PhraseHits(List<PhraseHit>?[] byUse) => _byUse = byUse;

    /// <summary>The hits of one use, in order of start, shorter before longer.</summary>
    public IReadOnlyList<PhraseHit> Of(PhraseUse use) => _byUse[(int)use] ?? (IReadOnlyList<PhraseHit>)[];
}
