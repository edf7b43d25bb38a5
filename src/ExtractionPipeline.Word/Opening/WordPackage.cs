using System.IO.Packaging;
using System.Runtime.InteropServices;

using DocumentFormat.OpenXml.Packaging;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>A Word package that has been opened: finds its parts and opens them as XML. The only file that knows the Open XML SDK.</summary>
/// <remarks>
/// The SDK finds parts by their relationships; their content is read by <see cref="PartXml"/> without its object model.
/// It is given an open package: opening the bytes itself it takes ten times as long (3.3.0). Only so, however, does it mend
/// addresses that are no URI (a hyperlink to "mailto: a b"); a document that has one is opened the slow way.
/// </remarks>
internal sealed class WordPackage : IDisposable
{
    private readonly Package? _package;
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly string _file;
    private readonly WordReadingOptions _options;
    private readonly UnpackedMeter _meter;

    private WordPackage(Package? package, WordprocessingDocument document, MainDocumentPart main, string file, WordReadingOptions options, CancellationToken cancellation)
    {
        _package = package;
        _document = document;
        _main = main;
        _file = file;
        _options = options;
        _meter = new UnpackedMeter(file, options, cancellation);
    }

    /// <summary>The part being read, for messages: word/document.xml.</summary>
    public string CurrentPart { get; private set; } = "[Content_Types].xml";

    /// <exception cref="InputException">The bytes are no Word document, or break a limit.</exception>
    public static WordPackage Open(ReadOnlyMemory<byte> bytes, string file, WordReadingOptions options, CancellationToken cancellation)
    {
        FileSignature.DemandZip(bytes.Span, file);
        var stream = AsStream(bytes);
        PackageDirectory.Check(bytes.Span, stream, file, options);
        stream.Position = 0;
        var (package, document, main) = Ask(() => OpenDocument(stream, bytes), file);
        if (main is not null) return new WordPackage(package, document, main, file, options, cancellation);
        document.Dispose();
        package?.Close();
        throw new InputException(DiagnosticKinds.DamagedPackage, file, "its main document part is missing");
    }

    private static (Package? Package, WordprocessingDocument Document, MainDocumentPart? Main) OpenDocument(Stream stream, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var package = Package.Open(stream, FileMode.Open, FileAccess.Read);
            var document = WordprocessingDocument.Open(package);
            var main = document.MainDocumentPart;
            _ = main?.Parts.Any();      // reads the addresses of all its relationships
            return (package, document, main);
        }
        catch (Exception fault) when (fault is UriFormatException or OpenXmlPackageException { InnerException: UriFormatException })
        {
            var document = WordprocessingDocument.Open(AsStream(bytes), isEditable: false);
            return (null, document, document.MainDocumentPart);
        }
    }

    /// <summary>Asks the SDK for something.</summary>
    /// <remarks>
    /// It looks at every relationship of a part at the first question, and answers odd ones (a picture that is not there, a content
    /// type it does not expect) with exceptions of many kinds. They are caught here and nowhere else: none of them is a bug of ours.
    /// </remarks>
    private static T Ask<T>(Func<T> question, string file)
    {
        try
        {
            return question();
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidOperationException or ArgumentException
                                          or FormatException or NotSupportedException or KeyNotFoundException)
        {
            throw new InputException(DiagnosticKinds.DamagedPackage, file, ["its parts and relationships do not fit together"], fault);
        }
    }

    public PartXml OpenMain() => Open(_main);

    public PartXml? OpenStyles() => OpenOptional(() => _main.StyleDefinitionsPart);

    public PartXml? OpenNumbering() => OpenOptional(() => _main.NumberingDefinitionsPart);

    public PartXml? OpenFootnotes() => OpenOptional(() => _main.FootnotesPart);

    public PartXml? OpenEndnotes() => OpenOptional(() => _main.EndnotesPart);

    public PartXml? OpenComments() => OpenOptional(() => _main.WordprocessingCommentsPart);

    /// <summary>A header or footer by the id of its relationship; null where there is none.</summary>
    public PartXml? OpenRelated(string relationshipId) =>
        OpenOptional(() => _main.TryGetPartById(relationshipId, out var part) && part is HeaderPart or FooterPart ? part : null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _document.Dispose();
        _package?.Close();
    }

    private PartXml? OpenOptional(Func<OpenXmlPart?> find) => Ask(find, _file) is { } part ? Open(part) : null;

    private PartXml Open(OpenXmlPart part)
    {
        CurrentPart = part.Uri.OriginalString.TrimStart('/');
        return new PartXml(Ask(() => part.GetStream(FileMode.Open, FileAccess.Read), _file), _file, _options, _meter);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
