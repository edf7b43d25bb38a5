using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Outline;

/// <summary>A part of the body in reading order.</summary>
internal abstract record BodyPart;

/// <summary>A line of prose.</summary>
internal sealed record BodyLine(Line Line) : BodyPart;

/// <summary>A table.</summary>
internal sealed record BodyTable(Table Table) : BodyPart;

/// <summary>Turns blocks into lines and tables: lines about the page go to the diagnostics, broken lines are joined, run-together ones parted.</summary>
/// <remarks>An attachment's heading and title may stand on several lines.</remarks>
internal sealed class BodyLines(PageLines pageLines, LabelReader labels, FactReader facts, LineJoiner joiner, StatementSplitter splitter)
{
    private const int MaxTitleOfAttachment = 60;

    private readonly record struct AttachmentHeading(Paragraph Heading, string Title);

    /// <summary>The body without what <paramref name="taken"/> holds.</summary>
    /// <param name="blocks">The body.</param>
    /// <param name="found">The document's facts.</param>
    /// <param name="taken">What holds nothing but facts.</param>
    /// <param name="kept">Lines with facts that are statements all the same.</param>
    /// <param name="linesMayBeWrapped">Whether the format ends lines where no paragraph ends.</param>
    /// <param name="diagnostics">Gets what was set apart or joined.</param>
    /// <param name="cancellation">Looked at before each line.</param>
    public IReadOnlyList<BodyPart> Read(IReadOnlyList<Block> blocks, DocumentFacts found, HashSet<Paragraph> taken, HashSet<Paragraph> kept, bool linesMayBeWrapped, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var parts = new List<BodyPart>();
        var run = new List<Paragraph>();
        var inContents = false;
        var attachments = false;
        AttachmentHeading? attachment = null;   // while its title may still follow or go on
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (block is Table table)
            {
                Flush(run, parts, linesMayBeWrapped, diagnostics, cancellation);
                AddAttachment(parts, ref attachment);
                parts.Add(new BodyTable(table));
                continue;
            }

            var paragraph = (Paragraph)block;
            if (taken.Contains(paragraph) || (string.IsNullOrWhiteSpace(paragraph.Text) && paragraph.Label is null)) continue;
            var line = paragraph.Label is null ? pageLines.Read(paragraph.Text) : null;
            if (line?.Rule.Form == HeaderForm.Contents) inContents = true;
            else if (!PageLines.IsContentsEntry(paragraph.Text)) inContents = inContents && line?.Rule.Form == HeaderForm.Page;
            attachments = line is { Rule.Form: HeaderForm.Attachment, Value.Length: > 0 } || (attachments && IsListed(paragraph));
            if (kept.Contains(paragraph))
            {
                run.Add(paragraph);
            }
            else if (KindOf(paragraph, line, found, inContents, attachments) is { } kind)
            {
                diagnostics.Add(kind, DiagnosticPlace.At(paragraph.Location), (paragraph.Label + paragraph.Text).Trim());
            }
            else if (line?.Rule.Form == HeaderForm.Attachment)
            {
                Flush(run, parts, linesMayBeWrapped, diagnostics, cancellation);
                AddAttachment(parts, ref attachment);
                if (parts.Count == 0) diagnostics.Add(DiagnosticKinds.SiteHeaderSetApart, DiagnosticPlace.At(paragraph.Location), paragraph.Text.Trim());
                else attachment = new AttachmentHeading(paragraph, "");
            }
            else if (attachment is { } open && (open.Title.Length == 0 ? IsTitle(paragraph) : CarriesTitleOn(open.Title, paragraph)))
            {
                attachment = open with { Title = Signs.TitleText([open.Title, paragraph.Text]) };
            }
            else
            {
                AddAttachment(parts, ref attachment);
                run.Add(paragraph);
            }
        }

        Flush(run, parts, linesMayBeWrapped, diagnostics, cancellation);
        AddAttachment(parts, ref attachment);
        return parts;
    }

    /// <summary>An attachment is a section of the first level; its title is the line below its heading, where that is a title.</summary>
    private static void AddAttachment(List<BodyPart> parts, ref AttachmentHeading? attachment)
    {
        if (attachment is not { } open) return;
        var heading = open.Heading.Text.Trim();
        parts.Add(new BodyLine(open.Title.Length == 0
            ? new Line(heading, open.Heading.Location, null, null, 1)
            : new Line(open.Title, open.Heading.Location, heading, null, 1)));
        attachment = null;
    }

    /// <summary>A bracket with the batch or the kind of document on a line of its own: （第三批）, （试行）.</summary>
    private bool CarriesTitleOn(string title, Paragraph paragraph)
    {
        var text = paragraph.Text.Trim();
        return paragraph.Label is null && text is ['（' or '(', .., '）' or ')'] && facts.EndsAsTitle(title)
            && (facts.Batch(text) is not null || paragraph.Centred) && facts.FirstDate(text) is null && text.Length <= MaxTitleOfAttachment / 2;
    }

    private bool IsTitle(Paragraph paragraph)
    {
        var text = paragraph.Text.Trim();
        if (paragraph.Label is not null || text.Length > MaxTitleOfAttachment || text.Any(Signs.IsInSentence) || labels.Read(text, 0, text.Length) is not null) return false;
        return paragraph.Centred || paragraph.HeadingLevel is not null || facts.EndsAsTitle(text);
    }

    /// <summary>Under which code a paragraph is set apart; null where it is none of the page.</summary>
    private static DiagnosticKind? KindOf(Paragraph paragraph, PageLine? line, DocumentFacts found, bool inContents, bool attachments)
    {
        if (inContents) return DiagnosticKinds.ContentsSetApart;
        if (attachments) return DiagnosticKinds.AttachmentListed;
        if (found.Title.Length > 0 && string.Equals(Signs.TitleText([paragraph.Text]), found.Title, StringComparison.Ordinal)) return DiagnosticKinds.RunningTitleSetApart;
        return line switch
        {
            null => PageLines.IsContentsEntry(paragraph.Text) && !Signs.IsInSentence(Signs.LastSign(paragraph.Text, paragraph.Text.Length)) && paragraph.Text.Contains("...", StringComparison.Ordinal) ? DiagnosticKinds.ContentsSetApart : null,
            { Rule.Form: HeaderForm.Page } => DiagnosticKinds.PageNumberSetApart,
            { Rule.Form: HeaderForm.Attachment or HeaderForm.Units } => null,
            { Rule.Stays: true, Value.Length: > 0 } => null,
            _ => DiagnosticKinds.SiteHeaderSetApart,
        };
    }

    /// <summary>Whether a line goes on with the list of attachments below a notice: numbered titles, no sentences.</summary>
    private bool IsListed(Paragraph paragraph)
    {
        var text = paragraph.Text.Trim();
        return text.Length is > 0 and <= MaxTitleOfAttachment && !text.Any(Signs.IsInSentence) && (paragraph.Label is not null || labels.Read(text, 0, text.Length) is not null);
    }

    private void Flush(List<Paragraph> run, List<BodyPart> parts, bool linesMayBeWrapped, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (run.Count == 0) return;
        Marker? previous = null;
        foreach (var joined in joiner.Join(run, linesMayBeWrapped, diagnostics, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var line in splitter.Split(joined.First, joined.Text, previous, diagnostics))
            {
                parts.Add(new BodyLine(line));
                previous = line.Marker ?? previous;
            }
        }

        run.Clear();
    }
}
