using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;
using ExtractionPipeline.Word.Paragraphs;

namespace ExtractionPipeline.Word.Stories;

/// <summary>Where blocks are being put: the body, a cell, a text box, a note. Knows the place of the next paragraph.</summary>
internal sealed class Container
{
    /// <summary>The table whose cell this is; null in the body.</summary>
    public int? Table { get; init; }

    public int? Row { get; init; }

    public int? Column { get; init; }

    /// <summary>Paragraphs so far, those of text boxes included.</summary>
    public int ParagraphCount { get; set; }

    /// <summary>False in a cell that a merged cell covers: its list numbers do not print and do not count.</summary>
    public bool IsSeen { get; init; } = true;

    public List<Block> Blocks { get; } = [];

    /// <summary>A paragraph whose mark is gone: it goes on in the next one.</summary>
    public ParagraphText? Unfinished { get; set; }

    /// <summary>Properties of the paragraph whose mark is gone, for the case that no other follows.</summary>
    public ParagraphProperties? UnfinishedProperties { get; set; }

    /// <summary>Content of text boxes that are anchored in the paragraph being read; it follows that paragraph.</summary>
    public List<Block> Boxed { get; } = [];

    /// <summary>Paragraphs in those text boxes.</summary>
    public int BoxedParagraphs { get; set; }

    /// <summary>A table at the end of the container, to which rows may still come.</summary>
    public Tables.TableGrid? OpenTable { get; set; }

    /// <summary>The place of the paragraph being read.</summary>
    public BlockLocation NextLocation => new(Table, Row, Column, ParagraphCount + 1);

    /// <summary>A container for a text box that is anchored in the paragraph being read.</summary>
    public Container Box() => new() { Table = Table, Row = Row, Column = Column, IsSeen = IsSeen, ParagraphCount = ParagraphCount + 1 + BoxedParagraphs };

    /// <summary>Puts the table at the end in its place, complete.</summary>
    public void CloseTable()
    {
        if (OpenTable is null) return;
        Blocks.Add(OpenTable.ToTable());
        OpenTable = null;
    }
}
