using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>Reads the words behind 对 and 支持: for whom, and on which condition.</summary>
/// <remarks>
/// The phrase behind 对 ends before the first word that gives or acts; a verb inside its description does not end it
/// (对采取…的企业: 的 and a giving word follow). Where its clause neither describes (的) nor ends like a receiver, the next one
/// belongs to it (对产值超过1亿元，且增速达到5%的企业). Where nothing is given, only a body is a beneficiary (对各市的考核: none).
/// </remarks>
internal static class TargetReader
{
    /// <summary>The longest phrase, in characters.</summary>
    private const int Longest = 160;

    /// <summary>Words that are tried in one clause before it is given up; no clause of prose has so many.</summary>
    private const int MostTried = 400;

    /// <summary>A body that 支持 means stands at most this far behind it, in characters.</summary>
    private const int SupportReach = 14;

    public static (SourceSpan? Target, SourceSpan? Condition) Read(ItemReading item, MeasureDraft draft, bool hasReceiver, List<Evidence> evidence)
    {
        foreach (var opener in item.Words(draft.Start, draft.End, ClauseWordKind.OpensBeneficiary))
        {
            var end = EndOfPhrase(item, draft, opener.End, evidence);
            if (end - opener.End < 2) continue;
            var mark = LastAttribution(item, opener.End, end);
            if (mark < 0 && item.StartOf(opener.End, end, ClauseWordKind.Attribution) is > 0 and var closing) mark = closing;   // 对承揽工程的(奖励50万元)
            var gives = item.HasWord(end, draft.End, ClauseWordKind.Gives) || item.FirstAmount(end, draft.End) < draft.End;
            if (!gives && !item.EndsWith(Math.Max(opener.End, mark + 1), end, ClauseWordKind.Receiver)) continue;
            evidence.Add(new Evidence(opener.Rule.Rule.Id, item.Source(opener.Start, opener.End)));
            if (mark >= 0 && item.WordAt(mark, ClauseWordKind.Attribution) is { } word) evidence.Add(new Evidence(word.Rule.Rule.Id, item.Source(mark, word.End)));
            if (hasReceiver || IsPenalised(item, draft, end, evidence)) return (null, item.Source(opener.End, mark == end - 1 ? mark : end));
            if (mark < 0) return (item.Source(opener.End, end), null);
            return (mark + 1 < end ? item.Source(mark + 1, end) : null, mark > opener.End ? item.Source(opener.End, mark) : null);
        }

        return (null, null);
    }

    /// <summary>对…的处200元罚款, 对…的街道进行约谈: who is fined or blamed gains nothing; the words say in which case.</summary>
    private static bool IsPenalised(ItemReading item, MeasureDraft draft, int end, List<Evidence> evidence)
    {
        var at = draft.IndexAround(end);
        if (at < 0) return false;
        var stop = draft.Clauses[at].End == end && at + 1 < draft.Clauses.Count ? draft.Clauses[at + 1].End : draft.Clauses[at].End;
        if (item.FirstWord(end, stop, ClauseWordKind.Penalises) is not { } penalty || item.FirstAmount(end, penalty.Start) < penalty.Start) return false;
        evidence.Add(new Evidence(penalty.Rule.Rule.Id, item.Source(penalty.Start, penalty.End)));
        return true;
    }

    /// <summary>支持设计企业…: a body right behind the word, nothing that describes it between.</summary>
    public static SourceSpan? Supported(ItemReading item, MeasureDraft draft, List<Evidence> evidence)
    {
        foreach (var opener in item.Words(draft.Start, draft.End, ClauseWordKind.Supports))
        {
            var reach = Math.Min(draft.ClauseAround(opener.Start, opener.End).End, opener.End + SupportReach);
            if (item.HasWord(opener.End, reach, ClauseWordKind.Supports)) continue;
            if (item.WordAt(opener.Start, ClauseWordKind.Frames) is { } frames)
            {
                evidence.Add(new Evidence(frames.Rule.Rule.Id, item.Source(opener.Start, frames.End)));
                continue;
            }

            foreach (var receiver in item.Words(opener.End, reach, ClauseWordKind.Receiver))
            {
                if (item.HasWord(opener.End, receiver.Start, ClauseWordKind.Attribution) || item.HasWord(opener.End, receiver.Start, ClauseWordKind.Acts)) break;
                if (item.HasWord(opener.End, receiver.Start, ClauseWordKind.OpensList)) break;   // 支持开展…
                evidence.Add(new Evidence(opener.Rule.Rule.Id, item.Source(opener.Start, opener.End)));
                evidence.Add(new Evidence(receiver.Rule.Rule.Id, item.Source(receiver.Start, receiver.End)));
                return item.Source(opener.End, EndOfList(item, draft.ClauseAround(receiver.Start, receiver.End).End, ClauseParts.LongestReceiverEnd(item, receiver.Start, receiver.End)));
            }
        }

        return null;
    }

