using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Where clauses end, as far as place names care: at sentence marks and commas, not at 、.</summary>
internal static class Clauses
{
    private static readonly CharacterSet s_ends = CharacterSet.Of("\u3002;,:!?\n");

    /// <summary>Whether the character ends a clause. Folded text: the marks are half-width where such forms exist.</summary>
    public static bool IsEnd(char c) => c is '\u3002' or ';' or ',' or ':' or '!' or '?' or '\n';

    /// <summary>Whether the character is a mark of any kind that a proper name does not run across.</summary>
    public static bool IsMark(char c) => IsEnd(c) || c is '\u3001' or '(' or ')' or '\u201c' or '\u201d' or '\u300a' or '\u300b' or '"' or '[' or ']' or '\u3014' or '\u3015' or '\u3010' or '\u3011';

    /// <summary>Whether a clause begins here.</summary>
    public static bool BeginsAt(string folded, int start) => start == 0 || IsEnd(folded[start - 1]) || folded[start - 1] is ')' or '\u201c' or '.';

    /// <summary>Whether no clause ends between the two places.</summary>
    public static bool IsSame(string folded, int from, int to)
    {
        WorkCount.Characters(Math.Max(0, to - from));
        return from >= to || s_ends.FirstIn(folded.AsSpan(from, to - from)) < 0;
    }

    /// <summary>The first mark at or after a place, or the limit.</summary>
    public static int NextMark(string folded, int from, int limit)
    {
        var end = Math.Min(folded.Length, limit);
        for (var i = from; i < end; i++)
        {
            WorkCount.Characters(1);
            if (IsMark(folded[i])) return i;
        }

        return end;
    }
}
