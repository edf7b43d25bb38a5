using ExtractionPipeline.Text;

namespace ExtractionPipeline.Measures;

/// <summary>The smallest stretch of text that can promise something by itself (条款), in folded offsets; end exclusive.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character, without the mark that closes it.</param>
/// <param name="BeginsSentence">Whether it opens a sentence: what was said before is closed.</param>
public readonly record struct Clause(int Start, int End, bool BeginsSentence);

/// <summary>Divides folded text into segments at commas and sentence marks; nothing inside brackets, quotes or 《》 divides.</summary>
public static class ClauseSplitter
{
    private const string SentenceMarks = "。;!?";   // as folded: the full-width forms are half-width here
    private const string Opening = "(《〈“‘「『[【";
    private const string Closing = ")》〉”’」』]】";
    private static readonly CharacterSet s_marks = CharacterSet.Of(SentenceMarks + "," + Opening + Closing);

    /// <summary>The segments in order; white space was folded away, so none is empty.</summary>
    public static List<Clause> Split(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var clauses = new List<Clause>();
        var start = 0;
        var depth = 0;
        var beginsSentence = true;
        for (var i = NextMark(folded, 0); i < folded.Length; i = NextMark(folded, i + 1))
        {
            var c = folded[i];
            if (Opening.Contains(c, StringComparison.Ordinal)) depth++;
            else if (depth > 0 && Closing.Contains(c, StringComparison.Ordinal)) depth--;

            var endsSentence = SentenceMarks.Contains(c, StringComparison.Ordinal) && (depth == 0 || c == '。');
            if (!endsSentence && (c != ',' || depth > 0 || IsInsideNumber(folded, i))) continue;
            if (endsSentence) depth = 0;   // a bracket that nobody closes ends with its sentence
            if (i > start) clauses.Add(new Clause(start, i, beginsSentence));
            beginsSentence = endsSentence || (beginsSentence && i == start);
            start = i + 1;
        }

        if (start < folded.Length) clauses.Add(new Clause(start, folded.Length, beginsSentence));
        return clauses;
    }

    private static int NextMark(string folded, int from)
    {
        var next = s_marks.FirstIn(folded.AsSpan(from));
        WorkCount.Characters(next < 0 ? folded.Length - from : next + 1);
        return next < 0 ? folded.Length : from + next;
    }

    /// <summary>1,000: a comma with a digit before and three digits behind it divides nothing.</summary>
    private static bool IsInsideNumber(string folded, int comma) =>
        comma > 0 && comma + 3 < folded.Length && char.IsAsciiDigit(folded[comma - 1])
        && char.IsAsciiDigit(folded[comma + 1]) && char.IsAsciiDigit(folded[comma + 2]) && char.IsAsciiDigit(folded[comma + 3]);
}
