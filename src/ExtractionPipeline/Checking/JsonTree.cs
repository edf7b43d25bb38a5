using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>What a node of JSON is.</summary>
internal enum JsonKind
{
    Null,
    Flag,
    Number,
    Text,
    List,
    Object,
}

/// <summary>JSON as a tree that knows where each value stands; comments are passed over.</summary>
/// <remarks>Numbers are exact decimals. Line and column are 1-based and name the value's first character.</remarks>
internal sealed class JsonTree
{
    private static readonly IReadOnlyList<KeyValuePair<string, JsonTree>> NoMembers = [];
    private static readonly IReadOnlyList<JsonTree> NoElements = [];

    public required JsonKind Kind { get; init; }

    public int Line { get; init; }

    public int Column { get; init; }

    /// <summary>The value's characters in the text that was read; end exclusive.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>Where the name of the member begins whose value this is; -1 where it is no member's value.</summary>
    public int NameStart { get; init; } = -1;

    /// <summary>Text of a text or flag ("true", "false"), the plain notation of a number.</summary>
    public string Scalar { get; init; } = "";

    public decimal Number { get; init; }

    /// <summary>Members of an object in order; empty for anything else.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonTree>> Members { get; init; } = NoMembers;

    /// <summary>Elements of a list in order; empty for anything else.</summary>
    public IReadOnlyList<JsonTree> Elements { get; init; } = NoElements;

    /// <summary>An object of one's own.</summary>
    public static JsonTree ObjectOf(IEnumerable<KeyValuePair<string, JsonTree>> members) => new() { Kind = JsonKind.Object, Members = [.. members] };

    /// <summary>A list of one's own.</summary>
    public static JsonTree ListOf(IEnumerable<JsonTree> elements) => new() { Kind = JsonKind.List, Elements = [.. elements] };

    /// <summary>A text value of one's own.</summary>
    public static JsonTree OfText(string text) => new() { Kind = JsonKind.Text, Scalar = text };

    /// <summary>The member of a name, or null.</summary>
    public JsonTree? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (string.Equals(member.Key, name, StringComparison.Ordinal)) return member.Value;
            }

            return null;
        }
    }

    /// <summary>The text of a member; null where it is not there or no text.</summary>
    public string? TextOf(string name) => this[name] is { Kind: JsonKind.Text } text ? text.Scalar : null;

    /// <summary>The whole number of a member; null where it is not there, no number or beyond 32 bits.</summary>
    public int? NumberOf(string name) => this[name] is { Kind: JsonKind.Number, Number: >= int.MinValue and <= int.MaxValue } number ? (int)number.Number : null;

    /// <summary>Whether a member is there and true.</summary>
    public bool IsTrue(string name) => this[name] is { Kind: JsonKind.Flag, Scalar: "true" };

    /// <summary>Same kind, same value, same members in any order.</summary>
    public bool Matches(JsonTree other)
    {
        if (Kind != other.Kind) return false;
        return Kind switch
        {
            JsonKind.Null => true,
            JsonKind.Number => Number == other.Number,
            JsonKind.List => Elements.Count == other.Elements.Count && !Elements.Where((e, i) => !e.Matches(other.Elements[i])).Any(),
            JsonKind.Object => Members.Count == other.Members.Count && Members.All(m => other[m.Key] is { } o && m.Value.Matches(o)),
            _ => string.Equals(Scalar, other.Scalar, StringComparison.Ordinal),
        };
    }

    /// <summary>On one line, as messages show it.</summary>
    public override string ToString() => Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Text => "\"" + Scalar + "\"",
        JsonKind.List => "[" + string.Join(", ", Elements) + "]",
        JsonKind.Object => "{" + string.Join(", ", Members.Select(m => m.Key + ": " + m.Value)) + "}",
        _ => Scalar,
    };

    /// <summary>Reads a text.</summary>
    /// <exception cref="InputException">Not JSON (EP6001); the file is named with line and column.</exception>
    public static JsonTree Parse(string text, string file) => JsonTreeReader.Read(text, file);
}
