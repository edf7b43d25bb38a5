using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>Counts what is really unpacked, over all parts of a package, and stops at the limit: the sizes that an archive declares may lie.</summary>
internal sealed class UnpackedMeter(string file, WordReadingOptions options)
{
    private long _unpacked;

    /// <exception cref="InputException">EP1007.</exception>
    public void Count(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked > options.MaxUnpackedBytes)
            throw new InputException(DiagnosticKinds.LimitExceeded, file, "the unpacked size in bytes", FormattableString.Invariant($"{options.MaxUnpackedBytes}"));
    }
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
        meter.Count(read);
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
