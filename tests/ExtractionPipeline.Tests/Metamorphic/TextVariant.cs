using System.Text;

using ExtractionPipeline.Values;

namespace ExtractionPipeline.Tests.Metamorphic;

/// <summary>One stretch of a text and what stands there instead; of length 0 for an insertion.</summary>
internal readonly record struct TextEdit(int Start, int Length, string With)
{
    public int End => Start + Length;
}

/// <summary>A text with edits, and the way from its spans to those of the edited one.</summary>
internal sealed class TextVariant
{
    private readonly List<TextEdit> _edits;

    /// <param name="original">The text.</param>
    /// <param name="edits">Not overlapping.</param>
    public TextVariant(string original, IEnumerable<TextEdit> edits)
    {
        _edits = [.. edits.OrderBy(e => e.Start)];
        var text = new StringBuilder();
        var at = 0;
        foreach (var edit in _edits)
        {
            text.Append(original, at, edit.Start - at).Append(edit.With);
            at = edit.End;
        }

        Text = text.Append(original, at, original.Length - at).ToString();
    }

    public string Text { get; }

    public bool IsEdited => _edits.Count > 0;

    /// <summary>Where the words of a span stand now. What is inserted at an edge stays outside; what replaces an edge's words is inside.</summary>
    public SourceSpan Map(SourceSpan span)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var edit in _edits)
        {
            var grown = edit.With.Length - edit.Length;
            if (edit.End <= span.Start) start += grown;
            if (edit.Start < span.End) end += grown;
        }

        return new SourceSpan(start, end);
    }
}
