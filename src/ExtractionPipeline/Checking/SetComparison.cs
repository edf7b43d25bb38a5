using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>Compares the places and the categories of one item, each as a set of codes.</summary>
internal sealed class SetComparison(ExtractedItem item, JsonTree found, FieldScores scores, List<GoldenDifference> differences)
{
    public void CompareRegions(JsonTree expected) => Compare("attribution", expected, found["regions"]!, e => e.Scalar, (_, element) => element, SourceOfRegion);

    public void CompareCategories(JsonTree expected) => Compare("categories", expected, found["categories"]!, e => e.TextOf("code") ?? "", CategoryLike, SourceOfCategory);

    private void Compare(
        string field, JsonTree expected, JsonTree actual, Func<JsonTree, string> code, Func<JsonTree, JsonTree, JsonTree> written, Func<string, (SourceSpan Span, RuleId Rule, IReadOnlyList<Evidence> Evidence)?> source)
    {
        var wanted = expected.Elements.DistinctBy(code, StringComparer.Ordinal).ToList();
        var given = actual.Elements.DistinctBy(code, StringComparer.Ordinal).ToList();
        var (missing, extra) = (wanted.ExceptBy(given.Select(code), code, StringComparer.Ordinal).ToList(), given.ExceptBy(wanted.Select(code), code, StringComparer.Ordinal).ToList());
        scores.Add(field, wanted.Count - missing.Count, wanted.Count, given.Count);
        foreach (var one in missing)
        {
            differences.Add(new GoldenDifference(item.Item.Id, field, code(one), null, item.Item.Text, null, one.Line, one.Column) { Change = new GoldenChange.Removed(expected, one) });
        }

        foreach (var one in extra)
        {
            var made = source(code(one));
            var earlier = given.TakeWhile(g => !ReferenceEquals(g, one)).Select(code).ToHashSet(StringComparer.Ordinal);
            differences.Add(new GoldenDifference(item.Item.Id, field, null, code(one), item.Item.Text, made?.Span, expected.Line, expected.Column)
            {
                Rule = made?.Rule,
                FurtherRules = made is { } m ? [.. m.Evidence.Select(e => e.Rule).Where(r => r != m.Rule).Distinct()] : [],
                Change = new GoldenChange.Added(expected, written(expected, one), () => expected.Elements.LastOrDefault(e => earlier.Contains(code(e)))),
            });
        }
    }

    private (SourceSpan Span, RuleId Rule, IReadOnlyList<Evidence> Evidence)? SourceOfRegion(string code)
    {
        var mention = item.Mentions.OfType<RegionMention>().FirstOrDefault(m => string.Equals(m.Place.Code.ToString(), code, StringComparison.Ordinal));
        return mention is null ? null : (mention.Span, mention.Rule, mention.Evidence);
    }

    private (SourceSpan Span, RuleId Rule, IReadOnlyList<Evidence> Evidence)? SourceOfCategory(string code)
    {
        var category = item.Categories.FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.Ordinal));
        return category is null ? null : (category.Span, category.Rule, category.Evidence);
    }

    /// <summary>With the fields that the golden's other categories have; the code alone where there is none.</summary>
    private static JsonTree CategoryLike(JsonTree list, JsonTree category)
    {
        var fields = list.Elements.SelectMany(e => e.Members).Select(m => m.Key).Append("code").ToHashSet(StringComparer.Ordinal);
        return JsonTree.ObjectOf(category.Members.Where(m => fields.Contains(m.Key)));
    }
}
