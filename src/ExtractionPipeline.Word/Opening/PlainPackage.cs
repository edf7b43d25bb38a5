using System.IO.Compression;
using System.Xml;

namespace ExtractionPipeline.Word.Opening;

/// <summary>Says whether a package is so plain that nothing about it has to be asked of the Open XML SDK.</summary>
/// <remarks>
/// Plain is a package as Word, WPS and LibreOffice write it: one relationship to each part, of a type and with a content type that stand in the list
/// below, and names of letters, digits and a few marks. This is only ever too strict: what it does not know (charts, embedded files, Strict
/// relationships, odd names) is for <see cref="SdkParts"/> to judge, which takes as long as all the rest of reading an ordinary list.
/// </remarks>
internal static class PlainPackage
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Documents = "application/vnd.openxmlformats-officedocument.";
    private const string Macros = "application/vnd.ms-word.";
    private const string TypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string TypesName = "[Content_Types].xml";
    private const string Relationships = "application/vnd.openxmlformats-package.relationships+xml";

    /// <summary>Content types that may stand behind a relationship of the package; one that ends in a slash stands for all that begin so.</summary>
    private static readonly Dictionary<string, string[]> s_ofPackage = new(StringComparer.Ordinal)
    {
        [Office + "officeDocument"] = [Word + "document.main+xml", Word + "template.main+xml", Macros + "document.macroEnabled.main+xml", Macros + "template.macroEnabledTemplate.main+xml"],
        [Metadata + "core-properties"] = ["application/vnd.openxmlformats-package.core-properties+xml"],
        [Metadata + "thumbnail"] = ["image/"],
        [Office + "extended-properties"] = [Documents + "extended-properties+xml"],
        [Office + "custom-properties"] = [Documents + "custom-properties+xml"],
    };

    /// <summary>The same for the main part.</summary>
    private static readonly Dictionary<string, string[]> s_ofMain = new(StringComparer.Ordinal)
    {
        [Office + "styles"] = [Word + "styles+xml"],
        [Office + "numbering"] = [Word + "numbering+xml"],
        [Office + "settings"] = [Word + "settings+xml"],
        [Office + "webSettings"] = [Word + "webSettings+xml"],
        [Office + "fontTable"] = [Word + "fontTable+xml"],
        [Office + "footnotes"] = [Word + "footnotes+xml"],
        [Office + "endnotes"] = [Word + "endnotes+xml"],
        [Office + "comments"] = [Word + "comments+xml"],
        [Office + "header"] = [Word + "header+xml"],
        [Office + "footer"] = [Word + "footer+xml"],
        [Office + "theme"] = [Documents + "theme+xml"],
        [Office + "image"] = ["image/"],
        [Office + "customXml"] = ["application/xml"],
    };

    /// <summary>Whether a package is plain.</summary>
    /// <param name="entries">All its entries.</param>
    /// <param name="ofPackage">Its relationships.</param>
    /// <param name="ofMain">Those of its main part.</param>
    /// <param name="meter">Counts what is unpacked.</param>
    /// <exception cref="Diagnostics.InputException">EP1007.</exception>
    public static bool Is(IReadOnlyCollection<ZipArchiveEntry> entries, RelationshipList ofPackage, RelationshipList ofMain, UnpackedMeter meter)
    {
        if (ofPackage.IsOdd || ofMain.IsOdd || ReadTypes(entries, meter) is not { } types) return false;
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            var name = entry.FullName;
            if (name is TypesName) continue;
            if (!IsPlainName(name) || TypeOf(name, types) is not { } type || !parts.TryAdd(name, type)) return false;
        }

        return HasNoPartInside(parts) && ArePlain(ofPackage, s_ofPackage, parts) && ArePlain(ofMain, s_ofMain, parts);
    }

    private static bool IsPlainName(string name) =>
        name.Length > 0 && name[0] is not '/' && name[^1] is not ('/' or '.') && HasOnlyNameMarks(name)
        && !name.Contains("//", StringComparison.Ordinal) && !name.Contains("./", StringComparison.Ordinal)
        && (name is "_rels/.rels" || !name.Contains("/.", StringComparison.Ordinal));

    /// <summary>No name may go on behind the name of another part: a, a/b.</summary>
    private static bool HasNoPartInside(Dictionary<string, string> parts)
    {
        foreach (var name in parts.Keys)
        {
            for (var slash = name.LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
            {
                if (parts.ContainsKey(name[..slash])) return false;
            }
        }

        return true;
    }

    private static bool ArePlain(RelationshipList relationships, Dictionary<string, string[]> known, Dictionary<string, string> parts)
    {
        var (ids, targets, once) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal));
        foreach (var relationship in relationships.All)
        {
            var (id, type, target, isExternal) = relationship;
            if (!ids.Add(id) || id.Length == 0 || !char.IsAsciiLetter(id[0]) || !HasOnlyNameMarks(id) || id.Contains('/', StringComparison.Ordinal)) return false;
            if (isExternal)
            {
                if (!type.StartsWith(Office, StringComparison.Ordinal) || !Uri.TryCreate(target, UriKind.RelativeOrAbsolute, out _)) return false;
                continue;
            }

            if (!known.TryGetValue(type, out var contents) || !parts.TryGetValue(target, out var content) || !targets.Add(target)) return false;
            if (!contents.Any(c => c.EndsWith('/') ? content.StartsWith(c, StringComparison.Ordinal) : string.Equals(c, content, StringComparison.Ordinal))) return false;
            if (relationship.Role is not ("header" or "footer" or "image" or "customXml") && !once.Add(type)) return false;
        }

        return true;
    }

    private static string? TypeOf(string part, Dictionary<string, string> types) =>
        types.TryGetValue("/" + part, out var type) || types.TryGetValue(part[(part.LastIndexOf('.') + 1)..], out type) ? type : null;

    /// <summary>Content types by the name of a part with its first slash, or by the ending of names; null where the list is missing or odd.</summary>
    private static Dictionary<string, string>? ReadTypes(IReadOnlyCollection<ZipArchiveEntry> entries, UnpackedMeter meter)
    {
        if (entries.FirstOrDefault(e => e.FullName is TypesName) is not { } entry) return null;
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var xml = PartXml.Walk(entry.Open(), meter);
            while (xml.Read())
            {
                meter.NextNode();
                if (xml.NodeType == XmlNodeType.Element && !Add(xml, types)) return null;
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return types.TryGetValue("rels", out var relationships) && relationships is Relationships ? types : null;
    }

    private static bool Add(XmlReader xml, Dictionary<string, string> types)
    {
        if (!string.Equals(xml.NamespaceURI, TypesNamespace, StringComparison.Ordinal)) return false;
        if (xml.Depth == 0) return xml.LocalName is "Types";
        var key = xml.LocalName switch { "Default" => xml.GetAttribute("Extension"), "Override" => xml.GetAttribute("PartName"), _ => null };
        if (key is null || xml.GetAttribute("ContentType") is not { } type || key.Length < 2 || (key[0] is '/') != (xml.LocalName is "Override")) return false;
        return IsPlainName(key.TrimStart('/')) && IsPlainType(type) && types.TryAdd(key, type);
    }

    /// <summary>Two words of letters, digits and marks: image/png.</summary>
    private static bool IsPlainType(string type) =>
        type.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash < type.Length - 1 && slash == type.LastIndexOf('/')
        && HasOnlyNameMarks(type.Replace('+', '-'));

    private static bool HasOnlyNameMarks(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-' or '/')) return false;
        }

        return true;
    }
}
