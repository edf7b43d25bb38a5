using ExtractionPipeline.Segmentation;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Where words begin and end in folded text: what the segmenter says, as evidence.</summary>
/// <remarks>
/// Made from a cut by the dictionary alone: words that a model guesses from characters unknown to the dictionary would hide
/// the names of small counties. A stretch of text is cut when somebody first asks about a place in it, unless no word could reach across that place
/// and this is soon seen: most of a text is never cut.
/// Of one item, hence of one thread.
/// </remarks>
public sealed class WordBoundaries
{
    private const byte Boundary = 1;    // a word begins or ends here
    private const byte Known = 2;       // whether one does is known

    /// <summary>So near to the beginning of its run, in characters, a place is looked at by itself before the run is cut.</summary>
    private const int Near = 4;

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
        if ((marks[offset] & Known) == 0) Settle(offset, marks);
        return (marks[offset] & Boundary) != 0;
    }

    /// <summary>Whether a word begins inside the stretch and goes on behind it.</summary>
    public bool IsCutByWord(int start, int end) => end < _folded.Length && _segmenter.MayCross(_folded, start + 1, end) && !IsAt(end) && BeginsBetween(start, end);

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

    private void Settle(int offset, byte[] marks)
    {
        if (IsPlainlyBetween(offset)) marks[offset] = Boundary | Known;
        else CutAround(offset, marks);
    }

    /// <summary>Whether a run begins or ends here, or no word that begins in the run before it can reach across: then a word ends here, whatever the cut.</summary>
    private bool IsPlainlyBetween(int offset)
    {
        var inRun = RunCharacters.BelongsToRun(_folded[offset]);
        if (RunCharacters.BelongsToRun(_folded[offset - 1]) != inRun) return true;
        if (!inRun) return false;
        var start = offset - 1;
        for (; start > 0 && RunCharacters.BelongsToRun(_folded[start - 1]); start--)
        {
            WorkCount.Characters(1);
            if (offset - start == Near) return false;
        }

        return !_segmenter.MayCross(_folded, start, offset);
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
        foreach (ref var mark in marks.AsSpan(start, end - start)) mark |= Known;
    }

    private byte[] Begin()
    {
        _marks = new byte[_folded.Length + 1];
        _marks[0] = Boundary | Known;
        _marks[^1] = Boundary | Known;
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
