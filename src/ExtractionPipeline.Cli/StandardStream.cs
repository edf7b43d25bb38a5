using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>Standard output or standard error, which may be closed or lead to a full disk; after a failure nothing more is tried.</summary>
/// <remarks>Results that cannot be written end the command with one line. Messages that cannot be written have no other way to anybody: they are dropped.</remarks>
internal sealed class StandardStream(Stream inner, bool holdsResults) : WriteOnlyStream
{
    private const string Name = "stdout";

    private bool _failed;

    /// <exception cref="CommandFault">A result cannot be written (EP1022).</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_failed) return;
        try
        {
            inner.Write(buffer);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)   // the latter where the shell has closed it (>&-)
        {
            _failed = true;
            if (holdsResults) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.OutputUnwritable, Name, (fault.InnerException ?? fault).Message);
        }
    }

    public override void Flush()
    {
        if (!_failed) inner.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
