namespace ExtractionPipeline.Cli;

/// <summary>Two states of some words, parted into what they begin with alike, what differs, and what they end with alike.</summary>
internal sealed class WordChange
{
    private const int Context = 10;      // characters kept on each side of what differs
    private const int WorthCutting = 8;  // characters that must go, or none goes

    private readonly string _before;
    private readonly string _after;
    private readonly int _start;
    private readonly int _end;   // length of the common end

    public WordChange(string before, string after)
    {
        (_before, _after) = (before, after);
        var shorter = Math.Min(before.Length, after.Length);
        while (_start < shorter && before[_start] == after[_start]) _start++;
        if (_start > 0 && char.IsHighSurrogate(before[_start - 1])) _start--;
        while (_end < shorter - _start && before[^(_end + 1)] == after[^(_end + 1)]) _end++;
        if (_end > 0 && char.IsLowSurrogate(before[^_end])) _end--;
    }

    /// <summary>The old state in three parts: alike, its own, alike.</summary>
    public (string Start, string Own, string End) Before => Parts(_before);

    /// <summary>The new state in three parts.</summary>
    public (string Start, string Own, string End) After => Parts(_after);

    /// <summary>Both with long stretches that are alike left out.</summary>
    public (string Before, string After) Shortened() => (Short(Before), Short(After));

    private (string Start, string Own, string End) Parts(string text) => (text[.._start], text[_start..^_end], text[^_end..]);

    private static string Short((string Start, string Own, string End) parts)
    {
        var start = parts.Start.Length < Context + WorthCutting ? parts.Start : "\u2026" + Tail(parts.Start);
        var end = parts.End.Length < Context + WorthCutting ? parts.End : Head(parts.End) + "\u2026";
        return start + parts.Own + end;
    }

    private static string Head(string text) => text[..(char.IsHighSurrogate(text[Context - 1]) ? Context - 1 : Context)];

    private static string Tail(string text) => text[(char.IsLowSurrogate(text[^Context]) ? text.Length - Context + 1 : text.Length - Context)..];
}
