using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>Compares the mentions and measures of one item.</summary>
/// <param name="item">The item.</param>
/// <param name="found">It as JSON.</param>
/// <param name="scores">What is right, expected and found, field by field.</param>
/// <param name="differences">Where differences are put.</param>
/// <param name="holders">Ids of the items that hold given words, for words that this one does not hold.</param>
internal sealed partial class ItemComparison(ExtractedItem item, JsonTree found, FieldScores scores, List<GoldenDifference> differences, Func<string, IReadOnlyList<string>> holders)
{
    /// <summary>A measure may begin this much earlier or later than its golden (a 、 or a space more), in code units.</summary>
    private const int StartReach = 3;

    private static readonly (string Kind, string Field)[] Kinds =
    [
        ("region", "regions"), ("money", "money"), ("percent", "percents"), ("quantity", "quantities"),
        ("period", "periods"), ("document", "documents"), ("organisation", "organisations"),
    ];

    /// <summary>The kinds of mention, as the output names them.</summary>
    public static string KindNames { get; } = string.Join(", ", Kinds.Select(k => k.Kind));

    private readonly string _text = item.Item.Text;
    private readonly Dictionary<JsonTree, JsonTree> _paired = new(ReferenceEqualityComparer.Instance);   // mention of the golden -> of the result

    public static bool IsKind(string name) => Array.Exists(Kinds, k => string.Equals(k.Kind, name, StringComparison.Ordinal));

    public void CompareMentions(JsonTree expected, HashSet<string>? judged)
    {
        foreach (var (kind, field) in Kinds)
        {
            if (judged?.Contains(kind) == false) continue;
            CompareKind(field, expected, OfKind(expected, kind), OfKind(found["mentions"]!, kind));
        }
    }

    private void CompareKind(string field, JsonTree list, List<JsonTree> expected, List<JsonTree> actual)
    {
        var pairs = InOrderAlignment.Pairs(expected.Count, actual.Count, (i, j) => IsNear(expected[i], actual[j]) && IsRight(expected[i], actual[j]));
        var optionalRight = pairs.Count(p => expected[p.Left].IsTrue("optional"));
        scores.Add(field, pairs.Count - optionalRight, expected.Count(e => !e.IsTrue("optional")), actual.Count - optionalRight);
        foreach (var (left, right) in pairs)
        {
            _paired.Add(expected[left], actual[right]);
            ComparePart(field, "role", expected[left], actual[right]);
            ComparePart(field, "base", expected[left], actual[right]);
            ComparePlace(field, expected[left], actual[right]);
        }

        ReportUnpaired(field, list, expected, actual, pairs);
    }

    /// <summary>What is left over on both sides: of the same words it is one difference, else two.</summary>
    private void ReportUnpaired(string field, JsonTree list, List<JsonTree> expected, List<JsonTree> actual, List<(int Left, int Right)> pairs)
    {
        var lonely = Enumerable.Range(0, actual.Count).Except(pairs.Select(p => p.Right)).ToList();
        foreach (var i in Enumerable.Range(0, expected.Count).Except(pairs.Select(p => p.Left)))
        {
            var one = expected[i];
            if (one.IsTrue("optional")) continue;
            var j = lonely.FindIndex(candidate => IsNear(one, actual[candidate]));
            var other = j < 0 ? null : actual[lonely[j]];
            if (j >= 0) lonely.RemoveAt(j);
            if (other is not null) _paired.Add(one, other);
            Report(field, one, Describe(one), other is null ? null : Describe(other), other ?? one, other, ChangeOf(list, one, other));
        }

        foreach (var j in lonely) Report(field, list, null, Describe(actual[j]), actual[j], actual[j], AddedMention(list, actual[j]));
    }

    private void ComparePart(string field, string part, JsonTree expected, JsonTree actual)
    {
        if (expected[part] is not { } value || expected.IsTrue("optional")) return;
        var right = actual[part] is { } other && value.Matches(other);
        scores.Add($"{field}.{part}", right ? 1 : 0, 1, 1);
        if (!right) Report($"{field}.{part}", expected, value.Scalar, actual[part]?.Scalar, actual, actual, actual[part] is { } now ? new GoldenChange.Becomes(value, now) : null);
    }

