using System.Text;

using ExtractionPipeline.Output;

namespace ExtractionPipeline.Checking;

/// <summary>A golden to begin with: what was found, laid out for a person who holds it against the document.</summary>
/// <remarks>
/// Each item stands below its text, each mention on a line of its own, without offsets, rules and measures. It says "draft": true, and
/// fails its check until somebody takes that out: what the program found is no fact before it has been read.
/// </remarks>
public static class GoldenDraft
{
    /// <summary>The field that marks a draft.</summary>
    internal const string Mark = "draft";

    private const string Step = "  ";

    private static readonly string[] SectionFields = ["id", "label", "title"];
    private static readonly string[] MentionFields = ["kind", "text", "figure", "role", "base", "value"];

    /// <summary>The text of the draft, with LF line ends.</summary>
    /// <param name="result">What was extracted.</param>
    /// <param name="note">What the first line says to the person.</param>
    public static string Write(ExtractionResult result, string note)
    {
        ArgumentNullException.ThrowIfNull(result);
        var tree = GoldenComparison.TreeOf(result);
        var text = new StringBuilder();
        text.Append("// ").Append(OneLine(note)).Append("\n{\n");
        Line(text, 1, $"\"{Mark}\": true,");
        Line(text, 1, $"\"complete\": true,");
        Line(text, 1, "\"source\": " + Inline(Only(tree["source"]!, ["name", "sha256"])) + ",");
        Line(text, 1, "\"document\": " + JsonLayout.Write(tree["document"]!, Step, "\n") + ",");
        List(text, 1, "sections", tree["sections"]!.Elements, (section, end) => Line(text, 2, Inline(Only(section, SectionFields)) + end), ",");
        List(text, 1, "items", tree["items"]!.Elements, (item, end) => Item(text, item, end), "");
        return text.Append("}\n").ToString();
    }

    private static void Item(StringBuilder text, JsonTree item, string end)
    {
        Line(text, 2, "// " + OneLine(item.TextOf("text")!));
        Line(text, 2, "{");
        Line(text, 3, "\"id\": " + Inline(item["id"]!) + ",");
        Line(text, 3, "\"regions\": " + Inline(item["regions"]!) + ",");
        Line(text, 3, "\"categories\": " + Inline(JsonTree.ListOf(item["categories"]!.Elements.Select(c => Only(c, ["code"])))) + ",");
        List(text, 3, "mentions", item["mentions"]!.Elements, (mention, comma) => Line(text, 4, Inline(Mention(mention)) + comma), "");
        Line(text, 2, "}" + end);
    }

    /// <summary>A figure that is all of the mention's text is not said twice.</summary>
    private static JsonTree Mention(JsonTree mention)
    {
        var fields = string.Equals(mention.TextOf("figure"), mention.TextOf("text"), StringComparison.Ordinal) ? MentionFields.Where(f => f is not "text") : MentionFields;
        return Only(mention, fields);
    }

    private static void List(StringBuilder text, int depth, string name, IReadOnlyList<JsonTree> elements, Action<JsonTree, string> write, string end)
    {
        if (elements.Count == 0)
        {
            Line(text, depth, $"\"{name}\": []{end}");
            return;
        }

        Line(text, depth, $"\"{name}\": [");
        for (var i = 0; i < elements.Count; i++) write(elements[i], i + 1 < elements.Count ? "," : "");
        Line(text, depth, "]" + end);
    }

    private static JsonTree Only(JsonTree node, IEnumerable<string> fields) =>
        JsonTree.ObjectOf(fields.Where(f => node[f] is not null).Select(f => KeyValuePair.Create(f, node[f]!)));

    private static string Inline(JsonTree node) => JsonLayout.Write(node, null, "\n");

    private static void Line(StringBuilder text, int depth, string line) => text.Insert(text.Length, Step, depth).Append(line).Append('\n');

    /// <summary>A comment ends with its line.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
