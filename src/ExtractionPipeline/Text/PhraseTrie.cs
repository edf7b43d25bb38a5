using System.Buffers;

namespace ExtractionPipeline.Text;

/// <summary>Where a phrase stands: start, end (exclusive), number of the phrase.</summary>
public readonly record struct PhrasePlace(int Start, int End, int Phrase);

/// <summary>Finds all phrases of a fixed set in one pass over a text.</summary>
/// <remarks>
/// Every occurrence of every phrase is reported, in order of its start, shorter before longer; which of them counts is
/// the business of who asks. A phrase has a number; what it means is kept by who built the trie. Immutable, thread-safe.
/// Work is the length of the text times the depth of the trie that it touches, in practice below 3 steps a character.
/// </remarks>
public sealed class PhraseTrie
{
    // Up to so many edges are looked through faster one after the other.
    private const int FewEdges = 16;

    // Children of a node stand side by side, sorted by character: a node is a range of edges.
    private readonly int[] _firstEdge;      // one a node, plus one for the end
    private readonly char[] _edgeCharacter;
    private readonly int[] _edgeTarget;
    private readonly int[] _phraseAt;       // number of the phrase that ends at this node, or -1
    private readonly int[] _rootByCharacter; // target of the root's edge for a character, or 0

    private PhraseTrie(int[] firstEdge, char[] edgeCharacter, int[] edgeTarget, int[] phraseAt)
    {
        _firstEdge = firstEdge;
        _edgeCharacter = edgeCharacter;
        _edgeTarget = edgeTarget;
        _phraseAt = phraseAt;
        _rootByCharacter = new int[char.MaxValue + 1];
        for (var edge = 0; edge < firstEdge[1]; edge++) _rootByCharacter[edgeCharacter[edge]] = edgeTarget[edge];
    }

    /// <summary>Builds the trie; the number of a phrase is its place in the list.</summary>
    /// <param name="phrases">In ordinal order, each once, none empty.</param>
    /// <exception cref="ArgumentException">A phrase is empty, stands twice or stands out of order.</exception>
    public static PhraseTrie Build(IReadOnlyList<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i].Length == 0) throw new ArgumentException("An empty phrase cannot be searched for.", nameof(phrases));
            if (i > 0 && string.CompareOrdinal(phrases[i - 1], phrases[i]) >= 0) throw new ArgumentException($"The phrase \"{phrases[i]}\" stands twice or out of order.", nameof(phrases));
        }

        // A node is the range of phrases that share its prefix; nodes are numbered breadth first, so that the edges of one stand side by side.
        var ranges = new List<(int From, int To, int Depth)>(phrases.Count * 3) { (0, phrases.Count, 0) };
        var (firstEdge, characters, targets, phraseAt) = (new List<int>(), new List<char>(), new List<int>(), new List<int>());
        for (var node = 0; node < ranges.Count; node++)
        {
            var (from, to, depth) = ranges[node];
            firstEdge.Add(characters.Count);
            var endsHere = from < to && phrases[from].Length == depth;
            phraseAt.Add(endsHere ? from++ : -1);
            while (from < to)
            {
                var c = phrases[from][depth];
                var next = from + 1;
                while (next < to && phrases[next][depth] == c) next++;
                characters.Add(c);
                targets.Add(ranges.Count);
                ranges.Add((from, next, depth + 1));
                from = next;
            }
        }

        firstEdge.Add(characters.Count);
        return new PhraseTrie([.. firstEdge], [.. characters], [.. targets], [.. phraseAt]);
    }

    /// <summary>Writes every occurrence to an array rented from the shared pool, which is exchanged for a longer one where it is full; gives their number.</summary>
    public int Scan(ReadOnlySpan<char> text, ref PhrasePlace[] places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var count = 0;
        for (var start = 0; start < text.Length; start++)
        {
            var node = _rootByCharacter[text[start]];
            for (var end = start + 1; node != 0; end++)
            {
                if (_phraseAt[node] >= 0)
                {
                    if (count == places.Length) Grow(ref places);
                    places[count++] = new PhrasePlace(start, end, _phraseAt[node]);
                }

                if (end == text.Length) break;
                node = Child(node, text[end]);
            }
        }

        return count;
    }

    private static void Grow(ref PhrasePlace[] places)
    {
        var longer = ArrayPool<PhrasePlace>.Shared.Rent(places.Length * 2);
        places.CopyTo(longer, 0);
        ArrayPool<PhrasePlace>.Shared.Return(places);
        places = longer;
    }

    private int Child(int node, char c)
    {
        var first = _firstEdge[node];
        var edges = _edgeCharacter.AsSpan(first, _firstEdge[node + 1] - first);
        var index = edges.Length <= FewEdges ? edges.IndexOf(c) : edges.BinarySearch(c);
        return index >= 0 ? _edgeTarget[first + index] : 0;
    }
}
