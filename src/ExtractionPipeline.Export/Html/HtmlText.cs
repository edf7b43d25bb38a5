using System.Text;

namespace ExtractionPipeline.Export.Html;

/// <summary>Text as it may stand in a page, in elements and in quoted attributes.</summary>
internal static class HtmlText
{
    /// <summary>Signs of markup become references; what no page can hold becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        var to = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': to.Append("&amp;"); break;
                case '<': to.Append("&lt;"); break;
                case '>': to.Append("&gt;"); break;
                case '"': to.Append("&quot;"); break;
                case < ' ' and not ('\n' or '\t'): to.Append('\uFFFD'); break;
                default: to.Append(rune); break;
            }
        }

        return to.ToString();
    }
}
