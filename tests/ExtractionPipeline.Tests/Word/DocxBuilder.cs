using System.IO.Compression;
using System.Text;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Tests.Word;

/// <summary>Makes a Word document from the XML of its parts: the tests say exactly what stands in the file.</summary>
internal sealed class DocxBuilder
{
    private const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
        """;

    private readonly List<(string Name, byte[] Content)> _parts = [];
    private readonly StringBuilder _types = new();
    private readonly StringBuilder _relationships = new();

    /// <summary>For names of parts, types and relationships in another dialect.</summary>
    public Func<string, string> Dialect { get; init; } = xml => xml;

    /// <summary>Content type of the main part.</summary>
    public string MainType { get; init; } = "document.main+xml";

    /// <summary>How hard to pack.</summary>
    public CompressionLevel Packing { get; init; } = CompressionLevel.Fastest;

    /// <summary>w:document with this content of w:body.</summary>
    public static byte[] WithBody(string body) => new DocxBuilder().Body(body).ToBytes();

    /// <summary>Reads a document with this content of w:body.</summary>
    public static PolicyDocument Read(string body, WordReadingOptions? options = null) => new DocxBuilder().Body(body).Read(options);

    public DocxBuilder Body(string body) => Raw("word/document.xml", BodyXml(body));

    /// <summary>The XML of a main part with this content of w:body.</summary>
    public string BodyXml(string body) => $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    public DocxBuilder Styles(string styles) => Related("word/styles.xml", "styles", $"<w:styles {Namespaces}>{styles}</w:styles>");

    public DocxBuilder Numbering(string numbering) => Related("word/numbering.xml", "numbering", $"<w:numbering {Namespaces}>{numbering}</w:numbering>");

    public DocxBuilder Footnotes(string notes) => Related("word/footnotes.xml", "footnotes", $"<w:footnotes {Namespaces}>{notes}</w:footnotes>");

    public DocxBuilder Endnotes(string notes) => Related("word/endnotes.xml", "endnotes", $"<w:endnotes {Namespaces}>{notes}</w:endnotes>");

    public DocxBuilder Comments(string comments) => Related("word/comments.xml", "comments", $"<w:comments {Namespaces}>{comments}</w:comments>");

    public DocxBuilder Header(string id, string content) => Related($"word/{id}.xml", "header", $"<w:hdr {Namespaces}>{content}</w:hdr>", id);

    public DocxBuilder Footer(string id, string content) => Related($"word/{id}.xml", "footer", $"<w:ftr {Namespaces}>{content}</w:ftr>", id);

    /// <summary>A part that the main part refers to.</summary>
    public DocxBuilder Related(string name, string type, string xml, string? id = null)
    {
        _types.Append($"""<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{type}+xml"/>""");
        _relationships.Append($"""<Relationship Id="{id ?? type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="/{name}"/>""");
        return Raw(name, xml);
    }

    /// <summary>A relationship of the main part, as it stands.</summary>
    public DocxBuilder Relationship(string xml)
    {
        _relationships.Append(xml);
        return this;
    }

    /// <summary>The content type of an entry.</summary>
    public DocxBuilder Type(string name, string type)
    {
        _types.Append($"""<Override PartName="/{name}" ContentType="{type}"/>""");
        return this;
    }

    /// <summary>Any entry of the archive.</summary>
    public DocxBuilder Raw(string name, string content) => Raw(name, Encoding.UTF8.GetBytes(Dialect(content)));

    public DocxBuilder Raw(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    public PolicyDocument Read(WordReadingOptions? options = null) => new WordDocumentReader(options ?? WordReadingOptions.Default).Read(ToBytes(), "test.docx");

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml",
                $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{FullMainType}"/>{_types}</Types>
                """);
            Write(archive, "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Write(archive, "word/_rels/document.xml.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{_relationships}</Relationships>""");
            foreach (var (name, content) in _parts) Write(archive, name, content);
        }

        return bytes.ToArray();
    }

    private string FullMainType => MainType.Contains('/', StringComparison.Ordinal)
        ? MainType
        : "application/vnd.openxmlformats-officedocument.wordprocessingml." + MainType;

    private void Write(ZipArchive archive, string name, string content) => Write(archive, name, Encoding.UTF8.GetBytes(Dialect(content)));

    private void Write(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name, Packing).Open();
        stream.Write(content);
    }
}

/// <summary>Short forms of the XML that most tests need.</summary>
internal static class Xml
{
    /// <summary>A run.</summary>
    public static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A paragraph with one run.</summary>
    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    /// <summary>A paragraph with this inner XML.</summary>
    public static string Px(string content, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>";

    /// <summary>A cell.</summary>
    public static string Tc(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    /// <summary>A row of cells.</summary>
    public static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    /// <summary>A table with so many grid columns.</summary>
    public static string Tbl(int columns, params string[] rows) =>
        $"<w:tbl><w:tblPr/><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"100\"/>", columns))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";

    /// <summary>A paragraph of a list.</summary>
    public static string Li(string text, int list, int level = 0) =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    /// <summary>A level of a list.</summary>
    public static string Lvl(int level, string format, string text, string more = "", int? start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\">{(start is null ? "" : $"<w:start w:val=\"{start}\"/>")}<w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    /// <summary>An abstract list.</summary>
    public static string AbstractNum(int id, params string[] content) => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(content)}</w:abstractNum>";

    /// <summary>An instance of a list.</summary>
    public static string Num(int id, int list, string overrides = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{list}\"/>{overrides}</w:num>";

    /// <summary>A paragraph style.</summary>
    public static string Style(string id, string name, string content) => $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{content}</w:style>";
}

/// <summary>What tests compare: a document as lines.</summary>
internal static class DocumentLines
{
    /// <summary>Every paragraph in reading order, nested ones once: "label text", or the text alone.</summary>
    public static string[] Lines(this PolicyDocument document) => [.. Lines(document.Blocks)];

    /// <summary>The labels alone; "-" where there is none.</summary>
    public static string[] Labels(this PolicyDocument document) => [.. Paragraphs(document.Blocks).Select(p => p.Label ?? "-")];

    /// <summary>The texts alone.</summary>
    public static string[] Texts(this PolicyDocument document) => [.. Paragraphs(document.Blocks).Select(p => p.Text)];

    /// <summary>Code, place and message of each diagnostic.</summary>
    public static string[] Messages(this PolicyDocument document) =>
        [.. document.Diagnostics.Select(d => $"{d.Kind.Code}{(d.Place.Location is { } at ? $" at {at}" : "")}: {d.Message}")];

    public static IEnumerable<Paragraph> Paragraphs(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph) yield return paragraph;
            if (block is not Table table) continue;
            foreach (var row in table.Rows)
            {
                foreach (var inside in row.Cells.Where(c => c.OriginRow == row.Number).SelectMany(c => Paragraphs(c.Blocks))) yield return inside;
            }
        }
    }

    private static IEnumerable<string> Lines(IEnumerable<Block> blocks) =>
        Paragraphs(blocks).Select(p => p.Label is null ? p.Text : $"{p.Label} {p.Text}");
}
