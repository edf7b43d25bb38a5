using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ExtractionPipeline.Export.Docx;

/// <summary>A Word package that is copied with a few parts changed: every other part keeps its bytes.</summary>
internal sealed class WordPackageCopy : IDisposable
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string RootRelationships = "_rels/.rels";
    private const string MainKind = "/officeDocument";
    private const string CommentsKind = "/comments";
    private const string NewCommentsPart = "policy-comments.xml";

    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private static readonly XNamespace Relationships = Packages + "relationships";
    private static readonly XNamespace Types = Packages + "content-types";
    private static readonly DateTimeOffset FirstDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);   // of the zip format

    private readonly ZipArchive _source;
    private readonly Dictionary<string, XDocument> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _mainType;

    private WordPackageCopy(byte[] package)
    {
        _source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var main = Related(Read(RootRelationships), "", MainKind) ?? throw new InvalidDataException("no main document");
        MainPart = main.Path;
        _mainType = main.Type;
        Main = Change(MainPart);
    }

    /// <summary>Path of the main part in the package.</summary>
    public string MainPart { get; }

    /// <summary>The main part; changes of it are written.</summary>
    public XDocument Main { get; }

    /// <summary>Opens a package.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="XmlException">A part is.</exception>
    public static WordPackageCopy Open(byte[] package) => new(package);

    /// <summary>The part with the comments, made where there is none; changes of it are written.</summary>
    public XDocument Comments(WordNames names)
    {
        var relationsPath = RelationshipsOf(MainPart);
        var relations = _source.GetEntry(relationsPath) is null ? new XDocument(new XElement(Relationships + "Relationships")) : Read(relationsPath);
        if (Related(relations, MainPart, CommentsKind) is { } found) return Change(found.Path);

        var folder = MainPart[..(MainPart.LastIndexOf('/') + 1)];
        var comments = new XDocument(new XElement(names.Comments, new XAttribute(XNamespace.Xmlns + "w", names.Comments.NamespaceName)));
        relations.Root!.Add(new XElement(
            Relationships + "Relationship", new XAttribute("Id", "policyComments"), new XAttribute("Type", _mainType[..^MainKind.Length] + CommentsKind), new XAttribute("Target", NewCommentsPart)));
        var types = Read(ContentTypes);
        types.Root!.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + folder + NewCommentsPart), new XAttribute("ContentType", WordNames.CommentsContentType)));
        (_changed[relationsPath], _changed[ContentTypes], _changed[folder + NewCommentsPart]) = (relations, types, comments);
        return comments;
    }

    /// <summary>Writes the package: the parts in their order, new ones at the end.</summary>
    public void Write(Stream to)
    {
        using var target = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var left = new Dictionary<string, XDocument>(_changed, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in _source.Entries)
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = entry.LastWriteTime;
            using var stream = copy.Open();
            if (left.Remove(entry.FullName, out var changed))
            {
                Write(changed, stream);
                continue;
            }

            using var original = entry.Open();
            original.CopyTo(stream);
        }

        foreach (var (path, added) in left.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var entry = target.CreateEntry(path, CompressionLevel.Optimal);
            entry.LastWriteTime = FirstDate;
            using var stream = entry.Open();
            Write(added, stream);
        }
    }

    public void Dispose() => _source.Dispose();

    private XDocument Change(string path) => _changed.TryGetValue(path, out var known) ? known : _changed[path] = Read(path);

    private XDocument Read(string path)
    {
        var entry = _source.GetEntry(path) ?? _source.Entries.FirstOrDefault(e => string.Equals(e.FullName, path, StringComparison.OrdinalIgnoreCase));
        using var stream = entry?.Open() ?? throw new InvalidDataException($"{path} is missing");
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void Write(XDocument part, Stream to)
    {
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize });
        part.Save(writer);
    }

    /// <summary>The part that a relationship of this kind leads to; its type is Transitional or Strict.</summary>
    private static (string Path, string Type)? Related(XDocument relations, string from, string kind)
    {
        foreach (var relation in relations.Root!.Elements(Relationships + "Relationship"))
        {
            var (type, target) = ((string?)relation.Attribute("Type") ?? "", (string?)relation.Attribute("Target") ?? "");
            if (!type.EndsWith(kind, StringComparison.Ordinal)) continue;
            var path = new Uri(new Uri("part:/" + from), target).AbsolutePath.TrimStart('/');
            return (Uri.UnescapeDataString(path), type);
        }

        return null;
    }

    private static string RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return part[..slash] + "_rels/" + part[slash..] + ".rels";
    }
}
