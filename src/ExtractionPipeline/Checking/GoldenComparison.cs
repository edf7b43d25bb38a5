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
    private readonly Dictionary<string, ExtractedItem> _items;
    private readonly FieldScores _scores = new();
    private readonly List<GoldenDifference> _differences = [];

    private GoldenComparison(JsonTree golden, JsonTree tree, ExtractionResult result)
    {
        _golden = golden;
        _result = tree;
        _items = result.Items.ToDictionary(i => i.Item.Id, StringComparer.Ordinal);
    }

    /// <summary>Compares.</summary>
    /// <param name="goldenText">JSON of the golden.</param>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="result">What was extracted.</param>
    /// <exception cref="InputException">The golden cannot be used (EP6001, EP6002, EP6003).</exception>
    public static GoldenReport Compare(string goldenText, string file, ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Compare(ReadGolden(goldenText, file), TreeOf(result), result);
    }

    /// <exception cref="InputException">The golden cannot be used (EP6001, EP6002, EP6003).</exception>
    internal static JsonTree ReadGolden(string goldenText, string file)
    {
        var golden = JsonTree.Parse(goldenText, file);
        GoldenSchema.Check(golden, file);
        return golden;
    }

    internal static JsonTree TreeOf(ExtractionResult result) => JsonTree.Parse(ResultJsonWriter.ToText(result), "result");

    internal static GoldenReport Compare(JsonTree golden, JsonTree tree, ExtractionResult result) => new GoldenComparison(golden, tree, result).Compare();

    private GoldenReport Compare()
    {
        var source = _golden["source"];
        var hash = source?.TextOf("sha256");
        var stale = hash is not null && !string.Equals(hash, _result["source"]!.TextOf("sha256"), StringComparison.Ordinal);
        CompareDocument();
        CompareSections();
        CompareItems();
        return new GoldenReport(stale, source?.TextOf("name"), hash, _scores.ToList(), _differences) { IsDraft = _golden.IsTrue(GoldenDraft.Mark) };
    }

    private void CompareDocument()
    {
        if (_golden["document"] is not { } expected) return;
        foreach (var (name, value) in expected.Members) CompareField(null, "document." + name, value, _result["document"]![name]);
    }

    private void CompareSections()
    {
        if (_golden["sections"] is not { } expected) return;
        var found = _result["sections"]!;
        var right = 0;
        foreach (var section in expected.Elements)
        {
            var same = ById(found, section.TextOf("id"));
            if (same is not null && Covers(section, same))
            {
                right++;
                continue;
            }

            _differences.Add(new GoldenDifference(null, "sections", section.ToString(), same?.ToString(), null, null, section.Line, section.Column)
            {
                Change = same is null ? new GoldenChange.Removed(expected, section) : new GoldenChange.Becomes(section, same),
            });
        }

        var unlisted = Unlisted(expected, found);
        foreach (var extra in unlisted)
        {
            _differences.Add(new GoldenDifference(null, "sections", null, extra.ToString(), null, null, expected.Line, expected.Column) { Change = AddedById(expected, found, extra) });
        }

        _scores.Add("sections", right, expected.Elements.Count, expected.Elements.Count(e => ById(found, e.TextOf("id")) is not null) + unlisted.Count);
    }

    private void CompareItems()
    {
        if (_golden["items"] is not { } expected) return;
        var found = _result["items"]!;
        var kinds = _golden["kinds"]?.Elements.Select(k => k.Scalar).ToHashSet(StringComparer.Ordinal);
        var byId = found.Elements.ToDictionary(e => e.TextOf("id")!, StringComparer.Ordinal);
        var there = 0;
        foreach (var item in expected.Elements)
        {
            var id = item.TextOf("id");
            if (id is null || !byId.TryGetValue(id, out var same))
            {
                _differences.Add(new GoldenDifference(id, "items", item.TextOf("text") ?? id, null, null, null, item.Line, item.Column) { Change = new GoldenChange.Removed(expected, item) });
                continue;
            }

            there++;
            CompareItem(_items[id], item, same, kinds);
        }

        var unlisted = Unlisted(expected, found);
        foreach (var extra in unlisted)
        {
            _differences.Add(new GoldenDifference(extra.TextOf("id"), "items", null, extra.TextOf("text"), null, null, expected.Line, expected.Column) { Change = AddedById(expected, found, extra) });
        }

        _scores.Add("items", there, expected.Elements.Count, there + unlisted.Count);
    }

    private void CompareItem(ExtractedItem item, JsonTree expected, JsonTree found, HashSet<string>? kinds)
    {
        foreach (var name in (string[])["section", "label", "text", "location"])
        {
            if (expected[name] is { } value) CompareField(item, "items." + name, value, found[name]);
        }

        var sets = new SetComparison(item, found, _scores, _differences);
        if (expected["regions"] is { } regions) sets.CompareRegions(regions);
        if (expected["categories"] is { } categories) sets.CompareCategories(categories);
        var comparison = new ItemComparison(item, found, _scores, _differences, HoldersOf);
        if (expected["mentions"] is { } mentions) comparison.CompareMentions(mentions, kinds);
        if (expected["measures"] is { } measures) comparison.CompareMeasures(expected, measures);
    }

    private IReadOnlyList<string> HoldersOf(string words) => [.. _items.Values.Where(i => i.Item.Text.Contains(words, StringComparison.Ordinal)).Select(i => i.Item.Id)];

    private void CompareField(ExtractedItem? item, string field, JsonTree expected, JsonTree? found)
    {
        var right = found is not null && Covers(expected, found);
        _scores.Add(field, right ? 1 : 0, 1, 1);
        if (right) return;
        _differences.Add(new GoldenDifference(item?.Item.Id, field, expected.ToString(), found?.ToString(), item?.Item.Text, null, expected.Line, expected.Column)
        {
            Change = found is null ? null : new GoldenChange.Becomes(expected, found),
        });
    }

    /// <summary>What the golden does not list comes behind the last listed one that stands before it in the result, with the fields that the others have.</summary>
    private static GoldenChange.Added AddedById(JsonTree expected, JsonTree found, JsonTree extra)
    {
        var earlier = found.Elements.TakeWhile(e => !ReferenceEquals(e, extra)).Select(e => e.TextOf("id")).ToHashSet(StringComparer.Ordinal);
        var fields = expected.Elements.SelectMany(e => e.Members).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var own = JsonTree.ObjectOf(extra.Members.Where(m => fields.Count == 0 || fields.Contains(m.Key)));
        return new GoldenChange.Added(expected, own, () => expected.Elements.LastOrDefault(e => earlier.Contains(e.TextOf("id"))));
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
}