    // 项目经理、技术负责人等关键岗位人员: up to the receiver that sums the list up; 高校、科研机构和企业: up to the last of the list.
    private static int EndOfList(ItemReading item, int stop, int end)
    {
        if (end >= stop || item.Folded[end] != '、') return end;
        if (item.FirstWord(end, stop, ClauseWordKind.EndsList) is not { } closes) return LastOfList(item, stop, end);
        foreach (var receiver in item.Words(closes.End, Math.Min(stop, closes.End + SupportReach), ClauseWordKind.Receiver)) return ClauseParts.LongestReceiverEnd(item, receiver.Start, receiver.End);
        return end;
    }

    private static int LastOfList(ItemReading item, int stop, int end)
    {
        while (end < stop)
        {
            var next = item.Folded[end] == '、' ? end + 1 : item.WordAt(end, ClauseWordKind.JoinsList)?.End ?? stop;
            if (next >= stop || item.FirstWord(next, Math.Min(stop, next + SupportReach), ClauseWordKind.Receiver) is not { } receiver) break;
            if (item.HasWord(next, receiver.Start, ClauseWordKind.Acts) || item.HasWord(next, receiver.Start, ClauseWordKind.JoinsList)) break;
            end = ClauseParts.LongestReceiverEnd(item, receiver.Start, receiver.End);
        }

        return end;
    }

    private static int EndOfPhrase(ItemReading item, MeasureDraft draft, int start, List<Evidence> evidence)
    {
        var at = draft.IndexAround(start);
        for (var i = at; i < draft.Clauses.Count && draft.Clauses[i].Start - start < Longest && (i == at || !draft.Clauses[i].BeginsSentence); i++)
        {
            var clause = draft.Clauses[i];
            var from = Math.Max(start, clause.Start);
            if (Doing(item, draft, from, clause.End) is { } doing)
            {
                evidence.Add(new Evidence(doing.Rule.Rule.Id, item.Source(doing.Start, doing.End)));
                return i == at ? WithoutMark(item, start, doing.Start) : draft.Clauses[i - 1].End;
            }

            if (LastAttribution(item, from, clause.End) >= 0 || item.EndsWith(from, clause.End, ClauseWordKind.Receiver)) return clause.End;
        }

        return draft.Clauses[at].End;
    }

    /// <summary>The first word of a clause that gives or acts and is not part of a description.</summary>
    private static ClauseWord? Doing(ItemReading item, MeasureDraft draft, int start, int end)
    {
        var tried = 0;
        foreach (var word in item.Words(start, end, ClauseWordKind.Gives, ClauseWordKind.Acts, ClauseWordKind.Penalises))
        {
            if (word.Start == start) continue;
            if (tried++ == MostTried) break;
            var mark = LastAttribution(item, word.End, end, behindGift: true);
            if (mark < 0 || !(item.HasWord(mark, draft.End, ClauseWordKind.Gives) || item.HasWord(mark, draft.End, ClauseWordKind.Acts))) return word;
        }

        return null;
    }

    private static int WithoutMark(ItemReading item, int start, int end)
    {
        while (end > start)
        {
            if (item.Folded[end - 1] is ',' or '、') end--;
            else if (item.StartOf(start, end, ClauseWordKind.Filler) is > 0 and var filler) end = filler;     // 企业(一次性)奖励
            else if (item.StartOf(start, end, ClauseWordKind.Respectively) is > 0 and var respectively) end = respectively;
            else break;
        }

        return end;
    }

    /// <summary>Place of the last 的 that describes, or -1. Before an amount or a giving word it does not (投资额的5%, 一定的奖励), nor behind a gift (给予10万元的资金).</summary>
    internal static int LastAttribution(ItemReading item, int start, int end, bool behindGift = false)
    {
        return item.LastWord(start, end, ClauseWordKind.Attribution, MostTried, Describes) is { } mark ? mark.Start : -1;

        bool Describes(ClauseWord word) =>
            !item.IsAmountAt(word.End) && !(behindGift && item.IsAmountBefore(word.Start)) && item.WordAt(word.End, ClauseWordKind.Gives) is null;
    }
}