    private void ComparePlace(string field, JsonTree expected, JsonTree actual)
    {
        if (expected.NumberOf("start") is not { } start || expected.IsTrue("optional")) return;
        var right = start == actual.NumberOf("start") && (expected.NumberOf("end") is not { } end || end == actual.NumberOf("end"));
        scores.Add(field + ".place", right ? 1 : 0, 1, 1);
        if (!right) Report(field + ".place", expected, $"{start}..{expected.NumberOf("end")}", $"{actual.NumberOf("start")}..{actual.NumberOf("end")}", actual, actual, new GoldenChange.Becomes(Place(expected), actual));
    }

    /// <summary>Measures pair in order where they begin at the same place and have the same regions; the other fields are judged over the pairs.</summary>
    public void CompareMeasures(JsonTree goldenItem, JsonTree expected)
    {
        var actual = found["measures"]!;
        var pairs = InOrderAlignment.Pairs(expected.Elements.Count, actual.Elements.Count, (i, j) => BeginTogether(expected.Elements[i], actual.Elements[j]) && SameSet(expected.Elements[i]["regions"], actual.Elements[j]["regions"]!));
        scores.Add("measures", pairs.Count, expected.Elements.Count, actual.Elements.Count);
        foreach (var (left, right) in pairs) CompareMeasure(goldenItem, expected.Elements[left], actual.Elements[right]);
        var lonely = Enumerable.Range(0, actual.Elements.Count).Except(pairs.Select(p => p.Right)).ToList();
        foreach (var i in Enumerable.Range(0, expected.Elements.Count).Except(pairs.Select(p => p.Left)))
        {
            var one = expected.Elements[i];
            var j = lonely.FindIndex(candidate => BeginTogether(one, actual.Elements[candidate]));
            var other = j < 0 ? null : actual.Elements[lonely[j]];
            if (j >= 0) lonely.RemoveAt(j);
            Report("measures", one, DescribeMeasure(one), other is null ? null : DescribeMeasure(other), other ?? one, null, ChangeOfMeasure(expected, one, other));
        }

        foreach (var j in lonely) Report("measures", expected, null, DescribeMeasure(actual.Elements[j]), actual.Elements[j], null, AddedMeasure(expected, actual.Elements[j]));
    }

    private void CompareMeasure(JsonTree goldenItem, JsonTree expected, JsonTree actual)
    {
        foreach (var (name, value) in expected.Members)
        {
            bool right;
            switch (name)
            {
                case "id" or "start" or "end" or "regions": continue;
                case "categories": right = SameSet(value, actual[name]!); break;
                case "amounts": right = SameAmounts(goldenItem, value, actual[name]!); break;
                default: right = actual[name] is { } other && GoldenComparison.Covers(value, other); break;
            }

            scores.Add("measures." + name, right ? 1 : 0, 1, 1);
            if (!right) Report("measures." + name, value, value.ToString(), actual[name]?.ToString(), actual, null, ChangeOfField(name, value, actual[name]));
        }
    }

    /// <summary>Ids count afresh in each item and shift with every mention, so the words are compared.</summary>
    private bool SameAmounts(JsonTree goldenItem, JsonTree expected, JsonTree actual)
    {
        if (goldenItem["mentions"] is not { } mentions) return expected.Elements.Count == actual.Elements.Count;
        var wanted = expected.Elements.Select(e => Find(mentions, e.Scalar)).ToList();
        var given = actual.Elements.Select(e => Find(found["mentions"]!, e.Scalar)).ToList();
        return wanted.Count == given.Count && wanted.Zip(given).All(p => p.First is not null && p.Second is not null && IsNear(p.First, p.Second));
    }

