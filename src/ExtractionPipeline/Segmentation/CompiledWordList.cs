using System.Globalization;
using System.Runtime.InteropServices;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Segmentation;

/// <summary>The compiled word list (rules/segmentation/word-list.bin), read where it lies in memory.</summary>
/// <remarks>
/// <para>Little-endian, sections in this order without gaps:</para>
/// <list type="number">
/// <item>header: magic, version, counts of nodes, frequencies and codes (five uint), total frequency (long), SHA-256 of the sources</item>
/// <item>nodes (ulong each): a double-array trie over characters, see <see cref="Child"/></item>
/// <item>the logarithm of the total, then of each frequency (double)</item>
/// <item>model: start B E M S; transitions E→B S→B B→E M→E B→M M→M E→S S→S; then B E M S emissions of each code (double)</item>
/// <item>the different frequencies, ascending (int)</item>
/// <item>the code of each UTF-16 unit (65,536 ushort); 0 is unknown</item>
/// </list>
/// <para>
/// The header has 60 bytes because the compiler puts a resource's first byte at 4 beyond a multiple of 8: so the nodes
/// are aligned. Nothing is copied or decoded on opening; pages that no text needs are never read.
/// </para>
/// </remarks>
internal sealed unsafe class CompiledWordList
{
    public const uint Magic = 0x4C575045; // "EPWL"
    public const uint Version = 1;
    public const int HeaderBytes = 60;
    public const int RootNode = 1;
    public const ulong RootBase = 1;
    public const int ParentShift = 24;
    public const int FrequencyShift = 48;
    public const ulong NodeMask = (1UL << ParentShift) - 1;
    public const int ModelFigures = 12;
    public const int CodeTableLength = 1 << 16;

    /// <summary>Stands for "never seen" in the model, as in the reference; sums of it absorb every other figure.</summary>
    public const double Impossible = -3.14e100;

    private const string ResourceName = "rules/segmentation/word-list.bin";

    private readonly CompiledBytes _table;
    private readonly byte* _start;
    private readonly int _nodeCount;
    private readonly int _frequencyCount;
    private readonly int _codeCount;

    private CompiledWordList(CompiledBytes table)
    {
        var start = table.Start;
        var length = table.Length;
        if (length < HeaderBytes) throw new InvalidDataException("The compiled word list is cut off within its header.");

        var header = new ReadOnlySpan<uint>(start, 5);
        if (header[0] != Magic || header[1] != Version)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"This is not a compiled word list of version {Version}."));

        _table = table;
        _start = start;
        _nodeCount = checked((int)header[2]);
        _frequencyCount = checked((int)header[3]);
        _codeCount = checked((int)header[4]);
        Total = MemoryMarshal.Read<long>(new ReadOnlySpan<byte>(start + 20, sizeof(long)));
        if (length != Length(_nodeCount, _frequencyCount, _codeCount))
            throw new InvalidDataException("The compiled word list has another length than its header says.");
    }

    /// <summary>The sum of all frequencies of the source, repeated words counted each time.</summary>
    public long Total { get; }

    /// <summary>"sha256:…" of the sources that this list was compiled from.</summary>
    public string SourceFingerprint => "sha256:" + Convert.ToHexStringLower(new ReadOnlySpan<byte>(_start + 28, 32));

    /// <summary>Whether the list lies in the mapped assembly rather than in memory of its own.</summary>
    public bool IsInPlace => _table.IsInPlace;

    public ReadOnlySpan<ulong> Nodes => new(_start + HeaderBytes, _nodeCount);

    public double LogarithmOfTotal => Logarithms[0];

    /// <summary>By a frequency's place, which counts from 1; at 0 stands the logarithm of the total.</summary>
    public ReadOnlySpan<double> Logarithms => new(_start + HeaderBytes + ((long)_nodeCount * sizeof(ulong)), 1 + _frequencyCount);

    public ReadOnlySpan<double> Model => new(_start + ModelStart, ModelFigures);

    /// <summary>Four figures a code, in the order B, E, M, S.</summary>
    public ReadOnlySpan<double> Emissions => new(_start + ModelStart + (ModelFigures * sizeof(double)), 4 * _codeCount);

    public ReadOnlySpan<int> Frequencies => new(_start + FrequenciesStart, _frequencyCount);

    public ReadOnlySpan<ushort> Codes => new(_start + FrequenciesStart + ((long)_frequencyCount * sizeof(int)), CodeTableLength);

    private long ModelStart => HeaderBytes + ((long)_nodeCount * sizeof(ulong)) + ((1L + _frequencyCount) * sizeof(double));

    private long FrequenciesStart => ModelStart + ((ModelFigures + (4L * _codeCount)) * sizeof(double));

    /// <summary>Opens the list that travels inside the library.</summary>
    public static CompiledWordList OpenDefault() => new(CompiledBytes.OfResource(ResourceName));

    /// <summary>Opens a list from memory; for tests.</summary>
    public static CompiledWordList Open(ReadOnlySpan<byte> list) => new(CompiledBytes.Of(list));

    /// <summary>The length in bytes of a list with these counts.</summary>
    public static long Length(int nodes, int frequencies, int codes) =>
        HeaderBytes
        + (sizeof(ulong) * (long)nodes)
        + (sizeof(double) * (1L + frequencies + ModelFigures + (4L * codes)))
        + (sizeof(int) * (long)frequencies)
        + (sizeof(ushort) * (long)CodeTableLength);

    /// <summary>The node one character further; 0 where no word goes on so.</summary>
    /// <remarks>
    /// A node has its base in bits 0–23, its parent in bits 24–47, and in bits 48–63 the place of its frequency counted
    /// from 1, or 0 where it only begins words. The child for a code stands at base + code and names its parent; base 0
    /// is a leaf. The array is padded, so that base + code is always inside.
    /// </remarks>
    public int Child(int node, char character)
    {
        var nodes = Nodes;
        var next = nodes[node] & NodeMask;
        if (next == 0) return 0;
        next += Codes[character];
        return (int)((nodes[(int)next] >> ParentShift) & NodeMask) == node ? (int)next : 0;
    }

    /// <summary>The frequency at a node; 0 where it only begins words.</summary>
    public int FrequencyAt(int node)
    {
        var place = (int)(Nodes[node] >> FrequencyShift);
        return place == 0 ? 0 : Frequencies[place - 1];
    }
}
