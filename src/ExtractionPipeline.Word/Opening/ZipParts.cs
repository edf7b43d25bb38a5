using System.IO.Compression;
using System.Xml;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>A package that breaks the rules of packages (ISO/IEC 29500-2) and is read all the same, as Word reads it.</summary>
/// <remarks>
/// Names are compared without case, backslashes count as slashes, of two entries of one name the first counts, relationships that lead
/// nowhere are passed over, and without a relationship to it the main part is looked for under its usual name.
/// </remarks>
internal sealed class ZipParts : IPackageParts
{
    private const int MaxRelationships = 100_000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Relationship> _relationships;
    private readonly string _main;
    private readonly string _folder;

    private ZipParts(ZipArchive archive, UnpackedMeter meter)
    {
        _archive = archive;
        foreach (var entry in archive.Entries) _entries.TryAdd(WithSlashes(entry.FullName).TrimStart('/'), entry);
        _main = MainName(Relationships("_rels/.rels", meter));
        _folder = _main[..(_main.LastIndexOf('/') + 1)];
        _relationships = Relationships($"{_folder}_rels/{_main[_folder.Length..]}.rels", meter);
    }

    public PackagePart Main => Part(_main, "officeDocument");

    /// <summary>Opens a package; null where it has no main part.</summary>
    /// <exception cref="InvalidDataException">The archive cannot be unpacked.</exception>
    /// <exception cref="InputException">EP1007.</exception>
    public static ZipParts? TryOpen(Stream stream, UnpackedMeter meter)
    {
        var parts = new ZipParts(new ZipArchive(stream, ZipArchiveMode.Read), meter);
        if (parts._entries.ContainsKey(parts._main)) return parts;
        parts.Dispose();
        return null;
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
        _relationships.Find(r => isMeant(r) && _entries.ContainsKey(r.Target)) is { } found ? Part(found.Target, found.Role) : null;

    private PackagePart Part(string name, string role) => new(name, role, _entries[name].Open);

    private string MainName(List<Relationship> relationships) =>
        relationships.Find(r => r.Role is "officeDocument" && _entries.ContainsKey(r.Target))?.Target ?? "word/document.xml";

    /// <summary>The relationships of a part that stay inside the package; as far as they can be read.</summary>
    private List<Relationship> Relationships(string name, UnpackedMeter meter)
    {
        var found = new List<Relationship>();
        if (!_entries.TryGetValue(name, out var entry)) return found;
        var source = name[..(name.LastIndexOf("_rels/", StringComparison.Ordinal))];
        try
        {
            using var xml = XmlReader.Create(new MeteredStream(entry.Open(), meter), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
            while (found.Count < MaxRelationships && xml.Read())
            {
                meter.NextNode();
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not "Relationship" || xml.GetAttribute("TargetMode") is "External") continue;
                if (xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target) found.Add(new Relationship(xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(source, target)));
            }
        }
        catch (XmlException)
        {
            // What stood before the damage counts.
        }

        return found;
    }

    /// <summary>The name of the part that a target means, seen from the folder of its source.</summary>
    private static string Resolve(string folder, string target)
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

    private sealed record Relationship(string Id, string Role, string Target);
}
