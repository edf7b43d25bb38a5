namespace ExtractionPipeline.Pdf.Pages;

/// <summary>One character where it stands. Points (1/72 inch), origin at the lower left corner of the page.</summary>
/// <param name="Text">Usually one character; several for a ligature.</param>
/// <param name="Left">Where it begins on the base line.</param>
/// <param name="Right">Where the next one would begin.</param>
/// <param name="Baseline">Height of the base line.</param>
/// <param name="Size">Of the font, in points; at least 1.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size)
{
    public double Middle => (Left + Right) / 2;

    /// <summary>About the middle of a Chinese character's height.</summary>
    public double Centre => Baseline + 0.35 * Size;
}

/// <summary>A straight line that the page draws, horizontal or vertical: At is its y or x, From and To its ends along the other axis.</summary>
internal readonly record struct Ruling(bool IsHorizontal, double At, double From, double To);

/// <summary>What one page shows, free of the PDF library.</summary>
internal sealed record PageContent(int Number, double Width, double Height, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Ruling> Rulings, bool HasPicture);
