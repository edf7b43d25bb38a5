namespace ExtractionPipeline.Segmentation;

/// <summary>Where one word stands in the text that was cut. UTF-16 code units; the end is exclusive.</summary>
public readonly record struct WordSpan(int Start, int End)
{
    /// <summary>UTF-16 code units; a word is never empty.</summary>
    public int Length => End - Start;
}
