using System.ComponentModel;
using System.Diagnostics;
using System.Text;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Export;

/// <summary>A program that people open the outputs with; tests are skipped where it is not installed.</summary>
internal static class UsersTool
{
    private const string SystemPython = "/usr/bin/python3";   // where the distribution's packages are

    /// <summary>What a Python script prints.</summary>
    /// <param name="folder">Current folder.</param>
    /// <param name="module">A package that it needs; the test is skipped where it is missing.</param>
    /// <param name="script">The script.</param>
    public static string Python(string folder, string? module, string script)
    {
        var program = File.Exists(SystemPython) ? SystemPython : "python3";
        if (module is not null && Run(program, folder, "-c", "import " + module).ExitCode != 0) Assert.Ignore($"the Python package {module} is not installed");
        var (exitCode, output, error) = Run(program, folder, "-c", script);
        Assert.That(exitCode, Is.Zero, error);
        return output.TrimEnd();
    }

    /// <summary>What the shell of SQLite prints.</summary>
    public static string Sqlite(string folder, params string[] arguments)
    {
        var (exitCode, output, error) = Run("sqlite3", folder, arguments);
        Assert.That(exitCode, Is.Zero, error);
        return output.TrimEnd();
    }

    /// <summary>Has LibreOffice convert a file of the folder.</summary>
    public static void LibreOffice(string folder, string to, string file, string? filter = null)
    {
        List<string> arguments = [$"-env:UserInstallation={new Uri(Path.Join(folder, "profile")).AbsoluteUri}", "--headless"];
        if (filter is not null) arguments.Add("--infilter=" + filter);
        var (_, output, error) = Run("soffice", folder, [.. arguments, "--convert-to", to, "--outdir", "converted", file]);
        if (error.Contains("no export filter", StringComparison.Ordinal) || output.Length == 0) Assert.Ignore("this LibreOffice has no Calc");
    }

    private static (int ExitCode, string Output, string Error) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, WorkingDirectory = folder };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{program} is not installed");
            throw;
        }
    }
}
