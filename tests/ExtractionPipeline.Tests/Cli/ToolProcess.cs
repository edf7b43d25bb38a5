using System.Diagnostics;
using System.Text;

using ExtractionPipeline.Tests.CodeBase;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    public static readonly string? Native = Environment.GetEnvironmentVariable("EP_NATIVE");

    /// <summary>As it was built in a folder of its own: among the assemblies of the tests it would not find its native libraries.</summary>
    private static readonly string Built = Checkout.PathOf("src", "ExtractionPipeline.Cli", "bin", Folder.Parent!.Name, Folder.Name, "policy-extract.dll");

    private static DirectoryInfo Folder => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static Process Start(params string[] arguments) => StartIn(Directory.GetCurrentDirectory(), arguments);

    public static Process StartIn(string folder, params string[] arguments) => Run(folder, [.. Tool, .. arguments]);

    /// <summary>With a redirection of the shell behind the command.</summary>
    public static Process StartInShell(string redirection, params string[] arguments) =>
        Run(Directory.GetCurrentDirectory(), ["sh", "-c", $"exec \"$@\" {redirection}", "sh", .. Tool, .. arguments]);

    private static string[] Tool => Native is null ? ["dotnet", Built] : [Native];

    private static Process Run(string folder, List<string> words)
    {
        var start = new ProcessStartInfo(words[0])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var word in words[1..]) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }
}
