using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>Many stretches of one text, asked whether one of them holds or touches another stretch.</summary>
/// <remarks>Sorted by start, each with the furthest end so far: an answer costs one binary search, however many stretches there are.</remarks>
internal sealed class SpanCover
{
    /// <summary>No stretch at all.</summary>
    public static readonly SpanCover Nothing = new([], []);

    private readonly int[] _starts;
    private readonly int[] _reaches;

    private SpanCover(int[] starts, int[] reaches)
    {
        _starts = starts;
        _reaches = reaches;
    }

    /// <param name="spans">In any order; sorted in place.</param>
    public static SpanCover Of(List<SourceSpan> spans)
    {
        if (spans.Count == 0) return Nothing;
        Sort(spans);
        var (starts, reaches) = (new int[spans.Count], new int[spans.Count]);
        var reach = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            starts[i] = spans[i].Start;
            reaches[i] = reach = Math.Max(reach, spans[i].End);
        }

        return new SpanCover(starts, reaches);
    }

    /// <summary>A few are put into order one by one; they nearly are.</summary>
    private static void Sort(List<SourceSpan> spans)
    {
        const int Few = 32;
        if (spans.Count > Few)
        {
            spans.Sort();
            return;
        }

        for (var i = 1; i < spans.Count; i++)
        {
            var span = spans[i];
            var at = i;
            for (; at > 0 && spans[at - 1].CompareTo(span) > 0; at--) spans[at] = spans[at - 1];
            spans[at] = span;
        }
    }

    /// <summary>Whether the stretch lies wholly inside one of them.</summary>
    public bool Contains(SourceSpan span) => ReachBefore(span.Start + 1) >= span.End;

    /// <summary>Whether one of them shares a character with the stretch.</summary>
    public bool Overlaps(SourceSpan span) => ReachBefore(span.End) > span.Start;

    /// <summary>The furthest end of those that start before this offset; 0 where none does.</summary>
    private int ReachBefore(int offset)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_starts[middle] < offset) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? 0 : _reaches[low - 1];
    }
}
