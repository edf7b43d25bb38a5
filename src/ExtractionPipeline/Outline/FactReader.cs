using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Outline;

/// <summary>Reads single facts in a line: a date, a document number, a batch, the name of an issuer.</summary>
internal sealed class FactReader
{
    private const int MaxIssuer = 40;

    private readonly NumeralReader _numerals;
    private readonly IReadOnlyList<string> _date;
    private readonly IReadOnlyList<string> _batch;
    private readonly IReadOnlyList<string> _issuers;
    private readonly IReadOnlyList<string> _letterheads;
    private readonly IReadOnlyList<string> _numbers;
    private readonly IReadOnlyList<string> _about;
    private readonly IReadOnlyList<string> _titles;
    private readonly IReadOnlyList<string> _issues;
    private readonly IReadOnlyList<string> _wrappers;

    public FactReader(OutlineRules rules, NumeralReader numerals)
    {
        _numerals = numerals;
        _date = rules.Words(TitlePart.Date);
        _batch = rules.Words(TitlePart.Batch);
        _issuers = rules.Words(TitlePart.Issuer);
        _letterheads = rules.Words(TitlePart.Letterhead);
        _numbers = rules.Words(TitlePart.Number);
        _about = rules.Words(TitlePart.About);
        _titles = rules.Words(TitlePart.Title);
        _issues = rules.Words(TitlePart.Issues);
        _wrappers = rules.Words(TitlePart.Wrapper);
    }

    /// <summary>A date that fills the line (brackets aside), or null.</summary>
    public DateOnly? WholeDate(string text)
    {
        if (text.Length > 60) return null;
        var compact = Signs.Compact(text).Trim('（', '）', '(', ')', '[', ']');
        return DateAt(compact, 0) is { } date && date.End == compact.Length ? date.Value : null;
    }

    /// <summary>The first date in a text, or null.</summary>
    public DateOnly? FirstDate(string text)
    {
        var compact = Signs.Compact(text);
        for (var i = 0; i < compact.Length; i++)
        {
            if ((i == 0 || !NumeralReader.IsDigit(compact[i - 1])) && DateAt(compact, i) is { } date) return date.Value;
        }

        return null;
    }

    /// <summary>The stretch of the first document number (建办市函〔2021〕316号) in a text, or null.</summary>
    public SourceSpan? Number(string text)
    {
        for (var open = 0; open < text.Length; open++)
        {
            if (text[open] is not ('〔' or '[' or '［' or '【' or '（' or '(')) continue;
            var at = open + 1;
            while (at < text.Length && NumeralReader.IsDigit(text[at])) at++;
            if (at - open != 5 || at >= text.Length || text[at] is not ('〕' or ']' or '］' or '】' or '）' or ')')) continue;
            at = LabelReader.SkipSpaces(text, at + 1, text.Length);
            if (at < text.Length && StartsWith(text, at, _batch[0])) at += _batch[0].Length;
            var digits = at = LabelReader.SkipSpaces(text, at, text.Length);
            while (at < text.Length && NumeralReader.IsDigit(text[at])) at++;
            if (at == digits || at - digits > 5) continue;
            at = LabelReader.SkipSpaces(text, at, text.Length);
            if (!_numbers.Any(n => StartsWith(text, at, n))) continue;
            var start = open;
            while (start > 0 && char.IsLetterOrDigit(text[start - 1]) && open - start < 20) start--;
            if (start < open) return new SourceSpan(start, at + 1);
        }

        return null;
    }

    /// <summary>The number of the batch and its stretch in a title: （第二批）, （2023年第三批）, 第十二批; or null.</summary>
    public (int Batch, SourceSpan Span)? Batch(string title)
    {
        for (var start = 0; start < title.Length; start++)
        {
            if (!StartsWith(title, start, _batch[0])) continue;
            var at = start + _batch[0].Length;
            if (_numerals.Read([NumeralSystem.Digits, NumeralSystem.Chinese], title, at, title.Length, true) is not { Value: > 0 } number) continue;
            var end = LabelReader.SkipSpaces(title, number.End, title.Length);
            if (!StartsWith(title, end, _batch[1])) continue;
            return (number.Value, WithBrackets(title, start, end + _batch[1].Length));
        }

        return null;
    }

    /// <summary>What joins the batches of one list: the title without its batch mark, and without the notice around it (关于印发…的通知).</summary>
    public string Series(string title)
    {
        if (Batch(title) is not { } batch) return title;
        if (Wrapping(title) is not var (issues, wrapper) || batch.Span.Start < issues.End || wrapper.Start < batch.Span.End)
            return (title[..batch.Span.Start] + title[batch.Span.End..]).Trim();
        return (title[issues.End..batch.Span.Start].TrimStart('《') + title[batch.Span.End..wrapper.Start].TrimEnd('》')).Trim();
    }

