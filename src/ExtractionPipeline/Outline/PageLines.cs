using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Outline;

/// <summary>A line about the page or the file.</summary>
/// <param name="Rule">The rule that knows it.</param>
/// <param name="Value">What stands after "name：", or empty.</param>
internal readonly record struct PageLine(HeaderRule Rule, string Value);

/// <summary>Tells lines about the page or the file (页码, 发布日期, 分享到, 责任单位 …) from what the document says.</summary>
internal sealed class PageLines(OutlineRules rules)
{
    /// <summary>A longer line is a sentence, whatever it begins with. In characters without white space.</summary>
    private const int MaxLength = 90;
    private const int MaxPageDigits = 4;

    /// <summary>A line that only numbers a page is no longer: －第 12 页 共 34 页－. In characters without white space.</summary>
    private const int LongestPageNumber = 16;

    /// <summary>A line that only counts is no longer: 12次. In characters without white space.</summary>
    private const int LongestCounter = 12;

    private readonly int _longestWord = LongestWord(rules);

    /// <summary>What the line is, or null for a line of the document itself.</summary>
    public PageLine? Read(string text)
    {
        if (text.Length > MaxLength * 4) return ReadUnits(text);
        var compact = Signs.Compact(text);
        if (compact.Length == 0) return null;
        var name = NameOf(compact.TrimStart('（', '('));
        if (name is null && compact.Length > Math.Max(Math.Max(LongestPageNumber, LongestCounter), _longestWord + MaxPageDigits)) return ReadUnits(text);   // nothing below is so long
        for (var i = 0; i < rules.Headers.Count; i++)
        {
            var rule = rules.Headers[i];
            switch (rule.Form)
            {
                case HeaderForm.Page when IsPageNumber(compact, rule):
                case HeaderForm.Counter when IsCounter(compact, rule):
                case HeaderForm.Line or HeaderForm.Contents or HeaderForm.Attachment when IsWordOf(rule, compact.TrimEnd('：', ':')):
                    return new PageLine(rule, "");
                case HeaderForm.Attachment when name is not null && IsWordOf(rule, WithoutNumber(name)):
                    return new PageLine(rule, ValueOf(text));
                case HeaderForm.Attachment when compact.Length <= _longestWord + MaxPageDigits && IsWordOf(rule, WithoutNumber(compact)):
                    return new PageLine(rule, "");
                case HeaderForm.Field when IsWordOf(rule, compact):
                    return new PageLine(rule, "");
                case HeaderForm.Field when name is not null && compact.Length <= MaxLength && IsWordOf(rule, name) && !Signs.EndsSentence(compact[^1]):
                    return new PageLine(rule, ValueOf(text));
                default:
                    break;
            }
        }

        return ReadUnits(text);
    }

    /// <summary>Whether the line belongs to a page of contents: dots or a tab, then a page number.</summary>
    public static bool IsContentsEntry(string text)
    {
        var end = text.Length;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || NumeralReader.IsDigit(text[end - 1]))) end--;
        var number = text.AsSpan(end).Trim();
        if (end == 0 || number.Length is 0 or > MaxPageDigits) return false;
        if (text[end..].Contains('\t', StringComparison.Ordinal)) return true;
        var dots = 0;
        while (end > 0 && (text[end - 1] is '.' or '…' or '·' or '．' or '-' or '—' || char.IsWhiteSpace(text[end - 1])))
        {
            if (!char.IsWhiteSpace(text[end - 1])) dots += text[end - 1] == '…' ? 3 : 1;
            end--;
        }

        return dots >= 3;
    }

    private PageLine? ReadUnits(string text)
    {
        var at = LabelReader.SkipSpaces(text, 0, text.Length);
        if (at < text.Length && text[at] is '（' or '(' or '【' or '[') at++;
        var start = at;
        for (var length = 0; at < text.Length && length <= _longestWord && text[at] is not ('：' or ':'); at++) length += char.IsWhiteSpace(text[at]) ? 0 : 1;
        if (at >= text.Length || text[at] is not ('：' or ':')) return null;
        var word = Signs.Compact(text[start..at]);
        foreach (var rule in rules.Headers)
        {
            if (rule.Form == HeaderForm.Units && IsWordOf(rule, word)) return new PageLine(rule, text[(at + 1)..].Trim());
        }

        return null;
    }

    private static int LongestWord(OutlineRules rules)
    {
        var longest = 0;
        foreach (var header in rules.Headers)
        {
            foreach (var word in header.Words) longest = Math.Max(longest, word.Length);
        }

        return longest;
    }

    private string? NameOf(string compact)
    {
        var colon = compact.AsSpan(0, Math.Min(compact.Length, _longestWord + MaxPageDigits)).IndexOfAny('：', ':');
        return colon > 0 ? compact[..colon] : null;
    }

    private static string ValueOf(string text) => text[(text.AsSpan().IndexOfAny('：', ':') + 1)..].Trim();

    private string WithoutNumber(string name)
    {
        var end = name.Length;
        while (end > 0 && (NumeralReader.IsDigit(name[end - 1]) || rules.Numerals.Contains(name[end - 1]))) end--;
        return name[..end];
    }

    private static bool IsWordOf(HeaderRule rule, string text)
    {
        for (var i = 0; i < rule.Words.Count; i++)
        {
            if (string.Equals(rule.Words[i], text, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsPageNumber(string compact, HeaderRule rule)
    {
        if (compact.Length > LongestPageNumber) return false;
        var digits = 0;
        var rest = new System.Text.StringBuilder();
        foreach (var c in compact)
        {
            if (NumeralReader.IsDigit(c)) digits++;
            else if (c is not ('-' or '—' or '–' or '－' or '·' or '/' or '─' or '~')) rest.Append(c);
        }

        if (digits is 0 or > MaxPageDigits * 2) return false;
        if (rest.Length == 0) return digits <= MaxPageDigits && !compact.Contains('~', StringComparison.Ordinal);
        var words = rest.ToString();
        return words.Contains(rule.Words[1], StringComparison.Ordinal) && rule.Words.Aggregate(words, (left, word) => left.Replace(word, "", StringComparison.Ordinal)).Trim('，', ',').Length == 0;
    }

    private static bool IsCounter(string compact, HeaderRule rule)
    {
        if (compact.Length > LongestCounter || !IsWordOf(rule, compact[^1..])) return false;
        return compact.AsSpan(0, compact.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0 || compact.AsSpan(0, compact.Length - 1).TrimStart('-').Length == 0;
    }
}
