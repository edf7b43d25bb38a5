namespace ExtractionPipeline;

/// <summary>The limits that protect the machine while a document is extracted from. Passing one ends the extraction with EP1007.</summary>
public sealed record ExtractionLimits
{
    /// <summary>The limits used when nothing else is asked for.</summary>
    public static ExtractionLimits Default { get; } = new();

    /// <summary>Items of one document. The longest lists seen have some 500; an item takes about 1,000 bytes of memory, however short it is.</summary>
    public int MaxItems { get; init; } = 50_000;
}
