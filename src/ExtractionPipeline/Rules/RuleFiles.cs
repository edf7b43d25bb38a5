using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>One rule file.</summary>
public sealed class RuleFile
{
    private readonly CompiledRuleTrees? _trees;
    private readonly int _number;
    private string? _text;

    /// <param name="path">Below rules/, with forward slashes.</param>
    /// <param name="text">With LF line ends.</param>
    public RuleFile(string path, string text) => (Path, _text) = (path, text);

    private RuleFile(string path, string text, int brokenLine)
        : this(path, text) => BrokenLine = brokenLine;

    internal RuleFile(CompiledRuleTrees trees, int number) => (Path, _trees, _number) = (trees.PathAt(number), trees, number);

    /// <summary>Path below rules/, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>1-based line with the first bytes that are no UTF-8; 0 where there are none.</summary>
    internal int BrokenLine { get; }

    /// <summary>A file as it lies on the disk: UTF-8, with or without a mark, or UTF-16 with one; any line ends.</summary>
    /// <param name="path">Below rules/, with forward slashes.</param>
    /// <param name="bytes">Its bytes.</param>
    public static RuleFile Decode(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        var text = RuleFiles.WithLineFeeds(reader.ReadToEnd());
        var at = reader.CurrentEncoding is not UTF8Encoding || System.Text.Unicode.Utf8.IsValid(bytes) ? -1 : text.IndexOf('\ufffd', StringComparison.Ordinal);
        return new RuleFile(path, text, at < 0 ? 0 : text.AsSpan(0, at).Count('\n') + 1);
    }

    /// <summary>Its text with LF line ends.</summary>
    public string Text => _text ??= RuleFiles.ReadResource(Path);

    /// <summary>Whether it is a file of rules, not a table.</summary>
    public bool IsYaml => Path.EndsWith(".yaml", StringComparison.Ordinal);

    /// <summary>Its value; null where the file is empty.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">Not readable as YAML.</exception>
    internal RuleValue? ParseTree() => _trees is null ? YamlRuleTree.Parse(Text) : _trees.TreeOf(_number);
}

/// <summary>All rule files of one rule set, ordered by path; the only place that opens them.</summary>
public sealed class RuleFiles
{
    private const string ResourcePrefix = "rules/";

    private readonly Dictionary<string, RuleFile> _byPath;
    private readonly RuleFile[] _files;
    private readonly string? _fingerprint;

    private RuleFiles(string root, RuleFile[] files)
    {
        Root = root;
        _files = files;
        _byPath = new Dictionary<string, RuleFile>(files.Length, StringComparer.Ordinal);
        foreach (var file in files) _byPath.Add(file.Path, file);
    }

    private RuleFiles(CompiledRules compiled, CompiledRuleTrees trees)
        : this("rules", trees.Files())
    {
        Compiled = compiled;
        _fingerprint = trees.Fingerprint;
    }

    /// <summary>What stands before the path in messages: "rules" or the folder as the caller named it.</summary>
    public string Root { get; }

    /// <summary>All files, ordered by path.</summary>
    public IReadOnlyCollection<RuleFile> All => _files;

    /// <summary>What these files come to, where that was worked out before and found without fault; null for files that are read now.</summary>
    internal CompiledRules? Compiled { get; }

    /// <summary>The rules that travel inside the library, parsed when it was built.</summary>
    public static RuleFiles Default()
    {
        var compiled = CompiledRules.OpenDefault();
        return new RuleFiles(compiled, CompiledRuleTrees.Open(compiled.Trees));
    }

    /// <summary>The rules of a folder; they replace the default rules whole.</summary>
    /// <exception cref="InputException">The folder is missing or holds no rule file.</exception>
    public static RuleFiles FromFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new InputException(DiagnosticKinds.FileMissing, folder);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(IsRuleFile)
            .Select(path => RuleFile.Decode(System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToArray();
        if (files.Length == 0) throw new InputException(DiagnosticKinds.FolderEmpty, folder, "rule files (.yaml, .tsv)");
        return new RuleFiles(folder.TrimEnd('/', '\\'), files);
    }

    /// <summary>Rule files from memory.</summary>
    public static RuleFiles FromTexts(IEnumerable<RuleFile> files) => new("rules", [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);

    /// <summary>Files that are no UTF-8: what they say cannot be judged, so nothing else is said of them or of the others.</summary>
    /// <exception cref="RuleFileException">There are some; each is listed.</exception>
    internal void ThrowIfBroken()
    {
        var faults = new RuleFaults();
        foreach (var file in _files)
        {
            if (file.BrokenLine > 0) faults.Add(DiagnosticKinds.RuleFileEncoding, new RulePlace($"{Root}/{file.Path}", file.BrokenLine, 1));
        }

        faults.ThrowIfAny();
    }

    /// <summary>The file at a path below the root, or null.</summary>
    public RuleFile? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The files of one folder and its subfolders, ordered by path.</summary>
    public IEnumerable<RuleFile> Under(string folder)
    {
        var start = folder + "/";
        var found = new List<RuleFile>();
        foreach (var file in _files)
        {
            if (file.Path.StartsWith(start, StringComparison.Ordinal)) found.Add(file);
        }

        return found;
    }

    /// <summary>SHA-256 over paths and texts: the same for the same rules, wherever they lie.</summary>
    public string Fingerprint() => _fingerprint ?? Hash();

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\n" + file.Text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(file.Text));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The text of a file that travels inside the library.</summary>
    internal static string ReadResource(string path)
    {
        // Built on Windows, the names of resources have backslashes.
        var assembly = typeof(RuleFiles).Assembly;
        var stream = assembly.GetManifestResourceStream(ResourcePrefix + path) ?? assembly.GetManifestResourceStream(ResourcePrefix + path.Replace('/', '\\'))
            ?? throw new InvalidOperationException($"The rule file {path} is missing from the library.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return WithLineFeeds(reader.ReadToEnd());
    }

    /// <summary>Whether a file of this name counts as a rule file.</summary>
    public static bool IsRuleFile(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".tsv", StringComparison.Ordinal);

    internal static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
