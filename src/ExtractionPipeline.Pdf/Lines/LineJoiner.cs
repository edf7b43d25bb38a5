using System.Text;

namespace ExtractionPipeline.Pdf.Lines;

/// <summary>The width in which lines were set: the text column or the inside of a cell, in points.</summary>
internal readonly record struct Measure(double Left, double Right)
{
    public double Width => Right - Left;

    public static Measure Of(IReadOnlyList<TextLine> lines) => new(lines.Min(l => l.Left), lines.Max(l => l.Right));
}

/// <summary>One paragraph of the page, joined from its lines.</summary>
internal sealed record JoinedLines(string Text, int Lines, TextLine First, Measure Measure)
{
    /// <summary>As far from the left as from the right, and from both at least two characters.</summary>
    public bool IsCentred
    {
        get
        {
            var (left, right) = (First.Left - Measure.Left, Measure.Right - First.Right);
            return left > 2 * First.Size && Math.Abs(left - right) < 1.5 * First.Size;
        }
    }
}

/// <summary>Joins printed lines into paragraphs, so that no sentence is broken.</summary>
/// <remarks>
/// A line begins a paragraph when one of these holds, asked in this order: the type is of another size; the gap above it is larger than
/// elsewhere in the column; it is set in by two characters and the line before is not; the line before ends a sentence and either stops
/// short or the next one begins with a label; the line before stops short without ending a sentence and the next begins with a label, or
/// it fills less than two thirds of the column (a heading). A line after a comma never begins one, and none begins with a closing mark.
/// Chinese lines are joined without a space, Latin ones with one.
/// </remarks>
internal static class LineJoiner
{
    private const double LargerGap = 1.35;   // times the usual distance of base lines

    public static List<JoinedLines> Join(IReadOnlyList<TextLine> lines, Func<int, Measure> measureOf)
    {
        var joined = new List<JoinedLines>();
        var pitch = UsualPitch(lines);
        var from = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && !Begins(lines[i - 1], lines[i], measureOf(lines[i - 1].Page), measureOf(lines[i].Page), pitch, i - from)) continue;
            joined.Add(new JoinedLines(TextOf(lines, from, i), i - from, lines[from], measureOf(lines[from].Page)));
            from = i;
        }

        return joined;
    }

    /// <summary>The distance of base lines that most pairs have, or 0.</summary>
    private static double UsualPitch(IReadOnlyList<TextLine> lines)
    {
        var gaps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Page == lines[i - 1].Page && lines[i].Baseline < lines[i - 1].Baseline) gaps.Add(lines[i - 1].Baseline - lines[i].Baseline);
        }

        if (gaps.Count == 0) return 0;
        gaps.Sort();
        return Math.Min(gaps[gaps.Count / 2], gaps[0] * 1.5);
    }

    private static bool Begins(TextLine before, TextLine line, Measure was, Measure measure, double pitch, int linesSoFar)
    {
        var em = before.Size;
        if (Math.Abs(before.Size - line.Size) > 0.12 * Math.Max(before.Size, line.Size)) return true;
        var last = before.Text[^1];
        if (before.Page == line.Page)
        {
            var gap = before.Baseline - line.Baseline;
            if (gap > LargerGap * Math.Max(pitch, 1.05 * em) || gap > 2.4 * em) return true;
        }

        var label = LabelSigns.BeginsWithLabel(line.Text);
        if (last is '，' or '、' or ',' || line.Text[0] is '，' or '。' or '、' or '；' or '）' or '》' or '”') return false;
        var shortBy = was.Right - before.Right;
        var setIn = line.Left - measure.Left;
        var ends = last is '。' or '；' or '！' or '？' or '：' or ';' or ':' or '”' or '）' or '.' or '…';
        if (IsCentred(before, was) && IsCentred(line, measure)) return label;
        if (setIn > 1.4 * em && setIn < 5 * em && (before.Left - was.Left < 1 * em || linesSoFar == 1) && (ends || shortBy > 1.5 * em)) return true;
        if (ends) return label || shortBy > 1.6 * em;
        if (shortBy <= 1.6 * em) return false;
        return label || shortBy > was.Width / 3;
    }

    private static bool IsCentred(TextLine line, Measure measure)
    {
        var (left, right) = (line.Left - measure.Left, measure.Right - line.Right);
        return left > 2.5 * line.Size && Math.Abs(left - right) < line.Size;
    }

    private static string TextOf(IReadOnlyList<TextLine> lines, int from, int to)
    {
        var text = new StringBuilder(lines[from].Text);
        for (var i = from + 1; i < to; i++)
        {
            var next = lines[i].Text;
            if (text[^1] == '-' && text.Length > 1 && char.IsAsciiLetter(text[^2]) && char.IsAsciiLetterLower(next[0])) text.Length--;
            else if (char.IsAsciiLetterOrDigit(next[0]) && text[^1] < '\u2000' && !(char.IsAsciiDigit(next[0]) && (char.IsAsciiDigit(text[^1]) || text[^1] is '.'))) text.Append(' ');
            text.Append(next);
        }

        return text.ToString();
    }
}
