using System.IO.Compression;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>A package opened by its zip directory and its relationships alone: one that is plain, or that breaks the rules of packages (ISO/IEC 29500-2) and is read all the same, as Word reads it.</summary>
/// <remarks>
/// Names are compared without case, backslashes count as slashes, of two entries of one name the first counts, relationships that lead
/// nowhere are passed over, and without a relationship to it the main part is looked for under its usual name.
/// </remarks>
internal sealed class ZipParts : IPackageParts
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly RelationshipList _ofMain;
    private readonly string _main;

    private ZipParts(ZipArchive archive, UnpackedMeter meter)
    {
        _archive = archive;
        foreach (var entry in archive.Entries) _entries.TryAdd(WithSlashes(entry.FullName).TrimStart('/'), entry);
        var ofPackage = RelationshipList.Read(_entries.GetValueOrDefault("_rels/.rels"), "", meter);
        _main = MainName(ofPackage.All);
        var folder = _main[..(_main.LastIndexOf('/') + 1)];
        _ofMain = RelationshipList.Read(_entries.GetValueOrDefault($"{folder}_rels/{_main[folder.Length..]}.rels"), folder, meter);
        IsPlain = PlainPackage.Is(archive.Entries, ofPackage, _ofMain, meter);
    }

    /// <summary>Whether it keeps the rules of packages so plainly that the Open XML SDK need not be asked.</summary>
    public bool IsPlain { get; }

    public PackagePart Main => Part(_main, "officeDocument");

    /// <summary>Opens a package; null where it has no main part.</summary>
    /// <exception cref="InvalidDataException">The archive cannot be unpacked.</exception>
    /// <exception cref="InputException">EP1007.</exception>
    public static ZipParts? TryOpen(ZipArchive archive, UnpackedMeter meter)
    {
        var parts = new ZipParts(archive, meter);
        return parts._entries.ContainsKey(parts._main) ? parts : null;
    }

    public PackagePart? Find(PartKind kind)
    {
        var role = kind switch
        {
            PartKind.Styles => "styles",
            PartKind.Numbering => "numbering",
            PartKind.Footnotes => "footnotes",
            PartKind.Endnotes => "endnotes",
            _ => "comments",
        };
        return Find(r => string.Equals(r.Role, role, StringComparison.Ordinal));
    }

    public PackagePart? Related(string relationshipId) => Find(r => string.Equals(r.Id, relationshipId, StringComparison.Ordinal));

    public void Dispose() => _archive.Dispose();

    private PackagePart? Find(Predicate<Relationship> isMeant) =>
        _ofMain.All.Find(r => !r.IsExternal && isMeant(r) && _entries.ContainsKey(r.Target)) is { } found ? Part(found.Target, found.Role) : null;

    private PackagePart Part(string name, string role) => new(name, role, _entries[name].Open);

    private string MainName(List<Relationship> relationships) =>
        relationships.Find(r => !r.IsExternal && r.Role is "officeDocument" && _entries.ContainsKey(r.Target))?.Target ?? "word/document.xml";

    /// <summary>The name of the part that a target means, seen from the folder of its source.</summary>
    public static string Resolve(string folder, string target)
    {
        target = WithSlashes(Uri.UnescapeDataString(target));
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step is "" or ".") continue;
            if (step is not "..") path.Add(step);
            else if (path.Count > 0) path.RemoveAt(path.Count - 1);
        }

        return string.Join('/', path);
    }

    /// <summary>The name with slashes, as Windows programs mean it that write backslashes.</summary>
    public static string WithSlashes(string name) => name.Replace('\\', '/');
}
