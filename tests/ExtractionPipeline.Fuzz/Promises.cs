using System.Text.Json;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Fuzz;

/// <summary>A promise that the product makes for every input, and did not keep for this one.</summary>
public sealed class BrokenPromiseException(string message) : Exception(message);

/// <summary>What must hold for every document that can be read, whatever stands in it.</summary>
public static class Promises
{
    /// <summary>Extracts the document and looks at the result.</summary>
    /// <exception cref="BrokenPromiseException">The first promise that is not kept.</exception>
    public static void Check(PolicyPipeline pipeline, PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var result = pipeline.Extract(document);
        foreach (var item in result.Items) CheckSpans(item);
        CheckLedger(result);
        var json = ResultJsonWriter.ToText(result);
        Demand(string.Equals(json, ResultJsonWriter.ToText(pipeline.Extract(document)), StringComparison.Ordinal), "the same document gives other bytes the second time");
        using var read = JsonDocument.Parse(json);
        Demand(read.RootElement.GetProperty("items").GetArrayLength() == result.Items.Count, "the JSON has another number of items");
    }

    private static void CheckSpans(ExtractedItem item)
    {
        var text = item.Item.Text;
        Demand(text.Length > 0, $"item {item.Item.Id} has no text");
        Demand(item.Measures.Count > 0, $"item {item.Item.Id} has no measure");
        foreach (var mention in item.Mentions)
        {
            Inside(mention.Span, text, $"a mention of {item.Item.Id}");
            foreach (var evidence in mention.Evidence) Inside(evidence.Span, text, $"evidence of a mention of {item.Item.Id}");
        }

        foreach (var category in item.Categories) Inside(category.Span, text, $"a category of {item.Item.Id}");
        foreach (var candidate in item.Suppressed) Inside(candidate.Span, text, $"a candidate of {item.Item.Id}");
        foreach (var measure in item.Measures)
        {
            Inside(measure.Span, text, $"a measure of {item.Item.Id}");
            foreach (var amount in measure.Amounts) Demand(item.Mentions.Contains(amount), $"an amount of a measure of {item.Item.Id} is no mention");
            foreach (var part in (SourceSpan?[])[measure.Beneficiary, measure.Purpose, measure.Condition])
            {
                if (part is { } span) Inside(span, text, $"a part of a measure of {item.Item.Id}");
            }
        }
    }

    private static void CheckLedger(ExtractionResult result)
    {
        var ledger = result.Ledger;
        Demand(ledger.Explained >= 0 && ledger.Figures == ledger.Explained + ledger.Unexplained.Count, "the ledger does not add up");
        var texts = result.Items.ToDictionary(i => i.Item.Id, i => i.Item.Text, StringComparer.Ordinal);
        foreach (var figure in ledger.Unexplained)
        {
            Inside(figure.Span, texts[figure.Item], "an unexplained figure");
            Demand(string.Equals(figure.Span.In(texts[figure.Item]), figure.Text, StringComparison.Ordinal), "an unexplained figure has other words than its span");
        }
    }

    private static void Inside(SourceSpan span, string text, string what) =>
        Demand(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"{what} has the span {span} in a text of {text.Length}");

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new BrokenPromiseException(otherwise);
    }
}
