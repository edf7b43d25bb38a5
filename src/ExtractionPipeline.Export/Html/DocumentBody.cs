using System.Globalization;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Marking;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Export.Html;

/// <summary>The document itself: its paragraphs and tables as they stand, with items and mentions marked.</summary>
internal sealed class DocumentBody
{
    private readonly TextWriter _to;
    private readonly ReviewWords _words;
    private readonly Dictionary<ExtractedItem, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ExtractedItem> _anchored = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Paragraph, List<MarkedStretch>> _marks = new(ReferenceEqualityComparer.Instance);

    private DocumentBody(ExtractionResult result, ReviewWords words, TextWriter to)
    {
        (_words, _to) = (words, to);
        foreach (var item in result.Items) _numbers.Add(item, _numbers.Count);
    }

    /// <summary>Writes the body.</summary>
    /// <returns>Mentions that could not be marked.</returns>
    public static int Write(PolicyDocument document, ExtractionResult result, ReviewWords words, TextWriter to)
    {
        var body = new DocumentBody(result, words, to);
        var paragraphs = new List<Paragraph>();
        Collect(document.Blocks, paragraphs);
        var (stretches, missing) = MarkPlaces.Find(paragraphs.ConvertAll(p => p.Text), result);
        foreach (var group in stretches.GroupBy(s => s.Paragraph))
        {
            body._marks.Add(paragraphs[group.Key], [.. group.OrderBy(s => s.Start).ThenByDescending(s => s.End).ThenBy(s => s.Mention is not null)]);
        }

        body.WriteBlocks(document.Blocks);
        return missing;
    }

    /// <summary>Each paragraph once, a merged cell where it begins.</summary>
    private static void Collect(IEnumerable<Block> blocks, List<Paragraph> to)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph) to.Add(paragraph);
            if (block is not Table table) continue;
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells.Where(c => c.OriginRow == row.Number)) Collect(cell.Blocks, to);
            }
        }
    }

    private void WriteBlocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph) WriteParagraph(paragraph);
            else if (block is Table table) WriteTable(table);
        }
    }

    private void WriteTable(Table table)
    {
        _to.Write("<div class=\"scroll\"><table>\n");
        foreach (var row in table.Rows)
        {
            _to.Write("<tr>");
            foreach (var cell in row.Cells.Where(c => c.OriginRow == row.Number)) WriteCell(table, row, cell);
            _to.Write("</tr>\n");
        }

        _to.Write("</table></div>\n");
    }

    private void WriteCell(Table table, TableRow row, TableCell cell)
    {
        var rows = table.Rows.Count(r => r.Number >= row.Number && r.Cells.Any(c => c.Column == cell.Column && c.OriginRow == row.Number));
        var tag = row.IsHeader ? "th" : "td";
        _to.Write($"<{tag}{Span("rowspan", rows)}{Span("colspan", cell.ColumnSpan)}>");
        WriteBlocks(cell.Blocks);
        _to.Write($"</{tag}>");
    }

    private static string Span(string name, int count) => count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {name}=\"{count}\"");

    private void WriteParagraph(Paragraph paragraph)
    {
        if (paragraph.Text.Length == 0 && paragraph.Label is null) return;
        var tag = paragraph.HeadingLevel is { } level ? string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(level + 1, 2, 6)}") : "p";
        _to.Write(paragraph.Centred ? $"<{tag} class=\"centred\">" : $"<{tag}>");
        if (paragraph.Label is { } label) _to.Write($"<span class=\"label\">{HtmlText.Of(label)}</span> ");
        var next = 0;
        WriteText(paragraph.Text, 0, paragraph.Text.Length, _marks.GetValueOrDefault(paragraph) ?? [], ref next);
        _to.Write($"</{tag}>\n");
    }

    /// <summary>Writes a stretch of text with all marks that begin in it; one that sticks out of another ends with it.</summary>
    private void WriteText(string text, int start, int end, List<MarkedStretch> marks, ref int next)
    {
        while (next < marks.Count && marks[next].Start < end)
        {
            var mark = marks[next++];
            var (first, last) = (Math.Max(mark.Start, start), Math.Min(mark.End, end));
            if (first >= last) continue;
            Plain(text[start..first]);
            _to.Write(Opening(mark));
            WriteText(text, first, last, marks, ref next);
            _to.Write(mark.Mention is null ? "</span>" : "</mark>");
            start = last;
        }

        Plain(text[start..end]);
    }

    private void Plain(string text) => _to.Write(HtmlText.Of(text).Replace("\n", "<br>", StringComparison.Ordinal));

    private string Opening(MarkedStretch stretch)
    {
        var item = stretch.Item;
        if (stretch.Mention is not { } mention)
        {
            var anchor = _anchored.Add(item) ? $" id=\"item-{HtmlText.Of(item.Item.Id)}\"" : "";
            return string.Create(CultureInfo.InvariantCulture, $"<span class=\"item\"{anchor} data-item=\"{_numbers[item]}\">");
        }

        var role = ReviewWords.RoleOf(mention);
        var tip = $"{_words.Meaning(mention)}\n{_words["rule"]}: {mention.Rule}\n{_words["item"]}: {item.Item.Id}";
        return $"<mark class=\"{OutputWords.Of(mention.Kind)}{(role is null ? "" : " " + role)}\" tabindex=\"0\" data-tip=\"{HtmlText.Of(tip)}\">";
    }
}
