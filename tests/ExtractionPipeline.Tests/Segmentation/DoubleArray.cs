using System.Numerics;
using ExtractionPipeline.Segmentation;

namespace ExtractionPipeline.Tests.Segmentation;

/// <summary>Lays a set of words out as the double-array trie described at <see cref="CompiledWordList.Child"/>.</summary>
internal sealed class DoubleArray
{
    // Blocks of 64 bases to try in vain before the search for families of that size begins higher up for good.
    // More makes a smaller array and takes longer.
    private const int Patience = 1000;

    private readonly Dictionary<string, int> _places;
    private readonly string[] _sorted;
    private readonly Dictionary<char, int> _codes;
    private readonly int[] _startBySize = new int[4096];

    // Nodes that wait for their children's places, most children first: large families fit only while there is room.
    private readonly PriorityQueue<Family, (int, int)> _pending = new();

    private ulong[] _nodes = [];

    // One bit a slot. The last words are kept clear, so that reading beyond the nodes finds room.
    private ulong[] _taken = [];

    /// <summary>Places all words.</summary>
    /// <param name="places">Each word with the place of its frequency, counted from 1.</param>
    /// <param name="codes">The code of each character, counted from 1.</param>
    public DoubleArray(Dictionary<string, int> places, Dictionary<char, int> codes)
    {
        _codes = codes;
        _places = places;
        _sorted = [.. places.Keys.Order(StringComparer.Ordinal)];

        Grow(0);
        Take(0);
        Take(CompiledWordList.RootNode);
        Wait(CompiledWordList.RootNode, 0, _sorted.Length, 0);
        while (_pending.TryDequeue(out var family, out _)) Place(family);

        // Padding: a base plus any code stays inside the array.
        var highest = _nodes.Max(node => (int)(node & CompiledWordList.NodeMask));
        Nodes = new ulong[highest + codes.Count + 1];
        Array.Copy(_nodes, Nodes, Math.Min(_nodes.Length, Nodes.Length));
    }

    public ulong[] Nodes { get; }

    /// <summary>Finds the children of a node: the words from..to share the node's characters.</summary>
    private void Wait(int node, int from, int to, int depth)
    {
        var children = new List<(int Code, int From, int To)>();
        for (var start = from; start < to;)
        {
            var character = _sorted[start][depth];
            var end = start + 1;
            while (end < to && _sorted[end][depth] == character) end++;
            children.Add((_codes[character], start, end));
            start = end;
        }

        if (children.Count == 0) return;
        children.Sort();
        _pending.Enqueue(new Family(node, depth, [.. children]), (-children.Count, from));
    }

    private void Place(Family family)
    {
        var first = family.Node == CompiledWordList.RootNode ? (int)CompiledWordList.RootBase : FindBase(family.Children);
        _nodes[family.Node] |= (uint)first;
        foreach (var (code, start, end) in family.Children)
        {
            var child = first + code;
            Grow(child);
            Take(child);
            var isWord = _sorted[start].Length == family.Depth + 1;
            _nodes[child] = ((ulong)(uint)family.Node << CompiledWordList.ParentShift)
                | (isWord ? (ulong)(uint)_places[_sorted[start]] << CompiledWordList.FrequencyShift : 0);
            Wait(child, isWord ? start + 1 : start, end, family.Depth + 1);
        }
    }

    /// <summary>A low base at which every child finds a free slot.</summary>
    private int FindBase((int Code, int From, int To)[] children)
    {
        ref var start = ref _startBySize[Math.Min(children.Length, _startBySize.Length - 1)];
        for (var block = start; ; block++)
        {
            if (block - start > Patience) start++;

            // Base 0 means "no children".
            var blocked = block == 0 ? 1UL : 0UL;
            foreach (var (code, _, _) in children)
            {
                blocked |= TakenFrom((block * 64) + code);
                if (blocked == ulong.MaxValue) break;
            }

            if (blocked != ulong.MaxValue) return (block * 64) + BitOperations.TrailingZeroCount(~blocked);
        }
    }

    /// <summary>The bits of the 64 slots from here on.</summary>
    private ulong TakenFrom(int slot)
    {
        var word = slot >> 6;
        if (word + 1 >= _taken.Length) return 0;
        var shift = slot & 63;
        return shift == 0 ? _taken[word] : (_taken[word] >> shift) | (_taken[word + 1] << (64 - shift));
    }

    private void Take(int slot) => _taken[slot >> 6] |= 1UL << slot;

    private void Grow(int slot)
    {
        if (slot < _nodes.Length) return;
        var length = (slot / 65536 * 65536) + 65536;
        Array.Resize(ref _nodes, length);
        Array.Resize(ref _taken, (length / 64) + 1);
    }

    private sealed record Family(int Node, int Depth, (int Code, int From, int To)[] Children);
}
