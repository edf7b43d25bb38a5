using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Pdf.Pages;

using UglyToad.PdfPig;

namespace ExtractionPipeline.Pdf;

/// <summary>Reads the text and the ruled tables of a PDF into the document model.</summary>
/// <remarks>Nothing outside the bytes is opened, no script is run. One column of text a page. Immutable; one instance may serve many threads.</remarks>
public sealed class PdfDocumentReader(PdfReadingOptions options)
{
    /// <summary>Reads one document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name without folder, for messages and <see cref="DocumentSource"/>.</param>
    /// <param name="cancellation">Looked at before each page.</param>
    /// <exception cref="InputException">EP1005, EP1007, EP1008 (encrypted), EP1012 (a scan) or EP1013 (damaged, or no PDF).</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public PolicyDocument Read(ReadOnlyMemory<byte> bytes, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        // ISO 32000-2, 7.5.2; readers accept up to 1,024 bytes before the mark.
        if (bytes.Span[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) < 0)
            throw new InputException(DiagnosticKinds.DamagedPdf, name, bytes.IsEmpty ? "the file is empty" : "it does not start with %PDF");
        var diagnostics = new List<Diagnostic>();
        var flow = new PageFlow(diagnostics);
        foreach (var page in ReadPages(bytes, name, diagnostics, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            flow.Add(page);
        }

        if (!flow.HasText)
        {
            throw flow.PicturePages is { Count: > 0 } scanned
                ? new InputException(DiagnosticKinds.ScanWithoutText, name, scanned.Count.ToString(CultureInfo.InvariantCulture))
                : new InputException(DiagnosticKinds.EmptyDocument, name);
        }

        var source = DocumentSource.Of(name, "pdf", bytes.Span);
        var blocks = flow.ToBlocks();
        return new PolicyDocument(source, blocks, [], diagnostics);
    }

    private List<PageContent> ReadPages(ReadOnlyMemory<byte> bytes, string name, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var meter = new UnpackingMeter(options, name, cancellation);
        var library = new LibraryQuestions(name, meter);
        using var file = library.Ask(() => PdfDocument.Open(bytes.ToArray(), Parsing(meter)));
        if (file.NumberOfPages > options.MaxPages) throw Exceeded(name);
        library.Do(new FormNesting(file.Structure, options, name, cancellation).Check);
        var contents = new List<PageContent>();
        var pages = new PageReader(options, name, diagnostics);
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            library.Page = number;
            var page = library.Ask(() => file.GetPage(number));
            contents.Add(pages.Read(page, hasPicture: library.Ask(() => page.GetImages().Any())));
        }

        return contents;
    }

    private static ParsingOptions Parsing(UnpackingMeter meter) =>
        new() { UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true, FilterProvider = new MeteredFilters(meter) };

    private InputException Exceeded(string name) =>
        new(DiagnosticKinds.LimitExceeded, name, "the number of pages", options.MaxPages.ToString(CultureInfo.InvariantCulture));
}
