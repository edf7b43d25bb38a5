using ExtractionPipeline.Values;

namespace ExtractionPipeline.Output;

/// <summary>Writes the JSON of a result piece by piece: names and texts, whole numbers, exact decimals, no more.</summary>
/// <remarks>
/// The same characters as the general writer (Newtonsoft.Json) gives for the same calls; a test compares them. A result is what nearly every run
/// writes, and the general writer reads its own enumerations by reflection before its first character.
/// </remarks>
internal sealed class JsonText(TextWriter to, bool indented)
{
    private const string Digits = "0123456789abcdef";
    private const int Indentation = 2;
    private const string Spaces = "                                ";

    private int _depth;
    private bool _isFirst = true;      // nothing stands yet in the innermost object or list
    private bool _followsName;

    public void StartObject() => Start('{');

    public void EndObject() => End('}');

    public void StartList() => Start('[');

    public void EndList() => End(']');

    /// <summary>The name of a member; its value follows. Names are fixed and need no escapes.</summary>
    public void Name(string name)
    {
        Separate();
        to.Write('"');
        to.Write(name);
        to.Write(indented ? "\": " : "\":");
        _followsName = true;
    }

    public void Value(string? text)
    {
        Place();
        if (text is null) to.Write("null");
        else WriteQuoted(text);
    }

    /// <summary>Opens a list as a member.</summary>
    public void BeginList(string name)
    {
        Name(name);
        StartList();
    }

    /// <summary>Opens an object as a member.</summary>
    public void BeginObject(string name)
    {
        Name(name);
        StartObject();
    }

    public void Member(string name, string? value)
    {
        Name(name);
        Value(value);
    }

    public void Member(string name, int? value) => MemberAsIs(name, value is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "null");

    public void Member(string name, bool? value) => MemberAsIs(name, value switch { null => "null", true => "true", false => "false" });

    public void Member(string name, decimal? value) => MemberAsIs(name, value is { } number ? Interval.Write(number) : "null");

    public void Member(string name, IReadOnlyList<string> texts)
    {
        BeginList(name);
        for (var i = 0; i < texts.Count; i++) Value(texts[i]);
        EndList();
    }

    public void Member(string name, IReadOnlyList<DivisionCode> codes)
    {
        BeginList(name);
        for (var i = 0; i < codes.Count; i++) Value(codes[i].ToString());
        EndList();
    }

    private void MemberAsIs(string name, string value)
    {
        Name(name);
        Place();
        to.Write(value);
    }

    private void Start(char sign)
    {
        Place();
        to.Write(sign);
        _depth++;
        _isFirst = true;
    }

    private void End(char sign)
    {
        _depth--;
        if (!_isFirst) NextLine();
        to.Write(sign);
        _isFirst = false;
    }

    /// <summary>Before a value: behind its name, or on a line of its own in a list.</summary>
    private void Place()
    {
        if (_followsName) _followsName = false;
        else if (_depth > 0) Separate();
    }

    private void Separate()
    {
        if (!_isFirst) to.Write(',');
        _isFirst = false;
        NextLine();
    }

    private void NextLine()
    {
        if (!indented) return;
        to.Write(to.NewLine);
        for (var left = _depth * Indentation; left > 0; left -= Spaces.Length) to.Write(Spaces.AsSpan(0, Math.Min(left, Spaces.Length)));
    }

    private void WriteQuoted(string text)
    {
        to.Write('"');
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!NeedsEscape(text[i])) continue;
            to.Write(text.AsSpan(written, i - written));
            WriteEscaped(text[i]);
            written = i + 1;
        }

        if (written == 0) to.Write(text);
        else to.Write(text.AsSpan(written));
        to.Write('"');
    }

    /// <summary>What JSON forbids in texts, and the line ends that JavaScript once forbade.</summary>
    private static bool NeedsEscape(char c) => c is < ' ' or '"' or '\\' or '\u0085' or '\u2028' or '\u2029';

    private void WriteEscaped(char c)
    {
        to.Write('\\');
        switch (c)
        {
            case '"' or '\\': to.Write(c); break;
            case '\t': to.Write('t'); break;
            case '\n': to.Write('n'); break;
            case '\r': to.Write('r'); break;
            case '\f': to.Write('f'); break;
            case '\b': to.Write('b'); break;
            default:
                to.Write('u');
                for (var shift = 12; shift >= 0; shift -= 4) to.Write(Digits[(c >> shift) & 0xF]);
                break;
        }
    }
}
