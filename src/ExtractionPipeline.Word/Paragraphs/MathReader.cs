using System.Text;

using ExtractionPipeline.Word.Opening;

namespace ExtractionPipeline.Word.Paragraphs;

/// <summary>Writes an Office Math formula in one line, so that no figure changes: a fraction as 1/2, a power as 10^4.</summary>
/// <remarks>The way Word's own linear form goes (UnicodeMath), for the structures that texts use; others are written as their parts in order.</remarks>
internal static class MathReader
{
    /// <summary>Reads the current element of the formula.</summary>
    public static void Read(PartXml xml, StringBuilder text)
    {
        if (xml.Name is "t" && xml.Vocabulary is Vocabulary.Math or Vocabulary.Word)
        {
            text.Append(xml.ReadText());
            return;
        }

        if (xml.Vocabulary == Vocabulary.Math)
        {
            switch (xml.Name)
            {
                case "f": ReadFraction(xml, text); return;
                case "rad": ReadRoot(xml, text); return;
                case "d": ReadBrackets(xml, text); return;
                case "nary": ReadOperator(xml, text); return;
                case "sSup" or "sSub" or "sSubSup": ReadScripts(xml, text); return;
                case "rPr" or "ctrlPr" or "oMathParaPr": return;
            }
        }

        var children = xml.Children();
        while (children.Next()) Read(xml, text);
    }

    private static void ReadFraction(PartXml xml, StringBuilder text)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "num") text.Append(Grouped(Part(xml)));
            else if (xml.Name is "den") text.Append('/').Append(Grouped(Part(xml)));
        }
    }

    private static void ReadRoot(PartXml xml, StringBuilder text)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "deg") text.Append(Part(xml));
            else if (xml.Name is "e") text.Append('\u221A').Append(Grouped(Part(xml)));
        }
    }

    private static void ReadScripts(PartXml xml, StringBuilder text)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "e") text.Append(Part(xml));
            else if (xml.Name is "sup" or "sub") text.Append(xml.Name is "sup" ? '^' : '_').Append(Grouped(Part(xml)));
        }
    }

    private static void ReadBrackets(PartXml xml, StringBuilder text)
    {
        var (open, close, separator, count) = ("(", ")", "|", 0);
        var inside = new StringBuilder();
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "dPr")
            {
                var properties = xml.Children();
                while (properties.Next())
                {
                    if (xml.Name is "begChr") open = xml.Value ?? "";
                    else if (xml.Name is "endChr") close = xml.Value ?? "";
                    else if (xml.Name is "sepChr") separator = xml.Value ?? "";
                }
            }
            else if (xml.Name is "e")
            {
                inside.Append(count++ == 0 ? "" : separator).Append(Part(xml));
            }
        }

        text.Append(open).Append(inside).Append(close);
    }

    private static void ReadOperator(PartXml xml, StringBuilder text)
    {
        var sign = "\u222B";
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "naryPr")
            {
                var properties = xml.Children();
                while (properties.Next())
                {
                    if (xml.Name is "chr") sign = xml.Value ?? "";
                }

                continue;
            }

            var part = Part(xml);
            if (xml.Name is "sub" && part.Length > 0) sign += "_" + Grouped(part);
            else if (xml.Name is "sup" && part.Length > 0) sign += "^" + Grouped(part);
            else if (xml.Name is "e") text.Append(sign).Append(part);
        }
    }

    private static string Part(PartXml xml)
    {
        var text = new StringBuilder();
        var children = xml.Children();
        while (children.Next()) Read(xml, text);
        return text.ToString();
    }

    private static string Grouped(string part)
    {
        foreach (var c in part)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '%')) return $"({part})";
        }

        return part;
    }
}
