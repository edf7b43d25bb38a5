using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Checking;

/// <summary>Compares a result with its golden: JSON of the output's form, any subset of its fields, comments allowed.</summary>
/// <remarks>
/// What the golden does not have is not judged. Lists that it has are judged whole: a mention, region or category too much counts
/// against precision, one too few against recall. Items and sections are found by id; those that the golden does not list count only
/// where it says "complete": true. Mentions are aligned in reading order within their item and kind, and are right when every field
/// of the golden's value is equal; role and place are judged apart, over the right ones. generator, schemaVersion, rule names,
/// ids, ledger and diagnostics are not judged.
/// </remarks>
public sealed class GoldenComparison
{
    private readonly JsonTree _golden;
    private readonly JsonTree _result;
    private readonly FieldScores _scores = new();
    private readonly List<GoldenDifference> _differences = [];

    private GoldenComparison(JsonTree golden, JsonTree result)
    {
        _golden = golden;
        _result = result;
    }

    /// <summary>Compares.</summary>
    /// <param name="goldenText">JSON of the golden.</param>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="result">What was extracted.</param>
    /// <exception cref="InputException">The golden cannot be used (EP6001, EP6002, EP6003).</exception>
    public static GoldenReport Compare(string goldenText, string file, ExtractionResult result)
    {
        var golden = JsonTree.Parse(goldenText, file);
        GoldenSchema.Check(golden, file);
        return new GoldenComparison(golden, JsonTree.Parse(ResultJsonWriter.ToText(result), "result")).Compare();
    }

    private GoldenReport Compare()
    {
        var hash = _golden["source"]?.TextOf("sha256");
        var stale = hash is not null && !string.Equals(hash, _result["source"]!.TextOf("sha256"), StringComparison.Ordinal);
        CompareDocument();
        CompareSections();
        CompareItems();
        return new GoldenReport(stale, _scores.ToList(), _differences);
    }

    private void CompareDocument()
    {
        if (_golden["document"] is not { } expected) return;
        foreach (var (name, value) in expected.Members) CompareField(null, null, "document." + name, value, _result["document"]![name]);
    }

    private void CompareSections()
    {
        if (_golden["sections"] is not { } expected) return;
        var found = _result["sections"]!;
        var right = 0;
        foreach (var section in expected.Elements)
        {
            var same = ById(found, section.TextOf("id"));
            if (same is not null && section.Members.All(m => same[m.Key] is { } value && m.Value.Matches(value))) right++;
            else _differences.Add(new GoldenDifference(null, "sections", section.ToString(), same?.ToString(), null, null, null, section.Line, section.Column));
        }

        var unlisted = Unlisted(expected, found);
        foreach (var extra in unlisted) _differences.Add(new GoldenDifference(null, "sections", null, extra.ToString(), null, null, null, expected.Line, expected.Column));
        _scores.Add("sections", right, expected.Elements.Count, expected.Elements.Count(e => ById(found, e.TextOf("id")) is not null) + unlisted.Count);
    }

    private void CompareItems()
    {
        if (_golden["items"] is not { } expected) return;
        var found = _result["items"]!;
        var kinds = _golden["kinds"]?.Elements.Select(k => k.Scalar).ToHashSet(StringComparer.Ordinal);
        var there = 0;
        foreach (var item in expected.Elements)
        {
            var id = item.TextOf("id");
            if (ById(found, id) is not { } same)
            {
                _differences.Add(new GoldenDifference(id, "items", item.TextOf("text") ?? id, null, null, null, null, item.Line, item.Column));
                continue;
            }

            there++;
            CompareItem(id!, item, same, kinds);
        }

        var unlisted = Unlisted(expected, found);
        foreach (var extra in unlisted) _differences.Add(new GoldenDifference(extra.TextOf("id"), "items", null, extra.TextOf("text"), null, null, null, expected.Line, expected.Column));
        _scores.Add("items", there, expected.Elements.Count, there + unlisted.Count);
    }

    private void CompareItem(string id, JsonTree expected, JsonTree found, HashSet<string>? kinds)
    {
        foreach (var name in (string[])["section", "label", "text", "location"])
        {
            if (expected[name] is { } value) CompareField(id, found, "items." + name, value, found[name]);
        }

        if (expected["regions"] is { } regions) CompareSet(id, found, "attribution", regions, Scalars(regions), Scalars(found["regions"]!), found["mentions"]!);
        if (expected["categories"] is { } categories) CompareSet(id, found, "categories", categories, Codes(categories), Codes(found["categories"]!), found["categories"]!);
        var comparison = new ItemComparison(id, found, _scores, _differences);
        if (expected["mentions"] is { } mentions) comparison.CompareMentions(mentions, kinds);
        if (expected["measures"] is { } measures) comparison.CompareMeasures(expected, measures);
    }

    private void CompareField(string? item, JsonTree? foundItem, string field, JsonTree expected, JsonTree? found)
    {
        var right = found is not null && Covers(expected, found);
        _scores.Add(field, right ? 1 : 0, 1, 1);
        if (!right) _differences.Add(new GoldenDifference(item, field, expected.ToString(), found?.ToString(), null, foundItem?.TextOf("text"), null, expected.Line, expected.Column));
    }

    private void CompareSet(string item, JsonTree foundItem, string field, JsonTree at, List<string> expected, List<string> found, JsonTree sources)
    {
        _scores.Add(field, expected.Intersect(found, StringComparer.Ordinal).Count(), expected.Count, found.Count);
        foreach (var missing in expected.Except(found, StringComparer.Ordinal)) _differences.Add(new GoldenDifference(item, field, missing, null, null, foundItem.TextOf("text"), null, at.Line, at.Column));
        foreach (var extra in found.Except(expected, StringComparer.Ordinal))
        {
            var source = sources.Elements.FirstOrDefault(s => string.Equals(s.TextOf("code") ?? s["value"]?.TextOf("code"), extra, StringComparison.Ordinal));
            _differences.Add(new GoldenDifference(item, field, null, extra, source?.TextOf("rule"), foundItem.TextOf("text"), source is null ? null : ItemComparison.Span(source), at.Line, at.Column));
        }
    }

    private List<JsonTree> Unlisted(JsonTree expected, JsonTree found)
    {
        if (!_golden.IsTrue("complete")) return [];
        var listed = expected.Elements.Select(e => e.TextOf("id")).ToHashSet(StringComparer.Ordinal);
        return [.. found.Elements.Where(e => !listed.Contains(e.TextOf("id")))];
    }

    /// <summary>Whether the found value has everything that the expected one has.</summary>
    internal static bool Covers(JsonTree expected, JsonTree found) => expected.Kind == JsonKind.Object && found.Kind == JsonKind.Object
        ? expected.Members.All(m => found[m.Key] is { } value && Covers(m.Value, value))
        : expected.Matches(found);

    private static JsonTree? ById(JsonTree list, string? id) => list.Elements.FirstOrDefault(e => id is not null && string.Equals(e.TextOf("id"), id, StringComparison.Ordinal));

    private static List<string> Scalars(JsonTree list) => [.. list.Elements.Select(e => e.Scalar).Distinct(StringComparer.Ordinal)];

    private static List<string> Codes(JsonTree list) => [.. list.Elements.Select(e => e.TextOf("code") ?? "").Distinct(StringComparer.Ordinal)];
}
