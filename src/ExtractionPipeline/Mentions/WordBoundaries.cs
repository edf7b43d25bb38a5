using ExtractionPipeline.Segmentation;

namespace ExtractionPipeline.Mentions;

/// <summary>Where words begin and end in folded text: what the segmenter says, as evidence.</summary>
/// <remarks>
/// Made from a cut by the dictionary alone: words that a model guesses from characters unknown to the dictionary would hide
/// the names of small counties.
/// </remarks>
public sealed class WordBoundaries
{
    private readonly bool[] _isBoundary;

    /// <param name="length">Length of the folded text.</param>
    /// <param name="words">Start and end of each word; together they cover the text.</param>
    public WordBoundaries(int length, IReadOnlyList<WordSpan> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        _isBoundary = new bool[length + 1];
        _isBoundary[0] = _isBoundary[length] = true;
        foreach (var word in words) _isBoundary[word.Start] = _isBoundary[word.End] = true;
    }

    /// <summary>Whether a word begins or ends here.</summary>
    public bool IsAt(int offset) => _isBoundary[offset];

    /// <summary>Whether a word begins inside the stretch and goes on behind it.</summary>
    public bool IsCutByWord(int start, int end) => !_isBoundary[end] && BeginsBetween(start, end);

    /// <summary>Whether the stretch is a word or a row of words.</summary>
    public bool IsWhole(int start, int end) => _isBoundary[start] && _isBoundary[end];

    /// <summary>The last place at or before this offset where a word begins.</summary>
    public int WordStart(int offset)
    {
        while (!_isBoundary[offset]) offset--;
        return offset;
    }

    /// <summary>The first place behind this offset where a word ends.</summary>
    public int WordEnd(int offset)
    {
        offset++;
        while (!_isBoundary[offset]) offset++;
        return offset;
    }

    private bool BeginsBetween(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (_isBoundary[i]) return true;
        }

        return false;
    }
}
