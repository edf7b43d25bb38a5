using System.Globalization;

using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds times: years, dates, ranges, open ranges, durations, five-year plans.</summary>
/// <remarks>
/// Leftmost, then longest. A number of four digits (1900 to 2100) before 年 names a year, a smaller one counts years. Months and days
/// without a year are written --MM and --MM-DD. A range has one mention; its ends are joined by the words of rules/numbers/words.tsv.
/// Working days and how often something happens (每年) are no times. A time inside a title is a time all the same.
/// </remarks>
public sealed class PeriodFinder(RuleSet rules)
{
    private readonly NumberWords _words = rules.Numerals.Words;

    /// <summary>Adds the times of one item.</summary>
    public void Find(ItemText text, ItemFindings found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        var reading = new PeriodReading(text, _words);
        reading.FindFixed(found);
        if (text.Numbers.Count == 0) return;
        var covered = found.CoveredAsData();
        var end = 0;    // of the times added here, in the item's text
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var span = text.Source(text.Numbers[i].Start, text.Numbers[i].End);
            if (span.End <= end || covered.Contains(span) || reading.ReadAt(i) is not { } period) continue;
            found.Mentions.Add(period);
            end = Math.Max(end, period.Span.End);
        }
    }
}

/// <summary>A date as far as the text names it; a part that it leaves out is null.</summary>
internal readonly record struct PartialDate(int? Year, int? Month, int? Day)
{
    public override string ToString() => (Year, Month, Day) switch
    {
        ({ } y, null, _) => y.ToString("D4", CultureInfo.InvariantCulture),
        ({ } y, { } m, null) => string.Create(CultureInfo.InvariantCulture, $"{y:D4}-{m:D2}"),
        ({ } y, { } m, { } d) => string.Create(CultureInfo.InvariantCulture, $"{y:D4}-{m:D2}-{d:D2}"),
        (null, { } m, null) => string.Create(CultureInfo.InvariantCulture, $"--{m:D2}"),
        (null, { } m, { } d) => string.Create(CultureInfo.InvariantCulture, $"--{m:D2}-{d:D2}"),
        (null, null, { } d) => string.Create(CultureInfo.InvariantCulture, $"---{d:D2}"),
        _ => "",
    };
}

/// <summary>Reads the times of one item; offsets are folded, ends exclusive.</summary>
internal sealed class PeriodReading(ItemText text, NumberWords words)
{
    private const string QuotationMarks = "\"'\u201C\u2018\u300C\u300E";

    private readonly PhraseHitList _hits = text.Hits.Of(PhraseUse.Period);
    private readonly int _longest = text.Hits.Longest(PhraseUse.Period);
    private readonly List<Evidence> _evidence = [];
    private int _next;   // first number that no period has used yet

    /// <summary>Five-year plans and 半年: they need no number.</summary>
    public void FindFixed(ItemFindings found)
    {
        var end = 0;
        foreach (var hit in _hits)
        {
            if (hit.Start < end || LongerPlanFrom(hit) || IsPlainNumber(hit)) continue;
            var (rule, iso) = hit.Meaning.Subject switch
            {
                PlanRule plan => (plan.Rule, plan.Period),
                PeriodRule { Kind: PeriodWordKind.HalfYear } half when !IsHowOften(hit.Start) => (half.Rule, "P6M"),
                _ => (null, ""),
            };
            if (rule is null && ReadHalf(hit) is { } part)
            {
                found.Mentions.Add(part);
                end = hit.End;
                continue;
            }

            if (rule is null) continue;
            found.Mentions.Add(new PeriodMention(text.Source(hit.Start, hit.End), iso, rule.Id, []));
            end = hit.End;
        }
    }

    /// <summary>2024年上半年; without a year the months alone.</summary>
    private PeriodMention? ReadHalf(PhraseHit hit)
    {
        if (hit.Meaning.Subject is not PeriodRule { Kind: PeriodWordKind.FirstHalf or PeriodWordKind.SecondHalf } half || IsHowOften(hit.Start)) return null;
        var (from, to) = half.Kind == PeriodWordKind.FirstHalf ? (1, 6) : (7, 12);
        var (start, year) = (hit.Start, (int?)null);
        List<Evidence> evidence = [];
        if (WordBefore(hit.Start, PeriodWordKind.Year) is { } unit && text.Figures.Source.NumberBefore(unit.Start) is >= 0 and var i && Whole(text.Numbers[i]) is >= 1900 and <= 2100 and var named)
        {
            (start, year) = (text.Numbers[i].Start, named);
            evidence.Add(new Evidence(unit.Rule.Rule.Id, text.Source(unit.Start, unit.End)));
        }

        var iso = $"{new PartialDate(year, from, null)}/{new PartialDate(year, to, null)}";
        return new PeriodMention(text.Source(start, hit.End), iso, half.Rule.Id, evidence);
    }

