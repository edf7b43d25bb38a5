using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>All figures of one item with their bounds, read once; the finders of money, percentages and quantities look at them.</summary>
/// <remarks>
/// Order among the finders: money before percent before quantity before period. Each takes only the figures of its own kind, so
/// the order matters for evidence only; a period (2023年) has no unit of these kinds and never becomes a figure.
/// </remarks>
public sealed class ItemFigures
{
    private ItemFigures(FigureSource source, IReadOnlyList<Figure> all, IReadOnlyList<(NotAUnit Hider, int Start, int End)> hiddenUnits, IReadOnlyList<FigureEvidence> silentBounds)
    {
        Source = source;
        All = all;
        HiddenUnits = hiddenUnits;
        SilentBounds = silentBounds;
    }

    /// <summary>In order of their start.</summary>
    public IReadOnlyList<Figure> All { get; }

    internal FigureSource Source { get; }

    internal IReadOnlyList<(NotAUnit Hider, int Start, int End)> HiddenUnits { get; }

    internal IReadOnlyList<FigureEvidence> SilentBounds { get; }

    /// <summary>Whether a figure begins exactly here.</summary>
    internal bool BeginsAt(int start)
    {
        var (low, high) = (0, All.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (All[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low < All.Count && All[low].Start == start;
    }

    internal static ItemFigures Read(SearchableText text, PhraseHits hits, IReadOnlyList<NumberToken> numbers, RuleSet rules, RoleCue? leadIn, bool givenAbove)
    {
        var source = new FigureSource(text, hits, numbers, rules, leadIn, givenAbove);
        var reader = new FigureReader(source);
        var figures = reader.Read();
        var bounds = new BoundReader(source, figures);
        bounds.Read();
        return new ItemFigures(source, figures, reader.Hidden, bounds.Silent);
    }

    /// <summary>Evidence in offsets of the item's text.</summary>
    internal List<Evidence> ToSource(List<FigureEvidence> evidence)
    {
        var found = new List<Evidence>(evidence.Count);
        foreach (var e in evidence)
        {
            var item = new Evidence(e.Rule.Id, Source.Text.ToSource(e.Start, e.End));
            if (!Holds(found, item)) found.Add(item);
        }

        return found;
    }

    private static bool Holds(List<Evidence> found, Evidence item)
    {
        foreach (var other in found)
        {
            if (other.Span == item.Span && string.Equals(other.Rule.Name, item.Rule.Name, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
