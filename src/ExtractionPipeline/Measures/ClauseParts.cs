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
    /// condition; else 支持Y. The first of each kind counts. A purpose begins with one of its words (用于, 为加快 …) wherever it stands,
    /// or is a later clause that opens with what is hoped for (推动, 提升 …): at the front of a measure that is what is done.
    /// The words that say so join the draft's evidence.
    /// </summary>
    public static ClauseParts Read(ItemReading item, MeasureDraft draft)
    {
        var evidence = draft.Evidence;
        var receiver = ReceiverAfterGiving(item, draft, evidence);
        var (target, condition) = TargetReader.Read(item, draft, receiver is not null, evidence);
        condition ??= OpenedCondition(item, draft, evidence);
        return new ClauseParts(receiver ?? target ?? TargetReader.Supported(item, draft, evidence), PurposeOf(item, draft, evidence), condition);
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

    private static SourceSpan? PurposeOf(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
    {
        for (var i = 0; i < draft.Clauses.Count; i++)
        {
            var clause = draft.Clauses[i];
            var stated = item.FirstWord(clause.Start, clause.End, ClauseWordKind.StatesPurpose);
            if (stated is null && i > 0 && item.WordAt(clause.Start, ClauseWordKind.OpensPurpose) is { } opens) stated = new ClauseWord(clause.Start, opens.End, opens.Rule);
            if (stated is not var (start, end, rule)) continue;
            evidence.Add(new Evidence(rule.Rule.Id, item.Source(start, end)));
            return item.Source(start, clause.End);
        }

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
        return start >= end;
    }
}
