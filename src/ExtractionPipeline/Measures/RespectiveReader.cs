using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>Reads 分别: which member of the second list belongs to which place of the first.</summary>
/// <remarks>
/// Amounts: two lists of equal length belong together one by one, unless another list as long stands between the places and 分别. Names: a pair is supported only where the name itself
/// contains the place (广州国际…博览会 belongs to 广州). What is not supported is not asserted: the measure keeps the whole list,
/// and a diagnostic says so.
/// </remarks>
internal static class RespectiveReader
{
    /// <summary>Adds the measure as it is, with its pairs, or one measure a place where amounts pair.</summary>
    public static void AddPaired(ItemReading item, MeasureDraft draft, Measure measure, List<Measure> measures, DiagnosticBag diagnostics)
    {
        if (measure.Regions.Count < 2 || draft.Subject.Count != measure.Regions.Count || item.FirstWord(draft.Start, draft.End, ClauseWordKind.Respectively) is not { } word)
        {
            measures.Add(measure);
            return;
        }

        var amounts = AmountsBeside(item, draft, word);
        if (amounts.Count > 1 && IsListOf(item, item.FoldedEnd(draft.Subject[^1]), word.Start, amounts))
        {
            measures.Add(measure);
        }
        else if (amounts.Count == measure.Regions.Count)
        {
            AddPairs(measure, amounts, measures);
        }
        else if (amounts.Count > 1)
        {
            ReportLengths(item, word, measure.Regions.Count, amounts.Count, diagnostics);
            measures.Add(measure);
        }
        else
        {
            measures.Add(PairNames(item, draft, word, measure, diagnostics));
        }
    }

    /// <summary>The first list of amounts behind 分别, or the last one before it in its clause (按3%、5%分别给予); empty without one.</summary>
    private static List<Mention> AmountsBeside(ItemReading item, MeasureDraft draft, ClauseWord word)
    {
        var clause = draft.ClauseAround(word.Start, word.End);
        var behind = Lists(item, word.End, draft.End);
        if (behind.Find(l => l.Count > 1) is { } list) return list;
        return Lists(item, clause.Start, word.Start).FindLast(l => l.Count > 1) ?? [];
    }

    /// <summary>The amounts of a stretch, those together that only a list mark or a joining word parts.</summary>
    private static List<List<Mention>> Lists(ItemReading item, int start, int end)
    {
        var lists = new List<List<Mention>>();
        var last = -1;
        foreach (var amount in item.PlacedAmounts(start, end))
        {
            var joined = last >= 0 && (amount.Start == last + 1 && item.Folded[last] == '、' || (item.WordAt(last, ClauseWordKind.JoinsList) is { } join && join.End == amount.Start));
            if (joined) lists[^1].Add(amount.Mention);
            else lists.Add([amount.Mention]);
            last = amount.End;
        }

        return lists;
    }

    /// <summary>Whether a list with as many members stands nearer to 分别 than the places do: 对一等奖、二等奖分别给予… pairs with the prizes.</summary>
    private static bool IsListOf(ItemReading item, int start, int end, List<Mention> amounts)
    {
        var (marks, depth) = (0, 0);
        for (var i = start; i < end; i++)
        {
            if (item.Folded[i] == '(') depth++;
            else if (item.Folded[i] == ')') depth--;
            else if (depth == 0 && item.Folded[i] == '、' && !item.IsAmountBetween(amounts, i)) marks++;
        }

        return marks + 1 >= amounts.Count;
    }

    private static void AddPairs(Measure measure, List<Mention> amounts, List<Measure> measures)
    {
        var paired = new HashSet<Mention>(amounts, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < amounts.Count; i++)
        {
            // Amounts outside the list hold for every place: a common cap, a threshold.
            measures.Add(measure with { Regions = [measure.Regions[i]], Amounts = [.. measure.Amounts.Where(a => ReferenceEquals(a, amounts[i]) || !paired.Contains(a))], Reason = AttributionReason.Respective });
        }
    }

