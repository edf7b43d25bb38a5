using System.Runtime.InteropServices;

using DocumentFormat.OpenXml.Packaging;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>A Word package that has been opened: finds its parts and opens them as XML. The only file that knows the Open XML SDK.</summary>
/// <remarks>The SDK finds parts by their relationships; their content is read by <see cref="PartXml"/> without its object model.</remarks>
internal sealed class WordPackage : IDisposable
{
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly string _file;
    private readonly WordReadingOptions _options;

    private WordPackage(WordprocessingDocument document, MainDocumentPart main, string file, WordReadingOptions options)
    {
        _document = document;
        _main = main;
        _file = file;
        _options = options;
    }

    /// <summary>The part being read, for messages: word/document.xml.</summary>
    public string CurrentPart { get; private set; } = "[Content_Types].xml";

    /// <exception cref="InputException">The bytes are no Word document, or break a limit.</exception>
    public static WordPackage Open(ReadOnlyMemory<byte> bytes, string file, WordReadingOptions options)
    {
        FileSignature.DemandZip(bytes.Span, file);
        var stream = AsStream(bytes);
        PackageDirectory.Check(stream, file, options);
        stream.Position = 0;
        var document = WordprocessingDocument.Open(stream, isEditable: false);
        var main = document.MainDocumentPart;
        if (main is not null) return new WordPackage(document, main, file, options);
        document.Dispose();
        throw new InputException(DiagnosticKinds.DamagedPackage, file, "its main document part is missing");
    }

    public PartXml OpenMain() => Open(_main);

    public PartXml? OpenStyles() => OpenOptional(_main.StyleDefinitionsPart);

    public PartXml? OpenNumbering() => OpenOptional(_main.NumberingDefinitionsPart);

    public PartXml? OpenFootnotes() => OpenOptional(_main.FootnotesPart);

    public PartXml? OpenEndnotes() => OpenOptional(_main.EndnotesPart);

    public PartXml? OpenComments() => OpenOptional(_main.WordprocessingCommentsPart);

    /// <summary>A header or footer by the id of its relationship; null where there is none.</summary>
    public PartXml? OpenRelated(string relationshipId) =>
        _main.TryGetPartById(relationshipId, out var part) && part is HeaderPart or FooterPart ? Open(part) : null;

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private PartXml? OpenOptional(OpenXmlPart? part) => part is null ? null : Open(part);

    private PartXml Open(OpenXmlPart part)
    {
        CurrentPart = part.Uri.OriginalString.TrimStart('/');
        return new PartXml(part.GetStream(FileMode.Open, FileAccess.Read), _file, _options);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
