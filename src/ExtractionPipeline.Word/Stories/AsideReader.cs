using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;
using ExtractionPipeline.Word.Numbering;
using ExtractionPipeline.Word.Opening;
using ExtractionPipeline.Word.Styles;

namespace ExtractionPipeline.Word.Stories;

/// <summary>Reads the text that stands apart from the body: notes, comments, headers and footers.</summary>
/// <remarks>Order: footnotes, endnotes, comments, each in the order of the text; then headers and footers in the order of the sections. What nothing refers to comes last of its kind.</remarks>
internal sealed class AsideReader(WordPackage package, StyleSheet styles, ListDefinitions lists, Findings findings, WordReadingOptions options)
{
    private readonly List<Aside> _asides = [];

    public IReadOnlyList<Aside> Read(IReadOnlyList<AsideReference> references)
    {
        ReadNotes(AsideKind.Footnote, references, () => package.OpenPart(PartKind.Footnotes));
        ReadNotes(AsideKind.Endnote, references, () => package.OpenPart(PartKind.Endnotes));
        ReadNotes(AsideKind.Comment, references, () => package.OpenPart(PartKind.Comments));
        ReadPages(references);
        return _asides;
    }

    private void ReadNotes(AsideKind kind, IReadOnlyList<AsideReference> references, Func<PartXml?> open)
    {
        using var xml = open();
        if (xml is null || !xml.MoveToRoot()) return;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        var children = xml.Children();
        while (children.Next())
        {
            // Separators between text and notes have a type and no text of the author.
            if (xml.Name is not ("footnote" or "endnote" or "comment") || xml.Attribute("id") is not { } id || xml.Attribute("type") is not (null or "normal")) continue;
            if (texts.TryAdd(id, ReadStory(xml))) order.Add(id);
        }

        foreach (var reference in references)
        {
            if (reference.Kind == kind && texts.Remove(reference.Id, out var text)) Add(kind, reference.Anchor, text);
        }

        foreach (var id in order)
        {
            if (texts.TryGetValue(id, out var text)) Add(kind, null, text);
        }
    }

    private void ReadPages(IReadOnlyList<AsideReference> references)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            if (reference.Kind is not (AsideKind.Header or AsideKind.Footer) || !seen.Add(reference.Id)) continue;
            using var xml = package.OpenPageEdge(reference.Id);
            if (xml is not null && xml.MoveToRoot()) Add(reference.Kind, null, ReadStory(xml));
        }
    }

    /// <summary>The paragraphs of the current element, those of tables and text boxes included, joined by line feeds.</summary>
    private string ReadStory(PartXml xml)
    {
        var story = new StoryReader(xml, styles, new ListCounters(lists), findings, options);
        var container = new Container();
        story.ReadBlocks(container);
        story.Close(container);
        var lines = new List<string>();
        Collect(container.Blocks, lines);
        return string.Join('\n', lines);
    }

    private static void Collect(IReadOnlyList<Block> blocks, List<string> lines)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph)
            {
                if (paragraph.Text.Length > 0 || paragraph.Label is not null) lines.Add(paragraph.Label is null ? paragraph.Text : $"{paragraph.Label} {paragraph.Text}");
            }
            else if (block is Table table)
            {
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row.Cells)
                    {
                        if (cell.OriginRow == row.Number) Collect(cell.Blocks, lines);
                    }
                }
            }
        }
    }

    private void Add(AsideKind kind, BlockLocation? anchor, string text)
    {
        text = text.Trim();
        if (text.Length == 0) return;
        _asides.Add(new Aside(kind, anchor, text));
        var what = kind switch
        {
            AsideKind.Footnote => "a footnote",
            AsideKind.Endnote => "an endnote",
            AsideKind.Comment => "a comment",
            AsideKind.Header => "a header",
            _ => "a footer",
        };
        if (anchor is { } place) findings.Add(DiagnosticKinds.AsideKeptApart, place, what, Findings.Quoted(text));
        else findings.Add(DiagnosticKinds.AsideKeptApart, what, Findings.Quoted(text));
    }
}
