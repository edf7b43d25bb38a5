using System.Diagnostics;
using System.Text;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    public static readonly string? Native = Environment.GetEnvironmentVariable("EP_NATIVE");

    public static Process Start(params string[] arguments) => StartIn(Directory.GetCurrentDirectory(), arguments);

    public static Process StartIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Native ?? "dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (Native is null) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "policy-extract.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
