using ExtractionPipeline.Documents;

namespace ExtractionPipeline.Word;

/// <summary>What becomes of tracked changes (修订).</summary>
public enum RevisionReading
{
    /// <summary>As if all were accepted: insertions are text, deletions are not.</summary>
    Accept,

    /// <summary>As if all were rejected: deletions are text, insertions are not.</summary>
    Reject,
}

/// <summary>How a Word document is read, and the limits that protect the machine. All limits stand here.</summary>
/// <remarks>
/// A limit that is passed ends the reading with EP1007. The defaults are far above any real policy document (the longest
/// seen has 3,000 paragraphs and 2 MB of XML) and keep the memory below 150 MB plus 15 times the unpacked size.
/// Time has no limit of its own here: the caller cancels (the token of <see cref="WordDocumentReader.Read"/>), and reading stops within milliseconds.
/// </remarks>
public sealed record WordReadingOptions
{
    /// <summary>The options used when nothing else is asked for.</summary>
    public static WordReadingOptions Default { get; } = new();

    /// <summary>What becomes of tracked changes.</summary>
    public RevisionReading Revisions { get; init; } = RevisionReading.Accept;

    /// <summary>
    /// Whether text formatted as hidden (隐藏文字) stays in its paragraph, marked. By default it is left out with a note, as it does not print.
    /// </summary>
    public bool KeepHiddenText { get; init; }

    /// <summary>
    /// Reads a web page that stands whole inside the document (w:altChunk): its bytes, the name of the file, the wish to stop.
    /// Null where there is no reader; then such a page is named and left out.
    /// </summary>
    public Func<ReadOnlyMemory<byte>, string, CancellationToken, PolicyDocument>? WebPages { get; init; }

    /// <summary>Documents inside documents inside documents (w:altChunk).</summary>
    public int InsertionDepth { get; init; } = 3;

    /// <summary>Documents that stand whole inside one document.</summary>
    public int MaxInsertedDocuments { get; init; } = 1_000;

    /// <summary>Bytes of XML in all parts together, unpacked. Pictures and other parts that are never unpacked do not count.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Unpacked to packed size of one XML part; looked at from <see cref="RatioFreeBytes"/> on. Deflate can reach 1,032.</summary>
    public int MaxCompressionRatio { get; init; } = 500;

    /// <summary>Parts smaller than this, unpacked, may have any ratio: a table of equal cells packs very well.</summary>
    public long RatioFreeBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Entries of the package. Word itself writes one a picture and about twenty more.</summary>
    public int MaxParts { get; init; } = 10_000;

    /// <summary>XML elements inside one another. A table in a table in a text box has about 40.</summary>
    public int MaxNestingDepth { get; init; } = 400;

    /// <summary>Attributes of one XML element. A shape of VML has about 20; from 300,000 on the XML parser itself nearly stands still.</summary>
    public int MaxAttributes { get; init; } = 20_000;

    /// <summary>Table cells in the whole document.</summary>
    public int MaxTableCells { get; init; } = 2_000_000;

    /// <summary>Paragraphs in the whole document, empty ones included.</summary>
    public int MaxParagraphs { get; init; } = 1_000_000;
}
