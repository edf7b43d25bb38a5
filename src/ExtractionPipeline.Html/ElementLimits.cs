using System.Globalization;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Html;

/// <summary>Refuses pages of too many elements, or with too many open, before the parser sees them: its time grows with the square of the depth.</summary>
internal static class ElementLimits
{
    // Elements that pages leave open and the parser closes, or that hold nothing.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "o:p",
    };

    /// <param name="text">The page.</param>
    /// <param name="bytes">Its size as a file.</param>
    /// <param name="options">Four times as many elements as may stand inside one another may be open, because pages forget to close some.</param>
    /// <param name="file">For the message.</param>
    /// <exception cref="InputException">EP1007.</exception>
    public static void Check(string text, int bytes, HtmlReadingOptions options, string file)
    {
        var (depth, count) = (0, 0);
        var most = Math.Max(options.FreeElements, bytes / options.LeastBytesPerElement);
        var names = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            var closes = text[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ':' or '-')) end++;
            if (end > start && !closes && ++count > most) throw new InputException(DiagnosticKinds.LimitExceeded, file, "the number of elements", most.ToString(CultureInfo.InvariantCulture));
            if (end == start || names.Contains(text.AsSpan(start, end - start))) continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > options.MaxNestingDepth * 4) throw TooDeep(options, file);
        }
    }

    public static InputException TooDeep(HtmlReadingOptions options, string file) =>
        new(DiagnosticKinds.LimitExceeded, file, "the nesting of elements", options.MaxNestingDepth.ToString(CultureInfo.InvariantCulture));
}
