using ExtractionPipeline.Output;

namespace ExtractionPipeline.Export.Text;

/// <summary>One JSON object a line and item, for tools that read line by line (jq, DuckDB, pandas, log stores).</summary>
public static class JsonLines
{
    /// <summary>Writes all items of a document, each with what it needs to stand alone: source, document and the headings above it.</summary>
    public static void Write(ExtractionResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var item in result.Items)
        {
            ResultJsonWriter.WriteLine(result, item, writer);
            writer.Write('\n');
        }
    }
}
