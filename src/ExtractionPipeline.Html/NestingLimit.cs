using System.Globalization;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Html;

/// <summary>Refuses pages whose elements are open too deep, before the parser sees them: its time grows with the square of the depth.</summary>
internal static class NestingLimit
{
    // Elements that pages leave open and the parser closes, or that hold nothing.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "o:p",
    };

    /// <param name="text">The page.</param>
    /// <param name="limit">Elements inside one another; four times as many may be open, because pages forget to close some.</param>
    /// <param name="file">For the message.</param>
    /// <exception cref="InputException">EP1007.</exception>
    public static void Check(string text, int limit, string file)
    {
        var depth = 0;
        var names = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            var closes = text[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ':' or '-')) end++;
            if (end == start || names.Contains(text.AsSpan(start, end - start))) continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > limit * 4) throw Exceeded(limit, file);
        }
    }

    public static InputException Exceeded(int limit, string file) =>
        new(DiagnosticKinds.LimitExceeded, file, "the nesting of elements", limit.ToString(CultureInfo.InvariantCulture));
}
