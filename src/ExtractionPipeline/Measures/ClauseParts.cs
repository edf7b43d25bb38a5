using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>For whom, for what, on which condition: the stretches of one measure that say so.</summary>
internal readonly record struct ClauseParts(SourceSpan? Beneficiary, SourceSpan? Purpose, SourceSpan? Condition)
{
    private const int ShortestDescription = 4;  // 认定(的项目): a condition stated in a clause of its own says more
    private const int FurthestReceiver = 60;    // characters between the giving word and the receiver's name

    /// <summary>
    /// 对X的Y: condition X, beneficiary Y; 对Y: beneficiary Y; 给予Y…amount: beneficiary Y, and then the whole 对-phrase is the
    /// condition; else 支持Y. The first of each kind counts. A purpose begins with one of its words (用于, 为加快 …) wherever it stands,
    /// or is a later clause that opens with what is hoped for (推动, 提升 …): at the front of a measure that is what is done.
    /// The words that say so join the draft's evidence.
    /// </summary>
    public static ClauseParts Read(ItemReading item, MeasureDraft draft)
    {
        var evidence = draft.Evidence;
        var (receiver, described) = ReceiverAfterGiving(item, draft, evidence);
        if (receiver is { } named && Repeats(item, draft, named)) receiver = null;
        var (target, condition) = TargetReader.Read(item, draft, receiver is not null, evidence);
        condition ??= described;
        if (condition is null || condition.Value.Length <= ShortestDescription) condition = OpenedCondition(item, draft, evidence) ?? condition ?? ClosedCondition(item, draft, evidence);
        return new ClauseParts(receiver ?? target ?? TargetReader.Supported(item, draft, evidence), PurposeOf(item, draft, evidence), condition);
    }

    /// <summary>对纳入试点的更新项目，给予每个项目…: the receiver is said again in short.</summary>
    private static bool Repeats(ItemReading item, MeasureDraft draft, SourceSpan receiver)
    {
        var text = item.Context.Text.Item.Text;
        return TargetReader.Read(item, draft, false, []).Target is { } target && target.End <= receiver.Start && target.In(text).EndsWith(receiver.In(text), StringComparison.Ordinal);
    }

    /// <summary>给予 重点项目建设单位 20万元: what stands between the giving word and the amount, if it ends like a receiver.</summary>
    private static (SourceSpan? Receiver, SourceSpan? Condition) ReceiverAfterGiving(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
    {
        foreach (var gives in item.Words(draft.Start, draft.End, ClauseWordKind.Gives))
        {
            var end = item.FirstAmount(gives.End, draft.End);
            foreach (var receiver in item.Words(gives.End, Math.Min(end, gives.End + FurthestReceiver + item.LongestWord), ClauseWordKind.Receiver))
            {
                if (receiver.Start - gives.End > FurthestReceiver || item.EndsClauseBetween(gives.End, receiver.Start)) break;
                var last = LongestReceiverEnd(item, receiver.Start, receiver.End);
                if (last != end && !IsFillerOrMark(item, last, end)) continue;
                evidence.Add(new Evidence(receiver.Rule.Rule.Id, item.Source(receiver.Start, last)));
                evidence.Add(new Evidence(gives.Rule.Rule.Id, item.Source(gives.Start, gives.End)));
                var start = AfterFillers(item, gives.End, evidence);
                var mark = TargetReader.LastAttribution(item, start, last);
                if (mark <= start || item.WordAt(mark, ClauseWordKind.Attribution) is not { } of) return (item.Source(start, last), null);
                evidence.Add(new Evidence(of.Rule.Rule.Id, item.Source(mark, of.End)));
                return (item.Source(of.End, last), item.Source(start, mark));
            }
        }

        return (null, null);
    }

    private static SourceSpan? OpenedCondition(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
    {
        foreach (var clause in draft.Clauses)
        {
            if (item.WordAt(clause.Start, ClauseWordKind.OpensCondition) is not { } opener) continue;
            evidence.Add(new Evidence(opener.Rule.Rule.Id, item.Source(clause.Start, opener.End)));
            return item.Source(clause.Start, clause.End);
        }

        return null;
    }

    /// <summary>企业在主板上市的，奖励200万元: a clause that ends in 的 and is followed by one that gives.</summary>
    private static SourceSpan? ClosedCondition(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
    {
        for (var i = 0; i + 1 < draft.Clauses.Count; i++)
        {
            var clause = draft.Clauses[i];
            if (item.StartOf(clause.Start, clause.End, ClauseWordKind.Attribution) is not (> 0 and var mark) || item.WordAt(mark, ClauseWordKind.Attribution) is not { } of) continue;
            if (!item.HasGift(draft.Clauses[i + 1]) && !item.HasWord(draft.Clauses[i + 1].Start, draft.Clauses[i + 1].End, ClauseWordKind.Gives)) continue;
            evidence.Add(new Evidence(of.Rule.Rule.Id, item.Source(mark, of.End)));
            return item.Source(clause.Start, clause.End);
        }

        return null;
    }

    private static SourceSpan? PurposeOf(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
    {
        for (var i = 0; i < draft.Clauses.Count; i++)
        {
            var clause = draft.Clauses[i];
            var stated = Stated(item, clause, evidence) ?? Served(item, clause);
            if (stated is null && i > 0 && !OnlyNames(item, draft.Clauses[i - 1])) stated = Hoped(item, clause, evidence);
            if (stated is not var (start, end, rule)) continue;
            evidence.Add(new Evidence(rule.Rule.Id, item.Source(start, end)));
            return item.Source(start, clause.End);
        }

        return null;
    }

    /// <summary>用于…, but not 可用于….</summary>
    private static ClauseWord? Stated(ItemReading item, Clause clause, List<Evidence> evidence)
    {
        if (item.FirstWord(clause.Start, clause.End, ClauseWordKind.StatesPurpose) is not { } stated) return null;
        if (item.FirstWord(clause.Start, stated.Start, ClauseWordKind.Permits) is not { } permits) return stated;
        evidence.Add(new Evidence(permits.Rule.Rule.Id, item.Source(permits.Start, permits.End)));
        return null;
    }

    /// <summary>为…提供支撑: the whole clause.</summary>
    private static ClauseWord? Served(ItemReading item, Clause clause)
    {
        if (item.WordAt(clause.Start, ClauseWordKind.Supports) is null) return null;
        return item.StartOf(clause.Start, clause.End, ClauseWordKind.ClosesPurpose) is >= 0 and var closes && item.WordAt(closes, ClauseWordKind.ClosesPurpose) is { } word
            ? new ClauseWord(clause.Start, clause.End, word.Rule)
            : null;
    }

    /// <summary>对未缴存的小区，引导业主…: the clause before only says for whom, and what is done follows.</summary>
    private static bool OnlyNames(ItemReading item, Clause clause) =>
        item.WordAt(clause.Start, ClauseWordKind.OpensBeneficiary) is { } opener
        && !item.HasWord(opener.End, clause.End, ClauseWordKind.Acts) && !item.HasWord(opener.End, clause.End, ClauseWordKind.Gives);

    /// <summary>推动…, but not 推动了….</summary>
    private static ClauseWord? Hoped(ItemReading item, Clause clause, List<Evidence> evidence)
    {
        if (item.WordAt(clause.Start, ClauseWordKind.OpensPurpose) is not { } opens) return null;
        if (item.WordAt(clause.Start, ClauseWordKind.Reports) is not { } reports) return new ClauseWord(clause.Start, opens.End, opens.Rule);
        evidence.Add(new Evidence(reports.Rule.Rule.Id, item.Source(clause.Start, reports.End)));
        return null;
    }

    internal static int LongestReceiverEnd(ItemReading item, int start, int end)
    {
        foreach (var word in item.Words(start, item.Folded.Length, ClauseWordKind.Receiver))
        {
            if (word.Start > end) break;
            end = Math.Max(end, word.End);
        }

        return end;
    }

    private static int AfterFillers(ItemReading item, int start, List<Evidence> evidence)
    {
        while (item.WordAt(start, ClauseWordKind.Filler) is { } filler)
        {
            evidence.Add(new Evidence(filler.Rule.Rule.Id, item.Source(start, filler.End)));
            start = filler.End;
        }

        return start;
    }

    private static bool IsFillerOrMark(ItemReading item, int start, int end)
    {
        while (start < end && item.WordAt(start, ClauseWordKind.Filler) is { } filler) start = filler.End;
        return start >= end || item.WordAt(start, ClauseWordKind.Gives) is not null;      // 给予试点项目资金奖补
    }
}
