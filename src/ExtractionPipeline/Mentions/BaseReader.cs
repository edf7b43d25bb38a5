using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Reads what an amount is counted by (计价基数): behind a slash (元/户/采暖季) and behind 每 (每人每月).</summary>
internal static class BaseReader
{
    private const int LongestBase = 6;      // characters of a base that no rule knows
    private const int LongestNoun = 12;     // characters between 每个 and the noun's end

    /// <summary>Reads the bases behind slashes that begin here; gives the end, or the place itself where there is none.</summary>
    public static int ReadSlash(FigureSource source, int at, List<string> bases, List<FigureEvidence>? evidence = null)
    {
        var folded = source.Folded;
        var end = at;
        while (end < folded.Length - 1 && (folded[end] == '/' || (bases.Count > 0 && folded[end] is '·' or '.' or '*')))
        {
            var start = end + 1;
            var close = folded[start] == '(' ? source.Brackets.CloseOf(start) : -1;
            if (close > 0) start++;
            start += source.Words.LengthAt(folded, start, NumberWordKind.Each);
            var stop = OneBase(source, start, folded[end] == '/');
            if (stop == start) break;
            bases.Add(folded[start..stop]);
            if (source.Bases.LongestAt(start)?.Meaning.Subject is AmountBase rule) evidence?.Add(new FigureEvidence(rule.Rule, start, stop));
            end = stop;
            if (close <= 0) continue;
            while (end < close && folded[end] is '/' or '·' or '.' or '*' && OneBase(source, end + 1, true) is var next && next > end + 1)
            {
                bases.Add(folded[(end + 1)..next]);
                end = next;
            }

            end = close + 1;
        }

        return end;
    }

    private static int OneBase(FigureSource source, int start, bool mayBeUnknown)
    {
        var number = source.NumberAt(start);
        if (number >= 0)
        {
            var unit = source.BaseAt(source.Numbers[number].End);
            return unit?.End ?? start;
        }

        if (source.BaseAt(start) is { } known)
        {
            // 试点城市 after 个 and the like: two known words side by side are one base.
            return known.Meaning.Subject is AmountBase { IsClassifier: true } && source.BaseAt(known.End) is { Meaning.Subject: AmountBase } noun ? noun.End : known.End;
        }

        if (!mayBeUnknown) return start;
        var end = start;
        while (end < source.Folded.Length && end - start < LongestBase && char.IsLetter(source.Folded[end])
            && source.Boundaries.LongestAt(end) is null && source.Cues.LongestAt(end) is null && source.Bounds.LongestAt(end) is null)
        {
            end++;
        }

        return end;
    }

    /// <summary>Reads the bases behind 每 between two places, in order of mention.</summary>
    /// <param name="source">The text.</param>
    /// <param name="from">Beginning of the clause.</param>
    /// <param name="to">Start of the figure.</param>
    /// <param name="bases">Added to.</param>
    /// <param name="evidence">The rules of the bases, added to.</param>
    public static void ReadEach(FigureSource source, int from, int to, List<string> bases, List<FigureEvidence> evidence)
    {
        for (var at = from; at < to; at++)
        {
            var length = source.Words.LengthAt(source.Folded, at, NumberWordKind.Each);
            if (length == 0) continue;
            var start = at + length;
            if (EachBase(source, start, to) is not { } found || found.End > to) continue;
            bases.Add(source.Folded[found.Start..found.End]);
            if (found.Rule is not null) evidence.Add(new FigureEvidence(found.Rule, at, found.End));
            if (found.Noun is not null) evidence.Add(new FigureEvidence(found.Noun, found.Start, found.End));
            at = found.End - 1;
            if (source.Bases.LongestAt(found.End) is not { Meaning.Subject: AmountBase { IsTime: true } time } calendar || calendar.End > to || !StartsTelling(source, calendar.End)) continue;
            bases.Add(source.Folded[calendar.Start..calendar.End]);      // 每户年最高补贴600元
            evidence.Add(new FigureEvidence(time.Rule, calendar.Start, calendar.End));
        }
    }

