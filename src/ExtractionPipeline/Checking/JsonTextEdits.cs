using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>Edits single values of a JSON text; every other character stays: order, comments, white space, line ends.</summary>
/// <remarks>One instance edits one text once: all places count in the text before the edit.</remarks>
internal sealed class JsonTextEdits(string text)
{
    private readonly List<(SourceSpan Span, string Text)> _edits = [];
    private readonly string _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The text with all edits.</summary>
    public string Apply()
    {
        var edited = text;
        foreach (var (span, with) in _edits.OrderByDescending(e => e.Span.Start)) edited = string.Concat(edited.AsSpan(0, span.Start), with, edited.AsSpan(span.End));
        return edited;
    }

    /// <summary>Makes a value equal to another in all that it has: only the parts that differ are written.</summary>
    public JsonTextEdits Become(JsonTree old, JsonTree found)
    {
        if (GoldenComparison.Covers(old, found)) return this;
        if (old.Kind != JsonKind.Object || found.Kind != JsonKind.Object)
        {
            _edits.Add((old.Span, JsonLayout.Write(found, SpansLines(old.Span) ? IndentAt(old.Span.Start) : null, _newLine)));
            return this;
        }

        for (var i = 0; i < old.Members.Count; i++)
        {
            var value = old.Members[i].Value;
            if (found[old.Members[i].Key] is { } other) Become(value, other);
            else RemovePart(new SourceSpan(value.NameStart, value.Span.End), i == 0 ? null : old.Members[i - 1].Value.Span.End, i == old.Members.Count - 1);
        }

        return this;
    }

    /// <summary>Takes an element out of its list.</summary>
    public JsonTextEdits Remove(JsonTree list, JsonTree element)
    {
        var i = list.Elements.ToList().IndexOf(element);
        RemovePart(element.Span, i == 0 ? null : list.Elements[i - 1].Span.End, i == list.Elements.Count - 1);
        return this;
    }

    /// <summary>Adds an element to a list, laid out as its neighbours are.</summary>
    /// <param name="list">The list.</param>
    /// <param name="element">What is added.</param>
    /// <param name="after">The element before it; null for the first place.</param>
    public JsonTextEdits Add(JsonTree list, JsonTree element, JsonTree? after)
    {
        if (list.Elements.Count == 0) return AddToEmpty(list, element);
        var first = list.Elements[0];
        var indent = IndentAt(first.Span.Start);
        var written = JsonLayout.Write(element, list.Elements.Any(e => SpansLines(e.Span)) ? indent : null, _newLine);
        if (first.Line == list.Line) return after is null ? Insert(first.Span.Start, written + ", ") : Insert(after.Span.End, ", " + written);
        if (after is null) return Insert(BehindComment(list.Span.Start + 1), _newLine + indent + written + ",");
        if (!ReferenceEquals(after, list.Elements[^1])) return Insert(BehindComment(CommaFrom(after.Span.End) + 1), _newLine + indent + written + ",");
        var behind = BehindComment(after.Span.End);
        return behind == after.Span.End ? Insert(behind, "," + _newLine + indent + written) : Insert(after.Span.End, ",").Insert(behind, _newLine + indent + written);
    }

    /// <summary>Adds a member as the first of an object.</summary>
    public JsonTextEdits AddFirst(JsonTree owner, string member, JsonTree value)
    {
        var written = $"\"{member}\": {JsonLayout.Write(value, null, _newLine)}";
        if (owner.Members.Count == 0) return Insert(owner.Span.Start + 1, " " + written + (text[owner.Span.Start + 1] == ' ' ? "" : " "));
        var first = owner.Members[0].Value.NameStart;
        return SpansLines(new SourceSpan(owner.Span.Start, first)) ? Insert(BehindComment(owner.Span.Start + 1), _newLine + IndentAt(first) + written + ",") : Insert(first, written + ", ");
    }

    private JsonTextEdits AddToEmpty(JsonTree list, JsonTree element)
    {
        var close = list.Span.End - 1;
        var written = JsonLayout.Write(element, null, _newLine);
        if (SpansLines(list.Span)) return Insert(LineStart(close), IndentAt(close) + "  " + written + _newLine);
        var pad = element.Kind == JsonKind.Object ? " " : "";
        return Insert(close, (text[close - 1] == ' ' ? "" : pad) + written + pad);
    }

    private JsonTextEdits Insert(int at, string what)
    {
        _edits.Add((new SourceSpan(at, at), what));
        return this;
    }

    /// <summary>Takes out one part of a list or object with the comma that it needs no more, and its line where nothing else stands there.</summary>
    private void RemovePart(SourceSpan part, int? previousEnd, bool isLast)
    {
        var comma = !isLast ? CommaFrom(part.End) : previousEnd is { } end ? CommaFrom(end) : -1;
        var restOfLine = comma >= part.End ? comma + 1 : part.End;
        var (from, to) = (part.Start, part.End);
        var (lineStart, lineEnd) = (LineStart(part.Start), LineEnd(restOfLine));
        if (text.AsSpan(lineStart, part.Start - lineStart).IsWhiteSpace() && text.AsSpan(restOfLine, lineEnd - restOfLine).IsWhiteSpace() && text.AsSpan(part.End, restOfLine - part.End).Trim() is "," or "")
        {
            _edits.Add((new SourceSpan(lineStart, Math.Min(text.Length, lineEnd + 1)), ""));
            if (comma >= 0 && comma < part.Start) _edits.Add((new SourceSpan(comma, comma + 1), ""));
            return;
        }

        if (comma < 0 || comma > part.End)
        {
            // A comment stands between the part and its comma, or there is no comma at all.
            _edits.Add((part, ""));
            if (comma >= 0) _edits.Add((new SourceSpan(comma, comma + 1), ""));
        }
        else if (comma == part.End)
        {
            to = comma + 1;
            while (to < text.Length && text[to] is ' ' or '\t') to++;
            _edits.Add((new SourceSpan(from, to), ""));
        }
        else
        {
            while (text[from - 1] is ' ' or '\t') from--;
            if (from == comma + 1)
            {
                _edits.Add((new SourceSpan(comma, to), ""));
            }
            else
            {
                _edits.Add((new SourceSpan(from, to), ""));
                _edits.Add((new SourceSpan(comma, comma + 1), ""));
            }
        }
    }

    /// <summary>The comma behind a part, past white space and comments; what was read is valid, so there is one.</summary>
    private int CommaFrom(int at)
    {
        while (text[at] != ',') at = text[at] == '/' ? CommentEnd(at) : at + 1;
        return at;
    }

    /// <summary>Past a comment that stands on the rest of the line; the place itself where something else stands there.</summary>
    private int BehindComment(int at)
    {
        var end = at;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
        {
            if (text[end] is ' ' or '\t') end++;
            else if (text[end] == '/') end = CommentEnd(end);
            else return at;
        }

        return text.AsSpan(at, end - at).IsWhiteSpace() ? at : end;
    }

    private int CommentEnd(int at)
    {
        if (text[at + 1] == '*') return text.IndexOf("*/", at + 2, StringComparison.Ordinal) + 2;
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : at + end;
    }

    private int LineStart(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private int LineEnd(int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private string IndentAt(int at)
    {
        var start = LineStart(at);
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        return text[start..end];
    }

    private bool SpansLines(SourceSpan span) => text.IndexOf('\n', span.Start, span.Length) >= 0;
}
