using System.Globalization;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

namespace ExtractionPipeline.Output;

/// <summary>Writes the mentions of one item.</summary>
internal static class MentionJson
{
    /// <summary>Writes the array and gives each mention its id: m1, m2 … in document order.</summary>
    public static Dictionary<Mention, string> Write(JsonTextWriter json, string text, IReadOnlyList<Mention> mentions)
    {
        var ids = new Dictionary<Mention, string>(ReferenceEqualityComparer.Instance);
        json.WritePropertyName("mentions", escape: false);
        json.WriteStartArray();
        for (var i = 0; i < mentions.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"m{i + 1}");
            ids.Add(mentions[i], id);
            WriteMention(json, id, text, mentions[i]);
        }

        json.WriteEndArray();
        return ids;
    }

    private static void WriteMention(JsonTextWriter json, string id, string text, Mention mention)
    {
        json.WriteStartObject();
        Text(json, "id", id);
        Text(json, "kind", OutputWords.Of(mention.Kind));
        Number(json, "start", mention.Span.Start);
        Number(json, "end", mention.Span.End);
        Text(json, "text", mention.Span.In(text));
        WriteParticulars(json, text, mention);
        Text(json, "rule", mention.Rule.Name);
        json.WritePropertyName("value", escape: false);
        WriteValue(json, mention);
        json.WriteEndObject();
    }

    private static void WriteParticulars(JsonTextWriter json, string text, Mention mention)
    {
        switch (mention)
        {
            case RegionMention region:
                Text(json, "role", OutputWords.Of(region.Role));
                break;
            case MoneyMention money:
                Text(json, "figure", money.Figure.In(text));
                Text(json, "role", OutputWords.Of(money.Role));
                break;
            case PercentMention percent:
                Text(json, "figure", percent.Figure.In(text));
                Text(json, "role", OutputWords.Of(percent.Role));
                Text(json, "base", percent.Base?.In(text));
                break;
        }
    }

    private static void WriteValue(JsonTextWriter json, Mention mention)
    {
        switch (mention)
        {
            case RegionMention region: WriteRegion(json, region); break;
            case MoneyMention money: WriteMoney(json, money.Amount); break;
            case PercentMention percent:
                json.WriteStartObject();
                WriteInterval(json, percent.Share.Range);
                Flag(json, "approximate", percent.Share.Approximate);
                json.WriteEndObject();
                break;
            case QuantityMention quantity: WriteQuantity(json, quantity.Quantity); break;
            case PeriodMention period: json.WriteValue(period.Iso); break;
            case DocumentMention document:
                json.WriteStartObject();
                Text(json, "title", document.Title);
                Text(json, "number", document.Number);
                json.WriteEndObject();
                break;
            case OrganisationMention organisation:
                json.WriteStartObject();
                Text(json, "name", organisation.Name);
                Text(json, "code", organisation.Code?.ToString());
                json.WriteEndObject();
                break;
            default: throw new InvalidOperationException($"A mention of kind {mention.Kind} has no form in the output.");
        }
    }

    private static void WriteRegion(JsonTextWriter json, RegionMention region)
    {
        json.WriteStartObject();
        WritePlace(json, region.Place);
        if (region.Candidates.Count > 0)
        {
            json.WritePropertyName("candidates", escape: false);
            json.WriteStartArray();
            foreach (var candidate in region.Candidates)
            {
                json.WriteStartObject();
                WritePlace(json, candidate);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePlace(JsonTextWriter json, PlaceReading place)
    {
        Text(json, "code", place.Code.ToString());
        Text(json, "name", place.Name);
        Text(json, "level", place.Level);
        json.WritePropertyName("path", escape: false);
        json.WriteStartArray();
        foreach (var name in place.Path) json.WriteValue(name);
        json.WriteEndArray();
    }

    private static void WriteMoney(JsonTextWriter json, MoneyAmount amount)
    {
        json.WriteStartObject();
        Text(json, "currency", amount.Currency);
        WriteInterval(json, amount.Range);
        json.WritePropertyName("per", escape: false);
        json.WriteStartArray();
        foreach (var unit in amount.Per) json.WriteValue(unit);
        json.WriteEndArray();
        Flag(json, "approximate", amount.Approximate);
        json.WriteEndObject();
    }

    private static void WriteQuantity(JsonTextWriter json, CountedQuantity quantity)
    {
        json.WriteStartObject();
        WriteInterval(json, quantity.Range);
        Flag(json, "approximate", quantity.Approximate);
        Text(json, "unit", quantity.Unit);
        Text(json, "noun", quantity.Noun);
        json.WriteEndObject();
    }

    private static void WriteInterval(JsonTextWriter json, Interval range)
    {
        Decimal(json, "min", range.Min);
        Decimal(json, "max", range.Max);
        Flag(json, "minInclusive", range.MinInclusive);
        Flag(json, "maxInclusive", range.MaxInclusive);
    }

    private static void Text(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    private static void Number(JsonTextWriter json, string name, int value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    private static void Flag(JsonTextWriter json, string name, bool? value)
    {
        json.WritePropertyName(name, escape: false);
        json.WriteValue(value);
    }

    /// <summary>Plain notation: the JSON writer itself would print a decimal with its scale (1.0).</summary>
    private static void Decimal(JsonTextWriter json, string name, decimal? value)
    {
        json.WritePropertyName(name, escape: false);
        if (value is { } number) json.WriteRawValue(Interval.Write(number));
        else json.WriteNull();
    }
}
