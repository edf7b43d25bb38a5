using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Checking;

/// <summary>Tells which fields a golden may have: those of the output's schema, any subset of them, and a few of its own.</summary>
/// <remarks>
/// A golden's own fields: "complete" (true: sections and items that it does not list are differences too), "kinds" (the kinds of
/// mention that it judges; all where it is missing), "draft" (true: nobody has read it yet), and in a mention "optional" (true: may be found or not, counts on neither side)
/// and "cue" (the figure with the words that set its bound, another way to find the mention).
/// </remarks>
internal sealed class GoldenSchema
{
    private static readonly string[] OwnFields = ["complete", "kinds", GoldenDraft.Mark];
    private static readonly string[] OwnMentionFields = ["optional", "cue"];

    private const string VersionField = "schemaVersion";

    private static readonly Lazy<JsonTree> Schema = new(() => JsonTree.Parse(ResultSchema.Text(), "output.schema.json"));

    private readonly string _file;

    private GoldenSchema(string file) => _file = file;

    /// <summary>Throws at the first field or value that does not fit.</summary>
    /// <exception cref="InputException">A field is unknown (EP6002) a value of another form (EP6003), or the version is of another schema (EP6102).</exception>
    public static void Check(JsonTree golden, string file)
    {
        var check = new GoldenSchema(file);
        check.CheckVersion(golden);
        check.Check(golden, Schema.Value, OwnFields);
        foreach (var kind in golden["kinds"]?.Elements ?? [])
        {
            if (!ItemComparison.IsKind(kind.Scalar)) throw check.Fault(DiagnosticKinds.GoldenForm, kind, "a kind of mention: " + ItemComparison.KindNames);
        }
    }

    /// <summary>A golden of the same major version is as good as one of today's.</summary>
    private void CheckVersion(JsonTree golden)
    {
        if (golden[VersionField] is not { Kind: JsonKind.Text } version || ResultSchema.Reads(version.Scalar)) return;
        throw Fault(DiagnosticKinds.ResultVersion, version, version.Scalar, ResultSchema.Major);
    }

    private void Check(JsonTree node, JsonTree schema, IReadOnlyList<string> own)
    {
        schema = Resolve(schema);
        if (schema["oneOf"] is { } choices)
        {
            CheckChoice(node, choices);
            return;
        }

        CheckType(node, schema);
        if (node.Kind == JsonKind.List && schema["items"] is { } elements)
        {
            foreach (var element in node.Elements) Check(element, elements, []);
        }

        if (node.Kind == JsonKind.Object && schema["properties"] is { } properties) CheckMembers(node, properties, own);
    }

    private void CheckMembers(JsonTree node, JsonTree properties, IReadOnlyList<string> own)
    {
        foreach (var (name, value) in node.Members)
        {
            if (string.Equals(name, VersionField, StringComparison.Ordinal) && value.Kind == JsonKind.Text) continue;
            if (properties[name] is { } property) Check(value, property, []);
            else if (!own.Contains(name, StringComparer.Ordinal)) throw FaultOfName(value, name, string.Join(", ", properties.Members.Select(m => m.Key).Concat(own)));
        }
    }

    /// <summary>A mention is told by its kind; anything else that has a choice is null or one form.</summary>
    private void CheckChoice(JsonTree node, JsonTree choices)
    {
        if (node.Kind == JsonKind.Null && choices.Elements.Any(c => string.Equals(c.TextOf("type"), "null", StringComparison.Ordinal))) return;
        var forms = choices.Elements.Where(c => !string.Equals(c.TextOf("type"), "null", StringComparison.Ordinal)).Select(Resolve).ToList();
        if (forms.Count == 1)
        {
            Check(node, forms[0], []);
            return;
        }

        var kind = node.TextOf("kind");
        var form = forms.Find(f => f["properties"]?["kind"]?["enum"] is { } names && names.Elements.Any(n => string.Equals(n.Scalar, kind, StringComparison.Ordinal)));
        if (form is null) throw Fault(DiagnosticKinds.GoldenForm, node, "a mention with its kind: " + string.Join(", ", forms.Select(f => f["properties"]!["kind"]!["enum"]!.Elements[0].Scalar)));
        Check(node, form, OwnMentionFields);
    }

    private void CheckType(JsonTree node, JsonTree schema)
    {
        if (schema["type"] is not { } type) return;
        var allowed = type.Kind == JsonKind.List ? [.. type.Elements.Select(e => e.Scalar)] : new List<string> { type.Scalar };
        var fits = allowed.Exists(a => Fits(node, a));
        if (fits && schema["enum"] is { } names && node.Kind == JsonKind.Text)
        {
            if (!names.Elements.Any(n => n.Matches(node))) throw Fault(DiagnosticKinds.GoldenForm, node, "one of " + string.Join(", ", names.Elements.Select(n => n.Scalar)));
        }

        if (!fits) throw Fault(DiagnosticKinds.GoldenForm, node, string.Join(" or ", allowed.Select(Word)));
    }

    private static bool Fits(JsonTree node, string type) => type switch
    {
        "null" => node.Kind == JsonKind.Null,
        "string" => node.Kind == JsonKind.Text,
        "boolean" => node.Kind == JsonKind.Flag,
        "number" => node.Kind == JsonKind.Number,
        "integer" => node.Kind == JsonKind.Number && decimal.IsInteger(node.Number),
        "array" => node.Kind == JsonKind.List,
        _ => node.Kind == JsonKind.Object,
    };

    private static string Word(string type) => type switch
    {
        "null" => "null",
        "string" => "a text",
        "boolean" => "true or false",
        "number" => "a number",
        "integer" => "a whole number",
        "array" => "a list",
        _ => "an object",
    };

    private static JsonTree Resolve(JsonTree schema)
    {
        const string prefix = "#/definitions/";
        while (schema.TextOf("$ref") is { } reference) schema = Schema.Value["definitions"]![reference[prefix.Length..]]!;
        return schema;
    }

    /// <summary>Names the place of the field's name, which stands on the line of its value.</summary>
    private InputException FaultOfName(JsonTree value, params string[] details) =>
        new(DiagnosticKinds.GoldenFieldUnknown, $"{_file}:{value.Line}:{Math.Max(1, value.Column - (value.Span.Start - value.NameStart))}", details);

    private InputException Fault(DiagnosticKind kind, JsonTree at, params string[] details) => new(kind, $"{_file}:{at.Line}:{at.Column}", details);
}
