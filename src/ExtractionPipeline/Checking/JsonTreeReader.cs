using System.Globalization;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>Reads JSON with comments (// and /* */) into a tree that knows the place of every value, so that single values can be edited.</summary>
internal sealed class JsonTreeReader
{
    private const int DeepestNesting = 64;   // the output nests 8 deep
    private const string EndsEarly = "the text ends too early";

    private readonly string _text;
    private readonly string _file;
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private int _depth;

    private JsonTreeReader(string text, string file)
    {
        _text = text;
        _file = file;
    }

    /// <exception cref="InputException">Not JSON (EP6001); the file is named with line and column.</exception>
    public static JsonTree Read(string text, string file)
    {
        var reader = new JsonTreeReader(text, file);
        reader.SkipBlanks();
        var tree = reader.ReadValue(-1);
        reader.SkipBlanks();
        if (reader._at < text.Length) throw reader.Fault("more text stands behind the end");
        return tree;
    }

    private JsonTree ReadValue(int nameStart)
    {
        if (_at == _text.Length) throw Fault(EndsEarly);
        var (start, line, column) = (_at, _line, _at - _lineStart + 1);
        switch (_text[_at])
        {
            case '{':
                var members = ReadMembers();
                return new JsonTree { Kind = JsonKind.Object, Members = members, Line = line, Column = column, NameStart = nameStart, Span = new SourceSpan(start, _at) };
            case '[':
                var elements = ReadElements();
                return new JsonTree { Kind = JsonKind.List, Elements = elements, Line = line, Column = column, NameStart = nameStart, Span = new SourceSpan(start, _at) };
            case '"':
                var text = ReadText();
                return new JsonTree { Kind = JsonKind.Text, Scalar = text, Line = line, Column = column, NameStart = nameStart, Span = new SourceSpan(start, _at) };
        }

        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.')) _at++;
        var word = _text[start.._at];
        _at = start;   // a fault names the beginning
        var (kind, number) = word switch
        {
            "null" => (JsonKind.Null, 0m),
            "true" or "false" => (JsonKind.Flag, 0m),
            _ => (JsonKind.Number, ReadNumber(word)),
        };
        _at = start + word.Length;
        var scalar = kind switch { JsonKind.Number => Interval.Write(number), JsonKind.Flag => word, _ => "" };
        return new JsonTree { Kind = kind, Number = number, Scalar = scalar, Line = line, Column = column, NameStart = nameStart, Span = new SourceSpan(start, _at) };
    }

    private decimal ReadNumber(string word)
    {
        if (word.Length == 0) throw Fault($"\"{_text[_at]}\" begins no value");
        if (!char.IsAsciiDigit(word[^1]) || !(char.IsAsciiDigit(word[0]) || word[0] == '-') || word.Any(c => char.IsAsciiLetter(c) && c is not 'e' and not 'E')) throw Fault($"\"{word}\" is no value");
        return decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number : throw Fault($"the number {word} cannot be read");
    }

    private List<KeyValuePair<string, JsonTree>> ReadMembers()
    {
        var members = new List<KeyValuePair<string, JsonTree>>();
        for (var more = Open('}'); more; more = Next('}'))
        {
            if (_text[_at] != '"') throw Fault("the name of a field must stand here, in \"\"");
            var start = _at;
            var name = ReadText();
            if (members.Exists(m => string.Equals(m.Key, name, StringComparison.Ordinal)))
            {
                _at = start;
                throw Fault($"the field \"{name}\" stands twice");
            }

            SkipBlanks();
            if (_at == _text.Length || _text[_at] != ':') throw Fault(_at == _text.Length ? EndsEarly : "a colon must stand here");
            _at++;
            SkipBlanks();
            members.Add(new KeyValuePair<string, JsonTree>(name, ReadValue(start)));
        }

        return members;
    }

    private List<JsonTree> ReadElements()
    {
        var elements = new List<JsonTree>();
        for (var more = Open(']'); more; more = Next(']')) elements.Add(ReadValue(-1));
        return elements;
    }

    /// <summary>Behind the opening bracket; whether a first part follows.</summary>
    private bool Open(char close)
    {
        if (++_depth > DeepestNesting) throw Fault($"brackets nest deeper than {DeepestNesting}");
        _at++;
        SkipBlanks();
        if (_at == _text.Length) throw Fault(EndsEarly);
        return _text[_at] != close || Close();
    }

    /// <summary>Behind one part; whether another follows.</summary>
    private bool Next(char close)
    {
        SkipBlanks();
        if (_at == _text.Length) throw Fault(EndsEarly);
        if (_text[_at] == close) return Close();
        if (_text[_at] != ',') throw Fault($"a comma or {close} must stand here");
        var comma = _at++;
        SkipBlanks();
        if (_at == _text.Length) throw Fault(EndsEarly);
        if (_text[_at] != close) return true;
        throw Fault($"nothing follows the comma {(_text.IndexOf('\n', comma, _at - comma) < 0 ? "here" : "above")}");
    }

    private bool Close()
    {
        _at++;
        _depth--;
        return false;
    }

    private string ReadText()
    {
        var start = ++_at;
        while (_at < _text.Length && _text[_at] is not ('"' or '\\' or '\n' or '\r')) _at++;
        if (_at < _text.Length && _text[_at] == '"') return _text[start.._at++];
        var text = new StringBuilder().Append(_text, start, _at - start);
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (_text[_at] is '\n' or '\r') throw Fault("a text must end on its line");
            text.Append(_text[_at] == '\\' ? ReadEscape() : _text[_at++]);
        }

        if (_at == _text.Length) throw Fault(EndsEarly);
        _at++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        if (_at + 1 >= _text.Length) throw Fault(EndsEarly);
        var c = _text[_at + 1];
        if (c == 'u')
        {
            if (_at + 6 > _text.Length || !ushort.TryParse(_text.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) throw Fault("\\u needs four hexadecimal digits");
            _at += 6;
            return (char)code;
        }

        const string letters = "\"\\/bfnrt";
        var index = letters.IndexOf(c, StringComparison.Ordinal);
        if (index < 0) throw Fault($"\\{c} is no escape; a backslash is written \\\\");
        _at += 2;
        return "\"\\/\b\f\n\r\t"[index];
    }

    /// <summary>Passes over white space and comments.</summary>
    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] is '/' or '*') SkipComment();
            else if (c is ' ' or '\t' or '\r' or '\n' or '\uFEFF') Step(c);
            else return;
        }
    }

    private void SkipComment()
    {
        var block = _text[_at + 1] == '*';
        var end = block ? _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) : _text.IndexOf('\n', _at);
        if (block && end < 0) throw Fault("this comment does not end");
        var to = end < 0 ? _text.Length : block ? end + 2 : end;
        while (_at < to) Step(_text[_at]);
    }

    private void Step(char c)
    {
        _at++;
        if (c != '\n') return;
        _line++;
        _lineStart = _at;
    }

    private InputException Fault(string what) =>
        new(DiagnosticKinds.GoldenSyntax, string.Create(CultureInfo.InvariantCulture, $"{_file}:{_line}:{_at - _lineStart + 1}"), what);
}
