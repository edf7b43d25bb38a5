using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Export.Marking;

/// <summary>Where an item or one of its mentions stands in one paragraph; what runs over several paragraphs has a stretch in each.</summary>
/// <param name="Paragraph">Its place in the list of paragraphs, 0-based.</param>
/// <param name="Start">First UTF-16 code unit in the paragraph's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Item">The item.</param>
/// <param name="Mention">The mention; null for the item itself.</param>
internal sealed record MarkedStretch(int Paragraph, int Start, int End, ExtractedItem Item, Mention? Mention);
