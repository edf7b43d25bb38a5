using System.IO.Compression;
using System.Text;

namespace ExtractionPipeline.Tests.Segmentation;

/// <summary>Where the sources of the word list and the reference cuts lie in the checkout.</summary>
internal static class SegmentationFiles
{
    private static readonly string Root = FindRoot();

    public static string Words => Path.Combine(Root, "rules", "segmentation", "words.txt");

    public static string Model => Path.Combine(Root, "rules", "segmentation", "hidden-markov-model.txt");

    public static string Compiled => Path.Combine(Root, "rules", "segmentation", "word-list.bin");

    public static string UserWords => Path.Combine(Root, "rules", "segmentation", "user-words.tsv");

    /// <summary>The lines of a compressed file that stands beside the tests.</summary>
    public static IEnumerable<string> ReadReference(string name)
    {
        var path = Path.Combine(Root, "tests", "ExtractionPipeline.Tests", "Segmentation", name);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ExtractionPipeline.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests run outside a checkout.");
    }
}
