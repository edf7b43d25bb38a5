using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>One rule file: its path below rules/ with forward slashes, and its text with LF line ends.</summary>
public sealed record RuleFile(string Path, string Text);

/// <summary>All rule files of one rule set, ordered by path; the only place that opens them.</summary>
public sealed class RuleFiles
{
    private const string ResourcePrefix = "rules/";

    private readonly SortedDictionary<string, RuleFile> _files = new(StringComparer.Ordinal);

    private RuleFiles(string root, IEnumerable<RuleFile> files)
    {
        Root = root;
        foreach (var file in files) _files.Add(file.Path, file);
    }

    /// <summary>What stands before the path in messages: "rules" or the folder as the caller named it.</summary>
    public string Root { get; }

    /// <summary>All files, ordered by path.</summary>
    public IReadOnlyCollection<RuleFile> All => _files.Values;

    /// <summary>The rules that travel inside the library.</summary>
    public static RuleFiles Default()
    {
        var assembly = typeof(RuleFiles).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => IsRuleFile(n) && n.StartsWith(ResourcePrefix, StringComparison.Ordinal));
        return new RuleFiles("rules", names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return new RuleFile(name[ResourcePrefix.Length..].Replace('\\', '/'), WithLineFeeds(reader.ReadToEnd()));
        }));
    }

    /// <summary>The rules of a folder; they replace the default rules whole.</summary>
    /// <exception cref="InputException">The folder is missing or holds no rule file.</exception>
    public static RuleFiles FromFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new InputException(DiagnosticKinds.FileMissing, folder);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(IsRuleFile)
            .Select(path => new RuleFile(System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), WithLineFeeds(File.ReadAllText(path, Encoding.UTF8))))
            .ToList();
        if (files.Count == 0) throw new InputException(DiagnosticKinds.FolderEmpty, folder, "rule files (.yaml, .tsv)");
        return new RuleFiles(folder.TrimEnd('/', '\\'), files);
    }

    /// <summary>Rule files from memory.</summary>
    public static RuleFiles FromTexts(IEnumerable<RuleFile> files) => new("rules", files);

    /// <summary>The file at a path below the root, or null.</summary>
    public RuleFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>The files of one folder and its subfolders, ordered by path.</summary>
    public IEnumerable<RuleFile> Under(string folder) => _files.Values.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>SHA-256 over paths and texts: the same for the same rules, wherever they lie.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files.Values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\n" + file.Text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(file.Text));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsRuleFile(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".tsv", StringComparison.Ordinal);

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
