using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>What the title and the headings of one document lend to the items below them: their words, and the places that they name.</summary>
public sealed class HeadingContexts
{
    private readonly Dictionary<string, (Heading Heading, IReadOnlyList<DivisionCode> Regions)> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (List<Heading> Headings, IReadOnlyList<DivisionCode> Regions)> _around = new(StringComparer.Ordinal);   // by section of an item, once one is asked for
    private readonly Heading? _title;

    /// <param name="headings">The title and all headings of the document.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="finder">Finds the places that a heading names.</param>
    /// <param name="document">What the document as a whole says about regions.</param>
    public HeadingContexts(HeadingTexts headings, RuleSet rules, MentionFinder finder, RegionContext document)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(finder);
        if (headings.Title.Item.Text.Length > 0) _title = new Heading(headings.Title);
        foreach (var (section, heading) in headings.Sections)
        {
            var places = heading.Hits.Of(PhraseUse.Place).Count == 0 ? [] : finder.Find(heading, ListsPlaces(section, rules) ? document with { ListsPlaces = true } : document, new DiagnosticBag([])).Mentions;
            List<DivisionCode> regions = places.Count == 0 ? [] : [.. places.OfType<RegionMention>().Where(p => p.Role == RegionRole.Actor).Select(p => p.Place.Code).Distinct()];
            _byId.TryAdd(section.Id, (new Heading(heading), regions));
        }
    }

    /// <summary>Whether the heading stands in a column of regions.</summary>
    private static bool ListsPlaces(Section section, RuleSet rules) =>
        section.Column is { } column && rules.Outline.KindOfColumn(string.Concat(column.Where(c => !char.IsWhiteSpace(c)))) == ColumnKind.Region;

    /// <summary>One item with what stands around it.</summary>
    /// <param name="text">The item.</param>
    /// <param name="found">What was found in it.</param>
    /// <param name="own">The region whose government speaks in it.</param>
    /// <param name="above">The item whose point it is, linked; null where it stands by itself.</param>
    public ItemContext Around(ItemText text, ItemFindings found, DivisionCode? own, LinkedItem? above = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_around.TryGetValue(text.Item.Section, out var around)) _around.Add(text.Item.Section, around = Above(text.Item.Section));
        return new ItemContext(text, found, around.Headings, around.Regions, own) { Above = above is { Measures: [.., var last] } ? last : null, Title = _title };
    }

    /// <summary>The headings over the items of a section, the nearest first, and the places that they name.</summary>
    private (List<Heading> Headings, IReadOnlyList<DivisionCode> Regions) Above(string section)
    {
        var headings = new List<Heading>();
        IReadOnlyList<DivisionCode> regions = [];
        for (var id = section; id.Length > 0; id = id[..Math.Max(0, id.LastIndexOf('.'))])
        {
            if (!_byId.TryGetValue(id, out var heading)) continue;
            headings.Add(heading.Heading);
            if (regions.Count == 0) regions = heading.Regions;
        }

        return (headings, regions);
    }
}
