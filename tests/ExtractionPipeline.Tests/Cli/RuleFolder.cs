using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>The built-in rules as a folder, with files of a test's own.</summary>
internal static class RuleFolder
{
    /// <summary>Writes all rule files; a file of the test replaces the one of its path, or is added to it where its text begins with "+".</summary>
    public static string Write(TemporaryFolder folder, string below, params (string Path, string Text)[] own)
    {
        foreach (var file in RuleFiles.Default().All) folder.Write($"{below}/{file.Path}", file.Text);
        foreach (var (path, text) in own)
        {
            if (text.StartsWith('+')) File.AppendAllText(folder.PathOf($"{below}/{path}"), text[1..]);
            else folder.Write($"{below}/{path}", text);
        }

        return folder.PathOf(below);
    }
}
