using System.Text;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Export.Archive;

/// <summary>How texts and queries become tokens of the full-text index, so that any stretch of a text is found exactly.</summary>
/// <remarks>
/// Beside the words that the segmenter cuts, an item is kept as its characters: each Chinese character is a token, a run of
/// letters or digits is one. A term of a query is the phrase of its own characters, so it is found wherever it stands, however
/// the words around it are cut. Both are folded (widths, compatibility forms, no white space between Chinese characters).
/// </remarks>
public static class SearchWords
{
    /// <summary>The tokens of a text, parted by spaces.</summary>
    public static string Characters(string text, FoldingTable folding)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new StringBuilder(text.Length * 2);
        var inRun = false;
        foreach (var rune in SearchableText.Fold(text, folding).Folded.EnumerateRunes())
        {
            var letter = rune.IsAscii && Rune.IsLetterOrDigit(rune);
            if (!Rune.IsLetterOrDigit(rune))
            {
                inRun = false;
                continue;
            }

            if (tokens.Length > 0 && !(letter && inRun)) tokens.Append(' ');
            tokens.Append(rune.ToString());
            inRun = letter;
        }

        return tokens.ToString();
    }
}
