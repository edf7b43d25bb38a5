using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ExtractionPipeline.Pdf.Pages;

/// <summary>The library's own filters (FlateDecode and the like), each under the meter.</summary>
internal sealed class MeteredFilters(UnpackingMeter meter) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        meter.NextStream();
        return Metered(_inner.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names)
    {
        meter.NextStream();
        return Metered(_inner.GetNamedFilters(names));
    }

    public IReadOnlyList<IFilter> GetAllFilters() => Metered(_inner.GetAllFilters());

    private List<IFilter> Metered(IReadOnlyList<IFilter> filters)
    {
        var metered = new List<IFilter>(filters.Count);
        foreach (var filter in filters) metered.Add(new MeteredFilter(filter, meter));
        return metered;
    }

    private sealed class MeteredFilter(IFilter inner, UnpackingMeter meter) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter) meter.DemandRoom(input);
            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            meter.Count(output.Length);
            return output;
        }
    }
}
