using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ExtractionPipeline.Rules;

/// <summary>Reads the YAML of one rule file. The only place that knows YAML.</summary>
internal static class YamlRuleTree
{
    /// <summary>Lists and mappings inside one another. The rules of this project use 6.</summary>
    private const int MaxDepth = 64;

    /// <summary>The value of the first document, or null where the file is empty.</summary>
    /// <exception cref="YamlException">Not readable as YAML, a key that stands twice, or an alias.</exception>
    public static RuleValue? Parse(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) return null;
            var value = ReadValue(parser, 0);
            parser.Consume<DocumentEnd>();
            return value;
        }
        catch (InvalidOperationException fault)
        {
            // What the scanner throws where a plain text breaks off at a place that it did not expect (18.1.0).
            var after = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(after, after, "what follows here cannot be read as YAML", fault);
        }
    }

    private static RuleValue ReadValue(Parser parser, int depth)
    {
        if (parser.TryConsume<Scalar>(out var scalar)) return At(scalar);
        var other = parser.Current!;
        if (depth > MaxDepth) throw new YamlException(other.Start, other.End, $"more than {MaxDepth} lists and mappings stand inside one another");
        if (parser.TryConsume<SequenceStart>(out var sequence)) return ReadList(parser, sequence, depth + 1);
        if (parser.TryConsume<MappingStart>(out var mapping)) return ReadMap(parser, mapping, depth + 1);
        throw new YamlException(other.Start, other.End, "expected a text, a list or a mapping; aliases are not supported");
    }

    private static RuleList ReadList(Parser parser, SequenceStart start, int depth)
    {
        var items = new List<RuleValue>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadValue(parser, depth));
        return new RuleList(items, (int)start.Start.Line, (int)start.Start.Column);
    }

    private static RuleMap ReadMap(Parser parser, MappingStart start, int depth)
    {
        var fields = new List<KeyValuePair<RuleScalar, RuleValue>>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (fields.Exists(f => string.Equals(f.Key.Text, key.Value, StringComparison.Ordinal)))
            {
                throw new YamlException(key.Start, key.End, $"the field \"{key.Value}\" stands twice");
            }

            fields.Add(new(At(key), ReadValue(parser, depth)));
        }

        return new RuleMap(fields, (int)start.Start.Line, (int)start.Start.Column);
    }

    private static RuleScalar At(Scalar scalar) => new(scalar.Value, (int)scalar.Start.Line, (int)scalar.Start.Column);
}
