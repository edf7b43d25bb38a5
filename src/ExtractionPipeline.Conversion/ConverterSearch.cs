using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Conversion;

/// <summary>Finds the program that converts.</summary>
internal static class ConverterSearch
{
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["soffice.exe", "soffice.com"] : ["soffice", "libreoffice"];

    /// <summary>Where installers put it without adding it to the search path.</summary>
    private static readonly string[] Places =
    [
        "/Applications/LibreOffice.app/Contents/MacOS",
        "/opt/libreoffice/program",
        Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program"),
    ];

    /// <exception cref="InputException">EP1010: there is none.</exception>
    public static string Find(string? named, string file)
    {
        if (named is null) return OnSearchPath() ?? throw new InputException(DiagnosticKinds.ConverterMissing, file, "soffice");
        if (Path.GetFileName(named) != named) return File.Exists(named) ? named : throw new InputException(DiagnosticKinds.ConverterMissing, file, named);
        return InFolders(named) ?? (File.Exists(named) ? Path.GetFullPath(named) : throw new InputException(DiagnosticKinds.ConverterMissing, file, named));
    }

    private static string? OnSearchPath()
    {
        foreach (var name in Names)
        {
            if (InFolders(name) is { } found) return found;
        }

        return null;
    }

    private static string? InFolders(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var folder in folders.Concat(Places))
        {
            // A relative folder on the search path would let the working folder decide which program runs.
            if (Path.IsPathFullyQualified(folder) && File.Exists(Path.Join(folder, name))) return Path.Join(folder, name);
        }

        return null;
    }
}
