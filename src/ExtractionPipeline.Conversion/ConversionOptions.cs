namespace ExtractionPipeline.Conversion;

/// <summary>Which program converts, and how long it may take. All limits of a conversion stand here.</summary>
public sealed record ConversionOptions
{
    /// <summary>The options used when nothing else is asked for.</summary>
    public static ConversionOptions Default { get; } = new();

    /// <summary>The program; null for the first soffice or libreoffice on the search path.</summary>
    public string? Converter { get; init; }

    /// <summary>A conversion that takes longer is ended. The first one after a boot takes about 10 s, a long document 5 s more.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Bytes of the result; a larger one is not read.</summary>
    public long MaxResultBytes { get; init; } = 512L << 20;
}