    /// <summary>500元每人每月: the bases behind 每 that touch the end of a figure and end a clause.</summary>
    public static List<string> ReadEachBehind(FigureSource source, int at, List<FigureEvidence> evidence)
    {
        var bases = new List<string>();
        var found = new List<FigureEvidence>();
        while (source.Words.LengthAt(source.Folded, at, NumberWordKind.Each) is > 0 and var length && source.BaseAt(at + length) is { } known)
        {
            bases.Add(source.Folded[(at + length)..known.End]);
            if (known.Meaning.Subject is AmountBase rule) found.Add(new FigureEvidence(rule.Rule, at, known.End));
            at = known.End;
        }

        var ends = at >= source.Folded.Length || (!char.IsLetter(source.Folded[at]) && source.NumberAt(at) < 0) || source.Words.LengthAt(source.Folded, at, NumberWordKind.Of) > 0;
        if (!ends) return [];
        evidence.AddRange(found);
        return bases;
    }

    private static bool StartsTelling(FigureSource source, int at) => source.NumberAt(at) >= 0 || source.Bounds.LongestAt(at) is not null || source.Cues.LongestAt(at) is not null;

    private static (int Start, int End, Rule? Rule, Rule? Noun)? EachBase(FigureSource source, int start, int to)
    {
        var step = source.Cues.LongestAt(start - 1) is { Meaning.Subject: RoleCue { Kind: CueKind.Step } } cue ? cue.End : start;
        var number = NumberWithin(source, step, Math.Min(to, step + 4));
        if (number >= 0 && (step > start || source.Numbers[number].Start == start || source.BaseAt(start) is null))      // 每户一次性: the household
        {
            if (source.Numbers[number].Value == 1 && source.BaseAt(source.Numbers[number].End) is { } one) return EachBase(source, one.Start, to);       // 每超过1吨
            var unit = source.BaseAt(source.Numbers[number].End) ?? source.Money.LongestAt(source.Numbers[number].End);
            if (unit is { } found) return (source.Numbers[number].Start, found.End, (found.Meaning.Subject as AmountBase)?.Rule, null);
        }

        if (source.BaseAt(start) is not { } known) return null;
        var rule = (known.Meaning.Subject as AmountBase)?.Rule ?? (source.Bases.LongestAt(start)?.Meaning.Subject as AmountBase)?.Rule;
        var isClassifier = source.Bases.LongestAt(start) is { Meaning.Subject: AmountBase { IsClassifier: true } } classifier && classifier.End == known.End;
        if (!isClassifier) return (start, known.End, rule, null);
        return NounEnd(source, known.End, to, out var noun) is > 0 and var end ? (known.End, end, rule, noun) : (start, known.End, rule, null);
    }

    private static int NumberWithin(FigureSource source, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (source.NumberAt(at) is >= 0 and var n) return n;
        }

        return -1;
    }

    // 每个(试点城市), 每艘(钢制渔船)减船转产补助: up to the end of the first known thing before a boundary.
    private static int NounEnd(FigureSource source, int start, int to, out Rule? rule)
    {
        rule = null;
        var limit = Math.Min(to, start + LongestNoun);
        for (var at = start; at < limit; at++)
        {
            if (!char.IsLetter(source.Folded[at])) break;
            if (source.BaseAt(at) is { Meaning.Subject: AmountBase { IsClassifier: false } noun } thing && thing.End <= to)
            {
                rule = noun.Rule;
                var end = thing.End;
                while (source.BaseAt(end) is { Meaning.Subject: AmountBase { IsClassifier: false } } more && ReferenceEquals(more.Meaning.Subject, noun) && more.End <= to) end = more.End;    // 试点(县)
                return end;
            }

            if (source.Boundaries.LongestAt(at) is not null || source.Cues.LongestAt(at) is not null || source.Bounds.LongestAt(at) is not null) break;
        }

        return 0;
    }
}
