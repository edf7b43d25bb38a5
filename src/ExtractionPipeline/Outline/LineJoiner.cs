using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;

namespace ExtractionPipeline.Outline;

/// <summary>One paragraph as it was meant: one of the file, or several that a converter made of one.</summary>
/// <param name="First">Gives label, place and heading level.</param>
/// <param name="Text">The lines as written, with the line breaks between them.</param>
internal sealed record JoinedParagraph(Paragraph First, string Text);

/// <summary>Puts sentences together that a fixed line width, a page or a running title broke.</summary>
/// <remarks>
/// A line goes on when it ends with ，or 、 or inside a bracket, quote or book title. In a plain text, where a line need not be a
/// paragraph, it also goes on when it is a running sentence without an end, or as wide as other lines that go on. A labelled line or
/// heading never continues another. Short lines without any sign between a broken sentence and its rest are running titles,
/// unless the number that ends them takes its unit from the next line (不少⏎于 5⏎亿元).
/// </remarks>
internal sealed class LineJoiner(LabelReader labels, PageLines pageLines, LineContents contents)
{
    private const int MinBrokenLength = 20;
    private const int MinWrapWidth = 32;
    private const int WidthTolerance = 4;

    /// <summary>The first line of a paragraph is narrower by an indent of two characters, in steps of the tolerance.</summary>
    private const int IndentSteps = 2;
    private const int MaxRunningTitles = 3;
    private const int MaxRunningTitleLength = 25;
    private const int LongestUnit = 6;

    /// <summary>The paragraphs as they were meant; running titles between go to the diagnostics.</summary>
    /// <param name="paragraphs">Neighbours in the body, lines about the page left out.</param>
    /// <param name="linesMayBeWrapped">Whether the format ends lines where no paragraph ends.</param>
    /// <param name="diagnostics">Says what was joined.</param>
    /// <param name="cancellation">Looked at before each line.</param>
    public IReadOnlyList<JoinedParagraph> Join(IReadOnlyList<Paragraph> paragraphs, bool linesMayBeWrapped, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        var wrapWidths = linesMayBeWrapped ? WrapWidths(paragraphs) : [];
        var joined = new List<JoinedParagraph>(paragraphs.Count);
        for (var i = 0; i < paragraphs.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = paragraphs[i];
            var lines = new List<string> { first.Text };
            var next = i + 1;
            while (next < paragraphs.Count)
            {
                var last = lines[^1];
                var goesOn = first.HeadingLevel is null && GoesOn(last, linesMayBeWrapped, wrapWidths, paragraphs[next]);
                var titles = goesOn && linesMayBeWrapped ? RunningTitles(paragraphs, next, last) : 0;
                var continuation = next + titles;
                var isUnits = paragraphs[next].Label is null && pageLines.Read(paragraphs[next].Text) is { Rule.Form: Rules.HeaderForm.Units } && Signs.EndsSentence(Signs.LastSign(last, last.Length));
                if (!isUnits && (!goesOn || !MayContinue(paragraphs[continuation]))) break;
                for (; next < continuation; next++) diagnostics.Add(DiagnosticKinds.RunningTitleSetApart, DiagnosticPlace.At(paragraphs[next].Location), paragraphs[next].Text.Trim());
                lines.Add(paragraphs[next++].Text);
            }

            if (lines.Count > 1) diagnostics.Add(DiagnosticKinds.LinesJoined, DiagnosticPlace.At(first.Location), lines.Count.ToString(CultureInfo.InvariantCulture));
            joined.Add(new JoinedParagraph(first, lines.Count == 1 ? first.Text : string.Join('\n', lines)));
            i = next;
        }

        return joined;
    }

    private bool MayContinue(Paragraph paragraph) =>
        paragraph.Label is null && paragraph.HeadingLevel is null && !StartsWithIndent(paragraph.Text) && labels.Read(paragraph.Text, 0, paragraph.Text.Length) is null;

    private static bool StartsWithIndent(string text) => text.StartsWith("\u3000\u3000", StringComparison.Ordinal);

