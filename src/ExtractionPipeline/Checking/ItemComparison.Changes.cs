using System.Globalization;

namespace ExtractionPipeline.Checking;

/// <summary>What taking over the differences of one item does to its golden.</summary>
internal sealed partial class ItemComparison
{
    /// <summary>Fields that are not judged and so are not written into a golden.</summary>
    private static readonly HashSet<string> UnjudgedFields = new(StringComparer.Ordinal) { "id", "rule" };

    private static GoldenChange? ChangeOf(JsonTree list, JsonTree expected, JsonTree? actual)
    {
        if (actual is null) return new GoldenChange.Removed(list, expected);
        return expected["value"] is { } value ? new GoldenChange.Becomes(value, actual["value"]!) : null;
    }

    /// <summary>A mention comes with all its fields; with an id of its own where the golden's mentions have ids, because measures name them.</summary>
    private GoldenChange.Added AddedMention(JsonTree list, JsonTree mention)
    {
        var members = mention.Members.Where(m => !UnjudgedFields.Contains(m.Key)).ToList();
        var ids = list.Elements.Select(e => e.TextOf("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ids.Count > 0)
        {
            var id = mention.TextOf("id")!;
            for (var i = list.Elements.Count + 1; ids.Contains(id); i++) id = string.Create(CultureInfo.InvariantCulture, $"m{i}");
            members.Insert(0, new KeyValuePair<string, JsonTree>("id", JsonTree.OfText(id)));
        }

        return new GoldenChange.Added(list, JsonTree.ObjectOf(members), () => MentionBefore(list, mention));
    }

    /// <summary>The golden's last mention that begins before a new one; of its kind alone where the golden is ordered by kind.</summary>
    private JsonTree? MentionBefore(JsonTree list, JsonTree mention)
    {
        var start = mention.NumberOf("start")!.Value;
        var kind = mention.TextOf("kind");
        var starts = list.Elements.Select(StartOf).ToList();
        var inReadingOrder = starts.Zip(starts.Skip(1)).All(p => p.First is null || p.Second is null || p.First <= p.Second);
        var (first, before) = (-1, -1);
        for (var i = 0; i < list.Elements.Count; i++)
        {
            if (!inReadingOrder && !string.Equals(list.Elements[i].TextOf("kind"), kind, StringComparison.Ordinal)) continue;
            if (first < 0) first = i;
            if (starts[i] <= start) before = i;
        }

        if (before < 0) before = inReadingOrder ? -1 : first < 0 ? list.Elements.Count - 1 : first - 1;
        return before < 0 ? null : list.Elements[before];
    }

    private int? StartOf(JsonTree mention) => _paired.TryGetValue(mention, out var actual) ? actual.NumberOf("start") : mention.NumberOf("start") ?? SpanOfWords(mention)?.Start;

    /// <summary>The offsets of a golden's mention, with those alone that it has.</summary>
    private static JsonTree Place(JsonTree mention) => JsonTree.ObjectOf(mention.Members.Where(m => m.Key is "start" or "end"));

    private static GoldenChange? ChangeOfMeasure(JsonTree list, JsonTree expected, JsonTree? actual)
    {
        if (actual is null) return new GoldenChange.Removed(list, expected);
        return expected["regions"] is { } regions ? new GoldenChange.Becomes(regions, actual["regions"]!) : null;
    }

    /// <summary>A measure comes with the fields that the golden's other measures have.</summary>
    private GoldenChange.Added? AddedMeasure(JsonTree list, JsonTree measure)
    {
        var fields = list.Elements.SelectMany(e => e.Members).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var members = new List<KeyValuePair<string, JsonTree>>();
        foreach (var (name, value) in measure.Members)
        {
            if (fields.Count == 0 ? name is not ("start" or "end" or "regions" or "categories") : !fields.Contains(name)) continue;
            if ((string.Equals(name, "amounts", StringComparison.Ordinal) ? GoldenAmounts(value) : value) is not { } own) return null;
            members.Add(new KeyValuePair<string, JsonTree>(name, own));
        }

        var start = measure.NumberOf("start");
        return new GoldenChange.Added(list, JsonTree.ObjectOf(members), () => list.Elements.LastOrDefault(e => e.NumberOf("start") is { } s && s <= start));
    }

    private GoldenChange.Becomes? ChangeOfField(string name, JsonTree value, JsonTree? actual)
    {
        var now = actual is not null && string.Equals(name, "amounts", StringComparison.Ordinal) ? GoldenAmounts(actual) : actual;
        return now is null ? null : new GoldenChange.Becomes(value, now);
    }

    /// <summary>Amounts by the golden's own ids; null where the golden does not have one of them yet, or gives it no id.</summary>
    private JsonTree? GoldenAmounts(JsonTree amounts)
    {
        var ids = new List<JsonTree>();
        foreach (var amount in amounts.Elements)
        {
            var mention = Find(found["mentions"]!, amount.Scalar);
            var own = _paired.FirstOrDefault(p => ReferenceEquals(p.Value, mention)).Key?.TextOf("id");
            if (own is null) return null;
            ids.Add(JsonTree.OfText(own));
        }

        return JsonTree.ListOf(ids);
    }
}
