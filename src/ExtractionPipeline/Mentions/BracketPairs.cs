namespace ExtractionPipeline.Mentions;

/// <summary>The round brackets of a folded text. An opening bracket without its partner counts for nothing.</summary>
internal sealed class BracketPairs
{
    private readonly List<(int Open, int Close)> _pairs = [];

    public BracketPairs(string folded)
    {
        Span<int> open = stackalloc int[16];
        var depth = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] == '(' && depth < open.Length) open[depth++] = i;
            else if (folded[i] == ')' && depth > 0) _pairs.Add((open[--depth], i));
        }
    }

    /// <summary>The innermost bracket around a character: its opening sign, or -1.</summary>
    public int Around(int index)
    {
        var found = -1;
        foreach (var (open, close) in _pairs)
        {
            if (open < index && index < close && open > found) found = open;
        }

        return found;
    }

    /// <summary>The closing sign of the bracket that opens here, or -1.</summary>
    public int CloseOf(int open)
    {
        foreach (var pair in _pairs)
        {
            if (pair.Open == open) return pair.Close;
        }

        return -1;
    }

    /// <summary>The opening sign of the bracket that closes here, or -1.</summary>
    public int OpenOf(int close)
    {
        foreach (var pair in _pairs)
        {
            if (pair.Close == close) return pair.Open;
        }

        return -1;
    }
}
