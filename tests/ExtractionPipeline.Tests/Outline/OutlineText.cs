using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Tests.Outline;

/// <summary>Reads small documents and writes their outline as lines, so that a test states it as a person would note it.</summary>
internal static class OutlineText
{
    public static readonly RuleSet Rules = RuleSet.Default();

    private static readonly OutlineReader s_reader = new(Rules);

    /// <summary>The outline of a plain text.</summary>
    public static (DocumentOutline Outline, IReadOnlyList<Diagnostic> Diagnostics) Read(string text, string format = "txt") =>
        Read(TextDocumentReader.Read(Encoding.UTF8.GetBytes(text), "test." + format, format));

    public static (DocumentOutline Outline, IReadOnlyList<Diagnostic> Diagnostics) Read(PolicyDocument document)
    {
        var diagnostics = new DiagnosticBag(document.Diagnostics);
        return (s_reader.Read(document, diagnostics), diagnostics.ToList());
    }

    /// <summary>One line a section ("# id label title") and item ("id label text"), sections first.</summary>
    public static string Of(DocumentOutline outline) => string.Join('\n', [
        .. outline.Sections.Select(s => $"# {s.Id} {s.Label ?? "-"} {s.Title}"),
        .. outline.Items.Select(i => $"{i.Id} {i.Label ?? "-"} {i.Text.Replace("\n", "⏎", StringComparison.Ordinal)}")]);

    /// <summary>A document of paragraphs and tables as a Word file gives them.</summary>
    public static PolicyDocument Document(params Block[] blocks) => new(new DocumentSource("test.docx", "docx", new string('0', 64)), blocks, [], []);

    public static Paragraph Body(int number, string text, string? label = null, int? heading = null, bool centred = false) =>
        new() { Text = text, Location = BlockLocation.InBody(number), Label = label, HeadingLevel = heading, Centred = centred };

    /// <summary>A table from texts; line feeds part the paragraphs of a cell, "^" is a cell merged from above.</summary>
    public static Table TableOf(int number, params string[][] rows)
    {
        var built = new List<TableRow>();
        for (var r = 0; r < rows.Length; r++)
        {
            var cells = new List<TableCell>();
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (string.Equals(rows[r][c], "^", StringComparison.Ordinal))
                {
                    cells.Add(built[r - 1].Cells[c]);
                    continue;
                }

                var paragraphs = rows[r][c].Split('\n').Select((t, p) => (Block)new Paragraph { Text = t, Location = new BlockLocation(number, r + 1, c + 1, p + 1) });
                cells.Add(new TableCell(c + 1, rows[r].Length == 1 ? rows.Max(x => x.Length) : 1, r + 1, [.. paragraphs]));
            }

            built.Add(new TableRow(r + 1, false, cells));
        }

        return new Table { Number = number, ColumnCount = rows.Max(r => r.Length), Rows = built };
    }

    /// <summary>Characters of the document (white space left out) that stand neither in a section, an item, the facts nor a diagnostic.</summary>
    /// <remarks>Counts each character; the 、 or point that closes a section's label is given back.</remarks>
    public static string Unaccounted(PolicyDocument document, DocumentOutline outline, IReadOnlyList<Diagnostic> diagnostics)
    {
        var left = new Dictionary<char, int>();
        foreach (var text in Texts(document.Blocks)) Count(text, 1);
        foreach (var section in outline.Sections) Count(section.Label + section.Title + "、.．", -1);
        foreach (var item in outline.Items) Count(item.Label + item.Text, -1);
        var facts = outline.Facts;
        Count(facts.Title + facts.Issuer + facts.DocumentNumber, -1);
        foreach (var detail in diagnostics.SelectMany(d => d.Details)) Count(detail, -1);
        return string.Concat(left.Where(l => l.Value > 0).OrderBy(l => l.Key).Select(l => new string(l.Key, l.Value)));

        void Count(string text, int by)
        {
            foreach (var c in text)
            {
                if (!char.IsWhiteSpace(c)) left[c] = left.GetValueOrDefault(c) + by;
            }
        }
    }

    private static IEnumerable<string> Texts(IEnumerable<Block> blocks) => blocks.SelectMany(b => b switch
    {
        Paragraph p => [p.Label + p.Text],
        Table t => t.Rows.SelectMany(r => r.Cells.Where(c => c.OriginRow == r.Number).SelectMany(c => Texts(c.Blocks))),
        _ => [],
    });
}
