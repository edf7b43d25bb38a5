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
        var categories = _categories.Find(context, item.Clauses);
        var told = new CategoryStretches(categories);
        var signed = item.SignedBy(out var bracket);
        var drafts = Drafts(item, signed.Count > 0 ? bracket : null);
        var measures = new List<Measure>(drafts.Count);
        var previous = signed.Count > 0 ? new Attribution(Codes(signed), AttributionReason.Subject) : Attribution.OfContext(context);
        foreach (var draft in drafts)
        {
            var attribution = signed.Count > 0 && draft.Subject.Count == 0 ? previous : Attribute(item, draft, previous);
            previous = attribution;
            RespectiveReader.AddPaired(item, draft, Build(item, draft, attribution, told), measures, diagnostics);
        }

        if (measures.Count == 0) measures.Add(OfMarks(context.Text.Item.Text, previous));
        return new LinkedItem(RegionsOf(measures), categories, measures);
    }

    /// <summary>Groups the item's clauses into measures.</summary>
    private static List<MeasureDraft> Drafts(ItemReading item, Clause? signature)
    {
        var drafts = new List<MeasureDraft>();
        MeasureDraft? open = null;
        var evidence = new List<Evidence>();    // of the places that open a clause; empty where none does
        foreach (var clause in item.Clauses)
        {
            if (open is not null && signature is { } bracket && clause.Start >= bracket.Start)
            {
                open.Add(clause with { BeginsSentence = false }, item.HasGift(clause));
                continue;
            }

            var subject = item.SubjectOf(clause, evidence);
            var hasGift = item.HasGift(clause);
            if (open is not null && subject.Count > 0 && !clause.BeginsSentence && LeadsIn(item, open))
            {
                drafts.RemoveAt(drafts.Count - 1);
                open = new MeasureDraft(subject, [.. open.Evidence, .. evidence], open.Clauses);
                drafts.Add(open);
                evidence = [];
            }
            else if (open is null || clause.BeginsSentence || subject.Count > 0 || (hasGift && open.HasGift && OpensGift(item, clause)))
            {
                open = new MeasureDraft(subject, evidence);
                drafts.Add(open);
                evidence = [];
            }

            open.Add(clause, hasGift);
        }

        return drafts;
    }

    private static bool OpensGift(ItemReading item, Clause clause) =>
        (item.WordAt(clause.Start, ClauseWordKind.OpensBeneficiary) ?? item.WordAt(clause.Start, ClauseWordKind.Gives)) is not null;

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

    private Attribution Attribute(ItemReading item, MeasureDraft draft, Attribution previous)
    {
        if (draft.Subject.Count > 0) return new Attribution(Codes(draft.Subject), AttributionReason.Subject);
        var acting = item.ActorsIn(draft.Start, draft.End);
        if (acting.Count > 0 && previous.Regions.Count > 0) LeaveOutRelated(acting, item, draft, previous);
        if (acting.Count > 0) return new Attribution(Codes(acting), AttributionReason.Subject);
        return previous.ForNext();
    }

    /// <summary>Takes out the places with which something is done, unless they lie in the region that acts.</summary>
    private void LeaveOutRelated(List<RegionMention> acting, ItemReading item, MeasureDraft draft, Attribution previous) =>
        acting.RemoveAll(p => !IsWithin(p.Place.Code, previous.Regions) && item.IsRelated(p, draft.Evidence));

    private bool IsWithin(DivisionCode place, IReadOnlyList<DivisionCode> regions)
    {
        if (_divisions.Find(place) is not { } division) return false;
        for (var i = 0; i < regions.Count; i++)
        {
            if (_divisions.Find(regions[i]) is { } above && division.IsWithin(above)) return true;
        }

        return false;
    }

    private static Measure Build(ItemReading item, MeasureDraft draft, Attribution attribution, CategoryStretches categories)
    {
        var span = item.Source(draft.Start, draft.End);
        var parts = ClauseParts.Read(item, draft);
        item.AddClauseEvidence(draft.Start, draft.End, draft.Evidence);
        return new Measure(
            span,
            attribution.Regions,
            attribution.Reason,
            categories.In(span),
            item.AmountsIn(draft.Start, draft.End),
            parts.Beneficiary,
            parts.Purpose,
            parts.Condition,
            [])
        {
            Evidence = draft.Evidence.Count == 0 ? [] : draft.Evidence,
        };
    }

    /// <summary>An item of nothing but marks (……。) has no clause; it is one measure all the same.</summary>
    private static Measure OfMarks(string text, Attribution attribution) =>
        new(new SourceSpan(0, text.Length), attribution.Regions, attribution.Reason, [], [], null, null, null, []);

    /// <summary>The codes of places in order, each once.</summary>
    private static DivisionCode[] Codes(List<RegionMention> places)
    {
        if (places.Count == 1) return [places[0].Place.Code];
        var seen = new HashSet<int>(places.Count);
        var codes = new List<DivisionCode>(places.Count);
        foreach (var place in places)
        {
            if (seen.Add(place.Place.Code.Number)) codes.Add(place.Place.Code);
        }

        return [.. codes];
    }

    private static IReadOnlyList<DivisionCode> RegionsOf(List<Measure> measures)
    {
        if (measures.Count == 0) return [];
        var last = measures[0].Regions;     // of one measure, each once
        List<DivisionCode>? regions = null;
        HashSet<int>? seen = null;
        foreach (var measure in measures)
        {
            if (ReferenceEquals(measure.Regions, last)) continue;
            last = measure.Regions;
            if (regions is null || seen is null) AddOnce(measures[0].Regions, regions = [], seen = []);
            AddOnce(last, regions, seen);
        }

        return regions ?? last;
    }

    private static void AddOnce(IReadOnlyList<DivisionCode> added, List<DivisionCode> regions, HashSet<int> seen)
    {
        for (var i = 0; i < added.Count; i++)
        {
            if (seen.Add(added[i].Number)) regions.Add(added[i]);
        }
    }
}

/// <summary>Clauses that belong to one measure, while it is put together.</summary>
internal sealed class MeasureDraft(List<RegionMention> subject, List<Evidence> evidence, List<Clause>? leadIn = null)
{
    /// <summary>Words that shaped it so far.</summary>
    public List<Evidence> Evidence { get; } = evidence;

    /// <summary>The places that open it; empty where none does.</summary>
    public List<RegionMention> Subject { get; } = subject;

    public List<Clause> Clauses { get; } = leadIn ?? [];

    /// <summary>Whether one of its clauses gives something.</summary>
    public bool HasGift { get; private set; }

    public int Start => Clauses[0].Start;

    public int End => Clauses[^1].End;

    public void Add(Clause clause, bool hasGift)
    {
        Clauses.Add(clause);
        HasGift |= hasGift;
    }

    /// <summary>The clause that holds a stretch; an empty one where the stretch crosses its end.</summary>
    public Clause ClauseAround(int start, int end) =>
        LastFrom(start) is >= 0 and var at && end <= Clauses[at].End ? Clauses[at] : default;

    /// <summary>Index of the clause that holds or ends at a place, or -1.</summary>
    public int IndexAround(int place) => LastFrom(place) is >= 0 and var at && place <= Clauses[at].End ? at : -1;

    /// <summary>Index of the last clause that starts here or before, or -1.</summary>
    private int LastFrom(int start)
    {
        var (low, high) = (0, Clauses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Clauses[middle].Start <= start) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
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
