using ExtractionPipeline.Word.Opening;

namespace ExtractionPipeline.Word.Paragraphs;

/// <summary>What w:pPr says of a paragraph (or of the paragraphs of a style), as far as reading needs it. Null means: not said.</summary>
internal sealed class ParagraphProperties
{
    public string? StyleId { get; private set; }

    /// <summary>w:numId; 0 takes numbering away.</summary>
    public int? NumberingId { get; private set; }

    /// <summary>w:ilvl, 0-based.</summary>
    public int? NumberingLevel { get; private set; }

    /// <summary>w:outlineLvl: 0 to 8 are heading levels, 9 is body text.</summary>
    public int? OutlineLevel { get; private set; }

    /// <summary>w:jc.</summary>
    public string? Justification { get; private set; }

    /// <summary>Whether the characters of the paragraph, or its mark, are hidden (w:vanish).</summary>
    public bool? Hidden { get; private set; }

    /// <summary>The paragraph mark itself was inserted or moved here.</summary>
    public bool MarkInserted { get; private set; }

    /// <summary>The paragraph mark itself was deleted or moved away: when accepted, the paragraph goes on in the next.</summary>
    public bool MarkDeleted { get; private set; }

    /// <summary>Reads the current w:pPr.</summary>
    public void Read(PartXml xml, RevisionReading revisions)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Vocabulary == Vocabulary.Compatibility) continue;
            switch (xml.Name)
            {
                case "pStyle": StyleId = xml.Value; break;
                case "numPr": ReadNumbering(xml, revisions); break;
                case "outlineLvl": OutlineLevel = xml.Number; break;
                case "jc": Justification = xml.Value; break;
                case "rPr": ReadMark(xml); break;
                case "pPrChange" when revisions == RevisionReading.Reject: ReadEarlier(xml, revisions); break;
            }
        }
    }

    /// <summary>The characters' properties of a style's w:rPr.</summary>
    public void ReadCharacters(PartXml xml) => ReadMark(xml);

    private void ReadNumbering(PartXml xml, RevisionReading revisions)
    {
        var children = xml.Children();
        var (id, level, inserted) = (NumberingId, NumberingLevel, false);
        while (children.Next())
        {
            switch (xml.Name)
            {
                case "numId": id = xml.Number; break;
                case "ilvl": level = xml.Number; break;
                case "ins": inserted = true; break;
            }
        }

        if (inserted && revisions == RevisionReading.Reject) return;
        (NumberingId, NumberingLevel) = (id, level);
    }

    private void ReadMark(PartXml xml)
    {
        var children = xml.Children();
        while (children.Next())
        {
            switch (xml.Name)
            {
                case "ins" or "moveTo": MarkInserted = true; break;
                case "del" or "moveFrom": MarkDeleted = true; break;
                case "vanish": Hidden = xml.IsOn; break;
            }
        }
    }

    /// <summary>w:pPrChange holds the whole of the earlier properties, without those of the mark.</summary>
    private void ReadEarlier(PartXml xml, RevisionReading revisions)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is not "pPr") continue;
            (StyleId, NumberingId, NumberingLevel, OutlineLevel, Justification) = (null, null, null, null, null);
            Read(xml, revisions);
        }
    }
}
