using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>One rule file.</summary>
public sealed class RuleFile
{
    private readonly Lazy<string> _text;
    private readonly RuleValue? _compiled;

    /// <param name="path">Below rules/, with forward slashes.</param>
    /// <param name="text">With LF line ends.</param>
    public RuleFile(string path, string text)
        : this(path, new Lazy<string>(text), null)
    {
    }

    internal RuleFile(string path, Lazy<string> text, RuleValue? compiled)
    {
        Path = path;
        _text = text;
        _compiled = compiled;
    }

    /// <summary>Path below rules/, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Its text with LF line ends.</summary>
    public string Text => _text.Value;

    /// <summary>Whether it is a file of rules, not a table.</summary>
    public bool IsYaml => Path.EndsWith(".yaml", StringComparison.Ordinal);

    /// <summary>Its value; null where the file is empty.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">Not readable as YAML.</exception>
    internal RuleValue? ParseTree() => _compiled ?? YamlRuleTree.Parse(Text);
}

/// <summary>All rule files of one rule set, ordered by path; the only place that opens them.</summary>
public sealed class RuleFiles
{
    private const string ResourcePrefix = "rules/";

    private const string CompiledResource = "rules.compiled";

    private readonly SortedDictionary<string, RuleFile> _files = new(StringComparer.Ordinal);
    private readonly string? _fingerprint;

    private RuleFiles(string root, IEnumerable<RuleFile> files, string? fingerprint = null)
    {
        Root = root;
        _fingerprint = fingerprint;
        foreach (var file in files) _files.Add(file.Path, file);
    }

    /// <summary>What stands before the path in messages: "rules" or the folder as the caller named it.</summary>
    public string Root { get; }

    /// <summary>All files, ordered by path.</summary>
    public IReadOnlyCollection<RuleFile> All => _files.Values;

    /// <summary>The rules that travel inside the library, parsed when it was built.</summary>
    public static RuleFiles Default()
    {
        var assembly = typeof(RuleFiles).Assembly;
        using var compiled = assembly.GetManifestResourceStream(CompiledResource) ?? throw new InvalidOperationException($"The library was built without {CompiledResource}.");
        var trees = CompiledRuleTrees.Read(compiled);
        var names = assembly.GetManifestResourceNames().Where(n => IsRuleFile(n) && n.StartsWith(ResourcePrefix, StringComparison.Ordinal));
        return new RuleFiles("rules", names.Select(name =>
        {
            var path = name[ResourcePrefix.Length..].Replace('\\', '/');
            return new RuleFile(path, new Lazy<string>(() => ReadResource(name)), trees.ByPath.GetValueOrDefault(path));
        }), trees.Fingerprint);
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
    public string Fingerprint() => _fingerprint ?? Hash();

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files.Values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\n" + file.Text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(file.Text));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(RuleFiles).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return WithLineFeeds(reader.ReadToEnd());
    }

    private static bool IsRuleFile(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".tsv", StringComparison.Ordinal);

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
