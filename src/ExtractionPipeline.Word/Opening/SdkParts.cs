using System.IO.Packaging;

using DocumentFormat.OpenXml.Packaging;

namespace ExtractionPipeline.Word.Opening;

/// <summary>A package opened by the Open XML SDK: the only file that knows it.</summary>
/// <remarks>
/// The SDK finds parts by their relationships; their content is read by <see cref="PartXml"/> without its object model.
/// It is given an open package: opening the bytes itself it takes ten times as long (3.3.0). Only so, however, does it mend
/// addresses that are no URI (a hyperlink to "mailto: a b"); a document that has one is opened the slow way.
/// </remarks>
internal sealed class SdkParts : IPackageParts
{
    private readonly Package? _package;
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;

    private SdkParts(Package? package, WordprocessingDocument document, MainDocumentPart main)
    {
        _package = package;
        _document = document;
        _main = main;
        Main = Part(main);
    }

    public PackagePart Main { get; }

    /// <summary>Opens a package; null where the SDK refuses it.</summary>
    /// <exception cref="InvalidDataException">The archive cannot be unpacked.</exception>
    public static SdkParts? TryOpen(ReadOnlyMemory<byte> bytes)
    {
        Package? package = null;
        WordprocessingDocument? document = null;
        try
        {
            try
            {
                package = Package.Open(WordPackage.AsStream(bytes), FileMode.Open, FileAccess.Read);
                document = WordprocessingDocument.Open(package);
                _ = document.MainDocumentPart?.Parts.Any();      // reads the addresses of all its relationships
            }
            catch (Exception fault) when (fault is UriFormatException or OpenXmlPackageException { InnerException: UriFormatException })
            {
                package = null;
                document = WordprocessingDocument.Open(WordPackage.AsStream(bytes), isEditable: false);
                _ = document.MainDocumentPart?.Parts.Any();
            }

            if (document.MainDocumentPart is { } main) return new SdkParts(package, document, main);
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            // What the SDK says of it is for programmers; ZipParts reads it or says why not.
        }

        document?.Dispose();
        package?.Close();
        return null;
    }

    /// <summary>
    /// The SDK looks at every relationship of a part at the first question, and answers odd ones (a picture that is not there, a content
    /// type it does not expect) with exceptions of many kinds. None of them is a bug of ours: nothing of ours runs inside its questions.
    /// </summary>
    private static bool IsRefusal(Exception fault) =>
        fault is OpenXmlPackageException or FileFormatException or InvalidOperationException or ArgumentException
            or FormatException or NotSupportedException or KeyNotFoundException or System.Xml.XmlException;

    public PackagePart? Find(PartKind kind)
    {
        OpenXmlPart? part = kind switch
        {
            PartKind.Styles => _main.StyleDefinitionsPart,
            PartKind.Numbering => _main.NumberingDefinitionsPart,
            PartKind.Footnotes => _main.FootnotesPart,
            PartKind.Endnotes => _main.EndnotesPart,
            _ => _main.WordprocessingCommentsPart,
        };
        return part is null ? null : Part(part);
    }

    public PackagePart? Related(string relationshipId) => _main.TryGetPartById(relationshipId, out var part) ? Part(part) : null;

    public void Dispose()
    {
        _document.Dispose();
        _package?.Close();
    }

    private static PackagePart Part(OpenXmlPart part) =>
        new(part.Uri.OriginalString.TrimStart('/'), part.RelationshipType[(part.RelationshipType.LastIndexOf('/') + 1)..], () => part.GetStream(FileMode.Open, FileAccess.Read));
}
