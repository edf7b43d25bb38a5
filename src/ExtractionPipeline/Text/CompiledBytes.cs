using System.Reflection;
using System.Runtime.InteropServices;

namespace ExtractionPipeline.Text;

/// <summary>A compiled table, read where it lies: in the mapped assembly, or in a pinned array. Little-endian; nothing is copied or decoded on opening.</summary>
/// <remarks>Offsets and lengths are in bytes. Pages that nobody reads are never fetched.</remarks>
internal sealed unsafe class CompiledBytes
{
    private readonly byte* _start;     // of the whole, in the assembly or in the array
    private readonly byte[]? _pinned;  // the memory, where it is our own
    private readonly int _offset;

    private CompiledBytes(byte* start, byte[]? pinned, int offset, int length)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Compiled tables are read in place and are little-endian.");
        _start = start;
        _pinned = pinned;
        _offset = offset;
        Length = length;
    }

    /// <summary>The first byte; stays where it is as long as this object lives.</summary>
    public byte* Start => _start + _offset;

    public int Length { get; }

    /// <summary>Whether the table lies in the mapped assembly rather than in memory of its own.</summary>
    public bool IsInPlace => _pinned is null;

    /// <summary>Opens a table that travels inside this assembly.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static CompiledBytes OfResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the library.");

        // The memory behind the stream is the assembly's own and outlives the stream.
        if (stream is UnmanagedMemoryStream mapped) return new CompiledBytes(mapped.PositionPointer, pinned: null, 0, checked((int)mapped.Length));

        var copy = new byte[stream.Length];
        stream.ReadExactly(copy);
        return Of(copy);
    }

    /// <summary>Opens a copy of a table in memory: one that was compiled just now, or of a host that does not map resources.</summary>
    public static CompiledBytes Of(ReadOnlySpan<byte> table)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(table.Length, pinned: true);
        table.CopyTo(pinned);
        return new CompiledBytes((byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), pinned, 0, pinned.Length);
    }

    /// <summary>A stretch of the table as values of one type.</summary>
    /// <exception cref="InvalidDataException">It goes beyond the end: the table was cut off, or compiled by another version.</exception>
    public ReadOnlySpan<T> Read<T>(int offset, int count)
        where T : unmanaged
    {
        if ((uint)offset > (uint)Length || (uint)count > (uint)((Length - offset) / sizeof(T))) throw new InvalidDataException("A compiled table ends before its time; build the library again.");

        // A span of the array keeps the array alive; the assembly stays.
        return _pinned is null ? new ReadOnlySpan<T>(Start + offset, count) : MemoryMarshal.Cast<byte, T>(_pinned.AsSpan(_offset + offset, count * sizeof(T)));
    }

    /// <summary>A part of the table as a table of its own.</summary>
    public CompiledBytes Part(int offset, int length)
    {
        _ = Read<byte>(offset, length);
        return new CompiledBytes(_start, _pinned, _offset + offset, length);
    }

    /// <summary>All of it, for comparison and for writing.</summary>
    public ReadOnlySpan<byte> AsSpan() => Read<byte>(0, Length);
}

/// <summary>Puts a compiled table together, value by value.</summary>
internal sealed class CompiledWriter
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public void Write<T>(T value)
        where T : unmanaged => Write<T>([value]);

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => _bytes.AddRange(MemoryMarshal.AsBytes(values));

    /// <summary>Fills up to a multiple of four bytes.</summary>
    public void Align()
    {
        while (_bytes.Count % sizeof(int) != 0) _bytes.Add(0);
    }

    public CompiledBytes ToTable() => CompiledBytes.Of(CollectionsMarshal.AsSpan(_bytes));
}

/// <summary>Texts of a compiled table in one row of characters.</summary>
internal sealed class CompiledTexts
{
    private readonly List<char> _characters = [];
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);

    /// <summary>Where the text begins, in characters; equal texts stand once.</summary>
    public int Add(string text)
    {
        if (_starts.TryGetValue(text, out var start)) return start;
        _starts.Add(text, _characters.Count);
        _characters.AddRange(text);
        return _starts[text];
    }

    public ReadOnlySpan<char> Characters => CollectionsMarshal.AsSpan(_characters);
}
