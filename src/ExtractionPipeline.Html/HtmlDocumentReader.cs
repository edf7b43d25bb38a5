using System.Globalization;

using AngleSharp.Html.Parser;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;

namespace ExtractionPipeline.Html;

/// <summary>Reads a saved web page (.html, .htm) into the document model.</summary>
/// <remarks>The parser gets a string and no loader: no script is run, and nothing outside the bytes is opened. Immutable; one instance may serve many threads.</remarks>
public sealed class HtmlDocumentReader(HtmlReadingOptions options)
{
    /// <summary>Reads one page.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name without folder, for messages and <see cref="DocumentSource"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">EP1005 (no text), EP1007 or EP1210.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public PolicyDocument Read(ReadOnlyMemory<byte> bytes, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (bytes.Length > options.MaxBytes)
            throw new InputException(DiagnosticKinds.LimitExceeded, name, "the size", string.Create(CultureInfo.InvariantCulture, $"{options.MaxBytes >> 20} MB"));
        var diagnostics = new List<Diagnostic>();
        var text = PageDecoder.Decode(bytes.Span, name, diagnostics);
        ElementLimits.Check(text, bytes.Length, options, name);
        using var page = new HtmlParser().ParseDocument(text);
        cancellation.ThrowIfCancellationRequested();
        var walk = new PageWalk(options, name, diagnostics, cancellation);
        var blocks = page.Body is { } body ? walk.Read(body) : [];
        if (blocks.Count == 0) throw new InputException(DiagnosticKinds.EmptyDocument, name);
        var source = DocumentSource.Of(name, "html", bytes.Span);
        return new PolicyDocument(source, blocks, [], diagnostics);
    }
}
