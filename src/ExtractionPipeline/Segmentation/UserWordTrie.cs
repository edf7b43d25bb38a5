using ExtractionPipeline.Text;

namespace ExtractionPipeline.Segmentation;

/// <summary>User words as a small trie that lies over the compiled list; never changed once a dictionary holds it.</summary>
internal sealed class UserWordTrie
{
    public const int RootNode = 1;

    /// <summary>At a node that only begins user words: the word list decides.</summary>
    public const int NoFrequency = -1;

    // (node << 16 | character) -> node
    private readonly Dictionary<long, int> _children;
    private readonly List<CountedWord?> _words = [null, null];   // by node; null where none ends

    // Does a user word begin with it? Rules most places of a text out at once.
    private readonly CharacterSet _firstCharacters = new();

    public UserWordTrie() => _children = [];

    private UserWordTrie(UserWordTrie other)
    {
        _children = new Dictionary<long, int>(other._children);
        _words = [.. other._words];
        _firstCharacters.Add(other._firstCharacters);
    }

    public UserWordTrie Copy() => new(this);

    public void Add(CountedWord counted)
    {
        var word = counted.Word;
        var node = RootNode;
        foreach (var character in word)
        {
            var key = Key(node, character);
            if (!_children.TryGetValue(key, out var child))
            {
                child = _words.Count;
                _children.Add(key, child);
                _words.Add(null);
            }

            node = child;
        }

        _words[node] = counted;
        _firstCharacters.Add(word[0]);
    }

    public bool AnyBeginsWith(char character) => _firstCharacters.Contains(character);

    public bool AnyStandsAtTheStartOf(ReadOnlySpan<char> text)
    {
        if (!AnyBeginsWith(text[0])) return false;
        var node = RootNode;
        foreach (var character in text)
        {
            node = Child(node, character);
            if (node == 0) return false;
            if (FrequencyAt(node) != NoFrequency) return true;
        }

        return false;
    }

    /// <summary>The node one character further; 0 where no user word goes on so.</summary>
    public int Child(int node, char character) => _children.GetValueOrDefault(Key(node, character));

    /// <summary>The frequency a user word sets here, or <see cref="NoFrequency"/>.</summary>
    public int FrequencyAt(int node) => _words[node]?.Frequency ?? NoFrequency;

    public double LogarithmAt(int node) => _words[node]?.Logarithm ?? 0;

    private static long Key(int node, char character) => ((long)node << 16) | character;
}
