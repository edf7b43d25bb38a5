using System.Buffers;

using ExtractionPipeline.Values;

namespace ExtractionPipeline.Text;

/// <summary>One item's text folded for searching, with the way back. The original is never changed.</summary>
/// <remarks>
/// Folding maps one code unit to one (full-width to half-width, compatibility forms to plain ones) or drops it (white
/// space, which Word uses to justify Chinese text; private-use characters without a meaning). It never joins or splits
/// characters, so every stretch of folded text has exactly one stretch of original text behind it.
/// </remarks>
public sealed class SearchableText
{
    private readonly int[]? _originalOffsets;   // one per folded character; null where nothing was dropped

    private SearchableText(string original, string folded, int[]? originalOffsets)
    {
        Original = original;
        Folded = folded;
        _originalOffsets = originalOffsets;
    }

    /// <summary>The text as the document has it.</summary>
    public string Original { get; }

    /// <summary>The text to search in.</summary>
    public string Folded { get; }

    /// <summary>Folds a text with the given table.</summary>
    public static SearchableText Fold(string original, FoldingTable table)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(table);

        var first = table.CountPlain(original);
        if (first == original.Length) return new SearchableText(original, original, null);

        var folded = ArrayPool<char>.Shared.Rent(original.Length);
        var offsets = ArrayPool<int>.Shared.Rent(original.Length);
        original.AsSpan(0, first).CopyTo(folded);
        for (var i = 0; i < first; i++) offsets[i] = i;

        var length = first + table.Fold(original, first, folded.AsSpan(first), offsets.AsSpan(first));
        var sameLength = length == original.Length;
        var text = new SearchableText(original, new string(folded, 0, length), sameLength ? null : offsets.AsSpan(0, length).ToArray());
        ArrayPool<char>.Shared.Return(folded);
        ArrayPool<int>.Shared.Return(offsets);
        return text;
    }

    /// <summary>The original words behind a stretch of folded text (start inclusive, end exclusive, not empty). What was dropped at its edges is not included.</summary>
    public SourceSpan ToSource(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        return _originalOffsets is null
            ? new SourceSpan(start, end)
            : new SourceSpan(_originalOffsets[start], _originalOffsets[end - 1] + 1);
    }

    /// <summary>Offset in the original of one folded character.</summary>
    public int ToSource(int index) => _originalOffsets is null ? index : _originalOffsets[index];

    /// <summary>Whether something was dropped right before this folded character: two numbers on both sides need not be one.</summary>
    public bool HasGapBefore(int index) =>
        _originalOffsets is not null && index > 0 && index < Folded.Length && _originalOffsets[index] - _originalOffsets[index - 1] > 1;

    /// <summary>What was dropped right before this folded character; empty where nothing was.</summary>
    public ReadOnlySpan<char> GapBefore(int index) => HasGapBefore(index)
        ? Original.AsSpan(_originalOffsets![index - 1] + 1, _originalOffsets[index] - _originalOffsets[index - 1] - 1)
        : [];

    /// <summary>The first folded character at or after an offset of the original; the folded length where there is none.</summary>
    public int FromSource(int originalOffset)
    {
        if (_originalOffsets is null) return Math.Min(originalOffset, Folded.Length);
        var found = Array.BinarySearch(_originalOffsets, originalOffset);
        return found >= 0 ? found : ~found;
    }
}
