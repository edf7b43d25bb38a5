using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Word.Opening;
using ExtractionPipeline.Word.Stories;
using ExtractionPipeline.Word.Styles;

namespace ExtractionPipeline.Word.Paragraphs;

/// <summary>Reads what stands inside a paragraph: runs, and what runs are wrapped in.</summary>
/// <remarks>
/// Content controls, hyperlinks, smart tags and custom XML are seen through. Of a field the result is text, of ruby the base.
/// Tracked changes are accepted or rejected as the options say. Bookmarks, proofing marks and the like are ignored.
/// </remarks>
internal sealed class InlineReader(PartXml xml, StoryReader story, StyleSheet styles, Findings findings, WordReadingOptions options)
{
    private ParagraphText _text = new();
    private Container _container = new();
    private FieldStack _fields = new();
    private ParagraphProperties _properties = new();
    private int _paragraph;
    private bool _hidden;
    private string? _font;

    /// <summary>Reads the current w:p into a text.</summary>
    public void ReadParagraph(ParagraphText text, ParagraphProperties properties, Container container, int paragraph)
    {
        var outer = (_text, _container, _properties, _paragraph, _hidden, _font);
        (_text, _container, _properties, _paragraph) = (text, container, properties, paragraph);
        ReadInlines(xml.Children());
        (_text, _container, _properties, _paragraph, _hidden, _font) = outer;
    }

    private void ReadInlines(PartXml.ChildElements children)
    {
        while (children.Next())
        {
            switch (xml.Vocabulary)
            {
                case Vocabulary.Word: ReadInline(); break;
                case Vocabulary.Math: ReadMath(); break;
                case Vocabulary.Compatibility: ReadInlineAlternatives(); break;
                default: NoteLost(); break;
            }
        }
    }

    private void ReadInline()
    {
        switch (xml.Name)
        {
            case "r": ReadRun(); break;
            case "pPr": _properties.Read(xml, options.Revisions); break;
            case "hyperlink" or "smartTag" or "customXml" or "sdt" or "sdtContent" or "fldSimple" or "dir" or "bdo":
                ReadInlines(xml.Children());
                break;
            case "ins" or "moveTo": ReadRevision(RevisionReading.Accept, TextMarkKind.Inserted); break;
            case "del" or "moveFrom": ReadRevision(RevisionReading.Reject, TextMarkKind.Deleted); break;
            case "subDoc": Skipped("a subdocument"); break;
            default: NoteLost(); break;
        }
    }

    private void ReadInlineAlternatives()
    {
        if (xml.Name is not "AlternateContent") return;
        var alternatives = new Alternatives(xml);
        while (alternatives.Next()) ReadInlines(xml.Children());
    }

    private void ReadMath()
    {
        var formula = new System.Text.StringBuilder();
        MathReader.Read(xml, formula);
        _hidden = false;
        Append(formula.ToString());
    }

    /// <param name="keptBy">How revisions must be read for this text to stay.</param>
    /// <param name="mark">What it is marked as where it stays.</param>
    private void ReadRevision(RevisionReading keptBy, TextMarkKind mark)
    {
        var start = _text.Length;
        var name = mark == TextMarkKind.Inserted ? "insertion" : "deletion";
        if (options.Revisions == keptBy)
        {
            ReadInlines(xml.Children());
            _text.Mark(mark, start);
            NoteFigure(name, _text.From(start));
            return;
        }

        var dropped = xml.ReadAllText();
        if (dropped.Length == 0) return;
        if (mark == TextMarkKind.Deleted) _text.Mark(TextMarkKind.DeletionPoint, start);
        NoteFigure(name, dropped);
    }

    private void NoteFigure(string change, string text) => findings.AddFigureInRevision(_container.NextLocation, change, text);

    private void ReadRun()
    {
        _hidden = styles.ParagraphStyle(_properties.StyleId).Hidden ?? false;
        _font = null;
        ReadRunContent(xml.Children());
    }

    private void ReadRunContent(PartXml.ChildElements children)
    {
        while (children.Next())
        {
            switch (xml.Vocabulary)
            {
                case Vocabulary.Word: ReadRunPart(); break;
                case Vocabulary.Math: ReadMath(); break;
                case Vocabulary.Compatibility when xml.Name is "AlternateContent":
                    var alternatives = new Alternatives(xml);
                    while (alternatives.Next()) ReadRunContent(xml.Children());
                    break;
                default: NoteLost(); break;
            }
        }
    }

    private void ReadRunPart()
    {
        switch (xml.Name)
        {
            case "t" or "delText": AppendText(xml.ReadText()); break;
            case "rPr": ReadRunProperties(); break;
            case "tab" or "ptab": Append("\t"); break;
            case "br" or "cr": Append("\n"); break;
            case "noBreakHyphen": Append("\u2011"); break;
            case "sym": AppendSymbol(); break;
            case "fldChar": ReadFieldCharacter(); break;
            case "instrText": _fields.AddInstruction(xml.ReadText()); break;
            case "ruby": ReadRuby(); break;
            case "drawing" or "pict" or "object": ReadGraphic(xml.Children()); break;
            case "footnoteReference": Anchor(AsideKind.Footnote); break;
            case "endnoteReference": Anchor(AsideKind.Endnote); break;
            case "commentReference": Anchor(AsideKind.Comment); break;
            case "contentPart": Skipped("ink"); break;
            default: NoteLost(); break;
        }
    }

