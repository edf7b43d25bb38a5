using System.Text;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;
using ExtractionPipeline.Series;

namespace ExtractionPipeline.Tests.Series;

/// <summary>Two states of a list, from lines of text.</summary>
internal static class SeriesText
{
    private static readonly PolicyPipeline Pipeline = PolicyPipeline.CreateDefault();

    public static ResultReader Results { get; } = new(Pipeline.Rules);

    public static ExtractionResult Extract(string text, string name = "list.txt") => Pipeline.Extract(TextDocumentReader.Read(Encoding.UTF8.GetBytes(text), name, "txt"));

    public static SeriesDocument Document(string text, string name = "list.txt") => Results.Read(Extract(text, name));

    public static SeriesComparison Compare(string before, string after) =>
        new SeriesComparer(Pipeline.Rules).Compare([Document(before, "old.txt")], [Document(after, "new.txt")])[0];

    public static IReadOnlyList<SeriesComparison> Compare(IEnumerable<string> before, IEnumerable<string> after) =>
        new SeriesComparer(Pipeline.Rules).Compare([.. before.Select((t, i) => Document(t, $"old{i}.txt"))], [.. after.Select((t, i) => Document(t, $"new{i}.txt"))]);
}
