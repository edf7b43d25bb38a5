namespace ExtractionPipeline.Cli;

internal static class CheckCommand
{
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "junit", "markdown"];

    public static int Run(string folder, string format, string? rules, Surroundings at, Wording say) => ExitCode.Done;
}
