using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>Watches what is really unpacked, over all parts of a package: how much, how much of it in one XML tag, and whether the caller still wants it.</summary>
/// <remarks>The sizes that an archive declares may lie; and the XML parser gives no word while it reads one tag, however long.</remarks>
internal sealed class UnpackedMeter(string file, WordReadingOptions options, CancellationToken cancellation)
{
    private long _unpacked;
    private int _equalSigns;

    /// <exception cref="InputException">EP1007.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void Count(ReadOnlySpan<byte> bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        _unpacked += bytes.Length;
        if (_unpacked > options.MaxUnpackedBytes) throw Exceeded("the unpacked size in bytes", options.MaxUnpackedBytes);

        // Every attribute has its equal sign; text of one paragraph never has so many.
        _equalSigns += bytes.Count((byte)'=');
        if (_equalSigns > options.MaxAttributes) throw Exceeded("the number of attributes of one XML element", options.MaxAttributes);
    }

    /// <summary>The parser has come to another node.</summary>
    public void NextNode() => _equalSigns = 0;

    private InputException Exceeded(string what, long limit) => new(DiagnosticKinds.LimitExceeded, file, what, FormattableString.Invariant($"{limit}"));
}

/// <summary>A part's stream under a meter. Reads forwards only.</summary>
internal sealed class MeteredStream(Stream inner, UnpackedMeter meter) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        meter.Count(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
