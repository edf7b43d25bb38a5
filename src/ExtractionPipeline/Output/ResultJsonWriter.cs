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
    public const string SchemaVersion = "1.1";

    /// <summary>Writes one document; ends with a line feed.</summary>
    public static void Write(ExtractionResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        using var gathered = new GatheringWriter(writer);
        using var json = new JsonTextWriter(gathered) { Formatting = Formatting.Indented, CloseOutput = false, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        json.Member("schemaVersion", SchemaVersion);
        WriteGenerator(json, result.RulesFingerprint);
        WriteSource(json, result.Source);
        WriteFacts(json, result.Facts, result.IssuerCode);
        WriteSections(json, result.Sections);
        json.BeginList("items");
        foreach (var item in result.Items) WriteItem(json, item);
        json.WriteEndArray();
        WriteLedger(json, result.Ledger);
        WriteDiagnostics(json, result.Diagnostics);
        json.WriteEndObject();
        gathered.Write('\n');
        json.Flush();
    }

    /// <summary>Writes one item on one line, with what it needs to stand alone: version, generator, source, document and the headings above it. No line feed.</summary>
    public static void WriteLine(ExtractionResult result, ExtractedItem item, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(item);
        using var gathered = new GatheringWriter(writer);
        using var json = new JsonTextWriter(gathered) { Formatting = Formatting.None, CloseOutput = false, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        json.Member("schemaVersion", SchemaVersion);
        WriteGenerator(json, result.RulesFingerprint);
        WriteSource(json, result.Source);
        WriteFacts(json, result.Facts, result.IssuerCode);
        var section = item.Item.Section;
        WriteSections(json, [.. result.Sections.Where(s => section == s.Id || section.StartsWith(s.Id + ".", StringComparison.Ordinal))]);
        json.WritePropertyName("item", escape: false);
        WriteItem(json, item);
        json.WriteEndObject();
        json.Flush();
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
        json.BeginObject("generator");
        json.Member("name", GeneratorInfo.Name);
        json.Member("version", GeneratorInfo.Version);
        json.Member("rules", rules);
        json.WriteEndObject();
    }

    private static void WriteSource(JsonTextWriter json, DocumentSource source)
    {
        json.BeginObject("source");
        json.Member("name", source.Name);
        json.Member("format", source.Format);
        json.Member("sha256", source.Sha256);
        json.WriteEndObject();
    }

    private static void WriteFacts(JsonTextWriter json, DocumentFacts facts, DivisionCode? issuerCode)
    {
        json.BeginObject("document");
        json.Member("title", facts.Title);
        json.Member("series", facts.Series);
        json.Member("batch", facts.Batch);
        if (facts.Issuer is null)
        {
            json.Member("issuer", (string?)null);
        }
        else
        {
            json.BeginObject("issuer");
            json.Member("name", facts.Issuer);
            json.Member("code", issuerCode?.ToString());
            json.WriteEndObject();
        }

        json.Member("documentNumber", facts.DocumentNumber);
        json.Member("date", facts.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteSections(JsonTextWriter json, IReadOnlyList<Section> sections)
    {
        json.BeginList("sections");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.Member("id", section.Id);
            json.Member("level", section.Level);
            json.Member("label", section.Label);
            json.Member("title", section.Title);
            json.Member("column", section.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteItem(JsonTextWriter json, ExtractedItem extracted)
    {
        var item = extracted.Item;
        json.WriteStartObject();
        json.Member("id", item.Id);
        json.Member("contentId", extracted.ContentId);
        json.Member("section", item.Section);
        json.Member("label", item.Label);
        json.Member("text", item.Text);
        WriteLocation(json, item.Location);
        json.Member("regions", extracted.Regions);
        json.BeginList("categories");
        for (var i = 0; i < extracted.Categories.Count; i++)
        {
            var category = extracted.Categories[i];
            json.WriteStartObject();
            json.Member("code", category.Code);
            json.Member("rule", category.Rule.Name);
            json.Member("start", category.Span.Start);
            json.Member("end", category.Span.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var ids = MentionJson.Write(json, item.Text, extracted.Mentions);
        WriteMeasures(json, extracted, ids);
        json.WriteEndObject();
    }

    private static void WriteLocation(JsonTextWriter json, BlockLocation location)
    {
        json.BeginObject("location");
        json.Member("table", location.Table);
        json.Member("row", location.Row);
        json.Member("column", location.Column);
        json.Member("paragraph", location.Paragraph);
        json.WriteEndObject();
    }

    private static void WriteMeasures(JsonTextWriter json, ExtractedItem extracted, Dictionary<Mention, string>? ids)
    {
        json.BeginList("measures");
        for (var i = 0; i < extracted.Measures.Count; i++)
        {
            var measure = extracted.Measures[i];
            json.WriteStartObject();
            json.Member("id", string.Create(CultureInfo.InvariantCulture, $"{extracted.Item.Id}/{i + 1}"));
            json.Member("contentId", measure.ContentId);
            json.Member("start", measure.Span.Start);
            json.Member("end", measure.Span.End);
            json.Member("regions", measure.Regions);
            json.Member("categories", measure.Categories);
            json.BeginList("amounts");
            for (var a = 0; a < measure.Amounts.Count; a++) json.WriteValue(ids![measure.Amounts[a]]);
            json.WriteEndArray();
            WriteStretch(json, "beneficiary", measure.Beneficiary, extracted.Item.Text);
            WriteStretch(json, "purpose", measure.Purpose, extracted.Item.Text);
            WriteStretch(json, "condition", measure.Condition, extracted.Item.Text);
            json.Member("reason", OutputWords.Of(measure.Reason));
            if (measure.Pairs.Count > 0) WritePairs(json, measure.Pairs, extracted.Item.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePairs(JsonTextWriter json, IReadOnlyList<RespectivePair> pairs, string text)
    {
        json.BeginList("pairs");
        foreach (var pair in pairs)
        {
            json.WriteStartObject();
            json.Member("region", pair.Region.ToString());
            json.Member("start", pair.Span.Start);
            json.Member("end", pair.Span.End);
            json.Member("text", pair.Span.In(text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStretch(JsonTextWriter json, string name, SourceSpan? span, string text)
    {
        if (span is not { } stretch)
        {
            json.Member(name, (string?)null);
            return;
        }

        json.BeginObject(name);
        json.Member("start", stretch.Start);
        json.Member("end", stretch.End);
        json.Member("text", stretch.In(text));
        json.WriteEndObject();
    }

    private static void WriteLedger(JsonTextWriter json, Ledger ledger)
    {
        json.BeginObject("ledger");
        json.Member("figures", ledger.Figures);
        json.Member("explained", ledger.Explained);
        json.BeginList("unexplained");
        foreach (var figure in ledger.Unexplained)
        {
            json.WriteStartObject();
            json.Member("item", figure.Item);
            json.Member("start", figure.Span.Start);
            json.Member("end", figure.Span.End);
            json.Member("text", figure.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDiagnostics(JsonTextWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.BeginList("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.Member("code", diagnostic.Kind.Code);
            json.Member("severity", OutputWords.Of(diagnostic.Kind.Severity));
            json.Member("item", diagnostic.Place.Item);
            json.Member("start", diagnostic.Place.Span?.Start);
            json.Member("end", diagnostic.Place.Span?.End);
            json.Member("message", diagnostic.Message);
            if (diagnostic.Place.Location is { } location) WriteLocation(json, location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
