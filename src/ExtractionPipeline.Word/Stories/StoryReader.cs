using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;
using ExtractionPipeline.Word.Numbering;
using ExtractionPipeline.Word.Opening;
using ExtractionPipeline.Word.Paragraphs;
using ExtractionPipeline.Word.Styles;
using ExtractionPipeline.Word.Tables;

namespace ExtractionPipeline.Word.Stories;

/// <summary>A note, comment, header or footer that a paragraph of the body refers to.</summary>
internal sealed record AsideReference(AsideKind Kind, string Id, BlockLocation? Anchor);

/// <summary>Reads the block-level content of one part: the body, a header, the notes.</summary>
internal sealed class StoryReader
{
    private readonly PartXml _xml;
    private readonly StyleSheet _styles;
    private readonly ListCounters _counters;
    private readonly Findings _findings;
    private readonly WordReadingOptions _options;
    private readonly InlineReader _inlines;
    private readonly TableReader _tables;
    private readonly Stack<ParagraphText> _spare = new();
    private readonly InsertedDocuments? _inserted;
    private int _tableCount;

    public StoryReader(PartXml xml, StyleSheet styles, ListCounters counters, Findings findings, WordReadingOptions options, InsertedDocuments? inserted = null)
    {
        _inserted = inserted;
        (_xml, _styles, _counters, _findings, _options) = (xml, styles, counters, findings, options);
        _inlines = new InlineReader(xml, this, styles, findings, options);
        _tables = new TableReader(xml, this, findings, options);
    }

    /// <summary>Notes, comments, headers and footers in the order in which the text refers to them.</summary>
    public List<AsideReference> References { get; } = [];

    public int NextTableNumber() => ++_tableCount;

    /// <summary>Reads the children of the current element as blocks.</summary>
    public void ReadBlocks(Container container) => ReadBlocks(_xml.Children(), container);

    /// <param name="children">Elements to be read.</param>
    /// <param name="container">Where they go.</param>
    /// <param name="onFirst">Whether the first child is already the current element.</param>
    public void ReadBlocks(PartXml.ChildElements children, Container container, bool onFirst = false)
    {
        if (onFirst) ReadBlock(container);
        while (children.Next()) ReadBlock(container);
    }

    /// <summary>Ends a container: nothing more comes.</summary>
    public void Close(Container container)
    {
        FinishParagraph(container);
        container.CloseTable();
    }

    /// <summary>Reads the current w:txbxContent; its blocks will follow the paragraph that is being read.</summary>
    public void ReadBox(Container anchor)
    {
        var box = anchor.Box();
        var before = box.ParagraphCount;
        ReadBlocks(box);
        Close(box);
        anchor.Boxed.AddRange(box.Blocks);
        anchor.BoxedParagraphs += box.ParagraphCount - before;
    }

    /// <summary>Adds a paragraph of one text that follows the paragraph being read, as a text box does.</summary>
    public void AddBox(Container anchor, string text)
    {
        var box = anchor.Box();
        _findings.CountParagraph();
        anchor.Boxed.Add(new Paragraph { Text = text, Location = box.NextLocation });
        anchor.BoxedParagraphs++;
    }

    private void ReadBlock(Container container)
    {
        if (_xml.Vocabulary == Vocabulary.Compatibility && _xml.Name is "AlternateContent")
        {
            var alternatives = new Alternatives(_xml);
            while (alternatives.Next()) ReadBlocks(container);
            return;
        }

        if (_xml.Vocabulary == Vocabulary.Math)
        {
            ReadBareMath(container);
            return;
        }

        if (!_xml.IsWord) return;
        switch (_xml.Name)
        {
            case "p": ReadParagraph(container); break;
            case "tbl":
                FinishParagraph(container);
                _tables.Read(container);
                break;
            case "sdt" or "sdtContent" or "customXml" or "smartTag": ReadBlocks(container); break;
            case "ins" or "moveTo" when _options.Revisions == RevisionReading.Accept: ReadBlocks(container); break;
            case "del" or "moveFrom" when _options.Revisions == RevisionReading.Reject: ReadBlocks(container); break;
            case "sectPr": ReadSection(); break;
            case "altChunk": ReadInserted(container); break;
            case "subDoc": _findings.Add(DiagnosticKinds.ElementSkipped, container.NextLocation, "a subdocument"); break;
            default: NoteLost(container); break;
        }
    }

    private void ReadInserted(Container container)
    {
        string? fault = "a document inserted as a whole (altChunk)";
        var document = _inserted?.Read(_xml.RelationshipId, out fault);
        FinishParagraph(container);
        if (document is not null) new InsertedBlocks(this, _findings, container).Place(document);
        else _findings.Add(DiagnosticKinds.ElementSkipped, container.NextLocation, fault!);
    }

