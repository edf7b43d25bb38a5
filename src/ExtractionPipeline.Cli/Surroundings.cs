using System.Runtime.InteropServices;
using System.Text;

namespace ExtractionPipeline.Cli;

/// <summary>What a command talks to: standard input, output and error, and the wish to stop. Tests put writers of their own here.</summary>
internal sealed class Surroundings : IDisposable
{
    private const int PipeWidth = 120;   // columns of a table that goes into a file or pipe
    private const int BufferSize = 1 << 16;

    private readonly List<IDisposable> _owned;
    private readonly Func<CancellationToken>? _listen;
    private CancellationToken? _stop;

    public Surroundings(Stream input, TextWriter output, TextWriter error, Func<CancellationToken>? listen = null)
        : this(input, output, error, listen, [])
    {
    }

    private Surroundings(Stream input, TextWriter output, TextWriter error, Func<CancellationToken>? listen, List<IDisposable> owned)
    {
        _owned = owned;
        Input = input;
        Output = output;
        Error = error;
        _listen = listen;
    }

    public Stream Input { get; }

    /// <summary>Results only. LF line ends.</summary>
    public TextWriter Output { get; }

    /// <summary>Everything else. LF line ends, flushed line by line.</summary>
    public TextWriter Error { get; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns that a table may take.</summary>
    public int Width { get; init; } = PipeWidth;

    /// <summary>Cancelled by Ctrl+C. Asking for it takes over the signal, so a command without files to protect does not ask.</summary>
    public CancellationToken Stop => _stop ??= _listen?.Invoke() ?? CancellationToken.None;

    /// <summary>The process's own.</summary>
    public static Surroundings OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var toTerminal = !Console.IsOutputRedirected;
        if (OperatingSystem.IsWindows() && (toTerminal || !Console.IsErrorRedirected)) Console.OutputEncoding = utf8;
        var streams = StandardStream.Open();
        var output = new StreamWriter(streams.Output, utf8, BufferSize) { NewLine = "\n" };
        var error = new StreamWriter(streams.Error, utf8, 1024) { NewLine = "\n", AutoFlush = true };
        var owned = new List<IDisposable> { output, error };
        return new Surroundings(Console.OpenStandardInput(), output, error, () => ListenForSignals(owned), owned)
        {
            OutputIsTerminal = toTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = toTerminal ? Math.Max(40, Console.WindowWidth) : PipeWidth,
        };
    }

    public void Dispose()
    {
        foreach (var owned in _owned) owned.Dispose();
    }

    /// <summary>The first signal asks to stop; a second one ends the process at once.</summary>
    private static CancellationToken ListenForSignals(List<IDisposable> owned)
    {
        var source = new CancellationTokenSource();
        void Handle(PosixSignalContext signal)
        {
            signal.Cancel = !source.IsCancellationRequested;
            source.Cancel();
        }

        owned.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle));
        owned.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle));
        return source.Token;
    }
}
