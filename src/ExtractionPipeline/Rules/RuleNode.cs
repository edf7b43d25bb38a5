using System.Globalization;
using System.Runtime.CompilerServices;

using ExtractionPipeline.Diagnostics;

using YamlDotNet.Core;

namespace ExtractionPipeline.Rules;

/// <summary>One mapping of a rule file, read field by field; what is missing, misspelt or of the wrong form becomes a fault with its place.</summary>
public sealed class RuleNode
{
    private readonly RuleMap _node;
    private readonly RuleFaults _faults;
    private readonly string _file;
    private readonly HashSet<string>? _read;   // the fields that somebody asked for; null where the file was checked before

    private RuleNode(RuleMap node, string file, RuleFaults faults, bool isChecked)
    {
        _node = node;
        _file = file;
        _faults = faults;
        _read = isChecked ? null : new HashSet<string>(StringComparer.Ordinal);
    }

    /// <summary>Where the mapping begins.</summary>
    public RulePlace Place => At(_node);

    /// <summary>The faults that this node adds to.</summary>
    public RuleFaults Faults => _faults;

    /// <summary>Whether the file was read and found without fault when it was compiled: then nothing needs to be read before it is asked for.</summary>
    internal bool IsChecked => _read is null;

    /// <summary>The mappings of a file whose top level is a list of them.</summary>
    public static IReadOnlyList<RuleNode> ReadList(RuleFiles files, RuleFile file, RuleFaults faults)
    {
        var shown = files.Root + "/" + file.Path;
        var isChecked = files.Compiled is not null;
        var value = isChecked ? file.ParseTree() : Parse(file, shown, faults);
        if (value is null) return [];
        if (value is RuleList list) return Mappings(list, shown, faults, isChecked);
        faults.Add(DiagnosticKinds.RuleFileShape, new RulePlace(shown, 1, 1), "a list of rules (lines that begin with \"- id:\")");
        return [];
    }

    /// <summary>Apart, because whoever only reads compiled rules never loads the YAML library.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RuleValue? Parse(RuleFile file, string shown, RuleFaults faults)
    {
        try
        {
            return file.ParseTree();
        }
        catch (YamlException fault)
        {
            faults.Add(DiagnosticKinds.RuleFileSyntax, new RulePlace(shown, (int)fault.Start.Line, (int)fault.Start.Column), fault.Message.ReplaceLineEndings(" "));
            return null;
        }
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(string field)
    {
        if (OptionalText(field) is { } text) return text;
        if (_node.Find(field) is null) _faults.Add(DiagnosticKinds.RuleFieldMissing, Place, field);
        return "";
    }

    /// <summary>A text, or null where the field is not there.</summary>
    public string? OptionalText(string field)
    {
        if (Find(field) is not { } value) return null;
        if (value is RuleScalar { Text: { Length: > 0 } text }) return text;
        _faults.Add(DiagnosticKinds.RuleFieldForm, At(value), field, "a text");
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one; empty where the field is not there.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        switch (Find(field))
        {
            case null: return [];
            case RuleScalar { Text: { Length: > 0 } text }: return [text];
            case RuleList list when AllTexts(list) is { } texts: return texts;
            case { } other:
                _faults.Add(DiagnosticKinds.RuleFieldForm, At(other), field, "a text or a list of texts");
                return [];
        }
    }

    private static string[]? AllTexts(RuleList list)
    {
        var texts = new string[list.Items.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (list.Items[i] is not RuleScalar { Text: { Length: > 0 } text }) return null;
            texts[i] = text;
        }

        return texts;
    }

    /// <summary>true or false; the given value where the field is not there.</summary>
    public bool Flag(string field, bool otherwise)
    {
        if (Find(field) is not { } value) return otherwise;
        if (value is RuleScalar { Text: "true" or "false" } flag) return flag.Text is "true";
        _faults.Add(DiagnosticKinds.RuleFieldForm, At(value), field, "true or false");
        return otherwise;
    }

    /// <summary>An exact decimal; the given value where the field is not there.</summary>
    public decimal Number(string field, decimal otherwise)
    {
        if (Find(field) is not { } value) return otherwise;
        if (value is RuleScalar { Text: var text } && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return number;
        _faults.Add(DiagnosticKinds.RuleFieldForm, At(value), field, "a number");
        return otherwise;
    }

    /// <summary>One word out of a closed list; a fault names the list. The first of the list where the field is not there and is optional.</summary>
    public T Choice<T>(string field, (string Word, T Value)[] choices, bool optional = false)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (Find(field) is not { } value)
        {
            if (!optional) _faults.Add(DiagnosticKinds.RuleFieldMissing, Place, field);
            return choices[0].Value;
        }

        if (value is RuleScalar { Text: var word } && Vocabulary.TryFind(choices, word, out var chosen)) return chosen;
        _faults.Add(DiagnosticKinds.RuleFieldForm, At(value), field, "one of " + Vocabulary.Words(choices));
        return choices[0].Value;
    }

    /// <summary>A nested mapping, or null where the field is not there.</summary>
    public RuleNode? Map(string field)
    {
        if (Find(field) is not { } value) return null;
        if (value is RuleMap map) return new RuleNode(map, _file, _faults, IsChecked);
        _faults.Add(DiagnosticKinds.RuleFieldForm, At(value), field, "a mapping (name: value)");
        return null;
    }

    /// <summary>A list of nested mappings; empty where the field is not there.</summary>
    public IReadOnlyList<RuleNode> Maps(string field)
    {
        switch (Find(field))
        {
            case null: return [];
            case RuleList list: return Mappings(list, _file, _faults, IsChecked);
            case { } other:
                _faults.Add(DiagnosticKinds.RuleFieldForm, At(other), field, "a list of mappings");
                return [];
        }
    }

    /// <summary>Reports the fields that nobody asked for: most of them are misspelt.</summary>
    public void ReportUnknownFields()
    {
        if (_read is null) return;
        foreach (var field in _node.Fields)
        {
            if (!_read.Contains(field.Key.Text)) _faults.Add(DiagnosticKinds.RuleFieldUnknown, At(field.Key), field.Key.Text);
        }
    }

    /// <summary>Where a field's value stands; the mapping itself where it is not there.</summary>
    public RulePlace PlaceOf(string field) => _node.Find(field) is { } value ? At(value) : Place;

    private static List<RuleNode> Mappings(RuleList list, string file, RuleFaults faults, bool isChecked)
    {
        var nodes = new List<RuleNode>(list.Items.Count);
        foreach (var child in list.Items)
        {
            if (child is RuleMap map) nodes.Add(new RuleNode(map, file, faults, isChecked));
            else faults.Add(DiagnosticKinds.RuleFileShape, new RulePlace(file, child.Line, child.Column), "a mapping (name: value)");
        }

        return nodes;
    }

    private RuleValue? Find(string field)
    {
        _read?.Add(field);
        return _node.Find(field);
    }

    private RulePlace At(RuleValue node) => new(_file, node.Line, node.Column);
}
