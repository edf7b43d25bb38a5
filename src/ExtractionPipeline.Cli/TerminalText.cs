using System.Globalization;
using System.Text;

namespace ExtractionPipeline.Cli;

/// <summary>Text of a document as a terminal or a line of a report may show it.</summary>
internal static class TerminalText
{
    /// <summary>
    /// Control characters and marks of writing direction become spaces: they must not break the line, steer the terminal or turn words
    /// round. A private-use character, which no font shows and which may stand for a decimal point, is named: ‹E010›.
    /// </summary>
    public static string Of(string text)
    {
        var plain = true;
        foreach (var c in text) plain &= Shown(c) is null;
        if (plain) return text;
        var shown = new StringBuilder(text.Length + 8);
        foreach (var c in text) shown.Append(Shown(c) ?? c.ToString());
        return shown.ToString();
    }

    /// <summary>What stands for a character; null for the character itself.</summary>
    private static string? Shown(char c) => c switch
    {
        _ when char.IsControl(c) => " ",
        (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' => " ",
        >= '\ue000' and <= '\uf8ff' => string.Create(CultureInfo.InvariantCulture, $"\u2039{(int)c:X4}\u203A"),
        _ => null,
    };
}
