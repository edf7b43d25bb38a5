namespace ExtractionPipeline.Pdf;

/// <summary>The limits that protect the machine while a PDF is read. All limits stand here; passing one ends the reading with EP1007.</summary>
public sealed record PdfReadingOptions
{
    /// <summary>The options used when nothing else is asked for.</summary>
    public static PdfReadingOptions Default { get; } = new();

    /// <summary>Pages of the file. The longest policy collection seen has 600.</summary>
    public int MaxPages { get; init; } = 5_000;

    /// <summary>Letters of all pages together. A page of text has about 1,500.</summary>
    public int MaxLetters { get; init; } = 10_000_000;

    /// <summary>Bytes of all streams together, unpacked: pages, forms, fonts. Pictures are never unpacked and do not count.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Streams that are unpacked, each as often as the file asks for it. A form that draws a form twice, forty times over, asks 2⁴⁰ times.</summary>
    public int MaxStreams { get; init; } = 200_000;

    /// <summary>Forms (drawings) inside one another. Programs that write texts use two or three.</summary>
    public int MaxFormDepth { get; init; } = 50;

    /// <summary>Ruling lines of one page. A page of a dense table has about 500; a map has more and no text in its fields.</summary>
    public int MaxRulings { get; init; } = 4_000;
}