    private bool GoesOn(string last, bool linesMayBeWrapped, HashSet<int> wrapWidths, Paragraph next)
    {
        var text = last.TrimEnd();
        if (text.Length == 0) return false;
        if (IsTorn(text, next.Text) || (linesMayBeWrapped && HoldsNumberOf(text, next.Text))) return true;
        if (IsBroken(text) || (!Signs.EndsClause(text[^1]) && Signs.HasOpenBracket(text))) return true;
        if (!linesMayBeWrapped || Signs.EndsClause(text[^1])) return false;
        if (!Signs.Closes(text[^1]) && text.Length >= MinBrokenLength && text.Any(Signs.IsInSentence)) return true;
        var width = Signs.Width(text);
        return wrapWidths.Contains(width / WidthTolerance) && Signs.Width(next.Text) <= width + ((IndentSteps + 1) * WidthTolerance);
    }

    /// <summary>最高50⏎00万元: a number was torn, for none begins with 0 and goes on without a point.</summary>
    private static bool IsTorn(string text, string next) =>
        char.IsAsciiDigit(text[^1]) && next.Length > 1 && next[0] == '0' && next[1] != '.' && text.Any(char.IsLetter) && next.Any(char.IsLetter);

    /// <summary>Whether a line certainly ends inside a sentence.</summary>
    private static bool IsBroken(string text) => text[^1] is '，' or '、' or ',' or '（' or '《' or '“';

    private int RunningTitles(IReadOnlyList<Paragraph> paragraphs, int next, string last)
    {
        var titles = 0;
        while (titles < MaxRunningTitles && next + titles + 1 < paragraphs.Count && IsRunningTitle(paragraphs[next + titles], last) && !HoldsNumberOf(paragraphs[next + titles].Text, paragraphs[next + titles + 1].Text)) titles++;
        // A title stands between only where the sentence goes on after it.
        return titles > 0 && MayContinue(paragraphs[next + titles]) && paragraphs[next + titles].Text.Any(Signs.IsInSentence) ? titles : 0;
    }

    /// <summary>于 5⏎亿元: the number at the end of a line has its unit on the next; a page number (- 7 -, 7) has no letter before it.</summary>
    private bool HoldsNumberOf(string line, string following)
    {
        var (text, next) = (line.TrimEnd(), following.TrimStart());
        return text.Length > 0 && char.IsDigit(text[^1]) && text.Any(char.IsLetter) && contents.HasAmount(string.Concat(text.AsSpan(text.Length - 1), next.AsSpan(0, Math.Min(next.Length, LongestUnit))));
    }

    private bool IsRunningTitle(Paragraph paragraph, string last)
    {
        var trimmed = paragraph.Text.Trim();
        return paragraph.Label is null && paragraph.HeadingLevel is null && trimmed.Length is > 1 and <= MaxRunningTitleLength && !trimmed.Any(c => Signs.IsInSentence(c) || Signs.Closes(c) || c is '、')
            && Signs.Width(trimmed) + WidthTolerance < Signs.Width(last.Trim()) && labels.Read(trimmed, 0, trimmed.Length) is null;
    }

    /// <summary>Widths (in steps of the tolerance) at which at least two lines break inside a sentence.</summary>
    private static HashSet<int> WrapWidths(IReadOnlyList<Paragraph> paragraphs)
    {
        var counts = new Dictionary<int, int>();
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.Text.TrimEnd();
            if (text.Length < MinWrapWidth / 2 || Signs.EndsClause(text[^1]) || !(IsBroken(text) || text.Any(Signs.IsInSentence))) continue;
            var width = Signs.Width(text);
            if (width >= MinWrapWidth) counts[width / WidthTolerance] = counts.GetValueOrDefault(width / WidthTolerance) + 1;
        }

        var widths = new HashSet<int>();
        foreach (var (step, count) in counts.Where(c => c.Value >= 2))
        {
            for (var near = -IndentSteps; near <= 1; near++) widths.Add(step + near);
        }

        return widths;
    }
}
