using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>What stands around an item and may lend it regions and categories.</summary>
/// <param name="Text">The item's text, looked up.</param>
/// <param name="Found">What the finders found in it.</param>
/// <param name="Headings">Its sections from the nearest to the outermost.</param>
/// <param name="SectionRegions">Regions that its headings or its row name; empty where none does.</param>
/// <param name="OwnRegion">The region whose government speaks in the document, or null.</param>
public sealed record ItemContext(
    ItemText Text,
    ItemFindings Found,
    IReadOnlyList<Heading> Headings,
    IReadOnlyList<DivisionCode> SectionRegions,
    DivisionCode? OwnRegion)
{
    /// <summary>The last measure of the item whose point this is; null where the item stands by itself.</summary>
    public Measure? Above { get; init; }

    /// <summary>The document's title, or null: what the whole list is about tells its items apart no more.</summary>
    public Heading? Title { get; init; }
}

/// <summary>A heading of one document, looked up once for all items below it.</summary>
/// <param name="text">Its title, read like an item.</param>
public sealed class Heading(ItemText text)
{
    /// <summary>Its title, read like an item.</summary>
    public ItemText Text { get; } = text;

    /// <summary>Points that it gives to each category, as CategoryFinder weighs it; null until first asked for.</summary>
    internal int[]? CategoryPoints { get; set; }

    /// <summary>Whether some word of it speaks for a category; null until first asked for.</summary>
    internal bool[]? NamedCategories { get; set; }
}
