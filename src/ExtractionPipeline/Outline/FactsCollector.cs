using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Outline;

/// <summary>Finds the document's facts (title, batch, issuer, number, date) and the lines that hold them.</summary>
/// <remarks>
/// The front is what stands before the first sentence, labelled line or table; the signature is an issuer's name right before a date
/// that fills its line. The title is the first centred or heading line of the front with those that carry it on, or else the first
/// short lines that end as titles do. Nothing is guessed: where there is no such line, the fact stays empty.
/// </remarks>
internal sealed class FactsCollector(FactReader facts, LabelReader labels, PageLines pageLines)
{
    private const int MaxTitleLine = 60;
    private const int MaxFrontParagraphs = 60;
    private const int MaxTitle = 200;

    /// <summary>The facts; paragraphs that hold nothing else are added to <paramref name="taken"/>.</summary>
    public DocumentFacts Collect(IReadOnlyList<Block> blocks, HashSet<Paragraph> taken, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var body = blocks.Where(b => b is Table || (b is Paragraph p && !string.IsNullOrWhiteSpace(p.Text))).ToList();
        var front = Front(body);
        var found = new Found();
        var title = Title(front, body, taken, found);
        var titleAt = front.FindIndex(taken.Contains);
        ReadFields(body, front.Count, taken, found, diagnostics, cancellation);
        ReadFront(front, titleAt, taken, found, diagnostics);
        ReadSignature(body, taken, found, diagnostics, cancellation);
        if (title.Length == 0) title = found.FieldTitle ?? "";
        if (title.Length == 0 && body.Count > 0 && body[0] is Table table) title = TitleInTable(table, taken);
        if (title.Length == 0 && body.Count > 0 && body[0] is Paragraph first) title = TitleBeforeNumber(first.Text, found);
        found.Issuer ??= facts.IssuerOfTitle(title);
        return new DocumentFacts(title, facts.Series(title), facts.Batch(title)?.Batch, found.Issuer, found.Number, found.Issued ?? found.Published);
    }

    private sealed class Found
    {
        public string? Issuer { get; set; }

        public string? Number { get; set; }

        public string? FieldTitle { get; set; }

        public DateOnly? Issued { get; set; }

        public DateOnly? Published { get; set; }
    }

    private List<Paragraph> Front(List<Block> body)
    {
        var front = new List<Paragraph>();
        for (var i = 0; i < body.Count && i < MaxFrontParagraphs; i++)
        {
            if (body[i] is not Paragraph paragraph || !MayStandInFront(paragraph)) break;
            front.Add(paragraph);
        }

        return front;
    }

    private bool MayStandInFront(Paragraph paragraph)
    {
        var text = paragraph.Text.Trim();
        if (paragraph.Label is not null) return false;
        if (pageLines.Read(text) is { } line) return line.Rule.Form != HeaderForm.Units;
        if (text.Length > MaxTitleLine * 2) return false;
        if (facts.WholeDate(text) is not null || IsNumberLine(text)) return true;
        if (labels.Read(text, 0, text.Length) is not null && !IsBracketLine(text)) return false;
        return IsTitleLine(text) || IsStrong(paragraph);
    }

    private static bool IsTitleLine(string text) =>
        text.Length <= MaxTitleLine && !Signs.IsInSentence(text[^1]) && text[^1] != '、' && !text.Any(c => Signs.EndsSentence(c) || c is '；' or ';' or '，' or '\t' or '：');

    private static bool IsStrong(Paragraph paragraph) => paragraph.Centred || paragraph.HeadingLevel is not null;

    private bool IsNumberLine(string text) => facts.Number(text) is { } span && span.Length + 4 >= text.Trim().Length;

    private bool IsImprint(string text) => IsBracketLine(text) && facts.Imprint(text) is not null;

    private static bool IsBracketLine(string text) =>
        text is ['（' or '(', .., '）' or ')'] && text.AsSpan(1).IndexOfAny('（', '(') < 0;

    // ---- title ----

