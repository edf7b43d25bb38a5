using System.Text;

namespace ExtractionPipeline.Word.Paragraphs;

/// <summary>The complex fields (域) that are open at a place: fldChar begin … separate … end, one inside another.</summary>
/// <remarks>Only the result of a field is text. A field may run over several paragraphs, as a table of contents does.</remarks>
internal sealed class FieldStack
{
    // Longer instructions are never needed to know what a field is.
    private const int MaxInstruction = 2_000;

    private readonly List<Field> _open = [];
    private int _inInstruction;

    private sealed class Field(int paragraph)
    {
        public int Paragraph { get; } = paragraph;

        public bool InInstruction { get; set; } = true;

        public StringBuilder Instruction { get; } = new();

        /// <summary>What a form field shows that has no result of its own.</summary>
        public string? FormValue { get; set; }
    }

    /// <summary>Whether text at this place is shown.</summary>
    public bool ShowsText => _inInstruction == 0;

    /// <summary>A field begins.</summary>
    /// <param name="paragraph">Running number of the paragraph.</param>
    /// <param name="formValue">What a form field (drop-down, check box) shows, or null.</param>
    public void Begin(int paragraph, string? formValue)
    {
        _open.Add(new Field(paragraph) { FormValue = formValue });
        _inInstruction++;
    }

    /// <summary>The result of the innermost field begins. Ignored without an open field, as Word does.</summary>
    public void Separate()
    {
        if (_open.Count == 0 || !_open[^1].InInstruction) return;
        _open[^1].InInstruction = false;
        _inInstruction--;
    }

    /// <summary>The innermost field ends.</summary>
    /// <returns>What it shows where the file stores no result; null where the result has been read, or the field shows nothing.</returns>
    public FieldDisplay? End()
    {
        if (_open.Count == 0) return null;
        var field = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (field.InInstruction) _inInstruction--;
        if (field.FormValue is { } value) return new FieldDisplay(value, null);
        return field.InInstruction ? FieldDisplay.Of(field.Instruction.ToString()) : null;
    }

    /// <summary>A stretch of w:instrText.</summary>
    public void AddInstruction(string text)
    {
        if (_open.Count > 0 && _open[^1].InInstruction && _open[^1].Instruction.Length < MaxInstruction) _open[^1].Instruction.Append(text);
    }

    /// <summary>
    /// Ordinary text stands in the instruction of a field that began in an earlier paragraph: the file has lost the end of that field.
    /// The field is given up, so that it does not swallow the rest of the document.
    /// </summary>
    /// <returns>Whether a field was given up.</returns>
    public bool GiveUpLost(int paragraph)
    {
        if (_open.Count == 0 || !_open[^1].InInstruction || _open[^1].Paragraph == paragraph) return false;
        for (; _open.Count > 0 && _open[^1].InInstruction; _inInstruction--) _open.RemoveAt(_open.Count - 1);
        return true;
    }
}
