namespace ExtractionPipeline.Values;

/// <summary>Where a paragraph stands in its document. All numbers are 1-based.</summary>
/// <remarks>
/// Inside a table: the number of the table in document order, the row and the grid column where its cell begins (a cell
/// merged downwards counts where it begins), and the paragraph within the cell. Outside: the paragraph within the body,
/// not counting those in tables; the other three are null.
/// </remarks>
public readonly record struct BlockLocation(int? Table, int? Row, int? Column, int Paragraph)
{
    /// <summary>The n-th paragraph of the body, outside any table.</summary>
    public static BlockLocation InBody(int paragraph) => new(null, null, null, paragraph);

    /// <inheritdoc/>
    public override string ToString() => Table is null
        ? FormattableString.Invariant($"paragraph {Paragraph}")
        : FormattableString.Invariant($"table {Table}, row {Row}, column {Column}, paragraph {Paragraph}");
}
