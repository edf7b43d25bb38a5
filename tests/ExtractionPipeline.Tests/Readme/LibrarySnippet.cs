// The lines between the two marks are README's example; ReadmeTests compares them word for word and runs them.
#pragma warning disable CA1305, MA0011, IDE0005
// <snippet>
using ExtractionPipeline;
using ExtractionPipeline.Output;
using ExtractionPipeline.Word;
// </snippet>

namespace ExtractionPipeline.Tests.Readme;

internal static class LibrarySnippet
{
    public static void Run(TextWriter Console)
    {
        // <snippet>
        var pipeline = PolicyPipeline.CreateDefault();
        var document = new WordDocumentReader(WordReadingOptions.Default).Read(File.ReadAllBytes("samples/intelligent-construction-batch2.docx"), "list.docx");
        var result = pipeline.Extract(document);
        foreach (var item in result.Items) Console.WriteLine($"{item.Item.Id} {string.Join(' ', item.Regions)}");
        Console.WriteLine(ResultJsonWriter.ToText(result));
        // </snippet>
    }
}
