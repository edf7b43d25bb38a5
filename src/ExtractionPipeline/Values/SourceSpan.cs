namespace ExtractionPipeline.Values;

/// <summary>A stretch of ORIGINAL text: of one item, one paragraph or one example, as the owner of the span says.</summary>
/// <remarks>Offsets count UTF-16 code units; <see cref="End"/> is exclusive. Never empty in a finding; never negative.</remarks>
public readonly record struct SourceSpan : IComparable<SourceSpan>
{
    /// <param name="start">First code unit, 0-based.</param>
    /// <param name="end">One past the last code unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">Start is negative or end lies before start.</exception>
    public SourceSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First code unit, 0-based.</summary>
    public int Start { get; }

    /// <summary>One past the last code unit.</summary>
    public int End { get; }

    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether both stretches share at least one code unit.</summary>
    public bool Overlaps(SourceSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether the other stretch lies wholly inside this one.</summary>
    public bool Contains(SourceSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The words themselves.</summary>
    public string In(string text) => text[Start..End];

    /// <summary>Document order; of two that start together the longer one comes first.</summary>
    public int CompareTo(SourceSpan other) => (Start, -End).CompareTo((other.Start, -other.End));

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Start}..{End}");

    /// <summary>Whether the left one comes first in document order.</summary>
    public static bool operator <(SourceSpan left, SourceSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one comes later in document order.</summary>
    public static bool operator >(SourceSpan left, SourceSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one does not come later in document order.</summary>
    public static bool operator <=(SourceSpan left, SourceSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one does not come first in document order.</summary>
    public static bool operator >=(SourceSpan left, SourceSpan right) => left.CompareTo(right) >= 0;
}