    /// <summary>Whatever is not known may be passed over, but not with text in it.</summary>
    private void NoteLost(Container container)
    {
        var isRevision = _xml.Name is "del" or "moveFrom" or "ins" or "moveTo";
        var name = _xml.Name;
        var text = _xml.ReadAllText();
        if (text.Length > 0 && !isRevision) _findings.Add(DiagnosticKinds.ElementSkipped, container.NextLocation, $"the element {name} with the text \"{Findings.Quoted(text)}\"");
    }

    private void ReadParagraph(Container container)
    {
        container.CloseTable();
        var text = container.Unfinished ?? (_spare.Count > 0 ? _spare.Pop() : new ParagraphText());
        container.Unfinished = null;
        var properties = new ParagraphProperties();
        _inlines.ReadParagraph(text, properties, container, _findings.CountParagraph());

        var markIsGone = _options.Revisions == RevisionReading.Accept ? properties.MarkDeleted : properties.MarkInserted;
        if (markIsGone)
        {
            container.Unfinished = text;
            container.UnfinishedProperties = properties;
            return;
        }

        Put(text, properties, container);
    }

    /// <summary>A formula between paragraphs (m:oMathPara in the body) is a paragraph of its own.</summary>
    private void ReadBareMath(Container container)
    {
        var formula = new System.Text.StringBuilder();
        MathReader.Read(_xml, formula);
        if (formula.Length == 0) return;
        container.CloseTable();
        _findings.CountParagraph();
        var text = new ParagraphText();
        text.Append(formula.ToString());
        Put(text, new ParagraphProperties(), container);
    }

    /// <summary>A paragraph without a mark that no other paragraph follows stays where it is, unless nothing is left of it.</summary>
    private void FinishParagraph(Container container)
    {
        if (container.Unfinished is not { } text) return;
        container.Unfinished = null;
        if (text.Length > 0 || container.Boxed.Count > 0) Put(text, container.UnfinishedProperties!, container);
    }

    private void Put(ParagraphText text, ParagraphProperties properties, Container container)
    {
        var style = _styles.ParagraphStyle(properties.StyleId);
        var wholeIsHidden = text.Length == 0 && text.LeftOutHidden && (properties.Hidden ?? style.Hidden ?? false);
        if (!wholeIsHidden || container.Boxed.Count > 0)
        {
            container.CloseTable();
            var paragraph = Build(text, properties, style, container);
            container.Blocks.Add(paragraph);
            container.ParagraphCount++;
            foreach (var (kind, id) in text.Anchors) References.Add(new AsideReference(kind, id, paragraph.Location));
            container.Blocks.AddRange(container.Boxed);
            container.ParagraphCount += container.BoxedParagraphs;
            container.Boxed.Clear();
            container.BoxedParagraphs = 0;
        }

        text.Clear();
        _spare.Push(text);
    }

    private Paragraph Build(ParagraphText text, ParagraphProperties properties, ResolvedStyle style, Container container)
    {
        var location = container.NextLocation;
        var (label, level) = container.IsSeen ? Label(properties, style, location) : (null, null);
        var outline = properties.OutlineLevel;
        var paragraph = new Paragraph
        {
            Text = text.ToString(),
            Location = location,
            Label = label,
            ListLevel = label is null ? null : level,
            HeadingLevel = outline is null ? style.HeadingLevel : outline is >= 0 and <= 8 ? outline + 1 : null,
            Centred = (properties.Justification ?? style.Justification) is "center",
        };
        return text.HasMarks ? paragraph with { Marks = text.Marks() } : paragraph;
    }

    private (string? Label, int? Level) Label(ParagraphProperties properties, ResolvedStyle style, BlockLocation location)
    {
        if ((properties.NumberingId ?? style.NumberingId) is not { } list || list == 0) return (null, null);
        var level = properties.NumberingLevel ?? LevelOfStyle(list, properties, style) ?? style.NumberingLevel ?? 0;
        var result = _counters.Count(list, level);
        if (result.Fault is { } fault) _findings.Add(DiagnosticKinds.NumberingUnknown, location, fault);
        return (result.Label, level);
    }

    /// <summary>A level that names a style belongs to that style, else to the nearest ancestor that one names.</summary>
    private int? LevelOfStyle(int list, ParagraphProperties properties, ResolvedStyle style)
    {
        if (properties.NumberingId is not null) return null;
        foreach (var id in style.Chain)
        {
            if (_counters.LevelOfStyle(list, id) is { } level) return level;
        }

        return null;
    }

    private void ReadSection()
    {
        var children = _xml.Children();
        while (children.Next())
        {
            if (_xml.RelationshipId is not { } id) continue;
            if (_xml.Name is "headerReference") References.Add(new AsideReference(AsideKind.Header, id, null));
            else if (_xml.Name is "footerReference") References.Add(new AsideReference(AsideKind.Footer, id, null));
        }
    }
}
