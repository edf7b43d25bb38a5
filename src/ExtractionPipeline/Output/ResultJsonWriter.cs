using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

namespace ExtractionPipeline.Output;

/// <summary>Writes a result as the JSON of docs/output-format.md: UTF-8, LF, two spaces, fixed order, exact decimals, no clock, no path.</summary>
public static class ResultJsonWriter
{
    /// <summary>Version of the output's form; semver.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>Writes one document; ends with a line feed.</summary>
    public static void Write(ExtractionResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        using var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        Property(json, "schemaVersion", SchemaVersion);
        WriteGenerator(json, result.RulesFingerprint);
        WriteSource(json, result.Source);
        WriteFacts(json, result.Facts, result.IssuerCode);
        WriteSections(json, result.Sections);
        json.WritePropertyName("items");
        json.WriteStartArray();
        foreach (var item in result.Items) WriteItem(json, item);
        json.WriteEndArray();
        WriteLedger(json, result.Ledger);
        WriteDiagnostics(json, result.Diagnostics);
        json.WriteEndObject();
        json.Flush();
        writer.Write('\n');
    }

    /// <summary>The JSON of one document as text.</summary>
    public static string ToText(ExtractionResult result)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(result, writer);
        return writer.ToString();
    }

    private static void WriteGenerator(JsonTextWriter json, string rules)
    {
        json.WritePropertyName("generator");
        json.WriteStartObject();
        Property(json, "name", GeneratorInfo.Name);
        Property(json, "version", GeneratorInfo.Version);
        Property(json, "rules", rules);
        json.WriteEndObject();
    }

    private static void WriteSource(JsonTextWriter json, DocumentSource source)
    {
        json.WritePropertyName("source");
        json.WriteStartObject();
        Property(json, "name", source.Name);
        Property(json, "format", source.Format);
        Property(json, "sha256", source.Sha256);
        json.WriteEndObject();
    }

    private static void WriteFacts(JsonTextWriter json, DocumentFacts facts, DivisionCode? issuerCode)
    {
        json.WritePropertyName("document");
        json.WriteStartObject();
        Property(json, "title", facts.Title);
        Property(json, "series", facts.Series);
        Property(json, "batch", facts.Batch);
        json.WritePropertyName("issuer");
        if (facts.Issuer is null)
        {
            json.WriteNull();
        }
        else
        {
            json.WriteStartObject();
            Property(json, "name", facts.Issuer);
            Property(json, "code", issuerCode?.ToString());
            json.WriteEndObject();
        }

        Property(json, "documentNumber", facts.DocumentNumber);
        Property(json, "date", facts.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteSections(JsonTextWriter json, IReadOnlyList<Section> sections)
    {
        json.WritePropertyName("sections");
        json.WriteStartArray();
        foreach (var section in sections)
        {
            json.WriteStartObject();
            Property(json, "id", section.Id);
            Property(json, "level", section.Level);
            Property(json, "label", section.Label);
            Property(json, "title", section.Title);
            Property(json, "column", section.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteItem(JsonTextWriter json, ExtractedItem extracted)
    {
        var item = extracted.Item;
        json.WriteStartObject();
        Property(json, "id", item.Id);
        Property(json, "section", item.Section);
        Property(json, "label", item.Label);
        Property(json, "text", item.Text);
        WriteLocation(json, item.Location);
        json.WritePropertyName("regions");
        WriteTexts(json, extracted.Regions.Select(r => r.ToString()));
        json.WritePropertyName("categories");
        json.WriteStartArray();
        foreach (var category in extracted.Categories)
        {
            json.WriteStartObject();
            Property(json, "code", category.Code);
            Property(json, "rule", category.Rule.Name);
            Property(json, "start", category.Span.Start);
            Property(json, "end", category.Span.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var ids = MentionJson.Write(json, item.Text, extracted.Mentions);
        WriteMeasures(json, extracted, ids);
        json.WriteEndObject();
    }

    private static void WriteLocation(JsonTextWriter json, BlockLocation location)
    {
        json.WritePropertyName("location");
        json.WriteStartObject();
        Property(json, "table", location.Table);
        Property(json, "row", location.Row);
        Property(json, "column", location.Column);
        Property(json, "paragraph", location.Paragraph);
        json.WriteEndObject();
    }

    private static void WriteMeasures(JsonTextWriter json, ExtractedItem extracted, Dictionary<Mention, string> ids)
    {
        json.WritePropertyName("measures");
        json.WriteStartArray();
        for (var i = 0; i < extracted.Measures.Count; i++)
        {
            var measure = extracted.Measures[i];
            json.WriteStartObject();
            Property(json, "id", string.Create(CultureInfo.InvariantCulture, $"{extracted.Item.Id}/{i + 1}"));
            Property(json, "start", measure.Span.Start);
            Property(json, "end", measure.Span.End);
            json.WritePropertyName("regions");
            WriteTexts(json, measure.Regions.Select(r => r.ToString()));
            json.WritePropertyName("categories");
            WriteTexts(json, measure.Categories);
            json.WritePropertyName("amounts");
            WriteTexts(json, measure.Amounts.Select(a => ids[a]));
            WriteStretch(json, "beneficiary", measure.Beneficiary, extracted.Item.Text);
            WriteStretch(json, "purpose", measure.Purpose, extracted.Item.Text);
            WriteStretch(json, "condition", measure.Condition, extracted.Item.Text);
            Property(json, "reason", OutputWords.Of(measure.Reason));
            if (measure.Pairs.Count > 0) WritePairs(json, measure.Pairs, extracted.Item.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePairs(JsonTextWriter json, IReadOnlyList<RespectivePair> pairs, string text)
    {
        json.WritePropertyName("pairs");
        json.WriteStartArray();
        foreach (var pair in pairs)
        {
            json.WriteStartObject();
            Property(json, "region", pair.Region.ToString());
            Property(json, "start", pair.Span.Start);
            Property(json, "end", pair.Span.End);
            Property(json, "text", pair.Span.In(text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStretch(JsonTextWriter json, string name, SourceSpan? span, string text)
    {
        json.WritePropertyName(name);
        if (span is not { } stretch)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartObject();
        Property(json, "start", stretch.Start);
        Property(json, "end", stretch.End);
        Property(json, "text", stretch.In(text));
        json.WriteEndObject();
    }

    private static void WriteLedger(JsonTextWriter json, Ledger ledger)
    {
        json.WritePropertyName("ledger");
        json.WriteStartObject();
        Property(json, "figures", ledger.Figures);
        Property(json, "explained", ledger.Explained);
        json.WritePropertyName("unexplained");
        json.WriteStartArray();
        foreach (var figure in ledger.Unexplained)
        {
            json.WriteStartObject();
            Property(json, "item", figure.Item);
            Property(json, "start", figure.Span.Start);
            Property(json, "end", figure.Span.End);
            Property(json, "text", figure.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDiagnostics(JsonTextWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.WritePropertyName("diagnostics");
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            Property(json, "code", diagnostic.Kind.Code);
            Property(json, "severity", OutputWords.Of(diagnostic.Kind.Severity));
            Property(json, "item", diagnostic.Place.Item);
            Property(json, "start", diagnostic.Place.Span?.Start);
            Property(json, "end", diagnostic.Place.Span?.End);
            Property(json, "message", diagnostic.Message);
            if (diagnostic.Place.Location is { } location) WriteLocation(json, location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(JsonTextWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts) json.WriteValue(text);
        json.WriteEndArray();
    }

    private static void Property(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    private static void Property(JsonTextWriter json, string name, int? value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }
}
