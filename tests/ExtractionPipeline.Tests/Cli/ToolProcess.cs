using System.Diagnostics;
using System.Text;

using ExtractionPipeline.Tests.CodeBase;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    public static readonly string? Native = Environment.GetEnvironmentVariable("EP_NATIVE");

    /// <summary>As it was built in a folder of its own: among the assemblies of the tests it would not find its native libraries.</summary>
    private static readonly string Tool = Checkout.PathOf("src", "ExtractionPipeline.Cli", "bin", Folder.Parent!.Name, Folder.Name, "policy-extract.dll");

    private static DirectoryInfo Folder => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

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
        if (Native is null) start.ArgumentList.Add(Tool);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
