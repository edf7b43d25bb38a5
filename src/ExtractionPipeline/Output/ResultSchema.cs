using System.Text;

namespace ExtractionPipeline.Output;

/// <summary>The JSON Schema (draft 7) of the output: docs/output.schema.json, which travels inside the library.</summary>
public static class ResultSchema
{
    private const string Resource = "output.schema.json";

    /// <summary>The schema as text, with LF line ends.</summary>
    public static string Text()
    {
        using var reader = new StreamReader(typeof(ResultSchema).Assembly.GetManifestResourceStream(Resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
