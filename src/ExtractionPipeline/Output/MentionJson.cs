using System.Globalization;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

namespace ExtractionPipeline.Output;

/// <summary>Writes the mentions of one item.</summary>
internal static class MentionJson
{
    private static readonly string?[] s_ids = new string?[128];    // of the first mentions of an item, once one is written

    /// <summary>Writes the array, each mention with its id: m1, m2 … in document order. Gives the ids of those that a measure may name, amounts; null where there are none.</summary>
    public static Dictionary<Mention, string>? Write(JsonTextWriter json, string text, IReadOnlyList<Mention> mentions)
    {
        Dictionary<Mention, string>? ids = null;
        json.BeginList("mentions");
        for (var i = 0; i < mentions.Count; i++)
        {
            var id = IdAt(i);
            if (mentions[i] is MoneyMention or PercentMention) (ids ??= new Dictionary<Mention, string>(ReferenceEqualityComparer.Instance)).Add(mentions[i], id);
            WriteMention(json, id, text, mentions[i]);
        }

        json.WriteEndArray();
        return ids;
    }

    private static string IdAt(int number)
    {
        if (number >= s_ids.Length) return Make(number);
        return s_ids[number] ??= Make(number);

        static string Make(int number) => string.Create(CultureInfo.InvariantCulture, $"m{number + 1}");
    }

    private static void WriteMention(JsonTextWriter json, string id, string text, Mention mention)
    {
        json.WriteStartObject();
        json.Member("id", id);
        json.Member("kind", OutputWords.Of(mention.Kind));
        json.Member("start", mention.Span.Start);
        json.Member("end", mention.Span.End);
        json.Member("text", mention.Span.In(text));
        WriteParticulars(json, text, mention);
        json.Member("rule", mention.Rule.Name);
        json.WritePropertyName("value", escape: false);
        WriteValue(json, mention);
        json.WriteEndObject();
    }

    private static void WriteParticulars(JsonTextWriter json, string text, Mention mention)
    {
        switch (mention)
        {
            case RegionMention region:
                json.Member("role", OutputWords.Of(region.Role));
                break;
            case MoneyMention money:
                json.Member("figure", money.Figure.In(text));
                json.Member("role", OutputWords.Of(money.Role));
                break;
            case PercentMention percent:
                json.Member("figure", percent.Figure.In(text));
                json.Member("role", OutputWords.Of(percent.Role));
                json.Member("base", percent.Base?.In(text));
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
                json.Member("approximate", percent.Share.Approximate);
                json.WriteEndObject();
                break;
            case QuantityMention quantity: WriteQuantity(json, quantity.Quantity); break;
            case PeriodMention period: json.WriteValue(period.Iso); break;
            case DocumentMention document:
                json.WriteStartObject();
                json.Member("title", document.Title);
                json.Member("number", document.Number);
                json.WriteEndObject();
                break;
            case OrganisationMention organisation:
                json.WriteStartObject();
                json.Member("name", organisation.Name);
                json.Member("code", organisation.Code?.ToString());
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
            json.BeginList("candidates");
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
        json.Member("code", place.Code.ToString());
        json.Member("name", place.Name);
        json.Member("level", place.Level);
        json.Member("path", place.Path);
    }

    private static void WriteMoney(JsonTextWriter json, MoneyAmount amount)
    {
        json.WriteStartObject();
        json.Member("currency", amount.Currency);
        WriteInterval(json, amount.Range);
        json.Member("per", amount.Per);
        json.Member("approximate", amount.Approximate);
        json.WriteEndObject();
    }

    private static void WriteQuantity(JsonTextWriter json, CountedQuantity quantity)
    {
        json.WriteStartObject();
        WriteInterval(json, quantity.Range);
        json.Member("approximate", quantity.Approximate);
        json.Member("unit", quantity.Unit);
        json.Member("noun", quantity.Noun);
        json.WriteEndObject();
    }

    private static void WriteInterval(JsonTextWriter json, Interval range)
    {
        json.Member("min", range.Min);
        json.Member("max", range.Max);
        json.Member("minInclusive", range.MinInclusive);
        json.Member("maxInclusive", range.MaxInclusive);
    }
}