    /// <summary>Where a title that passes on another document says so, before (印发) and behind it (的通知); null for any other title.</summary>
    public (SourceSpan Issues, SourceSpan Wrapper)? Wrapping(string title)
    {
        var wrapper = _wrappers.FirstOrDefault(w => title.EndsWith(w, StringComparison.Ordinal));
        if (wrapper is null) return null;
        foreach (var about in _about)
        {
            var at = title.IndexOf(about, StringComparison.Ordinal);
            if (at < 0) continue;
            at += about.Length;
            if (_issues.FirstOrDefault(v => StartsWith(title, at, v)) is not { } verb) continue;
            return (new SourceSpan(at, at + verb.Length), new SourceSpan(title.Length - wrapper.Length, title.Length));
        }

        return null;
    }

    /// <summary>An issuer and a date in brackets below the title: （某部 2022年3月18日）; null where there is more or less.</summary>
    public (string? Issuer, DateOnly Date)? Imprint(string text)
    {
        var inside = text.Trim().Trim('（', '）', '(', ')').Trim();
        for (var i = 0; i < inside.Length && i <= MaxIssuer; i++)
        {
            if (i > 0 && NumeralReader.IsDigit(inside[i - 1])) continue;
            if (WholeDate(inside[i..]) is not { } date) continue;
            return i == 0 ? (null, date) : Issuer(inside[..i]) is { } issuer ? (issuer, date) : null;
        }

        return null;
    }

    /// <summary>The line as the name of an issuer, letterhead word taken off; null where it is none.</summary>
    public string? Issuer(string text)
    {
        var name = text.Trim();
        if (name.Length is < 3 or > MaxIssuer) return null;
        foreach (var word in _letterheads)
        {
            if (name.EndsWith(word, StringComparison.Ordinal)) name = name[..^word.Length].TrimEnd();
        }

        if (name.Any(c => Signs.IsInSentence(c) || c is '、' or '《' or '“' || NumeralReader.IsDigit(c))) return null;
        var compact = Signs.Compact(name);
        if (_about.Any(a => compact.Contains(a, StringComparison.Ordinal))) return null;
        return compact.Length > 2 && _issuers.Any(i => compact.EndsWith(i, StringComparison.Ordinal)) ? Signs.TitleText([name]) : null;
    }

    /// <summary>Who issues, as a title says before its 关于; null where it names nobody.</summary>
    public string? IssuerOfTitle(string title)
    {
        foreach (var about in _about)
        {
            var at = title.IndexOf(about, StringComparison.Ordinal);
            if (at > 0) return Issuer(title[..at]);
        }

        return null;
    }

    /// <summary>Whether a title would begin its subject here (关于…).</summary>
    public bool BeginsSubject(string text) => _about.Any(a => StartsWith(text, LabelReader.SkipSpaces(text, 0, text.Length), a));

    /// <summary>Whether a text ends as titles do, a bracket such as （试行） or a batch behind it aside.</summary>
    public bool EndsAsTitle(string text)
    {
        var end = text.TrimEnd();
        if (Batch(end) is { } batch && batch.Span.End == end.Length) end = end[..batch.Span.Start];
        while (end.Length > 0 && end[^1] is '）' or ')')
        {
            var open = end.LastIndexOfAny(['（', '(']);
            if (open < 0) break;
            end = end[..open].TrimEnd();
        }

        return _titles.Any(t => end.EndsWith(t, StringComparison.Ordinal));
    }

    private static SourceSpan WithBrackets(string title, int start, int end)
    {
        var open = title.LastIndexOfAny(['（', '('], start);
        if (open < 0 || title.IndexOfAny(['）', ')'], open) is not (>= 0 and var close) || close < end) return new SourceSpan(start, end);
        // The bracket goes with the batch when it holds nothing else but a year: （2023年第三批）.
        return start - open - 1 <= 5 && close == end ? new SourceSpan(open, close + 1) : new SourceSpan(start, end);
    }

    private (DateOnly Value, int End)? DateAt(string text, int at)
    {
        if (Figures(text, ref at, 4) is not { } year || year is < 1949 or > 2199 || at >= text.Length) return null;
        var isWritten = StartsWith(text, at, _date[0]);
        if (!isWritten && text[at] is not ('-' or '/' or '.')) return null;
        var sign = text[at];
        at += isWritten ? _date[0].Length : 1;
        if (Small(text, ref at) is not { } month || at >= text.Length) return null;
        if (isWritten ? !StartsWith(text, at, _date[1]) : text[at] != sign) return null;
        at += isWritten ? _date[1].Length : 1;
        if (Small(text, ref at) is not { } day) return null;
        if (isWritten && !StartsWith(text, at, _date[2])) return null;
        if (isWritten) at += _date[2].Length;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateOnly(year, month, day), at) : null;
    }

    private int? Figures(string text, ref int at, int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++, at++)
        {
            if (at >= text.Length) return null;
            var c = text[at];
            var figure = NumeralReader.IsDigit(c) ? NumeralReader.DigitValue(c) : c is 'O' or 'o' ? 0 : _numerals.ChineseDigit(c);
            if (figure < 0) return null;
            value = (value * 10) + figure;
        }

        return value;
    }

    private int? Small(string text, ref int at)
    {
        if (_numerals.Read([NumeralSystem.Digits, NumeralSystem.Chinese], text, at, text.Length, false) is not { } number) return null;
        at = number.End;
        return number.Value;
    }

    private static bool StartsWith(string text, int at, string word) =>
        at + word.Length <= text.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
