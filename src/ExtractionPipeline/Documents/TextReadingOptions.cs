namespace ExtractionPipeline.Documents;

/// <summary>The limits that protect the machine while a text is read. All limits stand here; passing one ends the reading with EP1007.</summary>
public sealed record TextReadingOptions
{
    /// <summary>The options used when nothing else is asked for.</summary>
    public static TextReadingOptions Default { get; } = new();

    /// <summary>Bytes of the file. A result takes some 200 bytes a character while it is made.</summary>
    public int MaxBytes { get; init; } = 32 << 20;

    /// <summary>Lines, empty ones included. A text of 500 pages has about 20,000.</summary>
    public int MaxLines { get; init; } = 200_000;
}
