namespace ExtractionPipeline.Html;

/// <summary>The limits that protect the machine while a web page is read. All limits stand here; passing one ends the reading with EP1007.</summary>
public sealed record HtmlReadingOptions
{
    /// <summary>The options used when nothing else is asked for.</summary>
    public static HtmlReadingOptions Default { get; } = new();

    /// <summary>Bytes of the file. A page with a table of 1,000 rows has about 1 MB.</summary>
    public int MaxBytes { get; init; } = 64 << 20;

    /// <summary>Elements inside one another. A page of a government site has about 40.</summary>
    public int MaxNestingDepth { get; init; } = 512;

    /// <summary>Elements that any page may have. A notice with a table of 300 rows, as Word saves it, has about 30,000.</summary>
    public int FreeElements { get; init; } = 100_000;

    /// <summary>A page with more elements than <see cref="FreeElements"/> must have as many bytes for each: one takes some 400 bytes of memory, however short it is.</summary>
    public int LeastBytesPerElement { get; init; } = 40;

    /// <summary>Table cells in the whole page, a merged one counted in each row that shows it.</summary>
    public int MaxTableCells { get; init; } = 2_000_000;
}
