using ExtractionPipeline.Segmentation;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Where words begin and end in folded text: what the segmenter says, as evidence.</summary>
/// <remarks>
/// Made from a cut by the dictionary alone: words that a model guesses from characters unknown to the dictionary would hide
/// the names of small counties. A stretch of text is cut when somebody first asks about a place in it: most of a text nobody asks about.
/// Of one item, hence of one thread.
/// </remarks>
public sealed class WordBoundaries
{
    private const byte Boundary = 1;    // a word begins or ends here
    private const byte Cut = 2;         // the stretch that holds the character behind has been cut

    private readonly string _folded;
    private readonly Segmenter _segmenter;
    private byte[]? _marks;     // one an offset; none before somebody asks

    /// <param name="folded">The text.</param>
    /// <param name="segmenter">Cuts it.</param>
    public WordBoundaries(string folded, Segmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(folded);
        _folded = folded;
        _segmenter = segmenter;
    }

    /// <summary>Whether a word begins or ends here.</summary>
    public bool IsAt(int offset)
    {
        var marks = _marks ?? Begin();
        if ((marks[offset] & Cut) == 0) CutAround(offset, marks);
        return (marks[offset] & Boundary) != 0;
    }

    /// <summary>Whether a word begins inside the stretch and goes on behind it.</summary>
    public bool IsCutByWord(int start, int end) => !IsAt(end) && BeginsBetween(start, end);

    /// <summary>Whether the stretch is a word or a row of words.</summary>
    public bool IsWhole(int start, int end) => IsAt(start) && IsAt(end);

    /// <summary>The last place at or before this offset where a word begins.</summary>
    public int WordStart(int offset)
    {
        for (; !IsAt(offset); offset--) WorkCount.Characters(1);
        return offset;
    }

    /// <summary>The first place behind this offset where a word ends.</summary>
    public int WordEnd(int offset)
    {
        offset++;
        for (; !IsAt(offset); offset++) WorkCount.Characters(1);
        return offset;
    }

    /// <summary>Cuts the run that holds a character, or what stands between two runs: the segmenter cuts each by itself, too.</summary>
    private void CutAround(int offset, byte[] marks)
    {
        var inRun = RunCharacters.BelongsToRun(_folded[offset]);
        var (start, end) = (offset, offset + 1);
        while (start > 0 && RunCharacters.BelongsToRun(_folded[start - 1]) == inRun) start--;
        while (end < _folded.Length && RunCharacters.BelongsToRun(_folded[end]) == inRun) end++;
        WorkCount.Characters(end - start);
        _segmenter.MarkBoundaries(_folded.AsSpan(start, end - start), marks.AsSpan(start, end - start + 1), Boundary);
        foreach (ref var mark in marks.AsSpan(start, end - start)) mark |= Cut;
    }

    private byte[] Begin()
    {
        _marks = new byte[_folded.Length + 1];
        _marks[0] = Boundary;
        _marks[^1] = Boundary | Cut;
        return _marks;
    }

    private bool BeginsBetween(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (IsAt(i)) return true;
        }

        return false;
    }
}