    /// <summary>The time that begins with the i-th number, or null.</summary>
    public PeriodMention? ReadAt(int i)
    {
        if (i < _next) return null;
        _evidence.Clear();
        if (IsOrdinal(text.Numbers[i].Start) || IsInOtherYear(text.Numbers[i])) return null;
        return ReadCalendar(i) ?? ReadDuration(i);
    }

    // 上一年度: it names a year by its place and counts none.
    private bool IsInOtherYear(NumberToken number)
    {
        const int LongestBefore = 2;
        for (var i = _hits.FirstFrom(Math.Max(0, number.Start - LongestBefore)); i < _hits.Count && _hits[i].Start < number.Start; i++)
        {
            if (_hits[i].End > number.End && _hits[i].Meaning.Subject is PeriodRule { Kind: PeriodWordKind.OtherYear }) return true;
        }

        return false;
    }

    private PeriodMention? ReadCalendar(int i)
    {
        var start = text.Numbers[i].Start;
        if (ReadDate(i) is not { } first) return null;
        var (end, iso) = (first.End, first.Date.ToString());
        if (ReadRangeEnd(first) is { } last)
        {
            (end, iso) = (last.End, $"{first.Date}/{last.Date}");
            first = last;
        }
        else if (first.NeedsRange)
        {
            return null;
        }

        _next = first.Next;
        return OpenEnds(start, end, iso);
    }

    /// <summary>自X起 → X/.. ; X底前 → ../X.</summary>
    private PeriodMention OpenEnds(int start, int end, string iso)
    {
        var rule = _evidence[0].Rule;
        if (WordAt(end, PeriodWordKind.Since) is { } since)
        {
            Use(since);
            if (WordBefore(start, PeriodWordKind.SinceBefore) is { } from)
            {
                Use(from);
                start = from.Start;
            }

            (end, iso) = (since.End, iso + "/..");
        }
        else if (WordAt(end, PeriodWordKind.Until) is { } until && !iso.Contains('/', StringComparison.Ordinal))
        {
            Use(until);
            (end, iso) = (until.End, "../" + iso);
        }

        return new PeriodMention(text.Source(start, end), iso, rule, _evidence.Count < 2 ? [] : _evidence.GetRange(1, _evidence.Count - 1));
    }

    /// <summary>A date that begins with the i-th number.</summary>
    private ReadingDate? ReadDate(int i)
    {
        var number = text.Numbers[i];
        if (number.Form == NumberForm.Dotted) return ReadDotted(i);
        if (Whole(number) is not { } value) return null;
        if (value is >= 1900 and <= 2100 && number.End - number.Start == 4)
        {
            if (ReadHyphenated(i, value) is { } hyphenated) return hyphenated;
            if (WordAt(number.End, PeriodWordKind.Year) is not { } year) return new ReadingDate(new PartialDate(value, null, null), number.End, i + 1, NeedsRange: true);
            Use(year);
            return ReadMonth(i + 1, year.End, value) ?? new ReadingDate(new PartialDate(value, null, null), year.End, i + 1, NeedsRange: false);
        }

        return ReadMonth(i, number.Start, null) ?? ReadDayAlone(i, value);
    }

