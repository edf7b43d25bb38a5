using System.Diagnostics.CodeAnalysis;

namespace ExtractionPipeline.Segmentation;

/// <summary>The words that the segmenter knows, with their frequencies: the word list and the user words over it.</summary>
/// <remarks>Immutable and safe for many threads. Equal to jieba 0.42.1 with the same words added in the same order.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "A dictionary of words, not a collection type.")]
public sealed class WordDictionary
{
    /// <summary>What <see cref="Find"/> says of a text that is neither a word nor the beginning of one.</summary>
    internal const int Absent = -1;

    private readonly HashSet<string>? _splitWords;

    private WordDictionary(CompiledWordList list, UserWordTrie? userWords, HashSet<string>? splitWords, long total, double? logarithmOfTotal = null)
    {
        List = list;
        UserWords = userWords;
        _splitWords = splitWords;
        Total = total;
        LogarithmOfTotal = logarithmOfTotal ?? (total == list.Total ? list.LogarithmOfTotal : NaturalLogarithm.Of(total));
    }

    /// <summary>The sum of all frequencies. A replaced frequency stays in the sum, as in the reference.</summary>
    public long Total { get; }

    /// <summary>"sha256:…" of the source of the word list, without user words.</summary>
    public string SourceFingerprint => List.SourceFingerprint;

    internal CompiledWordList List { get; }

    internal UserWordTrie? UserWords { get; }

    internal double LogarithmOfTotal { get; }

    /// <summary>Opens the word list that travels inside the library. Takes well under a millisecond once the code is compiled.</summary>
    public static WordDictionary OpenDefault() => Open(CompiledWordList.OpenDefault());

    /// <summary>The same dictionary with more words; each is added as if the earlier ones were already there.</summary>
    /// <exception cref="ArgumentException">A word is empty or ill-formed, or its frequency is negative.</exception>
    public WordDictionary WithUserWords(IEnumerable<UserWord> words) => WithCountedWords(Count(words), logarithmOfTotal: null);

    /// <summary>The frequencies with which user words are added; each is counted as if the earlier ones were already there.</summary>
    /// <exception cref="ArgumentException">A word is empty or ill-formed, or its frequency is negative.</exception>
    internal IReadOnlyList<CountedWord> Count(IEnumerable<UserWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var trie = UserWords?.Copy() ?? new UserWordTrie();
        var total = Total;
        var counted = new List<CountedWord>();
        foreach (var (word, given) in words)
        {
            Check(word, given);
            // Split words matter to the model alone, which is not asked here.
            var frequency = given ?? new WordDictionary(List, trie, splitWords: null, total).SuggestFrequency(word);
            counted.Add(new CountedWord(word, frequency, frequency == 0 ? 0 : NaturalLogarithm.Of(frequency)));
            trie.Add(counted[^1]);
            total += frequency;
        }

        return counted;
    }

    /// <summary>The same dictionary with more words, counted before.</summary>
    internal WordDictionary WithCountedWords(IEnumerable<CountedWord> words, double? logarithmOfTotal)
    {
        var trie = UserWords?.Copy() ?? new UserWordTrie();
        var splitWords = _splitWords is null ? null : new HashSet<string>(_splitWords, StringComparer.Ordinal);
        var total = Total;
        foreach (var word in words)
        {
            trie.Add(word);
            total += word.Frequency;
            if (word.Frequency == 0) (splitWords ??= new HashSet<string>(StringComparer.Ordinal)).Add(word.Word);
        }

        return new WordDictionary(List, trie, splitWords, total, logarithmOfTotal);
    }

    /// <summary>Whether this is a word; the mere beginning of one is not.</summary>
    public bool Contains(ReadOnlySpan<char> word) => Find(word) > 0;

    /// <summary>How often the word occurs on the scale of <see cref="Total"/>; 0 where it is none.</summary>
    public int Frequency(ReadOnlySpan<char> word) => Math.Max(Find(word), 0);

    internal static WordDictionary Open(CompiledWordList list) => new(list, userWords: null, splitWords: null, list.Total);

    /// <summary>The frequency; 0 where it only begins words; <see cref="Absent"/> where it does not even do that.</summary>
    internal int Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return Absent;
        var listed = CompiledWordList.RootNode;
        var user = UserWords is not null && UserWords.AnyBeginsWith(text[0]) ? UserWordTrie.RootNode : 0;
        foreach (var character in text)
        {
            if (listed != 0) listed = List.Child(listed, character);
            if (user != 0) user = UserWords!.Child(user, character);
            if (listed == 0 && user == 0) return Absent;
        }

        if (user != 0 && UserWords!.FrequencyAt(user) is var frequency and not UserWordTrie.NoFrequency) return frequency;
        return listed != 0 ? List.FrequencyAt(listed) : 0;
    }

    /// <summary>Whether the model must not join these characters, because a user word of frequency zero says so.</summary>
    internal bool MustSplit(ReadOnlySpan<char> word) =>
        _splitWords is not null && _splitWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The least frequency with which the word is not cut any more, judged by the words it is cut into now.</summary>
    private int SuggestFrequency(string word)
    {
        // The steps and their order are the reference's: doubles, each quotient rounded before the product.
        var total = (double)Total;
        var share = 1.0;
        var parts = new List<WordSpan>();
        new Segmenter(this).Cut(word, parts, hmm: false);
        foreach (var part in parts)
        {
            var frequency = Find(word.AsSpan(part.Start, part.Length));
            share *= (frequency == Absent ? 1 : frequency) / total;
        }

        var known = Find(word);
        return checked((int)Math.Max((long)(share * total) + 1, known == Absent ? 1 : known));
    }

    private static void Check(string word, int? frequency)
    {
        if (string.IsNullOrEmpty(word)) throw new ArgumentException("A user word is empty.", nameof(word));
        if (frequency < 0) throw new ArgumentException($"The user word \"{word}\" has a negative frequency.", nameof(frequency));
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsSurrogate(word[i])) continue;
            if (i + 1 == word.Length || !char.IsSurrogatePair(word[i], word[i + 1]))
                throw new ArgumentException("A user word has an unpaired surrogate.", nameof(word));
            i++;
        }
    }
}
