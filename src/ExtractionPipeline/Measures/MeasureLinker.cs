using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>The measures of one item, what it is about, and the regions that it is attributed to.</summary>
public sealed record LinkedItem(IReadOnlyList<DivisionCode> Regions, IReadOnlyList<CategoryFinding> Categories, IReadOnlyList<Measure> Measures);

/// <summary>Decides who does or gives what: divides an item into measures and gives each its regions, amounts and categories.</summary>
/// <remarks>
/// A measure begins with a sentence, with a clause that names places as its subject (也 after 其中), and with a clause that opens
/// a further gift (对…, 给予…) after one that already gave an amount. Its regions are, in this order: the list of places that opens it;
/// any other place that acts in it, but not one outside the regions that hold already and only related to (对赴…参展的企业); those of the
/// bracket that signs the item (…。（长沙市）); those of the measure before (inherited) or of the item whose point this is; those of the
/// heading; the document's own.
/// Immutable; one instance may serve many threads.
/// </remarks>
public sealed class MeasureLinker(RuleSet rules)
{
    /// <summary>A longer first clause is a statement of its own, in characters.</summary>
    private const int LongestLeadIn = 30;

    private readonly CategoryFinder _categories = new(rules);
    private readonly DivisionTable _divisions = rules.Places.Divisions;

    /// <summary>Links one item.</summary>
    public LinkedItem Link(ItemContext context, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var item = new ItemReading(context);
        var categories = _categories.Find(context);
        var measures = new List<Measure>();
        var signed = item.SignedBy(out var bracket);
        var previous = signed.Count > 0 ? new Attribution(Codes(signed), AttributionReason.Subject) : Attribution.OfContext(context);
        foreach (var draft in Drafts(item, signed.Count > 0 ? bracket : null))
        {
            var attribution = signed.Count > 0 && draft.Subject.Count == 0 ? previous : Attribute(item, draft, previous);
            previous = attribution;
            measures.AddRange(RespectiveReader.Pair(item, draft, Build(item, draft, attribution, categories), diagnostics));
        }

        return new LinkedItem(RegionsOf(measures), categories, measures);
    }

    /// <summary>Groups the item's clauses into measures.</summary>
    private static List<MeasureDraft> Drafts(ItemReading item, Clause? signature)
    {
        var drafts = new List<MeasureDraft>();
        MeasureDraft? open = null;
        foreach (var clause in item.Clauses)
        {
            if (open is not null && signature is { } bracket && clause.Start >= bracket.Start)
            {
                open.Clauses.Add(clause with { BeginsSentence = false });
                continue;
            }

            var evidence = new List<Evidence>();
            var subject = item.SubjectOf(clause, evidence);
            if (open is not null && subject.Count > 0 && !clause.BeginsSentence && LeadsIn(item, open))
            {
                drafts.RemoveAt(drafts.Count - 1);
                open = new MeasureDraft(subject, [.. open.Evidence, .. evidence], open.Clauses);
                drafts.Add(open);
            }
            else if (open is null || clause.BeginsSentence || subject.Count > 0 || OpensAnotherGift(item, open, clause))
            {
                open = new MeasureDraft(subject, evidence);
                drafts.Add(open);
            }

            open.Clauses.Add(clause);
        }

        return drafts;
    }

    /// <summary>Whether the measure so far is one short clause before its subject: 自2024年起, 其中, 为解决停车难.</summary>
    private static bool LeadsIn(ItemReading item, MeasureDraft open)
    {
        if (open.Clauses.Count > 1 || open.Subject.Count > 0 || open.End - open.Start > LongestLeadIn || item.AmountsIn(open.Start, open.End).Count > 0) return false;
        foreach (var word in item.Words(open.Start, open.End))
        {
            if (word.Start > open.Start) return false;
            var leads = word.Rule.Kind is ClauseWordKind.LeadsIn or ClauseWordKind.StatesPurpose || (word.End == open.End && word.Rule.Kind is ClauseWordKind.Narrows or ClauseWordKind.Joins);
            if (!leads) continue;
            open.Evidence.Add(new Evidence(word.Rule.Rule.Id, item.Source(word.Start, word.End)));
            return true;
        }

        return false;
    }

