namespace ExtractionPipeline.Cli;

/// <summary>How documents are read, as the options --converter, --revisions, --time-limit and --limit say.</summary>
/// <param name="Converter">The program that converts other formats; null for the one that is installed.</param>
/// <param name="RejectRevisions">Whether tracked changes (修订) are rejected; else they are accepted.</param>
/// <param name="TimeLimit">How long reading one file may take, and extracting from it; null for no limit.</param>
internal sealed record ReadingSettings(string? Converter, bool RejectRevisions, TimeSpan? TimeLimit)
{
    /// <summary>Seconds where --time-limit is not given. The longest policy documents seen take less than one.</summary>
    public const int DefaultSeconds = 10;

    /// <summary>The other limits.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    /// <summary>Where no option is given.</summary>
    public static ReadingSettings Default { get; } = new(null, false, TimeSpan.FromSeconds(DefaultSeconds));
}