    /// <summary>The month (and day) that begins with the i-th number, right here.</summary>
    private ReadingDate? ReadMonth(int i, int start, int? year)
    {
        if (i >= text.Numbers.Count || text.Numbers[i].Start != start) return null;
        if (Whole(text.Numbers[i]) is not (>= 1 and <= 12 and var month)) return null;
        if (WordAt(text.Numbers[i].End, PeriodWordKind.Month) is not { } unit)
        {
            // 11—12月: the unit stands behind the range
            return year is null && WordBehindRange(text.Numbers[i].End, i + 1, PeriodWordKind.Month) ? new ReadingDate(new PartialDate(null, month, null), text.Numbers[i].End, i + 1, NeedsRange: true) : null;
        }

        Use(unit);
        var next = i + 1;
        if (next < text.Numbers.Count && text.Numbers[next].Start == unit.End && Whole(text.Numbers[next]) is >= 1 and <= 31 and var day
            && WordAt(text.Numbers[next].End, PeriodWordKind.Day) is { } dayUnit)
        {
            Use(dayUnit);
            return new ReadingDate(new PartialDate(year, month, day), dayUnit.End, next + 1, NeedsRange: false);
        }

        return new ReadingDate(new PartialDate(year, month, null), unit.End, next, NeedsRange: false);
    }

    /// <summary>The second end of 1月1日至15日; alone a number before 日 counts days.</summary>
    private ReadingDate? ReadDayAlone(int i, int value)
    {
        if (value is < 1 or > 31 || _evidence.Count == 0) return null;
        if (WordAt(text.Numbers[i].End, PeriodWordKind.Day) is not { } unit) return null;
        Use(unit);
        return new ReadingDate(new PartialDate(null, null, value), unit.End, i + 1, NeedsRange: false);
    }

    private ReadingDate? ReadHyphenated(int i, int year)
    {
        if (i + 2 >= text.Numbers.Count) return null;
        var (first, month, day) = (text.Numbers[i], text.Numbers[i + 1], text.Numbers[i + 2]);
        var joined = month.Start == first.End + 1 && day.Start == month.End + 1 && text.Folded[first.End] is '-' or '/' && text.Folded[first.End] == text.Folded[month.End];
        if (!joined || Whole(month) is not (>= 1 and <= 12 and var m) || Whole(day) is not (>= 1 and <= 31 and var d)) return null;
        UseUnit(PeriodWordKind.Day, first.Start, day.End);
        return new ReadingDate(new PartialDate(year, m, d), day.End, i + 3, NeedsRange: false);
    }

