using System.Globalization;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>How a finding changes from one rule set to another.</summary>
public enum ImpactKind
{
    /// <summary>Only the edited rules find it.</summary>
    Added,

    /// <summary>Only the rules to compare with find it.</summary>
    Removed,

    /// <summary>Both find it, with another value, role or stretch.</summary>
    Changed,
}

/// <summary>One finding that edited rules would change.</summary>
/// <param name="Item">Id of the item; null for the document and its headings.</param>
/// <param name="Field">document, sections, items, regions, categories, a kind of mention, or measures.</param>
/// <param name="Kind">How it changes.</param>
/// <param name="Before">What is found now; null where nothing is.</param>
/// <param name="After">What the edited rules find; null where they find nothing.</param>
/// <param name="Text">The item's text; null outside items.</param>
/// <param name="Span">The stretch, or null.</param>
/// <param name="RuleBefore">The rule behind what is found now.</param>
/// <param name="RuleAfter">The rule behind what the edited rules find.</param>
public sealed record ImpactChange(string? Item, string Field, ImpactKind Kind, string? Before, string? After, string? Text, SourceSpan? Span, RuleId? RuleBefore, RuleId? RuleAfter);

/// <summary>Compares what two rule sets find in one document, item by item.</summary>
/// <remarks>Ids of rules and evidence are no findings: a change of these alone is no impact.</remarks>
public sealed class RuleImpact
{
    private readonly List<ImpactChange> _changes = [];

    private RuleImpact()
    {
    }

    /// <summary>What changes, in the order of the document; what is only found now comes at its place.</summary>
    public static IReadOnlyList<ImpactChange> Compare(ExtractionResult before, ExtractionResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var impact = new RuleImpact();
        impact.CompareDocuments(before, after);
        return impact._changes;
    }