    private string Title(List<Paragraph> front, IReadOnlyList<Block> body, HashSet<Paragraph> taken, Found found)
    {
        var candidates = front.Where(p => pageLines.Read(p.Text) is null && facts.WholeDate(p.Text) is null && !IsNumberLine(p.Text.Trim()) && !IsImprint(p.Text.Trim())).ToList();
        var start = candidates.FindIndex(p => IsStrong(p) && IsTitleStart(p, front, body));
        if (start < 0) start = WeakStart(candidates);
        if (start < 0) return "";
        // A letterhead stands alone above the title; ReadFront takes it for the issuer.
        for (; IsLetterhead(start); start++) found.Issuer ??= facts.Issuer(candidates[start].Text);
        var lines = new List<Paragraph>();
        var text = "";
        for (var i = start; i < candidates.Count; i++)
        {
            var line = candidates[i];
            if (lines.Count > 0 && !CarriesOn(lines[^1], line, text, front)) break;
            if (text.Length + line.Text.Length > MaxTitle) break;
            lines.Add(line);
            text = Signs.TitleText(lines.Select(l => l.Text));
        }

        // A letterhead or the name of the issuer alone above the title.
        if (lines.Count > 1 && facts.Issuer(lines[0].Text) is { } issuer)
        {
            found.Issuer = issuer;
            if (!facts.BeginsSubject(lines[1].Text)) lines.RemoveAt(0);
            text = Signs.TitleText(lines.Select(l => l.Text));
        }

        foreach (var line in lines) taken.Add(line);
        return text;

        bool IsLetterhead(int at) =>
            at + 1 < candidates.Count && facts.Issuer(candidates[at].Text) is { } name
            && (!facts.BeginsSubject(candidates[at + 1].Text) || name.Length < Signs.Compact(candidates[at].Text).Length || !FollowsAtOnce(front, candidates[at], candidates[at + 1]))
            && (IsStrong(candidates[at + 1]) || WeakStart(candidates[(at + 1)..]) == 0);
    }

    private bool IsTitleStart(Paragraph paragraph, List<Paragraph> front, IReadOnlyList<Block> body)
    {
        var text = paragraph.Text.Trim();
        if (text.Length > MaxTitle) return false;
        if (paragraph.Centred || paragraph.HeadingLevel == 0 || facts.EndsAsTitle(text)) return true;
        // A heading whose style comes again is the first chapter, not the title, unless it stands alone at the top.
        var again = body.OfType<Paragraph>().Count(p => p.HeadingLevel == paragraph.HeadingLevel);
        return again == 1 || front.Count > 1 && facts.EndsAsTitle(Signs.TitleText(front.Select(p => p.Text)));
    }

    private int WeakStart(List<Paragraph> candidates)
    {
        for (var start = 0; start < candidates.Count; start++)
        {
            var text = "";
            for (var i = start; i < candidates.Count && text.Length < MaxTitle; i++)
            {
                var line = candidates[i].Text.Trim();
                if (line[0] is '《' or '"' || line[^1] is '》') break;
                text += line;
                if (facts.EndsAsTitle(text)) return start;
            }
        }

        return -1;
    }

    private bool CarriesOn(Paragraph last, Paragraph line, string text, List<Paragraph> front)
    {
        if (!FollowsAtOnce(front, last, line)) return false;
        var words = line.Text.Trim();
        if (IsBracketLine(words)) return facts.FirstDate(words) is null && (facts.EndsAsTitle(words) || facts.Batch(words) is not null || facts.EndsAsTitle(text));
        if (facts.EndsAsTitle(text)) return false;
        return !IsStrong(last) || IsStrong(line);
    }

    private static bool FollowsAtOnce(List<Paragraph> front, Paragraph first, Paragraph second)
    {
        var at = front.FindIndex(p => ReferenceEquals(p, first));
        return at + 1 < front.Count && ReferenceEquals(front[at + 1], second);
    }

    /// <summary>A title that stands in the table itself, as a first row across all columns.</summary>
    private string TitleInTable(Table table, HashSet<Paragraph> taken)
    {
        if (table.Rows.Count < 2 || table.Rows[0].Cells is not [var cell] || cell.ColumnSpan < table.ColumnCount) return "";
        var text = Signs.TitleText(cell.Paragraphs.Select(p => p.Text));
        if (text.Length is 0 or > MaxTitle || !facts.EndsAsTitle(text) || text.Any(Signs.EndsSentence)) return "";
        foreach (var paragraph in cell.Paragraphs) taken.Add(paragraph);
        return text;
    }

    private string TitleBeforeNumber(string text, Found found)
    {
        if (facts.Number(text) is not { } span) return "";
        // Without a line break the letters before the year may be the title's own last words: the title ends where titles end.
        for (var end = Math.Min(span.End, MaxTitle); end > 4; end--)
        {
            if (end > text.Length || !facts.EndsAsTitle(text[..end])) continue;
            var title = Signs.TitleText([text[..end]]);
            if (title.Any(Signs.EndsSentence) || facts.IssuerOfTitle(title) is null) return "";
            found.Number ??= Signs.Compact(text[Math.Max(end, span.Start)..span.End]);
            return title;
        }

        return "";
    }

    // ---- fields, front lines, signature ----

