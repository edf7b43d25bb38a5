namespace ExtractionPipeline.Mentions;

/// <summary>The places of an item by where they end; of several that end together the first that was found. Source offsets.</summary>
internal sealed class PlacesByEnd
{
    private readonly List<RegionMention>? _places;   // in order of end; null where there are none

    public PlacesByEnd(ItemFindings findings)
    {
        var isSorted = true;
        foreach (var mention in findings.Mentions)
        {
            if (mention is not RegionMention place) continue;
            isSorted &= _places is null or [] || _places[^1].Span.End <= place.Span.End;
            (_places ??= []).Add(place);
        }

        if (!isSorted) _places = [.. _places!.OrderBy(p => p.Span.End)];
    }

    public bool IsEmpty => _places is null;

    /// <summary>The place that ends here, or null.</summary>
    public RegionMention? At(int sourceEnd)
    {
        var (low, high) = (0, _places?.Count ?? 0);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_places![middle].Span.End < sourceEnd) low = middle + 1;
            else high = middle;
        }

        return low < _places?.Count && _places[low].Span.End == sourceEnd ? _places[low] : null;
    }
}
