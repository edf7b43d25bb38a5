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
            if (xml.Name is "num") ReadPart(xml, text, grouped: true);
            else if (xml.Name is "den") ReadPart(xml, text.Append('/'), grouped: true);
        }
    }

    private static void ReadRoot(PartXml xml, StringBuilder text)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "deg") ReadPart(xml, text, grouped: false);
            else if (xml.Name is "e") ReadPart(xml, text.Append('\u221A'), grouped: true);
        }
    }

    private static void ReadScripts(PartXml xml, StringBuilder text)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "e") ReadPart(xml, text, grouped: false);
            else if (xml.Name is "sup" or "sub") ReadPart(xml, text.Append(xml.Name is "sup" ? '^' : '_'), grouped: true);
        }
    }

    private static void ReadBrackets(PartXml xml, StringBuilder text)
    {
        var (open, close, separator, count) = ("(", ")", "|", 0);
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
                ReadPart(xml, text.Append(count++ == 0 ? open : separator), grouped: false);
            }
        }

        text.Append(count == 0 ? open : "").Append(close);
    }

    /// <summary>Sums, products, integrals: the sign with its limits, then what it is applied to.</summary>
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
            }
            else if (xml.Name is "sub" or "sup")
            {
                text.Append(sign).Append(xml.Name is "sub" ? '_' : '^');
                sign = "";
                if (!ReadPart(xml, text, grouped: true)) text.Length--;
            }
            else if (xml.Name is "e")
            {
                ReadPart(xml, text.Append(sign), grouped: false);
                sign = "";
            }
        }
    }

    /// <summary>Reads the content of the current element; in brackets where it is more than one word or number and has to be kept together.</summary>
    /// <returns>Whether there was any.</returns>
    private static bool ReadPart(PartXml xml, StringBuilder text, bool grouped)
    {
        var start = text.Length;
        var children = xml.Children();
        while (children.Next()) Read(xml, text);
        if (grouped && !IsOneWord(text, start)) text.Insert(start, '(').Append(')');
        return text.Length > start;
    }

    private static bool IsOneWord(StringBuilder text, int start)
    {
        // A number or name in a formula is short; looking no further keeps long nonsense from being looked at again and again.
        const int longest = 40;
        if (text.Length - start > longest) return false;
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('.' or '%')) return false;
        }

        return true;
    }
}
