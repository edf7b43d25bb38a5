using ExtractionPipeline.Values;

namespace ExtractionPipeline.Documents;

/// <summary>One part of a document's body: a paragraph or a table. A closed set.</summary>
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>Whether it has a visible character.</summary>
    public bool HasText => this switch
    {
        Paragraph paragraph => !string.IsNullOrWhiteSpace(paragraph.Text) || paragraph.Label is not null,
        Table table => table.Rows.Any(r => r.Cells.Any(c => c.Blocks.Any(b => b.HasText))),
        _ => throw new InvalidOperationException("A block is a paragraph or a table."),
    };
}

/// <summary>One paragraph (段落), in the body or in a cell.</summary>
public sealed record Paragraph : Block
{
    /// <summary>The text as a reader sees it, without the automatic number; tabs as U+0009, line breaks inside the paragraph as U+000A.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required BlockLocation Location { get; init; }

    /// <summary>The automatic list number as it prints (一、 （一） 1. ① 第一章), without the space or tab after it; null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>0-based level of the automatic list; null without a label.</summary>
    public int? ListLevel { get; init; }

    /// <summary>1 to 9 where the style or the paragraph itself makes it a heading, 0 for a title style; null for body text.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>Whether the whole text stands centred, as titles do.</summary>
    public bool Centred { get; init; }

    /// <summary>Stretches that need care: tracked insertions, hidden text.</summary>
    public IReadOnlyList<TextMark> Marks
    {
        get => _marks ?? [];
        init => _marks = value is { Count: 0 } ? null : value;
    }

    private readonly IReadOnlyList<TextMark>? _marks;
}

/// <summary>What is special about a stretch of a paragraph.</summary>
public enum TextMarkKind
{
    /// <summary>Tracked as inserted or moved here, and accepted in reading.</summary>
    Inserted,

    /// <summary>Tracked as deleted, and kept because revisions are rejected in reading.</summary>
    Deleted,

    /// <summary>Marked as hidden text.</summary>
    Hidden,

    /// <summary>A deletion stood at this place (empty stretch).</summary>
    DeletionPoint,
}

/// <summary>A marked stretch of a paragraph's text.</summary>
public readonly record struct TextMark(TextMarkKind Kind, SourceSpan Span);

/// <summary>A table, laid on its grid.</summary>
public sealed record Table : Block
{
    /// <summary>1-based, in document order; a table split by a page keeps the number of its first part only when the file says that it is one.</summary>
    public required int Number { get; init; }

    /// <summary>Number of grid columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>Rows from top to bottom.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }
}

/// <summary>One row of a table.</summary>
/// <param name="Number">1-based.</param>
/// <param name="IsHeader">Whether the file marks it as a header row that repeats on each page.</param>
/// <param name="Cells">From left to right; a cell merged from above appears again here.</param>
public sealed record TableRow(int Number, bool IsHeader, IReadOnlyList<TableCell> Cells);

/// <summary>One cell as it is seen in one row.</summary>
/// <param name="Column">1-based grid column where it begins.</param>
/// <param name="ColumnSpan">Grid columns that it covers, at least 1.</param>
/// <param name="OriginRow">1-based row where it begins: smaller than the row that shows it when it is merged from above.</param>
/// <param name="Blocks">Its content, the same instances in each row that shows the cell; locations name the origin.</param>
public sealed record TableCell(int Column, int ColumnSpan, int OriginRow, IReadOnlyList<Block> Blocks)
{
    /// <summary>Its paragraphs in order, those of nested tables left out.</summary>
    public IEnumerable<Paragraph> Paragraphs => Blocks.OfType<Paragraph>();

    /// <summary>Its paragraphs' texts, joined by line feeds.</summary>
    public string Text => Blocks is [Paragraph only] ? only.Text : string.Join('\n', Paragraphs.Select(p => p.Text));

    /// <summary>Whether its paragraphs hold white space at most.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Blocks.Count; i++)
            {
                if (Blocks[i] is Paragraph paragraph && !string.IsNullOrWhiteSpace(paragraph.Text)) return false;
            }

            return true;
        }
    }
}
