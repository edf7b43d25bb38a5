using System.Xml.Linq;

namespace ExtractionPipeline.Export.Docx;

/// <summary>One character source of a paragraph: a text element, or an element that prints one character.</summary>
/// <param name="Element">w:t or w:noBreakHyphen.</param>
/// <param name="Start">Where its text begins in the paragraph's.</param>
/// <param name="Length">UTF-16 code units.</param>
internal sealed record TextPiece(XElement Element, int Start, int Length);

/// <summary>The texts of all paragraphs of a body, with the elements that hold them.</summary>
internal sealed class BodyText
{
    private const char NoBreakHyphen = '\u2011';

    private BodyText(List<string> texts, List<List<TextPiece>> pieces) => (Texts, Pieces) = (texts, pieces);

    /// <summary>Text of each paragraph, in document order.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>What each is made of.</summary>
    public IReadOnlyList<IReadOnlyList<TextPiece>> Pieces { get; }

    public static BodyText Read(XElement body, WordNames names)
    {
        var (texts, pieces, numbers) = (new List<string>(), new List<List<TextPiece>>(), new Dictionary<XElement, int>());
        foreach (var element in body.Descendants())
        {
            if (element.Name == names.Paragraph)
            {
                numbers.Add(element, texts.Count);
                texts.Add("");
                pieces.Add([]);
            }

            if (element.Name != names.Text && element.Name != names.NoBreakHyphen) continue;
            if (element.Parent?.Name != names.Run || element.Ancestors().Any(a => names.Aside.Contains(a.Name))) continue;
            if (element.Ancestors(names.Paragraph).FirstOrDefault() is not { } paragraph || !numbers.TryGetValue(paragraph, out var number)) continue;
            var text = element.Name == names.Text ? element.Value : NoBreakHyphen.ToString();
            pieces[number].Add(new TextPiece(element, texts[number].Length, text.Length));
            texts[number] += text;
        }

        return new BodyText(texts, pieces);
    }
}