    /// <summary>2023.5.1: year, month and day divided by points.</summary>
    private ReadingDate? ReadDotted(int i)
    {
        var number = text.Numbers[i];
        var parts = text.Folded[number.Start..number.End].Split('.');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return null;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day is < 1 or > 31) return null;
        UseUnit(PeriodWordKind.Day, number.Start, number.End);
        return new ReadingDate(new PartialDate(year, month, day), number.End, i + 1, NeedsRange: false);
    }

    private ReadingDate? ReadRangeEnd(ReadingDate first)
    {
        var join = words.LengthAt(text.Folded, first.End, NumberWordKind.Range);
        if (join == 0 || first.Next >= text.Numbers.Count) return null;
        var start = first.End + join;
        if (WordAt(start, PeriodWordKind.OtherYear) is { } other)
        {
            Use(other);
            start = other.End;
        }

        if (text.Numbers[first.Next].Start != start || ReadDate(first.Next) is not { NeedsRange: false } last) return null;
        return last with { Date = Completed(last.Date, first.Date) };
    }

    /// <summary>2023年1月至3月: the second end takes over what it leaves out.</summary>
    private static PartialDate Completed(PartialDate last, PartialDate first) => last switch
    {
        { Year: null, Month: null } => new PartialDate(first.Year, first.Month, last.Day),
        { Year: null } when first.Year is not null && last.Month >= (first.Month ?? 1) => last with { Year = first.Year },
        { Year: null } when first.Year is not null => last with { Year = first.Year + 1 },
        _ => last,
    };

    private PeriodMention? ReadDuration(int i)
    {
        var number = text.Numbers[i];
        if (number.Value is not { } value || value <= 0 || value > 1000) return null;
        foreach (var (kind, form) in Durations)
        {
            if (WordAt(number.End, kind) is not { } unit) continue;
            if (kind == PeriodWordKind.Years && number.End - number.Start == 4 && value >= 1000) continue;
            Use(unit);
            var (start, iso) = (number.Start, string.Format(CultureInfo.InvariantCulture, form, Interval.Write(value)));
            if (RangeStart(i) is { } low && text.Numbers[low].Value is { } from && from < value)
            {
                (start, iso) = (text.Numbers[low].Start, string.Format(CultureInfo.InvariantCulture, form, Interval.Write(from)) + "/" + iso);
            }

            _next = i + 1;
            return new PeriodMention(text.Source(start, unit.End), iso, unit.Rule.Rule.Id, []);
        }

        return null;
    }

    private static readonly (PeriodWordKind Kind, string Form)[] Durations =
    [
        (PeriodWordKind.Years, "P{0}Y"), (PeriodWordKind.Months, "P{0}M"), (PeriodWordKind.Weeks, "P{0}W"), (PeriodWordKind.Days, "P{0}D"), (PeriodWordKind.Hours, "PT{0}H"),
    ];

    /// <summary>3—5年: the number before, if a range word joins it to this one.</summary>
    private int? RangeStart(int i) =>
        i > 0 && words.LengthAt(text.Folded, text.Numbers[i - 1].End, NumberWordKind.Range) is > 0 and var length
        && text.Numbers[i - 1].End + length == text.Numbers[i].Start ? i - 1 : null;

    private bool WordBehindRange(int end, int next, PeriodWordKind kind)
    {
        var join = words.LengthAt(text.Folded, end, NumberWordKind.Range);
        return join > 0 && next < text.Numbers.Count && text.Numbers[next].Start == end + join && WordAt(text.Numbers[next].End, kind) is not null;
    }

    private bool IsOrdinal(int start) => words.LengthBefore(text.Folded, start, NumberWordKind.Ordinal) > 0;

    private bool IsHowOften(int start) => words.LengthBefore(text.Folded, start, NumberWordKind.Each) > 0;

    private bool LongerPlanFrom(PhraseHit hit)
    {
        if (hit.Meaning.Subject is not PlanRule) return false;
        for (var i = _hits.FirstFrom(hit.End - _longest); i < _hits.Count && _hits[i].Start <= hit.Start; i++)
        {
            var other = _hits[i];
            if (other.Meaning.Subject is PlanRule && other.End >= hit.End && other.End - other.Start > hit.End - hit.Start) return true;
        }

        return false;
    }

    /// <summary>十五万元, 九五折: the name of a plan that is a number by itself means the plan only in quotation marks; with 规划, 期间 … behind it, it is a longer name.</summary>
    private bool IsPlainNumber(PhraseHit hit)
    {
        if (hit.Meaning.Subject is not PlanRule || (hit.Start > 0 && QuotationMarks.Contains(text.Folded[hit.Start - 1], StringComparison.Ordinal))) return false;
        var (low, high) = (0, text.Numbers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.Numbers[middle].End < hit.End) low = middle + 1;
            else high = middle;
        }

        return low < text.Numbers.Count && text.Numbers[low] is { Value: not null } number && number.Start <= hit.Start;
    }

    private static int? Whole(NumberToken number) =>
        number is { Value: { } value, Scale: 1 } && value == decimal.Truncate(value) && value is >= 0 and < 10_000 ? (int)value : null;

    private (int Start, int End, PeriodRule Rule)? WordAt(int start, PeriodWordKind kind)
    {
        (int, int, PeriodRule)? longest = null;
        for (var i = _hits.FirstFrom(start); i < _hits.Count && _hits[i].Start == start; i++)
        {
            if (_hits[i].Meaning.Subject is PeriodRule rule && rule.Kind == kind) longest = (start, _hits[i].End, rule);
        }

        return longest;
    }

    private (int Start, int End, PeriodRule Rule)? WordBefore(int end, PeriodWordKind kind)
    {
        for (var i = _hits.FirstFrom(end - _longest); i < _hits.Count && _hits[i].Start < end; i++)
        {
            if (_hits[i].End == end && _hits[i].Meaning.Subject is PeriodRule rule && rule.Kind == kind) return (_hits[i].Start, end, rule);
        }

        return null;
    }

    private void Use((int Start, int End, PeriodRule Rule) word) => _evidence.Add(new Evidence(word.Rule.Rule.Id, text.Source(word.Start, word.End)));

    /// <summary>A date in digits has no unit word: the rule of the unit stands for it.</summary>
    private void UseUnit(PeriodWordKind kind, int start, int end) => _evidence.Add(new Evidence(text.Rules.Periods.Rules.First(r => r.Kind == kind).Rule.Id, text.Source(start, end)));

    /// <summary>A date, where it ends, the number behind it, and whether it is a time only as the start of a range.</summary>
    private readonly record struct ReadingDate(PartialDate Date, int End, int Next, bool NeedsRange);
}
