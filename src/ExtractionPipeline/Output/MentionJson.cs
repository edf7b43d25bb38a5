using System.Globalization;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Output;

/// <summary>Writes the mentions of one item.</summary>
internal static class MentionJson
{
    /// <summary>Writes the array and gives each mention its id: m1, m2 … in document order.</summary>
    public static Dictionary<Mention, string> Write(JsonText json, string text, IReadOnlyList<Mention> mentions)
    {
        var ids = new Dictionary<Mention, string>(ReferenceEqualityComparer.Instance);
        json.BeginList("mentions");
        for (var i = 0; i < mentions.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"m{i + 1}");
            ids.Add(mentions[i], id);
            WriteMention(json, id, text, mentions[i]);
        }

        json.EndList();
        return ids;
    }

    private static void WriteMention(JsonText json, string id, string text, Mention mention)
    {
        json.StartObject();
        json.Member("id", id);
        json.Member("kind", OutputWords.Of(mention.Kind));
        json.Member("start", mention.Span.Start);
        json.Member("end", mention.Span.End);
        json.Member("text", mention.Span.In(text));
        WriteParticulars(json, text, mention);
        json.Member("rule", mention.Rule.Name);
        json.Name("value");
        WriteValue(json, mention);
        json.EndObject();
    }

    private static void WriteParticulars(JsonText json, string text, Mention mention)
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

    private static void WriteValue(JsonText json, Mention mention)
    {
        switch (mention)
        {
            case RegionMention region: WriteRegion(json, region); break;
            case MoneyMention money: WriteMoney(json, money.Amount); break;
            case PercentMention percent:
                json.StartObject();
                WriteInterval(json, percent.Share.Range);
                json.Member("approximate", percent.Share.Approximate);
                json.EndObject();
                break;
            case QuantityMention quantity: WriteQuantity(json, quantity.Quantity); break;
            case PeriodMention period: json.Value(period.Iso); break;
            case DocumentMention document:
                json.StartObject();
                json.Member("title", document.Title);
                json.Member("number", document.Number);
                json.EndObject();
                break;
            case OrganisationMention organisation:
                json.StartObject();
                json.Member("name", organisation.Name);
                json.Member("code", organisation.Code?.ToString());
                json.EndObject();
                break;
            default: throw new InvalidOperationException($"A mention of kind {mention.Kind} has no form in the output.");
        }
    }

    private static void WriteRegion(JsonText json, RegionMention region)
    {
        json.StartObject();
        WritePlace(json, region.Place);
        if (region.Candidates.Count > 0)
        {
            json.BeginList("candidates");
            foreach (var candidate in region.Candidates)
            {
                json.StartObject();
                WritePlace(json, candidate);
                json.EndObject();
            }

            json.EndList();
        }

        json.EndObject();
    }

    private static void WritePlace(JsonText json, PlaceReading place)
    {
        json.Member("code", place.Code.ToString());
        json.Member("name", place.Name);
        json.Member("level", place.Level);
        json.Member("path", place.Path);
    }

    private static void WriteMoney(JsonText json, MoneyAmount amount)
    {
        json.StartObject();
        json.Member("currency", amount.Currency);
        WriteInterval(json, amount.Range);
        json.Member("per", amount.Per);
        json.Member("approximate", amount.Approximate);
        json.EndObject();
    }

    private static void WriteQuantity(JsonText json, CountedQuantity quantity)
    {
        json.StartObject();
        WriteInterval(json, quantity.Range);
        json.Member("approximate", quantity.Approximate);
        json.Member("unit", quantity.Unit);
        json.Member("noun", quantity.Noun);
        json.EndObject();
    }

    private static void WriteInterval(JsonText json, Interval range)
    {
        json.Member("min", range.Min);
        json.Member("max", range.Max);
        json.Member("minInclusive", range.MinInclusive);
        json.Member("maxInclusive", range.MaxInclusive);
    }
}
