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
    private readonly string _folded;
    private readonly Segmenter _segmenter;
    private bool[]? _isBoundary;   // none before somebody asks
    private bool[] _isCut = [];    // one a character: whether the stretch that holds it has been cut
    private readonly List<WordSpan> _words = [];

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
        var isBoundary = _isBoundary ?? Begin();
        if (offset < _folded.Length && !_isCut[offset]) CutAround(offset, isBoundary);
        return isBoundary[offset];
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
    private void CutAround(int offset, bool[] isBoundary)
    {
        var inRun = RunCharacters.BelongsToRun(_folded[offset]);
        var (start, end) = (offset, offset + 1);
        while (start > 0 && RunCharacters.BelongsToRun(_folded[start - 1]) == inRun) start--;
        while (end < _folded.Length && RunCharacters.BelongsToRun(_folded[end]) == inRun) end++;
        WorkCount.Characters(end - start);
        _words.Clear();
        _segmenter.Cut(_folded.AsSpan(start, end - start), _words, hmm: false);
        foreach (var word in _words) isBoundary[start + word.Start] = isBoundary[start + word.End] = true;
        _isCut.AsSpan(start, end - start).Fill(true);
    }

    private bool[] Begin()
    {
        _isCut = new bool[_folded.Length];
        _isBoundary = new bool[_folded.Length + 1];
        _isBoundary[0] = _isBoundary[^1] = true;
        return _isBoundary;
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
