using ExtractionPipeline.Cli;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>A folder of its own for one test, taken away afterwards.</summary>
internal sealed class TemporaryFolder
{
    public string Root { get; } = Directory.CreateTempSubdirectory("policy-extract-tests-").FullName;

    public void Remove() => Directory.Delete(Root, recursive: true);

    public string PathOf(string below) => Path.Combine(Root, below);

    public string Write(string below, string text)
    {
        var path = PathOf(below);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Everything below, with forward slashes, in ordinal order; hidden files too, but not the manifest of runs, which every run leaves.</summary>
    public string[] Files(string below) => [.. AllFiles(below).Where(f => f is not RunManifest.FileName)];

    /// <summary>The same with the manifest.</summary>
    public string[] AllFiles(string below) =>
        [.. Directory.EnumerateFiles(PathOf(below), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(f => Path.GetRelativePath(PathOf(below), f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
