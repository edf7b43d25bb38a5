using System.Globalization;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

namespace ExtractionPipeline.Series;

/// <summary>Writes comparisons as the JSON of docs/series.md: UTF-8, LF, two spaces, fixed order, exact decimals.</summary>
public static class SeriesJsonWriter
{
    /// <summary>Version of this form; semver.</summary>
    public const string FormVersion = "1.0";

    /// <summary>Writes all comparisons; ends with a line feed.</summary>
    public static void Write(IReadOnlyList<SeriesComparison> comparisons, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        ArgumentNullException.ThrowIfNull(writer);
        using var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        Text(json, "diffVersion", FormVersion);
        List(json, "series", comparisons, WriteComparison);
        json.WriteEndObject();
        json.Flush();
        writer.Write('\n');
    }

    private static void WriteComparison(JsonTextWriter json, SeriesComparison comparison)
    {
        json.WriteStartObject();
        Text(json, "series", comparison.Series);
        List(json, "old", comparison.Old, WriteSource);
        List(json, "new", comparison.New, WriteSource);
        json.WritePropertyName("summary");
        json.WriteStartObject();
        foreach (var state in Enum.GetValues<PairState>()) Number(json, Word(state), comparison.Pairs.Count(p => p.State == state));
        Number(json, "started", comparison.Started.Count);
        Number(json, "stopped", comparison.Stopped.Count);
        json.WriteEndObject();
        List(json, "newCategories", comparison.NewCategories, static (j, c) => j.WriteValue(c));
        List(json, "newPlaces", comparison.NewPlaces, WritePlace);
        List(json, "carriedOver", comparison.Pairs, WritePair);
        List(json, "started", comparison.Started, WriteMeasure);
        List(json, "stopped", comparison.Stopped, WriteMeasure);
        List(json, "places", comparison.Places, WriteHistory);
        json.WriteEndObject();
    }

    private static void WriteSource(JsonTextWriter json, SeriesSource source)
    {
        json.WriteStartObject();
        Text(json, "name", source.Name);
        Text(json, "title", source.Title);
        Number(json, "batch", source.Batch);
        json.WriteEndObject();
    }

    private static void WritePair(JsonTextWriter json, MeasurePair pair)
    {
        json.WriteStartObject();
        Text(json, "state", Word(pair.State));
        Reference(json, "old", pair.Old);
        Reference(json, "new", pair.New);
        json.WritePropertyName("why");
        json.WriteStartObject();
        Text(json, "reason", Word(pair.Reason));
        json.WritePropertyName("similarity");
        json.WriteRawValue(Interval.Write(Math.Round((decimal)pair.Similarity, 2)));
        List(json, "places", pair.PlacesInCommon, static (j, p) => j.WriteValue(p.Code));
        List(json, "categories", pair.CategoriesInCommon, static (j, c) => j.WriteValue(c));
        List(json, "instruments", pair.InstrumentsInCommon, static (j, i) => j.WriteValue(i));
        json.WriteEndObject();
        List(json, "changes", pair.Changes, WriteChange);
        Text(json, "text", pair.New.Text);
        json.WriteEndObject();
    }

    private static void WriteChange(JsonTextWriter json, MeasureChange change)
    {
        json.WriteStartObject();
        Text(json, "field", change.Field);
        Text(json, "before", change.Before);
        Text(json, "after", change.After);
        if (change.FigureBefore is not null || change.FigureAfter is not null)
        {
            Figure("figureBefore", change.FigureBefore);
            Figure("figureAfter", change.FigureAfter);
        }

        json.WriteEndObject();

        void Figure(string name, SeriesFigure? figure)
        {
            json.WritePropertyName(name);
            if (figure is null)
            {
                json.WriteNull();
                return;
            }

            json.WriteStartObject();
            Text(json, "kind", figure.Kind);
            Text(json, "role", figure.Role);
            json.WritePropertyName("value");
            WriteTree(json, figure.Value);
            json.WriteEndObject();
        }
    }

    private static void WriteMeasure(JsonTextWriter json, SeriesMeasure measure)
    {
        json.WriteStartObject();
        Text(json, "document", measure.Source.Name);
        Text(json, "id", measure.Id);
        List(json, "places", measure.Places, WritePlace);
        List(json, "categories", measure.Categories, static (j, c) => j.WriteValue(c));
        Text(json, "text", measure.Text);
        json.WriteEndObject();
    }

    private static void WriteHistory(JsonTextWriter json, PlaceHistory history)
    {
        json.WriteStartObject();
        Text(json, "code", history.Place?.Code);
        Text(json, "name", history.Place?.Name);
        List(json, "started", history.Started, WriteReference);
        List(json, "changed", history.Changed, static (j, p) => WriteReference(j, p.New));
        List(json, "stopped", history.Stopped, WriteReference);
        json.WriteEndObject();
    }

    private static void WritePlace(JsonTextWriter json, SeriesPlace place)
    {
        json.WriteStartObject();
        Text(json, "code", place.Code);
        Text(json, "name", place.Name);
        json.WriteEndObject();
    }

    private static void Reference(JsonTextWriter json, string name, SeriesMeasure measure)
    {
        json.WritePropertyName(name);
        WriteReference(json, measure);
    }

    private static void WriteReference(JsonTextWriter json, SeriesMeasure measure)
    {
        json.WriteStartObject();
        Text(json, "document", measure.Source.Name);
        Text(json, "id", measure.Id);
        json.WriteEndObject();
    }

    private static void WriteTree(JsonTextWriter json, JsonTree tree)
    {
        switch (tree.Kind)
        {
            case JsonKind.Object:
                json.WriteStartObject();
                foreach (var member in tree.Members)
                {
                    json.WritePropertyName(member.Key);
                    WriteTree(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonKind.List:
                json.WriteStartArray();
                foreach (var element in tree.Elements) WriteTree(json, element);
                json.WriteEndArray();
                break;
            case JsonKind.Text:
                json.WriteValue(tree.Scalar);
                break;
            default:
                json.WriteRawValue(tree.Kind == JsonKind.Null ? "null" : tree.Scalar);
                break;
        }
    }

    private static string Word(PairState state) => state switch
    {
        PairState.Unchanged => "unchanged",
        PairState.Reworded => "reworded",
        _ => "changed",
    };

    private static string Word(MatchReason reason) => reason switch
    {
        MatchReason.SameWords => "same-words",
        MatchReason.SimilarWords => "similar-words",
        _ => "only-of-its-kind",
    };

    private static void List<T>(JsonTextWriter json, string name, IEnumerable<T> elements, Action<JsonTextWriter, T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var element in elements) write(json, element);
        json.WriteEndArray();
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
}
