using System.Text;

namespace ExtractionPipeline.Rules;

/// <summary>The YAML rule files of the library, parsed at build time, so that start-up parses none; and the fingerprint of all rule files.</summary>
/// <remarks>
/// Written by ExtractionPipeline.RuleCompiler while the library is built; a test compares it with its sources.
/// Layout: mark, fingerprint, number of texts, each text once, number of files, then for each its path and its value. A value is a tag
/// (0 nothing, 1 text, 2 list, 3 mapping), line, column and content. Whole numbers are 7-bit encoded, texts UTF-8 with their length.
/// </remarks>
internal sealed record CompiledRuleTrees(string Fingerprint, IReadOnlyDictionary<string, RuleValue?> ByPath)
{
    private const string Mark = "EPRT1";

    /// <summary>Writes all YAML files of a rule set.</summary>
    public static void Write(RuleFiles files, Stream stream)
    {
        var trees = files.All.Where(f => f.IsYaml).Select(f => (f.Path, Tree: f.ParseTree())).ToList();
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, tree) in trees) Collect(tree, texts);

        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(files.Fingerprint());
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts.Keys) writer.Write(text);
        writer.Write7BitEncodedInt(trees.Count);
        foreach (var (path, tree) in trees)
        {
            writer.Write(path);
            Write(writer, tree, texts);
        }
    }

    /// <summary>Reads what <see cref="Write(RuleFiles, Stream)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Written by another version of the build.</exception>
    public static CompiledRuleTrees Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!string.Equals(reader.ReadString(), Mark, StringComparison.Ordinal)) throw new InvalidDataException("The compiled rules have another form; build the library again.");
        var fingerprint = reader.ReadString();
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.ReadString();
        var count = reader.Read7BitEncodedInt();
        var trees = new Dictionary<string, RuleValue?>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) trees.Add(reader.ReadString(), ReadValue(reader, texts));
        return new CompiledRuleTrees(fingerprint, trees);
    }

    private static void Collect(RuleValue? value, Dictionary<string, int> texts)
    {
        switch (value)
        {
            case RuleScalar scalar:
                texts.TryAdd(scalar.Text, texts.Count);
                break;
            case RuleList list:
                foreach (var item in list.Items) Collect(item, texts);
                break;
            case RuleMap map:
                foreach (var field in map.Fields)
                {
                    Collect(field.Key, texts);
                    Collect(field.Value, texts);
                }

                break;
        }
    }

    private static void Write(BinaryWriter writer, RuleValue? value, Dictionary<string, int> texts)
    {
        writer.Write((byte)(value switch { RuleScalar => 1, RuleList => 2, RuleMap => 3, _ => 0 }));
        if (value is null) return;
        writer.Write7BitEncodedInt(value.Line);
        writer.Write7BitEncodedInt(value.Column);
        switch (value)
        {
            case RuleScalar scalar:
                writer.Write7BitEncodedInt(texts[scalar.Text]);
                break;
            case RuleList list:
                writer.Write7BitEncodedInt(list.Items.Count);
                foreach (var item in list.Items) Write(writer, item, texts);
                break;
            case RuleMap map:
                writer.Write7BitEncodedInt(map.Fields.Count);
                foreach (var field in map.Fields)
                {
                    Write(writer, field.Key, texts);
                    Write(writer, field.Value, texts);
                }

                break;
        }
    }

    private static RuleValue? ReadValue(BinaryReader reader, string[] texts)
    {
        var tag = reader.ReadByte();
        if (tag == 0) return null;
        var (line, column, count) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        switch (tag)
        {
            case 1: return new RuleScalar(texts[count], line, column);
            case 2:
                var items = new RuleValue[count];
                for (var i = 0; i < count; i++) items[i] = ReadValue(reader, texts)!;
                return new RuleList(items, line, column);
            default:
                var fields = new KeyValuePair<RuleScalar, RuleValue>[count];
                for (var i = 0; i < count; i++) fields[i] = new((RuleScalar)ReadValue(reader, texts)!, ReadValue(reader, texts)!);
                return new RuleMap(fields, line, column);
        }
    }
}
