using System.Globalization;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Series;

/// <summary>Reads results (the JSON of docs/output-format.md) back as documents of a series.</summary>
/// <remarks>A result of the same major version of the output's form is read, whatever it has besides.</remarks>
public sealed class ResultReader(RuleSet rules)
{
    private static readonly string[] FigureKinds = ["money", "percent", "quantity", "period"];

    /// <summary>A document that was just extracted. It is read through its JSON, so that a kept result and a new one compare alike.</summary>
    public SeriesDocument Read(ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Read(ResultJsonWriter.ToText(result), result.Source.Name);
    }

    /// <summary>A result as it was written.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="file">As messages name it.</param>
    /// <exception cref="InputException">Not JSON (EP6001), no result (EP6101), or a result of another version (EP6102).</exception>
    public SeriesDocument Read(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        var tree = JsonTree.Parse(json, file);
        if (tree.TextOf("schemaVersion") is not { } version || tree["items"] is not { Kind: JsonKind.List } items) throw new InputException(DiagnosticKinds.NotAResult, file);
        if (!ResultSchema.Reads(version)) throw new InputException(DiagnosticKinds.ResultVersion, file, version, ResultSchema.Major);

        var source = Source(tree, file);
        return new SeriesDocument(source, [.. items.Elements.SelectMany(i => Measures(i, source))]);
    }

    /// <summary>The hash of the document that a result was made from; null where the text is no result.</summary>
    /// <exception cref="InputException">Not JSON (EP6001).</exception>
    public static (string Name, string Hash)? DocumentOf(string json, string file) =>
        JsonTree.Parse(json, file)["source"] is { } source && source.TextOf("name") is { } name && source.TextOf("sha256") is { } hash ? (name, hash) : null;

    private static SeriesSource Source(JsonTree tree, string file)
    {
        var name = tree["source"]?.TextOf("name") ?? file;
        var document = tree["document"];
        var title = document?.TextOf("title") is { Length: > 0 } words ? words : name;
        return new SeriesSource(name, title, document?.TextOf("series") is { Length: > 0 } series ? series : title, document?.NumberOf("batch"));
    }

    private IEnumerable<SeriesMeasure> Measures(JsonTree item, SeriesSource source)
    {
        var text = item.TextOf("text") ?? "";
        var mentions = item["mentions"]?.Elements ?? [];
        var rulesOf = (item["categories"]?.Elements ?? []).ToLookup(c => c.TextOf("code"), c => c.TextOf("rule"), StringComparer.Ordinal);
        foreach (var measure in item["measures"]?.Elements ?? [])
        {
            if (Span(measure, text) is not { } span) continue;
            var inside = mentions.Where(m => Span(m, text) is { } s && s.Start >= span.Start && s.End <= span.End).ToList();
            var figures = inside.Where(m => Array.IndexOf(FigureKinds, m.TextOf("kind")) >= 0).ToList();
            var categories = Texts(measure["categories"]);
            yield return new SeriesMeasure(
                source,
                measure.TextOf("id") ?? string.Create(CultureInfo.InvariantCulture, $"{item.TextOf("id")}"),
                span.In(text),
                [.. Texts(measure["regions"]).Select(Place)],
                categories,
                [.. categories.SelectMany(c => rulesOf[c]).OfType<string>().Distinct(StringComparer.Ordinal)],
                [.. figures.Select(Figure)],
                measure["beneficiary"]?.TextOf("text"),
                measure["purpose"]?.TextOf("text"),
                measure["condition"]?.TextOf("text"))
            {
                Words = MeasureWords.Of(text, span, inside.Where(m => m.TextOf("kind") is "region").Select(m => Span(m, text)!.Value), figures.Select(f => Span(f, text)!.Value), rules.Folding),
            };
        }
    }

    private SeriesPlace Place(string code) =>
        new(code, DivisionCode.TryParse(code, out var division) && rules.Places.Divisions.Find(division) is { } known ? known.Name : code);

    private static SeriesFigure Figure(JsonTree mention) =>
        new(mention.TextOf("kind")!, mention.TextOf("role"), mention.TextOf("text") ?? "") { Value = mention["value"] ?? JsonTree.OfText("") };

    private static SourceSpan? Span(JsonTree node, string text) =>
        node.NumberOf("start") is { } start && node.NumberOf("end") is { } end && start >= 0 && start <= end && end <= text.Length ? new SourceSpan(start, end) : null;

    private static string[] Texts(JsonTree? list) => [.. (list?.Elements ?? []).Where(e => e.Kind == JsonKind.Text).Select(e => e.Scalar)];
}
