namespace ExtractionPipeline.Text;

/// <summary>Finds all phrases of a fixed set in one pass over a text.</summary>
/// <remarks>
/// Every occurrence of every phrase is reported, in order of its start, shorter before longer; which of them counts is
/// the business of who asks. A phrase has a number; what it means is kept by who built the trie. Immutable, thread-safe.
/// Work is the length of the text times the depth of the trie that it touches, in practice below 3 steps a character.
/// </remarks>
public sealed class PhraseTrie
{
    // Children of a node stand side by side, sorted by character: a node is a range of edges.
    private readonly int[] _firstEdge;      // one a node, plus one for the end
    private readonly char[] _edgeCharacter;
    private readonly int[] _edgeTarget;
    private readonly int[] _phraseAt;       // number of the phrase that ends at this node, or -1
    private readonly int[] _rootByCharacter; // target of the root's edge for a character, or 0

    private PhraseTrie(List<Node> nodes)
    {
        _firstEdge = new int[nodes.Count + 1];
        _phraseAt = new int[nodes.Count];
        var edges = nodes.Sum(n => n.Children.Count);
        _edgeCharacter = new char[edges];
        _edgeTarget = new int[edges];
        var next = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            _firstEdge[i] = next;
            _phraseAt[i] = nodes[i].Phrase;
            foreach (var (c, target) in nodes[i].Children)
            {
                _edgeCharacter[next] = c;
                _edgeTarget[next++] = target;
            }
        }

        _firstEdge[nodes.Count] = next;
        _rootByCharacter = new int[char.MaxValue + 1];
        foreach (var (c, target) in nodes[0].Children) _rootByCharacter[c] = target;
    }

    /// <summary>Builds the trie; the number of a phrase is its place in the list. Equal phrases are the caller's fault.</summary>
    /// <exception cref="ArgumentException">A phrase is empty or stands twice.</exception>
    public static PhraseTrie Build(IReadOnlyList<string> phrases)
    {
        var nodes = new List<Node>(phrases.Count * 3) { new() };
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i].Length == 0) throw new ArgumentException("An empty phrase cannot be searched for.", nameof(phrases));
            var at = 0;
            foreach (var c in phrases[i])
            {
                if (!nodes[at].Children.TryGetValue(c, out var child))
                {
                    child = nodes.Count;
                    nodes[at].Children.Add(c, child);
                    nodes.Add(new Node());
                }

                at = child;
            }

            if (nodes[at].Phrase >= 0) throw new ArgumentException($"The phrase \"{phrases[i]}\" stands twice.", nameof(phrases));
            nodes[at].Phrase = i;
        }

        return new PhraseTrie(nodes);
    }

    /// <summary>Calls back for every occurrence: start, end (exclusive), number of the phrase.</summary>
    public void Scan(ReadOnlySpan<char> text, Action<int, int, int> found)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var node = _rootByCharacter[text[start]];
            for (var end = start + 1; node != 0; end++)
            {
                if (_phraseAt[node] >= 0) found(start, end, _phraseAt[node]);
                if (end == text.Length) break;
                node = Child(node, text[end]);
            }
        }
    }

    private int Child(int node, char c)
    {
        var index = Array.BinarySearch(_edgeCharacter, _firstEdge[node], _firstEdge[node + 1] - _firstEdge[node], c);
        return index >= 0 ? _edgeTarget[index] : 0;
    }

    private sealed class Node
    {
        public SortedList<char, int> Children { get; } = [];

        public int Phrase { get; set; } = -1;
    }
}
