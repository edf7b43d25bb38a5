using System.IO.Compression;
using System.Xml;

namespace ExtractionPipeline.Word.Opening;

/// <summary>One relationship of a part.</summary>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Type">Its type, a URI.</param>
/// <param name="Target">Name of the part that it leads to, without the first slash; as it is written where it leads outside.</param>
/// <param name="IsExternal">Whether it leads outside the package.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>Last word of its type: styles, header, aFChunk.</summary>
    public string Role => Type[(Type.LastIndexOf('/') + 1)..];
}

/// <summary>The relationships of a part or of the whole package, as far as they can be read.</summary>
internal sealed class RelationshipList
{
    private const int MaxRelationships = 100_000;
    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private RelationshipList()
    {
    }

    public List<Relationship> All { get; } = [];

    /// <summary>Whether the file is damaged, or holds something that is no whole relationship.</summary>
    public bool IsOdd { get; private set; }

    /// <summary>Reads one file of relationships.</summary>
    /// <param name="entry">The file; null where there is none.</param>
    /// <param name="folder">The folder of the part that they belong to, with its last slash.</param>
    /// <param name="meter">Counts what is unpacked.</param>
    /// <exception cref="Diagnostics.InputException">EP1007.</exception>
    public static RelationshipList Read(ZipArchiveEntry? entry, string folder, UnpackedMeter meter)
    {
        var list = new RelationshipList { IsOdd = entry is null };
        if (entry is null) return list;
        try
        {
            using var xml = PartXml.Walk(entry.Open(), meter);
            while (list.All.Count < MaxRelationships && xml.Read())
            {
                meter.NextNode();
                if (xml.NodeType == XmlNodeType.Element) list.Add(xml, folder);
            }
        }
        catch (XmlException)
        {
            list.IsOdd = true;   // what stood before the damage counts
        }

        return list;
    }

    private void Add(XmlReader xml, string folder)
    {
        var isOurs = string.Equals(xml.NamespaceURI, Namespace, StringComparison.Ordinal);
        if (xml.LocalName is "Relationship" && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
        {
            var mode = xml.GetAttribute("TargetMode");
            var isExternal = mode is "External";
            IsOdd |= !isOurs || xml.Depth != 1 || (mode is not (null or "Internal") && !isExternal);
            All.Add(new Relationship(xml.GetAttribute("Id") ?? "", type, isExternal ? target : ZipParts.Resolve(folder, target), isExternal));
        }
        else
        {
            IsOdd |= !isOurs || xml.Depth != 0 || xml.LocalName is not "Relationships";
        }
    }
}