    private static Measure PairNames(
        ItemReading item, MeasureDraft draft, ClauseWord word, Measure measure, DiagnosticBag diagnostics)
    {
        var evidence = new List<Evidence>(measure.Evidence);
        var members = ListMembers(item, word.End, draft.End, evidence);
        if (members.Count != measure.Regions.Count)
        {
            if (members.Count > 1) ReportLengths(item, word, measure.Regions.Count, members.Count, diagnostics);
            return measure;
        }

        var pairs = new List<RespectivePair>();
        for (var i = 0; i < members.Count; i++)
        {
            var span = item.Source(members[i].Start, members[i].End);
            var region = measure.Regions[i];
            if (Names(item, span, region)) pairs.Add(new RespectivePair(region, span));
            else ReportUnsupported(item, word, draft.Subject[i], span, diagnostics);
        }

        return measure with { Pairs = pairs, Evidence = evidence };
    }

    /// <summary>The members of the list behind 分别, divided by 、 and the joining words; the list ends with its clause.</summary>
    private static List<(int Start, int End)> ListMembers(ItemReading item, int start, int end, List<Evidence> evidence)
    {
        var stop = Math.Min(end, item.Clauses.First(c => c.Start <= start && start <= c.End).End);
        if (item.FirstWord(start, stop, ClauseWordKind.EndsList) is { } word)
        {
            evidence.Add(new Evidence(word.Rule.Rule.Id, item.Source(word.Start, word.End)));
            stop = word.Start;
        }

        if (item.WordAt(start, ClauseWordKind.OpensList) is { } opener)
        {
            evidence.Add(new Evidence(opener.Rule.Rule.Id, item.Source(start, opener.End)));
            start = opener.End;
        }

        return Divide(item, start, stop, evidence);
    }

    private static List<(int Start, int End)> Divide(ItemReading item, int start, int stop, List<Evidence> evidence)
    {
        var members = new List<(int, int)>();
        var from = start;
        for (var i = start; i < stop; i++)
        {
            var length = item.Folded[i] == '、' ? 1 : JoinLength(item, i, evidence);
            if (length == 0) continue;
            if (i > from) members.Add((from, i));
            from = i + length;
            i = from - 1;
        }

        if (stop > from) members.Add((from, stop));
        return members;
    }

    /// <summary>Only 以及 and its kin of two characters divide names: 和 and 与 stand inside them (…与设备博览会).</summary>
    private static int JoinLength(ItemReading item, int start, List<Evidence> evidence)
    {
        if (item.WordAt(start, ClauseWordKind.JoinsList) is not { } join || join.End - start < 2) return 0;
        evidence.Add(new Evidence(join.Rule.Rule.Id, item.Source(start, join.End)));
        return join.End - start;
    }

    private static bool Names(ItemReading item, SourceSpan span, DivisionCode region) =>
        item.Context.Found.Mentions.Any(m => m is RegionMention place && span.Contains(place.Span) && place.Place.Code == region);

    private static void ReportLengths(ItemReading item, ClauseWord word, int places, int others, DiagnosticBag diagnostics)
    {
        var span = item.Source(word.Start, word.End);
        diagnostics.Add(
            DiagnosticKinds.RespectiveLengths,
            DiagnosticPlace.InItem(item.Context.Text.Item.Id, span),
            span.In(item.Context.Text.Item.Text),
            places.ToString(CultureInfo.InvariantCulture),
            others.ToString(CultureInfo.InvariantCulture));
    }

    private static void ReportUnsupported(
        ItemReading item, ClauseWord word, RegionMention region, SourceSpan member, DiagnosticBag diagnostics)
    {
        var text = item.Context.Text.Item.Text;
        diagnostics.Add(
            DiagnosticKinds.RespectiveUnsupported,
            DiagnosticPlace.InItem(item.Context.Text.Item.Id, member),
            item.Source(word.Start, word.End).In(text),
            region.Span.In(text),
            member.In(text));
    }
}
