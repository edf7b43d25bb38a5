using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
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
    IReadOnlyList<Section> Headings,
    IReadOnlyList<DivisionCode> SectionRegions,
    DivisionCode? OwnRegion)
{
    /// <summary>The last measure of the item whose point this is; null where the item stands by itself.</summary>
    public Measure? Above { get; init; }
}
