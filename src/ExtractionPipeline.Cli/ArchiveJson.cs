using System.Globalization;

using ExtractionPipeline.Export.Archive;

using Newtonsoft.Json;

namespace ExtractionPipeline.Cli;

/// <summary>What an archive answers, as JSON: a list of documents or of items.</summary>
internal static class ArchiveJson
{
    public static void Write(IReadOnlyList<ArchiveDocument> documents, TextWriter to) => Array(to, documents, static (json, document) =>
    {
        Text(json, "id", document.Id);
        Text(json, "name", document.Name);
        Text(json, "title", document.Title);
        Text(json, "series", document.Series);
        Number(json, "batch", document.Batch);
        Number(json, "items", document.Items);
        Number(json, "measures", document.Measures);
    });

    public static void Write(IReadOnlyList<ArchiveHit> hits, TextWriter to) => Array(to, hits, static (json, hit) =>
    {
        Text(json, "id", hit.ItemId);
        Text(json, "document", hit.Document);
        Text(json, "title", hit.Title);
        Number(json, "batch", hit.Batch);
        Text(json, "item", hit.Item);
        Text(json, "text", hit.Text);
        Number(json, "table", hit.Place.Table);
        Number(json, "row", hit.Place.Row);
        Number(json, "column", hit.Place.Column);
        Number(json, "paragraph", hit.Place.Paragraph);
        Texts(json, "regions", hit.Regions);
        Texts(json, "categories", hit.Categories);
        json.WritePropertyName("amounts");
        json.WriteStartArray();
        foreach (var amount in hit.Amounts)
        {
            json.WriteStartObject();
            Text(json, "role", amount.Role);
            Text(json, "text", amount.Text);
            Text(json, "beneficiary", amount.Beneficiary);
            Text(json, "condition", amount.Condition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Array<T>(TextWriter to, IReadOnlyList<T> elements, Action<JsonTextWriter, T> write)
    {
        using var json = new JsonTextWriter(to) { Formatting = Formatting.Indented, CloseOutput = false, Culture = CultureInfo.InvariantCulture };
        json.WriteStartArray();
        foreach (var element in elements)
        {
            json.WriteStartObject();
            write(json, element);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        to.Write('\n');
    }

    private static void Text(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Number(JsonTextWriter json, string name, int? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Texts(JsonTextWriter json, string name, IReadOnlyList<string> values)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var value in values) json.WriteValue(value);
        json.WriteEndArray();
    }
}
