using System.Collections.Frozen;

namespace ExtractionPipeline.Text;

/// <summary>Which character stands for which in searching.</summary>
/// <remarks>
/// White space is dropped; full-width ASCII (U+FF01–U+FF5E) becomes ASCII; the rest comes from rules/text/folding.tsv.
/// A private-use character between two digits stands for a decimal point (seen in documents whose font drew it); anywhere else it is dropped.
/// </remarks>
public sealed class FoldingTable
{
    /// <summary>Marks a character that is dropped.</summary>
    public const char Dropped = '\0';

    private readonly FrozenDictionary<char, char> _pairs;

    /// <param name="pairs">From the written to the searched character.</param>
    public FoldingTable(IEnumerable<KeyValuePair<char, char>> pairs) => _pairs = pairs.ToFrozenDictionary();

    /// <summary>The searched form of the character at this place, or <see cref="Dropped"/>.</summary>
    public char Fold(string text, int index)
    {
        var c = text[index];
        if (c < 0x80) return c is > ' ' and < '\x7f' ? c : Dropped;
        if (c is >= '\u4e00' and <= '\u9fff') return _pairs.TryGetValue(c, out var plain) ? plain : c;
        if (c is >= '\uff01' and <= '\uff5e') return (char)(c - 0xFEE0);
        if (char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad') return Dropped;
        if (c is >= '\ue000' and <= '\uf8ff') return IsDigitAt(text, index - 1) && IsDigitAt(text, index + 1) ? '.' : Dropped;
        return _pairs.TryGetValue(c, out var other) ? other : c;
    }

    private static bool IsDigitAt(string text, int index) =>
        index >= 0 && index < text.Length && text[index] is (>= '0' and <= '9') or (>= '\uff10' and <= '\uff19');
}
