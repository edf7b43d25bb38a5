using ExtractionPipeline.Values;

namespace ExtractionPipeline.Outline;

/// <summary>What a document says of itself.</summary>
/// <param name="Title">Joined without line breaks; empty where there is none.</param>
/// <param name="Series">The title without its batch mark: what joins the batches of one list.</param>
/// <param name="Batch">第二批 is 2; null where the title names none.</param>
/// <param name="Issuer">发文机关 as written, or null.</param>
/// <param name="DocumentNumber">发文字号: 建办市函〔2021〕316号, or null.</param>
/// <param name="Date">Date of issue, or null.</param>
public sealed record DocumentFacts(string Title, string Series, int? Batch, string? Issuer, string? DocumentNumber, DateOnly? Date);

/// <summary>A heading (标题), whatever its form: a table column, a Word heading, 第一章, 一、.</summary>
/// <param name="Id">Position: "1.2" is the second section below the first.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Label">As printed, without the 、 or point that closes it ("一", "（一）"); null where there is none.</param>
/// <param name="Title">The words after the label.</param>
/// <param name="Column">Header of the table column it stands in, or null.</param>
public sealed record Section(string Id, int Level, string? Label, string Title, string? Column);

/// <summary>The smallest numbered or separate statement (条目): a practice, an article, a paragraph.</summary>
/// <param name="Id">Its section's id and its ordinal.</param>
/// <param name="Section">Id of its section; empty where the document has none.</param>
/// <param name="Label">As printed ("1."), or null.</param>
/// <param name="Text">What the document says, exactly, without the label.</param>
/// <param name="Location">Its paragraph.</param>
public sealed record OutlineItem(string Id, string Section, string? Label, string Text, BlockLocation Location)
{
    /// <summary>Id of the item whose point this is (（1） below 1.) or that it carries on; null where it stands by itself.</summary>
    public string? Under { get; init; }
}

/// <summary>Sections and items of a document, in its order.</summary>
public sealed record DocumentOutline(DocumentFacts Facts, IReadOnlyList<Section> Sections, IReadOnlyList<OutlineItem> Items);
