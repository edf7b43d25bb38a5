using System.Xml;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Word.Numbering;
using ExtractionPipeline.Word.Opening;
using ExtractionPipeline.Word.Stories;
using ExtractionPipeline.Word.Styles;

namespace ExtractionPipeline.Word;

/// <summary>Reads a Word document (.docx, .docm, .dotx, .dotm; transitional or strict) into the document model.</summary>
/// <remarks>
/// Reads each part once, forwards, without building a tree. Never opens anything outside the bytes: no linked picture, no template,
/// no DTD. Immutable; one instance may serve many threads. What is read, read in part, ignored or refused stands in docs/formats.md.
/// </remarks>
public sealed class WordDocumentReader(WordReadingOptions options)
{
    /// <summary>Reads one document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name without folder, for messages and <see cref="DocumentSource"/>.</param>
    /// <param name="cancellation">Ends the reading within milliseconds, for a limit of time or a user who has had enough.</param>
    /// <exception cref="InputException">The bytes are no usable Word document: EP1003, EP1004, EP1007, EP1008 or EP1009. Nothing else is thrown.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public PolicyDocument Read(ReadOnlyMemory<byte> bytes, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var findings = new Findings(name, options);
        WordPackage? package = null;
        try
        {
            package = WordPackage.Open(bytes, name, options, cancellation);
            if (package.IsMended) findings.Add(DiagnosticKinds.PackageMended);
            var styles = ReadStyles(package);
            var lists = ReadLists(package, styles);
            var inserted = new InsertedDocuments(package, options, name, cancellation);
            var (blocks, references) = ReadBody(package, styles, lists, findings, inserted, name);
            var asides = new AsideReader(package, styles, lists, findings, options).Read(references);
            if (inserted.Asides.Count > 0) asides = [.. asides, .. inserted.Asides];
            var source = DocumentSource.Of(name, "docx", bytes.Span);
            return new PolicyDocument(source, blocks, asides, findings.ToList());
        }
        catch (XmlException fault)
        {
            var part = package?.CurrentPart ?? "its list of parts";
            // The framework says only in its message that it met a DTD.
            var where = fault.Message.Contains("DTD", StringComparison.Ordinal)
                ? $"{part} declares a DTD, which is never read"
                : FormattableString.Invariant($"{part} is not well-formed XML at line {fault.LineNumber}, character {fault.LinePosition}");
            throw new InputException(DiagnosticKinds.DamagedPackage, name, [where], fault);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            var where = package is null ? "its zip archive cannot be opened; was it copied whole?" : $"{package.CurrentPart} cannot be unpacked";
            throw new InputException(DiagnosticKinds.DamagedPackage, name, [where], fault);
        }
        finally
        {
            package?.Dispose();
        }
    }

    private static StyleSheet ReadStyles(WordPackage package)
    {
        using var xml = package.OpenPart(PartKind.Styles);
        return StyleSheet.Read(xml);
    }

    private static ListDefinitions ReadLists(WordPackage package, StyleSheet styles)
    {
        using var xml = package.OpenPart(PartKind.Numbering);
        return ListDefinitionsReader.Read(xml, styles);
    }

    private (IReadOnlyList<Block> Blocks, IReadOnlyList<AsideReference> References) ReadBody(
        WordPackage package, StyleSheet styles, ListDefinitions lists, Findings findings, InsertedDocuments inserted, string name)
    {
        using var xml = package.OpenMain();
        if (!xml.MoveToRoot() || !xml.IsWord || xml.Name is not "document")
            throw new InputException(DiagnosticKinds.DamagedPackage, name, "its main part holds no Word text");
        var story = new StoryReader(xml, styles, new ListCounters(lists), findings, options, inserted);
        var body = new Container();
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.IsWord && xml.Name is "body") story.ReadBlocks(body);
        }

        story.Close(body);
        return (body.Blocks, story.References);
    }
}
