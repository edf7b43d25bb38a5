using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>For whom, for what, on which condition: the stretches of one measure that say so.</summary>
internal readonly record struct ClauseParts(SourceSpan? Beneficiary, SourceSpan? Purpose, SourceSpan? Condition)
{
    private const int FurthestReceiver = 60;    // characters between the giving word and the receiver's name

    /// <summary>
    /// 对X的Y: condition X, beneficiary Y; 对Y: beneficiary Y; 给予Y…amount: beneficiary Y, and then the whole 对-phrase is the
    /// condition. The first of each kind counts. A purpose is a clause that opens with one of its words (用于, 推动 …).
    /// The words that say so join the draft's evidence.
    /// </summary>
    public static ClauseParts Read(ItemReading item, MeasureDraft draft)
    {
        var evidence = draft.Evidence;
        var receiver = ReceiverAfterGiving(item, draft, evidence);
        var (target, condition) = TargetPhrase(item, draft, receiver is not null, evidence);
        condition ??= OpenedCondition(item, draft, evidence);
        return new ClauseParts(receiver ?? target, OpenedPurpose(item, draft, evidence), condition);
    }

    /// <summary>给予 重点项目建设单位 20万元: what stands between the giving word and the amount, if it ends like a receiver.</summary>
    private static SourceSpan? ReceiverAfterGiving(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
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
                return item.Source(AfterFillers(item, gives.End, evidence), last);
            }
        }

        return null;
    }

    /// <summary>The words after 对, up to the comma or the giving word.</summary>
    private static (SourceSpan? Target, SourceSpan? Condition) TargetPhrase(ItemReading item, MeasureDraft draft, bool hasReceiver, List<Evidence> evidence)
    {
        foreach (var opener in item.Words(draft.Start, draft.End, ClauseWordKind.OpensBeneficiary))
        {
            var clause = draft.ClauseAround(opener.Start, opener.End);
            var end = item.FirstWord(opener.End, clause.End, ClauseWordKind.Gives)?.Start ?? clause.End;
            while (end > opener.End && item.Folded[end - 1] is ',' or '、') end--;
            if (end - opener.End < 2) continue;
            evidence.Add(new Evidence(opener.Rule.Rule.Id, item.Source(opener.Start, opener.End)));
            if (hasReceiver) return (null, item.Source(opener.End, end));
            var mark = LastAttribution(item, opener.End, end, evidence);
            if (mark < 0) return (item.Source(opener.End, end), null);
            var condition = mark > opener.End ? item.Source(opener.End, mark) : (SourceSpan?)null;
            return (mark + 1 < end ? item.Source(mark + 1, end) : null, condition);
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

    private static SourceSpan? OpenedPurpose(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
    {
        foreach (var clause in draft.Clauses)
        {
            if (item.WordAt(clause.Start, ClauseWordKind.OpensPurpose) is not { } opener) continue;
            evidence.Add(new Evidence(opener.Rule.Rule.Id, item.Source(clause.Start, opener.End)));
            return item.Source(clause.Start, clause.End);
        }

        return null;
    }

    /// <summary>Place of the last 的 at bracket depth 0, or -1: what stands behind it is what the words before it describe.</summary>
    private static int LastAttribution(ItemReading item, int start, int end, List<Evidence> evidence)
    {
        var last = -1;
        foreach (var word in item.Words(start, end, ClauseWordKind.Attribution))
        {
            last = word.Start;
            evidence.Add(new Evidence(word.Rule.Rule.Id, item.Source(word.Start, word.End)));
        }

        return last;
    }

    private static int LongestReceiverEnd(ItemReading item, int start, int end)
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
        return start >= end;
    }
}