    private static bool OpensAnotherGift(ItemReading item, MeasureDraft open, Clause clause)
    {
        var opener = item.WordAt(clause.Start, ClauseWordKind.OpensBeneficiary) ?? item.WordAt(clause.Start, ClauseWordKind.Gives);
        return opener is not null && item.HasGift(clause) && open.Clauses.Exists(item.HasGift);
    }

    private Attribution Attribute(ItemReading item, MeasureDraft draft, Attribution previous)
    {
        if (draft.Subject.Count > 0) return new Attribution(Codes(draft.Subject), AttributionReason.Subject);
        var acting = item.ActorsIn(draft.Start, draft.End);
        if (previous.Regions.Count > 0) acting.RemoveAll(p => !IsWithin(p.Place.Code, previous.Regions) && item.IsRelated(p, draft.Evidence));
        if (acting.Count > 0) return new Attribution(Codes(acting), AttributionReason.Subject);
        return previous.ForNext();
    }

    private bool IsWithin(DivisionCode place, IReadOnlyList<DivisionCode> regions)
    {
        if (_divisions.Find(place) is not { } division) return false;
        foreach (var region in regions)
        {
            if (_divisions.Find(region) is { } above && division.IsWithin(above)) return true;
        }

        return false;
    }

    private static Measure Build(ItemReading item, MeasureDraft draft, Attribution attribution, IReadOnlyList<CategoryFinding> categories)
    {
        var span = item.Source(draft.Start, draft.End);
        var parts = ClauseParts.Read(item, draft);
        return new Measure(
            span,
            attribution.Regions,
            attribution.Reason,
            CategoriesIn(categories, span),
            item.AmountsIn(draft.Start, draft.End),
            parts.Beneficiary,
            parts.Purpose,
            parts.Condition,
            [])
        {
            Evidence = [.. draft.Evidence, .. parts.Evidence, .. item.ClauseEvidence(draft.Start, draft.End)],
        };
    }

    /// <summary>Those that the measure's own words tell; where none does, those of the whole item.</summary>
    private static List<string> CategoriesIn(IReadOnlyList<CategoryFinding> categories, SourceSpan span)
    {
        var told = categories.Where(c => c.Span.Overlaps(span) || c.Evidence.Any(e => e.Span.Overlaps(span))).Select(c => c.Code).ToList();
        return told.Count > 0 ? told : [.. categories.Select(c => c.Code)];
    }

    private static List<DivisionCode> Codes(IReadOnlyList<RegionMention> places) => [.. places.Select(p => p.Place.Code).Distinct()];

    private static List<DivisionCode> RegionsOf(List<Measure> measures) => [.. measures.SelectMany(m => m.Regions).Distinct()];
}

/// <summary>Clauses that belong to one measure, while it is put together.</summary>
internal sealed class MeasureDraft(IReadOnlyList<RegionMention> subject, List<Evidence> evidence, List<Clause>? leadIn = null)
{
    /// <summary>Words that shaped it so far.</summary>
    public List<Evidence> Evidence { get; } = evidence;

    /// <summary>The places that open it; empty where none does.</summary>
    public IReadOnlyList<RegionMention> Subject { get; } = subject;

    public List<Clause> Clauses { get; } = leadIn ?? [];

    public int Start => Clauses[0].Start;

    public int End => Clauses[^1].End;
}

/// <summary>Regions and how they were found.</summary>
internal readonly record struct Attribution(IReadOnlyList<DivisionCode> Regions, AttributionReason Reason)
{
    /// <summary>What holds where the item itself names no place.</summary>
    public static Attribution OfContext(ItemContext context)
    {
        if (context.Above is { Reason: not (AttributionReason.Section or AttributionReason.Issuer) } above) return new Attribution(above.Regions, AttributionReason.Inherited);
        if (context.SectionRegions.Count > 0) return new Attribution(context.SectionRegions, AttributionReason.Section);
        return new Attribution(context.OwnRegion is { } own ? [own] : [], AttributionReason.Issuer);
    }

    /// <summary>The same regions for a later clause without a subject.</summary>
    public Attribution ForNext() => this with { Reason = Reason is AttributionReason.Subject ? AttributionReason.Inherited : Reason };
}
