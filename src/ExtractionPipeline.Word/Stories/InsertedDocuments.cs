using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Word.Opening;

namespace ExtractionPipeline.Word.Stories;

/// <summary>Reads documents that stand whole inside the document (w:altChunk); Word merges them into the text when it opens the file.</summary>
internal sealed class InsertedDocuments(WordPackage package, WordReadingOptions options, string file, CancellationToken cancellation)
{
    private const string What = "a document inserted as a whole (altChunk)";

    private int _count;

    /// <summary>Notes, headers and comments of the inserted documents.</summary>
    public List<Aside> Asides { get; } = [];

    /// <summary>Reads an inserted document.</summary>
    /// <param name="relationshipId">r:id of the w:altChunk.</param>
    /// <param name="fault">Why it was not read, for a message; null where it was.</param>
    /// <exception cref="InputException">EP1007.</exception>
    public PolicyDocument? Read(string? relationshipId, out string? fault)
    {
        fault = What;
        if (relationshipId is null || package.ReadWhole(relationshipId) is not { } inserted) return null;
        if (++_count > options.MaxInsertedDocuments)
            throw new InputException(DiagnosticKinds.LimitExceeded, file, "the number of inserted documents", FormattableString.Invariant($"{options.MaxInsertedDocuments}"));
        if (options.InsertionDepth > 0 && ReaderOf(inserted.Name, inserted.Bytes) is { } read)
        {
            try
            {
                var document = read(inserted.Bytes);
                fault = null;
                Asides.AddRange(document.Asides.Select(a => a with { Anchor = null }));
                return document;
            }
            catch (InputException refusal) when (refusal.Kind != DiagnosticKinds.LimitExceeded)
            {
                fault = $"{What} ({refusal.Message})";
                return null;
            }
        }

        fault = $"{What}, {inserted.Name},";
        return null;
    }

    private Func<byte[], PolicyDocument>? ReaderOf(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8)) return b => new WordDocumentReader(options with { InsertionDepth = options.InsertionDepth - 1 }).Read(b, file, cancellation);
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)) return b => TextDocumentReader.Read(b, file, "txt");
        if (text.TrimStart(" \t\r\n"u8).StartsWith("<"u8) && options.WebPages is { } readPage) return b => readPage(b, file, cancellation);
        return null;
    }
}

/// <summary>Gives the blocks of an inserted document their places in the document around it.</summary>
internal sealed class InsertedBlocks(StoryReader story, Findings findings, Container container)
{
    public void Place(PolicyDocument document)
    {
        container.CloseTable();
        var first = container.NextLocation;
        foreach (var block in document.Blocks)
        {
            if (block is not Paragraph paragraph)
            {
                container.Blocks.Add(Renumbered((Table)block));
                continue;
            }

            findings.CountParagraph();
            container.Blocks.Add(paragraph with { Location = container.NextLocation });
            container.ParagraphCount++;
        }

        // Their places are those of the other document; here they all point to where it begins.
        foreach (var diagnostic in document.Diagnostics) findings.Add(diagnostic.Kind, first, [.. diagnostic.Details]);
    }

    private Table Renumbered(Table table)
    {
        var number = story.NextTableNumber();
        var seen = new Dictionary<IReadOnlyList<Block>, IReadOnlyList<Block>>(ReferenceEqualityComparer.Instance);   // a merged cell shows one list in several rows
        var rows = new List<TableRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var cells = new List<TableCell>(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                if (!seen.TryGetValue(cell.Blocks, out var blocks))
                {
                    findings.CountCell();
                    seen[cell.Blocks] = blocks = [.. cell.Blocks.Select(b => InTable(b, number))];
                }

                cells.Add(cell with { Blocks = blocks });
            }

            rows.Add(row with { Cells = cells });
        }

        return table with { Number = number, Rows = rows };
    }

    private Block InTable(Block block, int number) => block switch
    {
        Paragraph paragraph => Counted(paragraph with { Location = paragraph.Location with { Table = number } }),
        Table table => Renumbered(table),
        _ => throw new InvalidOperationException("A block is a paragraph or a table."),
    };

    private Paragraph Counted(Paragraph paragraph)
    {
        findings.CountParagraph();
        return paragraph;
    }
}
