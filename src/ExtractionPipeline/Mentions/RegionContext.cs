using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>What a document as a whole says about regions; it decides between places that share a name.</summary>
/// <param name="OwnRegion">The document's own region (from title, issuer, document number, or what it speaks of most), or null.</param>
/// <param name="Year">Year of issue, or null: decides whether a former name could still be in force.</param>
/// <param name="Mentioned">Every division that the document names beyond doubt.</param>
public sealed record RegionContext(DivisionCode? OwnRegion, int? Year, IReadOnlySet<DivisionCode> Mentioned)
{
    /// <summary>Whether the text is a list of places, as a cell in a column 地区 is: a name between its edges and separators needs nothing else beside it.</summary>
    public bool ListsPlaces { get; init; }

    /// <summary>Of a text that stands alone.</summary>
    public static RegionContext None { get; } = new(null, null, new HashSet<DivisionCode>());
}

/// <summary>A word for the document's own region (我市, 全省, 区级).</summary>
/// <param name="Span">The words.</param>
/// <param name="Level">The level that they name; 市 is prefecture, also for a municipality.</param>
/// <param name="Code">The region at that level, from the place that the item spoke of last, else from the document; null where neither says.</param>
/// <param name="Rule">The rule that reads them.</param>
public sealed record SelfReference(SourceSpan Span, DivisionLevel Level, DivisionCode? Code, RuleId Rule);

/// <summary>The places of an item that act, by where they start.</summary>
internal sealed class ActorPlaces
{
    private static readonly List<RegionMention> s_none = [];    // never changed

    private readonly List<RegionMention> _places = s_none;

    public ActorPlaces(ItemFindings findings)
    {
        var isSorted = true;
        foreach (var mention in findings.Mentions)
        {
            if (mention is not RegionMention { Role: RegionRole.Actor } place) continue;
            if (_places.Count == 0) _places = [];
            else isSorted &= _places[^1].Span.Start <= place.Span.Start;
            _places.Add(place);
        }

        if (!isSorted) _places.Sort((one, other) => one.Span.CompareTo(other.Span));
    }

    /// <summary>The one that starts last before an offset of the item's text, or null; of several that start together the first.</summary>
    public RegionMention? LastBefore(int sourceStart)
    {
        var before = CountBefore(sourceStart);
        return before == 0 ? null : _places[CountBefore(_places[before - 1].Span.Start)];
    }

    private int CountBefore(int sourceStart)
    {
        var (low, high) = (0, _places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_places[middle].Span.Start < sourceStart) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>Finds the division of a given level that another one belongs to.</summary>
internal static class DivisionLevels
{
    /// <summary>
    /// The division itself or the one above it at this level. 市 (prefecture) is also a municipality, and a county-level city
    /// where nothing else says so; 区 and 县 are counties. Null where the division stands higher than the level asked for.
    /// </summary>
    public static Division? At(Division? from, DivisionLevel level)
    {
        for (var at = from; at is not null; at = at.Parent)
        {
            if (at.Level == level) return at;
            if (level == DivisionLevel.Prefecture && at is { Level: DivisionLevel.Province, HasPrefectures: false }) return at;
            if (at.Level == DivisionLevel.NewArea && level != DivisionLevel.Province) return at;
        }

        return null;
    }

    /// <summary>The region that words such as 我市 or 市财政局 mean at a place of the item: that of the place named last before, else the document's.</summary>
    public static DivisionCode? RegionAt(DivisionTable table, int sourceStart, DivisionLevel level, RegionContext document, ActorPlaces actors)
    {
        var nearest = actors.LastBefore(sourceStart);
        var near = nearest is null ? null : At(table.Find(nearest.Place.Code), level);
        if (near is not null) return near.Code;
        return document.OwnRegion is { } own ? At(table.Find(own), level)?.Code : null;
    }
}