    private void Report(string field, JsonTree at, string? expected, string? actual, JsonTree place, JsonTree? source, GoldenChange? change)
    {
        var span = Span(place) is { } s && s.End <= _text.Length ? s : SpanOfWords(place);
        var mention = source is null ? null : MentionOf(source);
        var missing = actual is null && span is null ? WordsOf(place) : null;
        differences.Add(new GoldenDifference(item.Item.Id, field, expected, actual, _text, span, at.Line, at.Column)
        {
            Rule = mention?.Rule,
            FurtherRules = mention is null ? [] : [.. mention.Evidence.Select(e => e.Rule).Where(r => r != mention.Rule).Distinct()],
            NotTaken = actual is null && span is { } words ? [.. item.Suppressed.Where(c => c.Span.Overlaps(words))] : [],
            MissingWords = missing,
            StandsIn = missing is null ? [] : holders(missing),
            Change = change,
        });
    }

    /// <summary>The mention behind a node of the result; mentions stand in the same order in both.</summary>
    private Mention? MentionOf(JsonTree node)
    {
        var elements = found["mentions"]!.Elements;
        for (var i = 0; i < elements.Count; i++)
        {
            if (ReferenceEquals(elements[i], node)) return item.Mentions[i];
        }

        return null;
    }

    /// <summary>Where the words of a golden without offsets stand first; null where they do not.</summary>
    private SourceSpan? SpanOfWords(JsonTree mention)
    {
        var words = WordsOf(mention);
        var at = words is null ? -1 : _text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new SourceSpan(at, at + words!.Length);
    }

    private static string? WordsOf(JsonTree mention) => (mention.TextOf("cue") ?? mention.TextOf("figure") ?? mention.TextOf("text")) is { Length: > 0 } words ? words : null;

    internal static SourceSpan? Span(JsonTree node) =>
        node.NumberOf("start") is { } start && node.NumberOf("end") is { } end && start >= 0 && end >= start ? new SourceSpan(start, end) : null;

    private static bool IsRight(JsonTree expected, JsonTree actual) =>
        expected["value"] is not { } value || (actual["value"] is { } other && GoldenComparison.Covers(value, other));

    /// <summary>Whether both speak of the same words: one's figure, cue or text holds the other's. A golden without words is near to all.</summary>
    private static bool IsNear(JsonTree expected, JsonTree actual)
    {
        var wanted = Words(expected);
        return wanted.Count == 0 || Words(actual).Exists(a => wanted.Exists(w => a.Contains(w, StringComparison.Ordinal) || w.Contains(a, StringComparison.Ordinal)));
    }

    private static List<string> Words(JsonTree mention)
    {
        var words = new List<string>();
        foreach (var name in (string[])["figure", "cue", "text"])
        {
            if (mention.TextOf(name) is { Length: > 0 } text) words.Add(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
        }

        return words;
    }

    private static bool BeginTogether(JsonTree expected, JsonTree actual) =>
        expected.NumberOf("start") is not { } start || Math.Abs(start - actual.NumberOf("start")!.Value) <= StartReach;

    private static bool SameSet(JsonTree? expected, JsonTree actual) =>
        expected is null || expected.Elements.Select(e => e.Scalar).ToHashSet(StringComparer.Ordinal).SetEquals(actual.Elements.Select(e => e.Scalar));

    private static List<JsonTree> OfKind(JsonTree mentions, string kind) =>
        [.. mentions.Elements.Where(m => string.Equals(m.TextOf("kind"), kind, StringComparison.Ordinal))];

    private static JsonTree? Find(JsonTree mentions, string id) => mentions.Elements.FirstOrDefault(m => string.Equals(m.TextOf("id"), id, StringComparison.Ordinal));

    private static string Describe(JsonTree mention)
    {
        var words = mention.TextOf("figure") ?? mention.TextOf("text") ?? mention.TextOf("cue") ?? "";
        return mention["value"] is { } value ? $"{words} {value}" : words;
    }

    private static string DescribeMeasure(JsonTree measure) => $"{measure.NumberOf("start")}..{measure.NumberOf("end")} {measure["regions"]}";
}
