using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ExtractionPipeline.Text;

/// <summary>Where a phrase stands: start, end (exclusive), number of the phrase.</summary>
public readonly record struct PhrasePlace(int Start, int End, int Phrase);

/// <summary>Finds all phrases of a fixed set in one pass over a text.</summary>
/// <remarks>
/// Every occurrence of every phrase is reported, in order of its start, shorter before longer; which of them counts is
/// the business of who asks. A phrase has a number; what it means is kept by who built the trie. Immutable, thread-safe.
/// Work is the length of the text times the depth of the trie that it touches, in practice below 3 steps a character.
/// Compiled form: number of nodes (int), the nodes, their characters (char), the root's child for each character (ushort, 0 for none).
/// Nodes are numbered breadth first, so the children of one stand side by side: in the order of their bits where each has one of its own
/// (then the number of lower bits says which is meant), else in order of their characters.
/// </remarks>
public sealed class PhraseTrie
{
    // Up to so many characters are looked through faster one after the other.
    private const int FewCharacters = 16;

    private readonly CompiledBytes _table;
    private readonly int _nodes;

    private PhraseTrie(CompiledBytes table)
    {
        _table = table;
        _nodes = table.Read<int>(0, 1)[0];
        _ = Roots;
    }

    private ReadOnlySpan<Node> Nodes => _table.Read<Node>(sizeof(int), _nodes);

    /// <summary>By node: the character that leads to it.</summary>
    private ReadOnlySpan<char> Characters => _table.Read<char>(CharactersAt, _nodes);

    private ReadOnlySpan<ushort> Roots => _table.Read<ushort>(CharactersAt + (_nodes * sizeof(char)), char.MaxValue + 1);

    private int CharactersAt => sizeof(int) + (_nodes * Unsafe.SizeOf<Node>());

    /// <summary>Builds the trie; the number of a phrase is its place in the list.</summary>
    /// <param name="phrases">In ordinal order, each once, none empty.</param>
    /// <exception cref="ArgumentException">A phrase is empty, stands twice or stands out of order.</exception>
    public static PhraseTrie Build(IReadOnlyList<string> phrases) => Open(Compile(phrases));

    internal static PhraseTrie Open(CompiledBytes table) => new(table);

    /// <param name="phrases">In ordinal order, each once, none empty.</param>
    /// <param name="numbers">The number of each; its place in the list where none are given. None is negative.</param>
    internal static CompiledBytes Compile(IReadOnlyList<string> phrases, IReadOnlyList<int>? numbers = null)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i].Length == 0) throw new ArgumentException("An empty phrase cannot be searched for.", nameof(phrases));
            if (i > 0 && string.CompareOrdinal(phrases[i - 1], phrases[i]) >= 0) throw new ArgumentException($"The phrase \"{phrases[i]}\" stands twice or out of order.", nameof(phrases));
        }

        // A node is the range of phrases that share its prefix.
        var ranges = new List<(int From, int To, int Depth)>(phrases.Count * 3) { (0, phrases.Count, 0) };
        var (nodes, characters) = (new List<Node>(), new List<char> { '\0' });
        var children = new List<(char Character, int From, int To)>();  // of one node
        for (var node = 0; node < ranges.Count; node++)
        {
            var (from, to, depth) = ranges[node];
            var endsHere = from < to && phrases[from].Length == depth;
            var (firstChild, phrase, leads) = (ranges.Count, endsHere ? from++ : -1, 0);
            children.Clear();
            while (from < to)
            {
                var c = phrases[from][depth];
                leads |= Bit(c);
                var next = from + 1;
                while (next < to && phrases[next][depth] == c) next++;
                children.Add((c, from, next));
                from = next;
            }

            if (HasBitForEach(leads, children.Count)) children.Sort(static (one, other) => ((uint)Bit(one.Character)).CompareTo((uint)Bit(other.Character)));
            foreach (var child in children)
            {
                characters.Add(child.Character);
                ranges.Add((child.From, child.To, depth + 1));
            }

            nodes.Add(new Node(firstChild, phrase < 0 || numbers is null ? phrase : numbers[phrase], leads, characters[node], checked((ushort)(ranges.Count - firstChild))));
        }
        var roots = new ushort[char.MaxValue + 1];
        for (var child = nodes[0].FirstChild; child < nodes[0].FirstChild + nodes[0].Children; child++) roots[characters[child]] = checked((ushort)child);

        var writer = new CompiledWriter();
        writer.Write(ranges.Count);
        writer.Write<Node>(CollectionsMarshal.AsSpan(nodes));
        writer.Write<char>(CollectionsMarshal.AsSpan(characters));
        writer.Write<ushort>(roots);
        return writer.ToTable();
    }

    /// <summary>Writes every occurrence to an array, which is exchanged for a longer one where it is full; gives their number.</summary>
    public int Scan(ReadOnlySpan<char> text, ref PhrasePlace[] places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var nodes = Nodes;
        var characters = Characters;
        var roots = Roots;
        var (found, count) = (places, 0);
        WorkCount.Characters(text.Length);
        for (var start = 0; start < text.Length; start++)
        {
            int node = roots[text[start]];
            for (var end = start + 1; node != 0; end++)
            {
                WorkCount.Nodes(1);
                ref readonly var here = ref nodes[node];
                if (count == found.Length) Array.Resize(ref found, Math.Max(4, found.Length * 2));
                found[count] = new PhrasePlace(start, end, here.Phrase);
                count += EndsPhrase(here.Phrase);
                if (end == text.Length || (here.Leads & Bit(text[end])) == 0) break;
                node = HasBitForEach(here.Leads, here.Children) ? ChildByBit(nodes, here, text[end]) : Child(characters.Slice(here.FirstChild, here.Children), here.FirstChild, text[end]);
            }
        }

        places = found;
        return count;
    }

    /// <summary>1 where a phrase ends, 0 for -1. Whether one does cannot be foretold: a place is written in any case and counts by this number, which needs no branch.</summary>
    private static int EndsPhrase(int phrase) => ~phrase >>> 31;

    /// <summary>The bit of a character among 32: where it is not set, no child has the character, and none is looked for.</summary>
    private static int Bit(char c) => 1 << (c & 31);

    /// <summary>Whether no two children have the same bit: then they stand in the order of their bits, else in that of their characters.</summary>
    private static bool HasBitForEach(int leads, int children) => BitOperations.PopCount((uint)leads) == children;

    /// <summary>The child with a character: as many stand before it as there are lower bits.</summary>
    private static int ChildByBit(ReadOnlySpan<Node> nodes, in Node parent, char c)
    {
        var child = parent.FirstChild + BitOperations.PopCount((uint)(parent.Leads & (Bit(c) - 1)));
        return nodes[child].Character == c ? child : 0;
    }

    private static int Child(ReadOnlySpan<char> characters, int firstChild, char c)
    {
        var index = characters.Length <= FewCharacters ? characters.IndexOf(c) : characters.BinarySearch(c);
        return index >= 0 ? firstChild + index : 0;
    }

    /// <summary>A node.</summary>
    /// <param name="FirstChild">The number of the first of them.</param>
    /// <param name="Phrase">The phrase that ends here, or -1.</param>
    /// <param name="Leads">The bits of the characters of its children.</param>
    /// <param name="Character">The character that leads to it.</param>
    /// <param name="Children">How many it has.</param>
    private readonly record struct Node(int FirstChild, int Phrase, int Leads, char Character, ushort Children);
}
