using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>Standard output: what cannot be written (a full disk behind a redirection) ends the command with one line, and nothing more is tried.</summary>
internal sealed class ResultStream(Stream inner) : Stream
{
    private const string Name = "stdout";

    private bool _failed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="CommandFault">It cannot be written (EP1022).</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_failed) return;
        try
        {
            inner.Write(buffer);
        }
        catch (IOException fault)
        {
            _failed = true;
            throw new CommandFault(ExitCode.Unread, DiagnosticKinds.OutputUnwritable, Name, fault.Message);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (!_failed) inner.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