    private void CompareDocuments(ExtractionResult before, ExtractionResult after)
    {
        var (was, now) = (before.Facts, after.Facts);
        AddWhole("document.title", was.Title, now.Title);
        AddWhole("document.series", was.Series, now.Series);
        AddWhole("document.batch", was.Batch?.ToString(CultureInfo.InvariantCulture), now.Batch?.ToString(CultureInfo.InvariantCulture));
        AddWhole("document.issuer", $"{was.Issuer} {before.IssuerCode}".Trim(), $"{now.Issuer} {after.IssuerCode}".Trim());
        AddWhole("document.documentNumber", was.DocumentNumber, now.DocumentNumber);
        AddWhole("document.date", was.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var sections = InOrderAlignment.Pairs(before.Sections.Count, after.Sections.Count, (i, j) => string.Equals(before.Sections[i].Title, after.Sections[j].Title, StringComparison.Ordinal));
        Walk(before.Sections, after.Sections, sections, gone => AddWhole("sections", Describe(gone), null), come => AddWhole("sections", null, Describe(come)), (old, found) => AddWhole("sections", Describe(old), Describe(found)));
        var pairs = InOrderAlignment.Pairs(before.Items.Count, after.Items.Count, (i, j) => string.Equals(before.Items[i].Item.Text, after.Items[j].Item.Text, StringComparison.Ordinal));
        Walk(
            before.Items,
            after.Items,
            pairs,
            gone => _changes.Add(new ImpactChange(gone.Item.Id, "items", ImpactKind.Removed, gone.Item.Text, null, null, null, null, null)),
            come => _changes.Add(new ImpactChange(come.Item.Id, "items", ImpactKind.Added, null, come.Item.Text, null, null, null, null)),
            CompareItem);
    }

    private void AddWhole(string field, string? before, string? after)
    {
        (before, after) = (before is "" ? null : before, after is "" ? null : after);
        if (string.Equals(before, after, StringComparison.Ordinal)) return;
        var kind = before is null ? ImpactKind.Added : after is null ? ImpactKind.Removed : ImpactKind.Changed;
        _changes.Add(new ImpactChange(null, field, kind, before, after, null, null, null, null));
    }

    private void CompareItem(ExtractedItem before, ExtractedItem after)
    {
        if (!string.Equals(before.Item.Id, after.Item.Id, StringComparison.Ordinal)) Add(after, "items", ImpactKind.Changed, before.Item.Id, after.Item.Id, null, null, null);
        var (regions, regionsNow) = (string.Join(' ', before.Regions), string.Join(' ', after.Regions));
        if (!string.Equals(regions, regionsNow, StringComparison.Ordinal)) Add(after, "regions", ImpactKind.Changed, regions, regionsNow, null, null, null);
        foreach (var gone in before.Categories.Where(c => !after.Categories.Any(o => string.Equals(o.Code, c.Code, StringComparison.Ordinal)))) Add(after, "categories", ImpactKind.Removed, gone.Code, null, gone.Span, gone.Rule, null);
        foreach (var come in after.Categories.Where(c => !before.Categories.Any(o => string.Equals(o.Code, c.Code, StringComparison.Ordinal)))) Add(after, "categories", ImpactKind.Added, null, come.Code, come.Span, null, come.Rule);
        CompareMentions(before, after);
        CompareMeasures(before, after);
    }

    private void CompareMentions(ExtractedItem before, ExtractedItem after)
    {
        var pairs = InOrderAlignment.Pairs(before.Mentions.Count, after.Mentions.Count, (i, j) => before.Mentions[i].Kind == after.Mentions[j].Kind && before.Mentions[i].Span.Overlaps(after.Mentions[j].Span));
        Walk(
            before.Mentions,
            after.Mentions,
            pairs,
            gone => Add(after, Field(gone), ImpactKind.Removed, Describe(after, gone), null, gone.Span, gone.Rule, null),
            come => Add(after, Field(come), ImpactKind.Added, null, Describe(after, come), come.Span, null, come.Rule),
            (was, now) =>
            {
                var (old, found) = (Describe(after, was), Describe(after, now));
                if (!string.Equals(old, found, StringComparison.Ordinal)) Add(after, Field(now), ImpactKind.Changed, old, found, now.Span, was.Rule, now.Rule);
            });
    }

    private void CompareMeasures(ExtractedItem before, ExtractedItem after)
    {
        var pairs = InOrderAlignment.Pairs(before.Measures.Count, after.Measures.Count, (i, j) => before.Measures[i].Span.Overlaps(after.Measures[j].Span));
        Walk(
            before.Measures,
            after.Measures,
            pairs,
            gone => Add(after, "measures", ImpactKind.Removed, Describe(after, gone), null, gone.Span, null, null),
            come => Add(after, "measures", ImpactKind.Added, null, Describe(after, come), come.Span, null, null),
            (was, now) =>
            {
                var (old, found) = (Describe(after, was), Describe(after, now));
                if (!string.Equals(old, found, StringComparison.Ordinal)) Add(after, "measures", ImpactKind.Changed, old, found, now.Span, null, null);
            });
    }

    private void Add(ExtractedItem item, string field, ImpactKind kind, string? before, string? after, SourceSpan? span, RuleId? ruleBefore, RuleId? ruleAfter) =>
        _changes.Add(new ImpactChange(item.Item.Id, field, kind, before, after, item.Item.Text, span, ruleBefore, ruleAfter));

    /// <summary>Both lists in one order: what has no partner where it stands among the others.</summary>
    private static void Walk<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, List<(int Left, int Right)> pairs, Action<T> gone, Action<T> come, Action<T, T> both)
    {
        var (i, j) = (0, 0);
        foreach (var (left, right) in pairs.Append((before.Count, after.Count)))
        {
            while (i < left) gone(before[i++]);
            while (j < right) come(after[j++]);
            if (left < before.Count) both(before[i++], after[j++]);
        }
    }

    private static string Field(Mention mention) => OutputWords.Of(mention.Kind);

    private static string Describe(ExtractedItem item, Mention mention)
    {
        var role = mention switch
        {
            MoneyMention money => " " + OutputWords.Of(money.Role),
            PercentMention percent => $" {OutputWords.Of(percent.Role)}{(percent.Base is { } words ? " of " + words.In(item.Item.Text) : "")}",
            RegionMention region => " " + OutputWords.Of(region.Role) + (region.Candidates.Count > 0 ? " of " + string.Join(' ', region.Candidates.Select(c => c.Code)) : ""),
            _ => "",
        };
        return $"{mention.Span.In(item.Item.Text)}: {mention.ValueText}{role}";
    }

    private static string Describe(ExtractedItem item, Measures.Measure measure)
    {
        string Words(SourceSpan? span) => span is { } s ? s.In(item.Item.Text) : "-";
        return $"{measure.Span}: {Or(measure.Regions)}; {Or(measure.Categories)}; {Or(measure.Amounts.Select(a => a.Span.In(item.Item.Text)))}; {Words(measure.Beneficiary)}; {Words(measure.Purpose)}; {Words(measure.Condition)}; {OutputWords.Of(measure.Reason)}";
    }

    private static string Describe(Section section) => string.Create(CultureInfo.InvariantCulture, $"{section.Id} level {section.Level} {section.Label ?? "-"} {section.Title}");

    private static string Or<T>(IEnumerable<T> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : "-";
}
