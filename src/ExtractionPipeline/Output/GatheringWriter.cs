using System.Buffers;
using System.Text;

namespace ExtractionPipeline.Output;

/// <summary>Gathers the many short pieces that a JSON writer writes, and hands them on in long ones: a stream writer does more for each piece than to copy it.</summary>
/// <remarks>Disposing hands on the rest; the writer behind stays open. For one thread.</remarks>
internal sealed class GatheringWriter(TextWriter behind) : TextWriter
{
    private const int Capacity = 16 * 1024;  // characters

    private readonly char[] _gathered = ArrayPool<char>.Shared.Rent(Capacity);
    private int _count;

    public override Encoding Encoding => behind.Encoding;

    public override void Write(char value)
    {
        if (_count == _gathered.Length) HandOn();
        _gathered[_count++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > _gathered.Length - _count)
        {
            HandOn();
            if (buffer.Length > _gathered.Length)
            {
                behind.Write(buffer);
                return;
            }
        }

        buffer.CopyTo(_gathered.AsSpan(_count));
        _count += buffer.Length;
    }

    public override void Flush()
    {
        HandOn();
        behind.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            HandOn();
            ArrayPool<char>.Shared.Return(_gathered);
        }

        base.Dispose(disposing);
    }

    private void HandOn()
    {
        behind.Write(_gathered.AsSpan(0, _count));
        _count = 0;
    }
}
