using System.Globalization;
using System.Text;

namespace ExtractionPipeline.Checking;

/// <summary>Writes a value the way a person writes a golden: on one line, or objects line by line.</summary>
internal static class JsonLayout
{
    private const string Step = "  ";

    /// <param name="node">The value.</param>
    /// <param name="indent">White space before the line on which it begins; null: all on one line.</param>
    /// <param name="newLine">The line end of the file.</param>
    public static string Write(JsonTree node, string? indent, string newLine)
    {
        var text = new StringBuilder();
        Write(text, node, indent, newLine);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonTree node, string? indent, string newLine)
    {
        switch (node.Kind)
        {
            case JsonKind.Object: WriteParts(text, "{}", node.Members, (to, m, deeper) => Write(Quote(to, m.Key).Append(": "), m.Value, deeper, newLine), indent, newLine); break;
            case JsonKind.List when node.Elements.All(IsScalar): WriteParts(text, "[]", node.Elements, (to, e, _) => Write(to, e, null, newLine), null, newLine); break;
            case JsonKind.List: WriteParts(text, "[]", node.Elements, (to, e, deeper) => Write(to, e, deeper, newLine), indent, newLine); break;
            case JsonKind.Text: Quote(text, node.Scalar); break;
            case JsonKind.Null: text.Append("null"); break;
            default: text.Append(node.Scalar); break;
        }
    }

    private static void WriteParts<T>(StringBuilder text, string brackets, IReadOnlyList<T> parts, Action<StringBuilder, T, string?> write, string? indent, string newLine)
    {
        if (parts.Count == 0)
        {
            text.Append(brackets);
            return;
        }

        var deeper = indent is null ? null : indent + Step;
        var pad = brackets[0] == '{' ? " " : "";
        text.Append(brackets[0]);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(deeper is null ? ", " : ",");
            text.Append(deeper is null ? (i == 0 ? pad : "") : newLine + deeper);
            write(text, parts[i], deeper);
        }

        text.Append(indent is null ? pad : newLine + indent).Append(brackets[1]);
    }

    private static StringBuilder Quote(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') to.Append('\\').Append(c);
            else if (c == '\n') to.Append("\\n");
            else if (c == '\t') to.Append("\\t");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029') to.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else to.Append(c);
        }

        return to.Append('"');
    }

    private static bool IsScalar(JsonTree node) => node.Kind is not (JsonKind.List or JsonKind.Object);
}
