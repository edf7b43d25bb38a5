using System.Xml.Linq;

namespace ExtractionPipeline.Export.Docx;

/// <summary>Names of WordprocessingML in the form that the file uses: Transitional or Strict (ISO/IEC 29500).</summary>
internal sealed class WordNames(XNamespace main)
{
    public const string CommentsContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private static readonly string[] BehindHighlight =
        ["u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"];

    public XName Paragraph { get; } = main + "p";

    public XName Run { get; } = main + "r";

    public XName RunProperties { get; } = main + "rPr";

    public XName Text { get; } = main + "t";

    public XName NoBreakHyphen { get; } = main + "noBreakHyphen";

    /// <summary>What a text box holds.</summary>
    public XName TextBox { get; } = main + "txbxContent";

    public XName Highlight { get; } = main + "highlight";

    public XName Value { get; } = main + "val";

    public XName Id { get; } = main + "id";

    public XName Comments { get; } = main + "comments";

    public XName Comment { get; } = main + "comment";

    public XName RangeStart { get; } = main + "commentRangeStart";

    public XName RangeEnd { get; } = main + "commentRangeEnd";

    public XName Reference { get; } = main + "commentReference";

    public XName Author { get; } = main + "author";

    public XName Initials { get; } = main + "initials";

    /// <summary>Text inside these is not part of the sentence: what was moved away, and the guide of a ruby.</summary>
    public IReadOnlyList<XName> Aside { get; } = [main + "moveFrom", main + "rt"];

    /// <summary>Whether an element of run properties stands behind w:highlight in their order (ECMA-376 part 1, 17.3.2.28).</summary>
    public bool IsBehindHighlight(XElement property) => property.Name.Namespace == main && BehindHighlight.Contains(property.Name.LocalName, StringComparer.Ordinal);
}
