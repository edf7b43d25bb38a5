namespace ExtractionPipeline.Pdf.Lines;

/// <summary>Tells whether a line begins with the number of a statement: 1. 1、（一） 一、 第一条 ①.</summary>
internal static class LabelSigns
{
    private const int Longest = 6;   // characters of a number: 第一百二十条

    private static readonly Dictionary<string, string> Signs = ReadSigns();

    /// <summary>Characters beside digits that page numbers hold: 第 3 页 共 6 页.</summary>
    public static bool IsPageWord(char c) => Signs["page"].Contains(c, StringComparison.Ordinal);

    /// <summary>Whether the whole text is a number in Chinese numerals: 十二.</summary>
    public static bool IsNumeral(string text) => Runs(text, 0, out var end) && end == text.Length;

    public static bool BeginsWithLabel(string text)
    {
        if (text.Length < 2) return false;
        var first = text[0];
        if (first is >= '\u2460' and <= '\u24ff') return true;
        if (first is '（' or '(') return Closes(text, 1);
        if (IsPrefix(first)) return Runs(text, 1, out var unit) && unit < text.Length && Signs["units"].Contains(text[unit], StringComparison.Ordinal);
        if (!Runs(text, 0, out var end) || end >= text.Length) return false;
        var mark = text[end];
        if (mark is '、' or '．') return true;
        // 2.5亿元 is a figure.
        return char.IsAsciiDigit(first) && mark is '.' or ')' or '）' && (end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1]));
    }

    /// <summary>The number of an Arabic label (3. 3、), or null.</summary>
    public static int? Ordinal(string text)
    {
        var end = 0;
        while (end < text.Length && end < 3 && char.IsAsciiDigit(text[end])) end++;
        return end > 0 && BeginsWithLabel(text) ? int.Parse(text.AsSpan(0, end), System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static bool Closes(string text, int from) => Runs(text, from, out var end) && end < text.Length && text[end] is '）' or ')';

    private static bool Runs(string text, int from, out int end)
    {
        end = from;
        while (end < text.Length && end - from < Longest && (char.IsAsciiDigit(text[end]) || Signs["numerals"].Contains(text[end], StringComparison.Ordinal))) end++;
        return end > from;
    }

    private static bool IsPrefix(char c) => Signs["prefix"].Contains(c, StringComparison.Ordinal);

    private static Dictionary<string, string> ReadSigns()
    {
        using var stream = typeof(LabelSigns).Assembly.GetManifestResourceStream("Lines.labels.tsv")
            ?? throw new InvalidOperationException("The resource Lines.labels.tsv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var signs = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') signs.Add(line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
        }

        return signs;
    }
}
