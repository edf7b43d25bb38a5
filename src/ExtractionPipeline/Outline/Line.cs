using ExtractionPipeline.Values;

namespace ExtractionPipeline.Outline;

/// <summary>One statement or heading as it stands in the document, its label taken off.</summary>
/// <param name="Text">The words after the label, trimmed; never empty.</param>
/// <param name="Location">Its paragraph.</param>
/// <param name="Label">The label as printed, or null.</param>
/// <param name="Marker">What the label says, or null.</param>
/// <param name="HeadingLevel">As in its paragraph.</param>
internal sealed record Line(string Text, BlockLocation Location, string? Label, Marker? Marker, int? HeadingLevel);
