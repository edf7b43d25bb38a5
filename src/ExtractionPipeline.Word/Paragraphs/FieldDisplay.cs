using System.Globalization;
using System.Text;

namespace ExtractionPipeline.Word.Paragraphs;

/// <summary>What a field shows that has no stored result: Word works it out from the instruction each time.</summary>
/// <param name="Text">The text, or null where it cannot be known without Word.</param>
/// <param name="Unread">Where the text is not known: the kind of field.</param>
internal sealed record FieldDisplay(string? Text, string? Unread)
{
    /// <summary>Fields that mark a place and show nothing.</summary>
    private static readonly HashSet<string> s_silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "BIBLIOGRAPHY", "NEXT", "NEXTIF", "SKIPIF", "HYPERLINK",
        "BOOKMARK", "PAGE", "NUMPAGES", "SECTIONPAGES", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
    };

    /// <summary>What the field with this instruction shows; null where that is nothing.</summary>
    public static FieldDisplay? Of(string instruction)
    {
        var words = instruction.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return null;
        var (kind, rest) = (words[0], words.Length > 1 ? words[1] : "");
        return kind.ToUpperInvariant() switch
        {
            "EQ" => Equation(rest) is { Length: > 0 } text ? new FieldDisplay(text, null) : new FieldDisplay(null, kind),
            "SYMBOL" => Symbol(rest) is { } character ? new FieldDisplay(character, null) : new FieldDisplay(null, kind),
            "QUOTE" => new FieldDisplay(rest.Trim('"'), null),
            "MACROBUTTON" or "GOTOBUTTON" => new FieldDisplay(rest.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? rest[(space + 1)..] : "", null),
            _ => s_silent.Contains(kind) ? null : new FieldDisplay(null, kind),
        };
    }

    /// <summary>SYMBOL 61692 \f Wingdings: a decimal or hexadecimal code in a font.</summary>
    private static string? Symbol(string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        var code = words[0].StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? int.TryParse(words[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var h) ? h : -1
            : int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d : -1;
        if (code < 0x20) return null;
        var switchAt = arguments.IndexOf(@"\f", StringComparison.OrdinalIgnoreCase);
        var font = switchAt < 0 ? null : FirstWord(arguments[(switchAt + 2)..].TrimStart());
        return SymbolFonts.Known.Find(font, code);
    }

    private static string FirstWord(string text)
    {
        if (text.StartsWith('"')) return text.IndexOf('"', 1) is var end and > 0 ? text[1..end] : text[1..];
        return text.Split(' ', 2)[0];
    }

    /// <summary>
    /// EQ in the forms that Chinese Word writes: an enclosed character (带圈字符, \o\ac(○,1) is ①), phonetic guides
    /// (\o(\s\up 9(zhèn),圳) is 圳), fractions (\f(1,2) is 1/2). Others show their arguments in order.
    /// </summary>
    private static string Equation(string formula)
    {
        var at = 0;
        return EquationPart(formula, ref at, 0).Trim();
    }

    private static string EquationPart(string formula, ref int at, int depth)
    {
        var text = new StringBuilder();
        var function = ' ';
        while (at < formula.Length && formula[at] is not (',' or ';' or ')'))
        {
            var c = formula[at++];
            if (c == '\\' && at < formula.Length)
            {
                var letter = formula[at++];
                if (letter == '*')
                {
                    SkipFormat(formula, ref at);
                }
                else if (char.IsAsciiLetter(letter))
                {
                    if (function == ' ') function = char.ToLowerInvariant(letter);
                    // Options such as \ac or \up 9 stand between the function and its arguments.
                    while (at < formula.Length && (char.IsAsciiLetterOrDigit(formula[at]) || formula[at] == ' ')) at++;
                }
                else
                {
                    text.Append(letter);
                }
            }
            else if (c == '(' && depth < 20)
            {
                text.Append(Combine(function, Arguments(formula, ref at, depth + 1)));
                function = ' ';
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    /// <summary>A switch such as \* jc2 or \* "Font:宋体".</summary>
    private static void SkipFormat(string formula, ref int at)
    {
        while (at < formula.Length && formula[at] == ' ') at++;
        var quoted = at < formula.Length && formula[at] == '"';
        if (quoted) at++;
        while (at < formula.Length && formula[at] != (quoted ? '"' : ' ')) at++;
        if (at < formula.Length) at++;
    }

    private static List<string> Arguments(string formula, ref int at, int depth)
    {
        var arguments = new List<string> { EquationPart(formula, ref at, depth) };
        while (at < formula.Length && formula[at] is ',' or ';')
        {
            at++;
            arguments.Add(EquationPart(formula, ref at, depth));
        }

        if (at < formula.Length) at++;
        return arguments;
    }

    private static string Combine(char function, List<string> arguments) => function switch
    {
        'o' => Enclosed(arguments),
        'f' => string.Join('/', arguments),
        'r' => arguments.Count > 1 ? arguments[0] + "\u221A" + arguments[1] : "\u221A" + arguments[0],
        ' ' => $"({string.Join(',', arguments)})",
        _ => string.Concat(arguments),
    };

    /// <summary>Characters printed over one another: a number in a circle has a character of its own, else the last one is what is read.</summary>
    private static string Enclosed(List<string> arguments)
    {
        var last = arguments[^1].Trim();
        var isCircle = arguments.Count == 2 && arguments[0].Trim() is "\u25CB" or "\u3007" or "\u25EF" or "O";
        return isCircle && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Numbering.NumeralSystems.Known.Write(number, "decimalEnclosedCircle")!
            : last;
    }
}
