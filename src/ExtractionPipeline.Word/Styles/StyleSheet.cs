using ExtractionPipeline.Word.Opening;
using ExtractionPipeline.Word.Paragraphs;

namespace ExtractionPipeline.Word.Styles;

/// <summary>The styles of a document (样式), each with what it inherits through w:basedOn.</summary>
internal sealed class StyleSheet
{
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResolvedStyle> _resolved = new(StringComparer.Ordinal);
    private string? _defaultParagraphStyle;
    private string? _defaultJustification;

    private sealed record Style(string Type, string Name, string? BasedOn, ParagraphProperties Properties);

    /// <summary>Reads word/styles.xml; an empty sheet where the document has none.</summary>
    public static StyleSheet Read(PartXml? xml)
    {
        var sheet = new StyleSheet();
        if (xml is null || !xml.MoveToRoot()) return sheet;
        var children = xml.Children();
        while (children.Next())
        {
            if (!xml.IsWord) continue;
            if (xml.Name is "style") sheet.ReadStyle(xml);
            else if (xml.Name is "docDefaults") sheet.ReadDefaults(xml);
        }

        return sheet;
    }

    /// <summary>The paragraph style with this id, or the default one where the id is null or unknown.</summary>
    public ResolvedStyle ParagraphStyle(string? id)
    {
        if (id is null || !_styles.ContainsKey(id)) id = _defaultParagraphStyle;
        return id is null ? new ResolvedStyle { Justification = _defaultJustification } : Resolve(id);
    }

    /// <summary>Any style with this id, or null.</summary>
    public ResolvedStyle? Find(string id) => _styles.ContainsKey(id) ? Resolve(id) : null;

    private void ReadStyle(PartXml xml)
    {
        var (id, type, isDefault) = (xml.Attribute("styleId"), xml.Attribute("type") ?? "paragraph", xml.Attribute("default"));
        var (name, basedOn, properties) = ("", (string?)null, new ParagraphProperties());
        var children = xml.Children();
        while (children.Next())
        {
            if (!xml.IsWord) continue;
            switch (xml.Name)
            {
                case "name": name = xml.Value ?? ""; break;
                case "basedOn": basedOn = xml.Value; break;
                case "pPr": properties.Read(xml, RevisionReading.Accept); break;
                case "rPr": properties.ReadCharacters(xml); break;
            }
        }

        if (id is null) return;
        _styles[id] = new Style(type, name, basedOn, properties);
        if (type is "paragraph" && isDefault is "1" or "true" or "on") _defaultParagraphStyle = id;
    }

    private void ReadDefaults(PartXml xml)
    {
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is not "pPrDefault") continue;
            var inner = xml.Children();
            while (inner.Next())
            {
                var defaults = new ParagraphProperties();
                defaults.Read(xml, RevisionReading.Accept);
                _defaultJustification = defaults.Justification;
            }
        }
    }

    /// <summary>Walks up w:basedOn. A chain that bites its own tail ends where it would repeat.</summary>
    private ResolvedStyle Resolve(string id)
    {
        if (_resolved.TryGetValue(id, out var known)) return known;
        var chain = new List<string>();
        for (var at = id; at is not null && _styles.ContainsKey(at) && !chain.Contains(at) && chain.Count < MaxChain; at = _styles[at].BasedOn) chain.Add(at);

        var resolved = new ResolvedStyle { Chain = chain };
        foreach (var link in chain)
        {
            var (_, name, _, properties) = _styles[link];
            resolved.NumberingId ??= properties.NumberingId;
            resolved.NumberingLevel ??= properties.NumberingLevel;
            resolved.Justification ??= properties.Justification;
            resolved.Hidden ??= properties.Hidden;
            if (resolved.HeadingIsSaid) continue;
            var named = StyleNames.Known.HeadingLevel(name);
            if (named == 0) resolved.SayHeading(0);
            else if (properties.OutlineLevel is { } outline) resolved.SayHeading(outline is >= 0 and <= 8 ? outline + 1 : null);
            else if (named is not null) resolved.SayHeading(named);
        }

        resolved.Justification ??= _defaultJustification;
        return _resolved[id] = resolved;
    }

    // Word itself refuses longer chains.
    private const int MaxChain = 64;
}

/// <summary>What a style says after all that it inherits.</summary>
internal sealed class ResolvedStyle
{
    /// <summary>Ids from the style itself up to its farthest ancestor.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    public int? NumberingId { get; set; }

    public int? NumberingLevel { get; set; }

    public string? Justification { get; set; }

    public bool? Hidden { get; set; }

    /// <summary>1 to 9 for a heading, 0 for a title.</summary>
    public int? HeadingLevel { get; private set; }

    /// <summary>Whether the style or an ancestor has spoken about headings at all; body text (outline level 10 of the dialog) is a word too.</summary>
    public bool HeadingIsSaid { get; private set; }

    public void SayHeading(int? level)
    {
        HeadingLevel = level;
        HeadingIsSaid = true;
    }
}
