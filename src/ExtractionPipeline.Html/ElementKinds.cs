using AngleSharp.Dom;

namespace ExtractionPipeline.Html;

/// <summary>What an element is for the text: its names are those of the HTML standard, section 4.</summary>
internal static class ElementKinds
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "ul",
        "table", "thead", "tbody", "tfoot", "tr", "td", "th",
    };

    // Their content is no text of the page.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "head", "title", "script", "style", "template", "noscript", "iframe", "object", "embed", "audio", "video", "canvas", "map", "datalist", "rt", "rp", "link", "meta",
    };

    // Parts for moving around and filling in.
    private static readonly HashSet<string> Controls = new(StringComparer.Ordinal) { "nav", "button", "select", "textarea", "svg", "menu" };

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    /// <summary>Why the element and its text are left out with a note, or null.</summary>
    public static string? ReasonToDrop(IElement element)
    {
        if (Controls.Contains(element.LocalName)) return $"<{element.LocalName}>";
        if (element.LocalName is "footer" && element.Closest("article, main") is null) return "<footer>";
        if (element.GetAttribute("role") is "navigation") return "role=navigation";
        return element.HasAttribute("hidden") || IsHiddenByStyle(element) ? "hidden" : null;
    }

    public static int? HeadingLevel(IElement element) => element.LocalName is ['h', >= '1' and <= '6'] name ? name[1] - '0' : null;

    public static bool IsCentred(IElement element)
    {
        for (IElement? at = element; at is not null && at.LocalName is not ("td" or "th" or "table" or "body"); at = at.ParentElement)
        {
            if (at.LocalName is "center" || at.GetAttribute("align") is "center") return true;
            var style = Style(at);
            if (style.Contains("text-align:center", StringComparison.Ordinal)) return true;
            if (style.Contains("text-align:", StringComparison.Ordinal) || at.HasAttribute("align")) return false;
        }

        return false;
    }

    public static string Style(IElement element) =>
        element.GetAttribute("style") is { Length: > 0 } style ? style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() : "";

    private static bool IsHiddenByStyle(IElement element)
    {
        var style = Style(element);
        return style.Contains("display:none", StringComparison.Ordinal) || style.Contains("visibility:hidden", StringComparison.Ordinal);
    }
}
