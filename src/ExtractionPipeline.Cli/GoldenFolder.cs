using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>A folder of documents beside their goldens, with its subfolders.</summary>
/// <remarks>
/// The golden of a.docx is a.golden.json or, where several documents share the name, a.docx.golden.json; a.golden.json belongs to the
/// first document named a.* in ordinal order.
/// </remarks>
internal sealed class GoldenFolder
{
    private const int NamedGoldens = 12;   // goldens that a fault lists

    private readonly string _folder;
    private readonly Dictionary<string, Dictionary<string, string>> _documents = new(StringComparer.Ordinal);   // folder -> name without ending -> path

    private GoldenFolder(string folder, IReadOnlyList<string> goldens)
    {
        _folder = folder;
        Goldens = goldens;
    }

    /// <summary>Their paths in ordinal order; at least one, where the folder was opened.</summary>
    public IReadOnlyList<string> Goldens { get; }

    /// <exception cref="CommandFault">No such folder, or no golden in it.</exception>
    public static GoldenFolder Open(string folder)
    {
        if (!Directory.Exists(folder)) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileMissing, folder);
        var goldens = Of(folder);
        if (goldens.Goldens.Count == 0) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.GoldenFolderEmpty, folder);
        return goldens;
    }

    /// <summary>A folder that is there and may hold no golden yet.</summary>
    public static GoldenFolder Of(string folder) =>
        new(folder, [.. Directory.EnumerateFiles(folder, "*" + GoldenFile.Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal)]);

    /// <summary>The path that a golden of a document takes: a.golden.json, or a.docx.golden.json where other documents or goldens share the name.</summary>
    public string NameFor(string document)
    {
        var plain = Path.ChangeExtension(document, null) + GoldenFile.Ending;
        return !File.Exists(plain) && string.Equals(DocumentOf(plain), document, StringComparison.Ordinal) ? plain : document + GoldenFile.Ending;
    }

    /// <summary>The document of a golden, or null.</summary>
    public string? DocumentOf(string golden)
    {
        var stem = golden[..^GoldenFile.Ending.Length];
        if (DocumentReading.IsDocument(Path.GetFileName(stem)) && File.Exists(stem)) return stem;
        var folder = Path.GetDirectoryName(stem)!;
        if (!_documents.TryGetValue(folder, out var documents))
        {
            documents = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(folder).Where(f => DocumentReading.IsDocument(Path.GetFileName(f))).Order(StringComparer.Ordinal)) documents.TryAdd(Path.GetFileNameWithoutExtension(file), file);
            _documents.Add(folder, documents);
        }

        return documents.GetValueOrDefault(Path.GetFileName(stem));
    }

    /// <summary>The golden that a name means: its path, its path below the folder, its file name, or one of these without the ending.</summary>
    /// <param name="name">Null where the folder's only one is meant.</param>
    /// <exception cref="CommandFault">None or several are meant.</exception>
    public string Named(string? name)
    {
        var meant = name is null ? Goldens : [.. Goldens.Where(g => Names(g).Contains(name, StringComparer.Ordinal))];
        if (meant.Count == 1) return meant[0];
        var several = meant.Count == 0 ? Goldens : meant;
        var list = string.Join(", ", several.Take(NamedGoldens).Select(Below)) + (several.Count > NamedGoldens ? ", \u2026" : "");
        throw new CommandFault(ExitCode.Usage, DiagnosticKinds.GoldenUndecided, _folder, list);
    }

    private IEnumerable<string> Names(string golden)
    {
        foreach (var name in (string[])[golden, Below(golden), Path.GetFileName(golden)])
        {
            yield return name;
            yield return name[..^GoldenFile.Ending.Length];
        }
    }

    private string Below(string golden) => Path.GetRelativePath(_folder, golden).Replace('\\', '/');
}
