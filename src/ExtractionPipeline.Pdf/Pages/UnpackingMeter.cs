using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Pdf.Pages;

/// <summary>Watches what the library unpacks: how much, how often, how deep, and whether the caller still wants it.</summary>
/// <remarks>It is asked before each stream: the only place inside the library's reading of a page where it can be stopped.</remarks>
internal sealed class UnpackingMeter(PdfReadingOptions options, string file, CancellationToken cancellation)
{
    /// <summary>Deflate cannot make more of a byte.</summary>
    private const int MostOfOneByte = 1032;

    private long _unpacked;
    private int _streams;

    /// <summary>What ended the reading, or null. The library goes on after some exceptions; this stays.</summary>
    public InputException? Fault { get; private set; }

    /// <summary>Before a stream is unpacked.</summary>
    /// <exception cref="InputException">EP1007.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    /// <exception cref="InsufficientExecutionStackException">Forms stand in forms so deep that the stack would end.</exception>
    public void NextStream()
    {
        cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_streams > options.MaxStreams) throw Exceeded("the number of streams", options.MaxStreams);
    }

    /// <summary>After bytes were unpacked.</summary>
    /// <exception cref="InputException">EP1007.</exception>
    public void Count(long bytes)
    {
        _unpacked += bytes;
        if (_unpacked > options.MaxUnpackedBytes) throw TooMuch();
    }

    /// <summary>Looks through a packed stream first where it could hold more than is left.</summary>
    /// <exception cref="InputException">EP1007.</exception>
    public void DemandRoom(ReadOnlyMemory<byte> deflated)
    {
        var left = options.MaxUnpackedBytes - _unpacked;
        if (deflated.Length * (long)MostOfOneByte <= left || deflated.Length <= 2) return;
        try
        {
            // Two bytes of zlib's header; damage in it is the library's to judge.
            using var stream = new DeflateStream(new MemoryStream(deflated[2..].ToArray()), CompressionMode.Decompress);
            var block = new byte[1 << 16];
            for (int read; (read = stream.Read(block)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                if ((left -= read) < 0) throw TooMuch();
            }
        }
        catch (InvalidDataException)
        {
            // As far as it can be unpacked it keeps the limit.
        }
    }

    private InputException TooMuch() => Exceeded("the unpacked size in bytes", options.MaxUnpackedBytes);

    private InputException Exceeded(string what, long limit) =>
        Fault ??= new InputException(DiagnosticKinds.LimitExceeded, file, what, limit.ToString(CultureInfo.InvariantCulture));
}
