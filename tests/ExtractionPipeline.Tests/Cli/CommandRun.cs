using System.Globalization;
using System.Text;

using ExtractionPipeline.Cli;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>One command line run inside the test process, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Lines(Output);

    public string[] ErrorLines => Lines(Error);

    public static CommandRun Of(params string[] arguments) => With("", CancellationToken.None, arguments);

    public static CommandRun With(string input, CancellationToken stop, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var at = new Surroundings(stream, output, error, () => stop);
        var exitCode = CommandLine.Invoke(arguments, at);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
