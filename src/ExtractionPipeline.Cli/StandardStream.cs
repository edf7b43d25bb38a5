using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>Standard output or standard error, which may be closed or lead to a full disk; after a failure nothing more is tried.</summary>
/// <remarks>Results that cannot be written end the command with one line. Messages that cannot be written have no other way to anybody: they are dropped.</remarks>
internal sealed class StandardStream(Stream inner, bool holdsResults) : WriteOnlyStream
{
    private const string Name = "stdout";

    private bool _failed;

    /// <summary>The two streams of the process. One that the shell has closed fails when it is written to.</summary>
    /// <remarks>
    /// Both are looked at before either is opened for good: opening takes the lowest free descriptor, which is that of a closed stream, so
    /// messages would go to the results or the other way round.
    /// </remarks>
    public static (StandardStream Output, StandardStream Error) Open()
    {
        var (output, error) = (FaultOf(Console.OpenStandardOutput), FaultOf(Console.OpenStandardError));
        return (
            new StandardStream(output is null ? Console.OpenStandardOutput() : new ClosedStream(output), holdsResults: true),
            new StandardStream(error is null ? Console.OpenStandardError() : new ClosedStream(error), holdsResults: false));
    }

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

    private static string? FaultOf(Func<Stream> open)
    {
        try
        {
            open().Dispose();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (fault.InnerException ?? fault).Message;
        }
    }

    private sealed class ClosedStream(string fault) : WriteOnlyStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException(fault);

        public override void Flush()
        {
            // Nothing is held back.
        }
    }
}
