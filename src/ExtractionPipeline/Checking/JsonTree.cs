using System.Globalization;

using ExtractionPipeline.Diagnostics;

using Newtonsoft.Json;

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
/// <remarks>Numbers are exact decimals. Line and column are 1-based and name the value's end as the reader reports it.</remarks>
internal sealed class JsonTree
{
    private static readonly IReadOnlyList<KeyValuePair<string, JsonTree>> NoMembers = [];
    private static readonly IReadOnlyList<JsonTree> NoElements = [];

    private JsonTree(JsonKind kind, int line, int column)
    {
        Kind = kind;
        Line = line;
        Column = column;
    }

    public JsonKind Kind { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>Text of a text or flag ("true", "false"), the plain notation of a number.</summary>
    public string Scalar { get; private init; } = "";

    public decimal Number { get; private init; }

    /// <summary>Members of an object in order; empty for anything else.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonTree>> Members { get; private init; } = NoMembers;

    /// <summary>Elements of a list in order; empty for anything else.</summary>
    public IReadOnlyList<JsonTree> Elements { get; private init; } = NoElements;

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

    /// <summary>The whole number of a member; null where it is not there or no number.</summary>
    public int? NumberOf(string name) => this[name] is { Kind: JsonKind.Number } number ? (int)number.Number : null;

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
    public static JsonTree Parse(string text, string file)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
        try
        {
            Next(reader);
            var tree = Read(reader);
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment) throw Fault("more text behind the end");
            }

            return tree;
        }
        catch (JsonReaderException fault)
        {
            throw Fault(FirstSentence(fault.Message));
        }

        InputException Fault(string what) =>
            new(DiagnosticKinds.GoldenSyntax, string.Create(CultureInfo.InvariantCulture, $"{file}:{reader.LineNumber}:{reader.LinePosition}"), what);
    }

    private static JsonTree Read(JsonTextReader reader)
    {
        var (line, column) = (reader.LineNumber, reader.LinePosition);
        switch (reader.TokenType)
        {
            case JsonToken.StartObject:
                return new JsonTree(JsonKind.Object, line, column) { Members = ReadMembers(reader) };
            case JsonToken.StartArray:
                return new JsonTree(JsonKind.List, line, column) { Elements = ReadElements(reader) };
            case JsonToken.String:
                return new JsonTree(JsonKind.Text, line, column) { Scalar = (string)reader.Value! };
            case JsonToken.Boolean:
                return new JsonTree(JsonKind.Flag, line, column) { Scalar = (bool)reader.Value! ? "true" : "false" };
            case JsonToken.Null:
                return new JsonTree(JsonKind.Null, line, column);
            case JsonToken.Integer or JsonToken.Float:
                return ReadNumber(reader, line, column);
            default:
                throw new JsonReaderException($"Unexpected {reader.TokenType}.");
        }
    }

    private static JsonTree ReadNumber(JsonTextReader reader, int line, int column)
    {
        if (reader.Value is System.Numerics.BigInteger) throw new JsonReaderException("A number is too large.");
        var number = Convert.ToDecimal(reader.Value, CultureInfo.InvariantCulture);
        return new JsonTree(JsonKind.Number, line, column) { Number = number, Scalar = Values.Interval.Write(number) };
    }

    private static List<KeyValuePair<string, JsonTree>> ReadMembers(JsonTextReader reader)
    {
        var members = new List<KeyValuePair<string, JsonTree>>();
        for (Next(reader); reader.TokenType != JsonToken.EndObject; Next(reader))
        {
            var name = (string)reader.Value!;
            Next(reader);
            members.Add(new KeyValuePair<string, JsonTree>(name, Read(reader)));
        }

        return members;
    }

    private static List<JsonTree> ReadElements(JsonTextReader reader)
    {
        var elements = new List<JsonTree>();
        for (Next(reader); reader.TokenType != JsonToken.EndArray; Next(reader)) elements.Add(Read(reader));
        return elements;
    }

    private static void Next(JsonTextReader reader)
    {
        do
        {
            if (!reader.Read()) throw new JsonReaderException("The text ends too early.");
        }
        while (reader.TokenType == JsonToken.Comment);
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
