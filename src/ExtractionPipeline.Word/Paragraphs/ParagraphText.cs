using System.Text;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Word.Paragraphs;

/// <summary>Where the text refers to a note or comment.</summary>
internal sealed record NoteAnchor(AsideKind Kind, string Id);

/// <summary>The text of a paragraph while it is being read, and what stands at its places.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();
    private List<TextMark>? _marks;   // most paragraphs have none

    // Most paragraphs have one run: its string is then the text, without copying.
    private string? _only;

    /// <summary>Code units so far.</summary>
    public int Length => _only?.Length ?? _text.Length;

    /// <summary>Notes and comments that are anchored here: kind and id.</summary>
    public List<NoteAnchor> Anchors { get; } = [];

    /// <summary>Whether anything is marked.</summary>
    public bool HasMarks => _marks is { Count: > 0 };

    /// <summary>Whether something hidden was left out.</summary>
    public bool LeftOutHidden { get; set; }

    /// <summary>Adds visible text.</summary>
    public void Append(string text)
    {
        if (text.Length == 0) return;
        if (_only is null && _text.Length == 0)
        {
            _only = text;
            return;
        }

        if (_only is not null)
        {
            _text.Append(_only);
            _only = null;
        }

        _text.Append(text);
    }

    /// <summary>Marks from a place to the end; a stretch without text is marked only where that is what the kind means.</summary>
    public void Mark(TextMarkKind kind, int start)
    {
        if (start < Length || kind == TextMarkKind.DeletionPoint) (_marks ??= []).Add(new TextMark(kind, new SourceSpan(start, Length)));
    }

    /// <summary>The text from a place to the end.</summary>
    public string From(int start) => _only is not null ? _only[start..] : _text.ToString(start, _text.Length - start);

    /// <summary>The marks in the order of their starts.</summary>
    public IReadOnlyList<TextMark> Marks()
    {
        if (_marks is null) return [];
        _marks.Sort(static (a, b) => a.Span.CompareTo(b.Span) is var c and not 0 ? c : a.Kind.CompareTo(b.Kind));
        return [.. _marks];
    }

    /// <inheritdoc/>
    public override string ToString() => _only ?? _text.ToString();

    /// <summary>Makes it ready for another paragraph.</summary>
    public void Clear()
    {
        _text.Clear();
        _only = null;
        _marks?.Clear();
        Anchors.Clear();
        LeftOutHidden = false;
    }
}
