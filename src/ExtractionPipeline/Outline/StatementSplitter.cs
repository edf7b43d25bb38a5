using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;

namespace ExtractionPipeline.Outline;

/// <summary>Takes the label off a paragraph, and parts statements that were run together in one paragraph.</summary>
/// <remarks>
/// A label inside a paragraph parts it only where the numbering itself says so: it carries on the list at hand (3. after 2.), or it
/// begins one at 1 that goes on, and each begins after a finished sentence. Points of one sentence, parted by ；, stay together.
/// A line break, or two ideographic spaces after a finished clause (the indent of a paragraph whose line break was lost), part too.
/// One pass from left to right.
/// </remarks>
internal sealed class StatementSplitter(LabelReader labels)
{
    private sealed record Candidate(Marker Marker, bool AfterSentence, bool MayOpen, bool Gap);

    private sealed record OpenLabel(int Kind, int Value);

    /// <summary>The statements of one paragraph in order; none for an empty one.</summary>
    /// <param name="paragraph">Its label, location and heading level.</param>
    /// <param name="text">Its text, or that of several lines that are one paragraph.</param>
    /// <param name="previous">The label of the statement before, if any.</param>
    /// <param name="diagnostics">Says where a paragraph was parted.</param>
    public IReadOnlyList<Line> Split(Paragraph paragraph, string text, Marker? previous, DiagnosticBag diagnostics)
    {
        var start = LabelReader.SkipSpaces(text, 0, text.Length);
        if (start == text.Length && paragraph.Label is null) return [];
        Marker? own;
        string? label;
        if (paragraph.Label is { } automatic)
        {
            label = automatic;
            own = (labels.ReadWhole(automatic) ?? new Marker(null, 0, 0, 0, 0, 0)) with { Start = start, LabelEnd = start, TextStart = start };
        }
        else
        {
            own = labels.Read(text, start, text.Length, previous);
            label = own is { } m ? text[m.Start..m.LabelEnd] : null;
        }

        if (own is { } marker && marker.TextStart >= text.Length && paragraph.Label is null) (own, label) = (null, null);   // nothing but a label
        var cuts = Cuts(text, own?.TextStart ?? start, own);
        var lines = new List<Line>(cuts.Count + 1);
        Add(lines, paragraph, text, own, label, own?.TextStart ?? start, cuts.Count > 0 ? cuts[0].Marker.Start : text.Length);
        for (var i = 0; i < cuts.Count; i++)
        {
            var cut = cuts[i].Marker;
            var end = i + 1 < cuts.Count ? cuts[i + 1].Marker.Start : text.Length;
            if (cut.Rule is null) Add(lines, paragraph, text, null, null, cut.Start, end);
            else Add(lines, paragraph, text, cut, text[cut.Start..cut.LabelEnd], cut.TextStart, end);
        }

        if (lines.Count > 1) diagnostics.Add(DiagnosticKinds.ParagraphSplit, DiagnosticPlace.At(paragraph.Location), lines.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return lines;
    }

    private static void Add(List<Line> lines, Paragraph paragraph, string text, Marker? marker, string? label, int start, int end)
    {
        var words = text[start..end].Trim();
        if (words.Length > 0) lines.Add(new Line(words, paragraph.Location, label, marker, lines.Count == 0 ? paragraph.HeadingLevel : null));
        else if (label is not null) lines.Add(new Line(label, paragraph.Location, null, null, null));   // a label without words is a statement by itself
    }

    private List<Candidate> Cuts(string text, int start, Marker? own)
    {
        var candidates = Candidates(text, start, own);
        var cuts = new List<Candidate>();
        if (candidates.Count == 0) return cuts;
        var next = NextOfKind(candidates);
        var open = new List<OpenLabel>();
        if (own is { Rule: not null } first) open.Add(new OpenLabel(first.Kind, first.Value));
        for (var i = 0; i < candidates.Count; i++)
        {
            var (marker, afterSentence, mayOpen, gap) = candidates[i];
            if (marker.Rule is null)
            {
                cuts.Add(candidates[i]);
                continue;
            }

            var level = open.FindIndex(o => o.Kind == marker.Kind);
            var carriesOn = level >= 0 && open[level].Value + 1 == marker.Value && afterSentence;
            var goesOn = next[i] >= 0 && candidates[next[i]] is { AfterSentence: true } second && second.Marker.Value == 2;
            var begins = level < 0 && marker.Value == 1 && mayOpen && goesOn;
            if (!carriesOn && !begins && !gap) continue;
            if (level >= 0) open.RemoveRange(level, open.Count - level);
            open.Add(new OpenLabel(marker.Kind, marker.Value));
            cuts.Add(candidates[i]);
        }

        return cuts;
    }

    private List<Candidate> Candidates(string text, int start, Marker? own)
    {
        var found = new List<Candidate>();
        var previous = own;
        for (var i = labels.NextStop(text, start + 1); i < text.Length; i = labels.NextStop(text, i + 1))
        {
            var gap = IsBreak(text, i);
            if (!gap && !labels.MayBegin(text[i])) continue;
            var sign = Signs.LastSign(text, i);
            var afterSentence = gap || Signs.EndsSentence(sign);
            var marker = labels.Read(text, i, text.Length, previous);
            if (marker is not { } read || read.TextStart >= text.Length)
            {
                var indented = gap && text[i - 1] == '\u3000' && Signs.EndsClause(sign);
                if (indented) found.Add(new Candidate(new Marker(null, 0, 0, i, i, i), true, true, true));
                continue;
            }

            // A first point may follow its title at once (取暖电价补贴（1）补贴范围…), but only in brackets: a bare figure there counts something.
            var enclosed = read.Rule!.Opens.Count > 0 && read.Rule.Shape == Rules.MarkerShape.Point;
            if (!afterSentence && sign is not ('：' or ':') && !(enclosed && read.Value == 1)) continue;
            found.Add(new Candidate(read, afterSentence, true, gap));
            if (afterSentence) previous = read;
            i = read.LabelEnd - 1;
        }

        return found;
    }

    /// <summary>Whether a lost or soft line break stands right before this character, which is not white space.</summary>
    private static bool IsBreak(string text, int at)
    {
        var ideographic = 0;
        for (var i = at - 1; i >= 0 && char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] == '\n') return true;
            if (text[i] == '\u3000' && ++ideographic == 2) return true;
        }

        return false;
    }

    private static int[] NextOfKind(List<Candidate> candidates)
    {
        var next = new int[candidates.Count];
        var seen = new Dictionary<int, int>();
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            next[i] = seen.GetValueOrDefault(candidates[i].Marker.Kind, -1);
            seen[candidates[i].Marker.Kind] = i;
        }

        return next;
    }
}
