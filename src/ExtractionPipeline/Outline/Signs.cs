using ExtractionPipeline.Text;

namespace ExtractionPipeline.Outline;

/// <summary>What punctuation and white space say about the end of a sentence or a line.</summary>
internal static class Signs
{
    /// <summary>Signs that end a sentence.</summary>
    public static bool EndsSentence(char c) => c is '。' or '！' or '？' or '!' or '?';

    /// <summary>Signs that end a sentence or a part of it that can stand by itself.</summary>
    public static bool EndsClause(char c) => EndsSentence(c) || c is '；' or ';' or '：' or ':';

    /// <summary>Signs that stand inside a running sentence.</summary>
    public static bool IsInSentence(char c) => EndsClause(c) || c is '，' or ',';

    /// <summary>Quotes and brackets that close.</summary>
    public static bool Closes(char c) => c is '”' or '’' or '」' or '』' or '）' or ')' or '》' or '〉' or '】' or '"';

    /// <summary>Han characters, by block; enough to tell Chinese words from letters.</summary>
    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '\u3007';

    /// <summary>The last character before a place that is neither white space nor a closing quote or bracket; NUL where there is none.</summary>
    public static char LastSign(string text, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            WorkCount.Characters(1);
            if (!char.IsWhiteSpace(text[i]) && !Closes(text[i])) return text[i];
        }

        return '\0';
    }

    /// <summary>Whether a bracket, quote or book title is still open at the end.</summary>
    public static bool HasOpenBracket(string text)
    {
        int round = 0, title = 0, quote = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '（' or '(': round++; break;
                case '）' or ')': round = Math.Max(0, round - 1); break;
                case '《': title++; break;
                case '》': title = Math.Max(0, title - 1); break;
                case '“': quote++; break;
                case '”': quote = Math.Max(0, quote - 1); break;
                default: break;
            }
        }

        return round > 0 || title > 0 || quote > 0;
    }

    /// <summary>Columns that a text takes on a page: two for a wide character, one for the rest.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var c in text) width += c < '\u1100' ? 1 : 2;
        return width;
    }

    /// <summary>A title without line breaks, and without the spaces that only stretch it: "总　　则", "智 能 建 造".</summary>
    public static string TitleText(IEnumerable<string> parts)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            foreach (var line in part.Split('\n'))
            {
                var piece = line.Trim();
                if (text.Length > 0 && piece.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetter(piece[0])) text.Append(' ');
                text.Append(piece);
            }
        }

        return WithoutStretching(text.ToString());
    }

    /// <summary>Without any white space.</summary>
    public static string Compact(string text)
    {
        if (!HasWhiteSpace(text)) return text;
        var compact = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) compact.Append(c);
        }

        return compact.ToString();
    }

    private static bool HasWhiteSpace(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) return true;
        }

        return false;
    }

    private static string WithoutStretching(string text)
    {
        if (!HasWhiteSpace(text)) return text;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var result = new System.Text.StringBuilder(words[0]);
        var at = text.IndexOf(words[0], StringComparison.Ordinal) + words[0].Length;
        for (var i = 1; i < words.Length; i++)
        {
            var next = text.IndexOf(words[i], at, StringComparison.Ordinal);
            var stretched = words[i].Length == 1 && words[i - 1].Length == 1 && IsHan(words[i][0]) && IsHan(words[i - 1][0]);
            if (!stretched) result.Append(text, at, next - at);
            result.Append(words[i]);
            at = next + words[i].Length;
        }

        return result.ToString();
    }
}
