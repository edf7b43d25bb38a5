using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Tests.Metamorphic;

/// <summary>Every gold text, cut into its items: the prose by file, the sample list by item.</summary>
internal static class GoldTexts
{
    private static readonly Lazy<PolicyPipeline> Opened = new(PolicyPipeline.CreateDefault);

    public static PolicyPipeline Pipeline => Opened.Value;

    /// <summary>"x001/3" and the text of that item.</summary>
    public static IReadOnlyList<(string Name, string Text)> Items { get; } = [.. Prose().Concat(Sample())];

    public static byte[] SampleBytes() => File.ReadAllBytes(Checkout.PathOf("samples", "intelligent-construction-batch2.docx"));

    public static ExtractionResult ReadSample(byte[] bytes) => Pipeline.Extract(new WordDocumentReader(WordReadingOptions.Default).Read(bytes, "list.docx"));

    private static IEnumerable<(string, string)> Prose() =>
        Directory.EnumerateFiles(Checkout.PathOf("tests", "gold", "prose"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(f => Pipeline.Extract(TextDocumentReader.Read(File.ReadAllBytes(f), Path.GetFileName(f), "txt")).Items.Select(i => ($"{Path.GetFileNameWithoutExtension(f)}/{i.Item.Id}", i.Item.Text)));

    private static IEnumerable<(string, string)> Sample() => ReadSample(SampleBytes()).Items.Select(i => ("list/" + i.Item.Id, i.Item.Text));
}
