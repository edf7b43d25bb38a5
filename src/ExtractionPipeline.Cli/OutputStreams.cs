using System.Security.Cryptography;

namespace ExtractionPipeline.Cli;

/// <summary>A file on its way; without <see cref="Finish"/> it never appears.</summary>
internal sealed class OutputFile(Stream stream, Func<bool> finish, Action forget) : IDisposable
{
    public Stream Stream { get; } = stream;

    /// <summary>Closes the file and gives it its name.</summary>
    public void Finish()
    {
        Stream.Dispose();
        finish();
    }

    public void Dispose()
    {
        forget();
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // What it still held does not fit; the file is gone anyway.
        }
    }
}

/// <summary>A stream that is written from front to end, and nothing else.</summary>
internal abstract class WriteOnlyStream : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override void Write(ReadOnlySpan<byte> buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>Hashes what goes through it; the stream below stays open.</summary>
internal sealed class HashingStream(Stream inner, IncrementalHash hash) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.AppendData(buffer);
        inner.Write(buffer);
    }

    public override void Flush() => inner.Flush();
}