    private void ReadRunProperties()
    {
        bool? direct = null;
        var children = xml.Children();
        while (children.Next())
        {
            switch (xml.Name)
            {
                case "vanish": direct = xml.IsOn; break;
                case "rStyle" when xml.Value is { } id && styles.Find(id)?.Hidden is { } hidden:
                    // Switches of the paragraph style and the character style cancel each other (ECMA-376 part 1 §17.7.3).
                    _hidden ^= hidden;
                    break;
                case "rFonts": _font = xml.Attribute("ascii") ?? xml.Attribute("hAnsi"); break;
                case "rPrChange" when options.Revisions == RevisionReading.Reject:
                    direct = null;
                    var changed = xml.Children();
                    while (changed.Next()) ReadRunProperties();
                    break;
            }
        }

        if (direct is { } said) _hidden = said;
    }

    private void ReadFieldCharacter()
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin": _fields.Begin(_paragraph, ReadFormValue()); break;
            case "separate": _fields.Separate(); break;
            case "end" when _fields.End() is { } display:
                if (display.Text is { } text) Append(text);
                else Skipped($"a field without a stored result ({display.Unread})");
                break;
        }
    }

    /// <summary>The chosen entry of a drop-down list, or the state of a check box, of an old form (w:ffData).</summary>
    private string? ReadFormValue()
    {
        string? value = null;
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is not "ffData") continue;
            var data = xml.Children();
            while (data.Next())
            {
                if (xml.Name is "ddList") value = ReadChosen();
                else if (xml.Name is "checkBox") value = ReadChecked() ? "\u2611" : "\u2610";
            }
        }

        return value;
    }

    private string ReadChosen()
    {
        var (chosen, entries) = (0, new List<string>());
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "result") chosen = xml.Number ?? 0;
            else if (xml.Name is "listEntry") entries.Add(xml.Value ?? "");
        }

        return chosen >= 0 && chosen < entries.Count ? entries[chosen] : "";
    }

    private bool ReadChecked()
    {
        var isChecked = false;
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "default" or "checked") isChecked = xml.IsOn;
        }

        return isChecked;
    }

    private void ReadRuby()
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "rubyBase") ReadInlines(xml.Children());
        }
    }

    private void AppendSymbol()
    {
        var font = xml.Attribute("font");
        if (!int.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) return;
        if (SymbolFonts.Known.Find(font, code) is { } character)
        {
            Append(character);
            return;
        }

        findings.Add(DiagnosticKinds.SymbolUnknown, _container.NextLocation, code.ToString("X4", CultureInfo.InvariantCulture), font ?? "?");
        Append(((char)code).ToString());
    }

    private void AppendText(string text)
    {
        if (_font is not null && SymbolFonts.HasPrivate(text)) text = SymbolFonts.Known.Map(text, _font);
        Append(text);
    }

    private void Append(string text)
    {
        if (!_fields.ShowsText)
        {
            if (!_fields.GiveUpLost(_paragraph)) return;
            findings.Add(DiagnosticKinds.FieldNotClosed, _container.NextLocation);
            if (!_fields.ShowsText) return;
        }

        if (!_hidden)
        {
            _text.Append(text);
            return;
        }

        var start = _text.Length;
        if (options.KeepHiddenText)
        {
            _text.Append(text);
            _text.Mark(TextMarkKind.Hidden, start);
            return;
        }

        _text.LeftOutHidden = true;
        if (text.AsSpan().Trim().Length > 0) findings.Add(DiagnosticKinds.HiddenTextLeftOut, _container.NextLocation, Findings.Quoted(text));
    }

    private void Anchor(AsideKind kind)
    {
        if (xml.Attribute("id") is { } id) _text.Anchors.Add(new NoteAnchor(kind, id));
    }

    /// <summary>Looks through a drawing or VML shape for text boxes, whatever stands around them.</summary>
    private void ReadGraphic(PartXml.ChildElements children)
    {
        while (children.Next())
        {
            switch (xml.Name)
            {
                case "txbxContent" when xml.IsWord: ReadTextBox(); break;
                case "AlternateContent" when xml.Vocabulary == Vocabulary.Compatibility:
                    var alternatives = new Alternatives(xml);
                    while (alternatives.Next()) ReadGraphic(xml.Children());
                    break;
                case "pic" or "imagedata": findings.Add(DiagnosticKinds.PictureNotRead, _container.NextLocation); break;
                case "OLEObject": Skipped("an embedded object"); break;
                case "chart": Skipped("a chart"); break;
                case "relIds": Skipped("a diagram"); break;
                case "txBody" when !xml.IsWord: ReadDrawingText(); break;
                case "textpath" when xml.Attribute("string") is { Length: > 0 } art: story.AddBox(_container, art); break;
                default: ReadGraphic(xml.Children()); break;
            }
        }
    }

    private void ReadTextBox()
    {
        var fields = _fields;
        _fields = new FieldStack();
        story.ReadBox(_container);
        _fields = fields;
    }

    /// <summary>Text of DrawingML (a:p, a:r, a:t), as in drawings taken over from slides: a paragraph each.</summary>
    private void ReadDrawingText()
    {
        var paragraphs = xml.Children();
        while (paragraphs.Next())
        {
            if (xml.Name is not "p") continue;
            var text = new System.Text.StringBuilder();
            var runs = xml.Children();
            while (runs.Next())
            {
                if (xml.Name is "br") text.Append('\n');
                var parts = xml.Children();
                while (parts.Next())
                {
                    if (xml.Name is "t") text.Append(xml.ReadText(preserve: true));
                }
            }

            if (text.Length > 0) story.AddBox(_container, text.ToString());
        }
    }

    /// <summary>Whatever is not known may be passed over, but not with text in it.</summary>
    private void NoteLost()
    {
        var name = xml.Name;
        var text = xml.ReadAllText();
        if (text.Length > 0) Skipped($"the element {name} with the text \"{Findings.Quoted(text)}\"");
    }

    private void Skipped(string what) => findings.Add(DiagnosticKinds.ElementSkipped, _container.NextLocation, what);
}
