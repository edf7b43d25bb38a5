namespace ExtractionPipeline.Mentions;

/// <summary>The round brackets of a folded text. An opening bracket without its partner counts for nothing.</summary>
internal sealed class BracketPairs
{
    private const int Deepest = 16;

    private static readonly BracketPairs s_none = new("");

    private readonly List<Pair> _byClose = [];
    private readonly Pair[] _byOpen;

    private readonly record struct Pair(int Open, int Close, int Outer = -1);   // Outer: index of the pair around it, in order of opening

    public static BracketPairs Of(string folded) => folded.Contains('(') ? new BracketPairs(folded) : s_none;

    private BracketPairs(string folded)
    {
        var opened = new List<Pair>();   // in order of opening; those that nobody closes as well
        Span<int> open = stackalloc int[Deepest];   // which of them are open, the innermost last
        var depth = 0;
        for (var i = folded.AsSpan().IndexOfAny('(', ')'); i >= 0 && i < folded.Length; i++)
        {
            if (folded[i] == '(' && depth < open.Length)
            {
                open[depth++] = opened.Count;
                opened.Add(new Pair(i, -1));
            }
            else if (folded[i] == ')' && depth > 0)
            {
                var at = open[--depth];
                opened[at] = opened[at] with { Close = i };
                _byClose.Add(opened[at]);
            }
        }

        _byOpen = [.. opened.FindAll(p => p.Close >= 0)];
        for (var i = 1; i < _byOpen.Length; i++)
        {
            var outer = i - 1;
            while (outer >= 0 && _byOpen[outer].Close < _byOpen[i].Open) outer = _byOpen[outer].Outer;
            _byOpen[i] = _byOpen[i] with { Outer = outer };
        }
    }

    /// <summary>The innermost bracket around a character: its opening sign, or -1.</summary>
    public int Around(int index)
    {
        var at = CountOpenBefore(index) - 1;
        while (at >= 0 && _byOpen[at].Close <= index) at = _byOpen[at].Outer;
        return at < 0 ? -1 : _byOpen[at].Open;
    }

    /// <summary>The closing sign of the bracket that opens here, or -1.</summary>
    public int CloseOf(int open)
    {
        var at = CountOpenBefore(open);
        return at < _byOpen.Length && _byOpen[at].Open == open ? _byOpen[at].Close : -1;
    }

    /// <summary>The opening sign of the bracket that closes here, or -1.</summary>
    public int OpenOf(int close)
    {
        var (low, high) = (0, _byClose.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_byClose[middle].Close < close) low = middle + 1;
            else high = middle;
        }

        return low < _byClose.Count && _byClose[low].Close == close ? _byClose[low].Open : -1;
    }

    private int CountOpenBefore(int index)
    {
        var (low, high) = (0, _byOpen.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_byOpen[middle].Open < index) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
