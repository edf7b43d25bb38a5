using System.Runtime.CompilerServices;

namespace ExtractionPipeline.Benchmarks;

/// <summary>The list that the figures are measured on.</summary>
internal static class Sample
{
    public const string Name = "intelligent-construction-batch2.docx";

    public static string Path { get; } = Find();

    private static string Find([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "samples", Name));
}
