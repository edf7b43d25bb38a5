using System.Runtime.InteropServices;

namespace ExtractionPipeline.Text;

/// <summary>Which character stands for which in searching.</summary>
/// <remarks>
/// White space is dropped; full-width ASCII (U+FF01–U+FF5E) becomes ASCII; the rest comes from rules/text/folding.tsv.
/// A private-use character between two digits stands for a decimal point (seen in documents whose font drew it); anywhere else it is dropped.
/// Compiled form: the searched character for each of the 65,536 (char).
/// </remarks>
public sealed class FoldingTable
{
    /// <summary>Marks a character that is dropped.</summary>
    public const char Dropped = '\0';

    // Marks a character whose neighbours decide; nothing else folds to this control character, itself neither.
    private const char Doubtful = '\x01';

    private readonly CompiledBytes _table;

    private FoldingTable(CompiledBytes table) => _table = table;

    private ReadOnlySpan<char> Searched => _table.Read<char>(0, char.MaxValue + 1);

    internal static FoldingTable Open(CompiledBytes table)
    {
        var folding = new FoldingTable(table);
        _ = folding.Searched;
        return folding;
    }

    /// <param name="pairs">From the written to the searched character.</param>
    internal static CompiledBytes Compile(IReadOnlyDictionary<char, char> pairs)
    {
        var searched = new char[char.MaxValue + 1];
        for (var c = 0; c < searched.Length; c++) searched[c] = Fold((char)c, pairs);
        return CompiledBytes.Of(MemoryMarshal.AsBytes<char>(searched));
    }

    /// <summary>The searched form of the character at this place, or <see cref="Dropped"/>.</summary>
    public char Fold(string text, int index)
    {
        var searched = Searched[text[index]];
        return searched == Doubtful ? Judge(text, index) : searched;
    }

    /// <summary>Number of characters at the start of a text that stand for themselves.</summary>
    internal int CountPlain(ReadOnlySpan<char> text)
    {
        var searched = Searched;
        var count = 0;
        while (count < text.Length && searched[text[count]] == text[count]) count++;
        return count;
    }

    /// <summary>Folds a text from a place on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="folded">Filled from its beginning; at least as long as the rest of the text.</param>
    /// <param name="offsets">Filled likewise: the offset in the text of each folded character.</param>
    /// <returns>Number of folded characters.</returns>
    internal int Fold(string text, int from, Span<char> folded, Span<int> offsets)
    {
        var searched = Searched;
        var length = 0;
        for (var i = from; i < text.Length; i++)
        {
            var c = searched[text[i]];
            if (c == Doubtful) c = Judge(text, i);
            if (c == Dropped) continue;
            folded[length] = c;
            offsets[length++] = i;
        }

        return length;
    }

    private static char Judge(string text, int index) => IsDigitAt(text, index - 1) && IsDigitAt(text, index + 1) ? '.' : Dropped;

    private static char Fold(char c, IReadOnlyDictionary<char, char> pairs)
    {
        if (c < 0x80) return c is > ' ' and < '\x7f' ? c : Dropped;
        if (c is >= '\u4e00' and <= '\u9fff') return pairs.GetValueOrDefault(c, c);
        if (c is >= '\uff01' and <= '\uff5e') return (char)(c - 0xFEE0);
        if (char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad') return Dropped;
        return c is >= '\ue000' and <= '\uf8ff' ? Doubtful : pairs.GetValueOrDefault(c, c);
    }

    private static bool IsDigitAt(string text, int index) =>
        index >= 0 && index < text.Length && text[index] is (>= '0' and <= '9') or (>= '\uff10' and <= '\uff19');
}