    private void ReadFields(List<Block> body, int frontCount, HashSet<Paragraph> taken, Found found, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        for (var i = 0; i < body.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (body[i] is not Paragraph { Label: null } paragraph || taken.Contains(paragraph) || pageLines.Read(paragraph.Text) is not { } line) continue;
            if (line.Rule.Form != HeaderForm.Field || line.Rule.Gives == HeaderFact.Nothing) continue;
            var hasOwn = line.Value.Length > 0;
            if (!hasOwn && (i + 1 >= body.Count || body[i + 1] is not Paragraph { Label: null })) continue;
            var holder = hasOwn ? paragraph : (Paragraph)body[i + 1];
            var value = hasOwn ? line.Value : holder.Text.Trim();
            if (value.Length > MaxTitle || (i >= frontCount && hasOwn && line.Rule.Gives == HeaderFact.Title)) continue;
            if (!Take(line.Rule.Gives, value, found) || line.Rule.Stays) continue;
            taken.Add(holder);
            diagnostics.Add(DiagnosticKinds.FactRead, DiagnosticPlace.At(holder.Location), NameOf(line.Rule.Gives), holder.Text.Trim());
        }
    }

    private bool Take(HeaderFact fact, string value, Found found)
    {
        switch (fact)
        {
            case HeaderFact.Issuer when facts.Issuer(value) is { } issuer:
                found.Issuer ??= issuer;
                return true;
            case HeaderFact.Number when facts.Number(value) is { } span:
                found.Number ??= Signs.Compact(span.In(value));
                return true;
            case HeaderFact.Issued when facts.FirstDate(value) is { } date:
                found.Issued ??= date;
                return true;
            case HeaderFact.Published when facts.FirstDate(value) is { } date:
                found.Published ??= date;
                return true;
            case HeaderFact.Title:
                found.FieldTitle ??= Signs.TitleText([value]);
                return true;
            default:
                return false;
        }
    }

    private void ReadFront(List<Paragraph> front, int titleAt, HashSet<Paragraph> taken, Found found, DiagnosticBag diagnostics)
    {
        foreach (var paragraph in front.Where(p => !taken.Contains(p)))
        {
            var text = paragraph.Text.Trim();
            string? fact = null;
            if (IsNumberLine(text))
            {
                found.Number ??= Signs.Compact(facts.Number(text)!.Value.In(text));
                fact = NameOf(HeaderFact.Number);
            }
            else if (facts.WholeDate(text) is { } date)
            {
                found.Published ??= date;
                fact = NameOf(HeaderFact.Published);
            }
            else if (IsBracketLine(text) && facts.Imprint(text) is { } imprint)
            {
                found.Issued ??= imprint.Date;
                found.Issuer ??= imprint.Issuer;
                fact = NameOf(HeaderFact.Published);
            }
            else if (front.FindIndex(p => ReferenceEquals(p, paragraph)) < titleAt && facts.Issuer(text) is { } issuer)
            {
                found.Issuer ??= issuer;
                fact = NameOf(HeaderFact.Issuer);
            }

            if (fact is null) continue;
            taken.Add(paragraph);
            diagnostics.Add(DiagnosticKinds.FactRead, DiagnosticPlace.At(paragraph.Location), fact, text);
        }
    }

    private void ReadSignature(List<Block> body, HashSet<Paragraph> taken, Found found, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        for (var i = 1; i < body.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (body[i] is not Paragraph { Label: null } paragraph || taken.Contains(paragraph) || facts.WholeDate(paragraph.Text) is not { } date) continue;
            var signed = new List<Paragraph>();
            for (var at = i - 1; at >= 0 && body[at] is Paragraph above && above.Label is null && !taken.Contains(above) && facts.Issuer(above.Text) is not null; at--) signed.Insert(0, above);
            if (signed.Count == 0 && i < body.Count - 1) continue;
            found.Issued ??= date;
            if (signed.Count > 0) found.Issuer ??= string.Join(' ', signed.Select(s => facts.Issuer(s.Text)));
            foreach (var line in signed) Note(line, HeaderFact.Issuer);
            Note(paragraph, HeaderFact.Issued);
        }

        void Note(Paragraph line, HeaderFact fact)
        {
            taken.Add(line);
            diagnostics.Add(DiagnosticKinds.FactRead, DiagnosticPlace.At(line.Location), NameOf(fact), line.Text.Trim());
        }
    }

    private static string NameOf(HeaderFact fact) => fact switch
    {
        HeaderFact.Issuer => "issuer",
        HeaderFact.Number => "number",
        HeaderFact.Title => "title",
        _ => "date",
    };
}
