using System.IO.Compression;
using System.Text;

namespace ExtractionPipeline.Fuzz;

/// <summary>A Word package written as plain text, part after part, so that a changed byte changes XML and not a packed stream.</summary>
/// <remarks>
/// The first line is "!parts"; a line "--- name" begins a part. body, styles, numbering, footnotes, endnotes, comments, header and
/// footer are the inner XML of the part of that name: its root, namespaces and relationship come by themselves. Any other name is an
/// entry of the archive as it stands, and replaces what would come by itself.
/// </remarks>
public static class LoosePackage
{
    private const string FirstLine = "!parts\n";

    private const string PartLine = "--- ";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    private static readonly Dictionary<string, string> s_roots = new(StringComparer.Ordinal)
    {
        ["styles"] = "styles",
        ["numbering"] = "numbering",
        ["footnotes"] = "footnotes",
        ["endnotes"] = "endnotes",
        ["comments"] = "comments",
        ["header"] = "hdr",
        ["footer"] = "ftr",
    };

    /// <summary>Whether the bytes are written so.</summary>
    public static bool IsLoose(ReadOnlySpan<byte> bytes) => bytes.StartsWith("!parts\n"u8);

    /// <summary>The bytes as a Word file.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        // Latin-1 keeps every byte, also those that are no UTF-8.
        var parts = Parts(Encoding.Latin1.GetString(bytes[FirstLine.Length..]));
        var (types, relationships) = (new StringBuilder(), new StringBuilder());
        foreach (var (name, _) in parts)
        {
            if (!s_roots.ContainsKey(name)) continue;
            types.Append($"""<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"/>""");
            relationships.Append($"""<Relationship Id="{name}" Type="{Office}/{name}" Target="{name}.xml"/>""");
        }

        var entries = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{types}</Types>""",
            ["_rels/.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>""",
            ["word/_rels/document.xml.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}</Relationships>""",
        };
        foreach (var (name, content) in parts)
        {
            if (string.Equals(name, "body", StringComparison.Ordinal)) entries["word/document.xml"] = $"<w:document {Namespaces}><w:body>{content}</w:body></w:document>";
            else if (s_roots.TryGetValue(name, out var root)) entries[$"word/{name}.xml"] = $"<w:{root} {Namespaces}>{content}</w:{root}>";
            else entries[name] = content;
        }

        return Zip(entries.Select(e => (e.Key, Encoding.Latin1.GetBytes(e.Value))));
    }

    /// <summary>A zip archive of these entries.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static List<(string Name, string Content)> Parts(string text)
    {
        var parts = new List<(string Name, string Content)>();
        foreach (var part in ("\n" + text).Split("\n" + PartLine).Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var name = end < 0 ? part : part[..end];
            if (name.Length > 0) parts.Add((name, end < 0 ? "" : part[(end + 1)..]));
        }

        return parts;
    }
}
