using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>One heading, folded and looked up.</summary>
/// <param name="Section">The heading.</param>
/// <param name="Text">Its title.</param>
public readonly record struct HeadingText(Section Section, ItemText Text);

/// <summary>The title and the headings of one document, folded and looked up once: for the words that they lend to items, and for the places that they name.</summary>
public sealed class HeadingTexts
{
    private readonly Dictionary<string, ItemText> _byId;

    /// <param name="outline">The document.</param>
    /// <param name="rules">The rules.</param>
    public HeadingTexts(DocumentOutline outline, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(outline);
        Title = ItemText.Read(new OutlineItem("", "", null, outline.Facts.Title, default), rules);
        var sections = new HeadingText[outline.Sections.Count];
        _byId = new Dictionary<string, ItemText>(sections.Length, StringComparer.Ordinal);
        for (var i = 0; i < sections.Length; i++)
        {
            var section = outline.Sections[i];
            sections[i] = new HeadingText(section, ItemText.Read(new OutlineItem(section.Id, section.Id, section.Label, section.Title, default), rules));
            _byId.TryAdd(section.Id, sections[i].Text);
        }

        Sections = sections;
    }

    /// <summary>The title of the document; its text is empty where it has none.</summary>
    public ItemText Title { get; }

    /// <summary>All headings, in order of the document.</summary>
    public IReadOnlyList<HeadingText> Sections { get; }

    /// <summary>The heading of a section; of two with one id the first. Null where there is none.</summary>
    public ItemText? Of(string section) => _byId.GetValueOrDefault(section);
}
