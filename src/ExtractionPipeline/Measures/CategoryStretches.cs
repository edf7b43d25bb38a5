using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>Where the categories of one item are told: asked for each of its measures.</summary>
internal sealed class CategoryStretches
{
    private readonly string[] _codes;
    private readonly SpanCover[] _stretches;    // none where there is nothing to choose

    public CategoryStretches(IReadOnlyList<CategoryFinding> categories)
    {
        _codes = categories.Count == 0 ? [] : new string[categories.Count];
        _stretches = categories.Count < 2 ? [] : new SpanCover[categories.Count];
        for (var i = 0; i < _codes.Length; i++) _codes[i] = categories[i].Code;
        for (var i = 0; i < _stretches.Length; i++)
        {
            var spans = new List<SourceSpan>(categories[i].Evidence.Count + 1) { categories[i].Span };
            for (var e = 0; e < categories[i].Evidence.Count; e++) spans.Add(categories[i].Evidence[e].Span);
            _stretches[i] = SpanCover.Of(spans);
        }
    }

    /// <summary>Those that a measure's own words tell; where none does, those of the whole item.</summary>
    public IReadOnlyList<string> In(SourceSpan measure)
    {
        var told = 0;
        foreach (var stretches in _stretches) told += stretches.Overlaps(measure) ? 1 : 0;
        if (told == 0 || told == _codes.Length) return _codes;
        var codes = new List<string>(told);
        for (var i = 0; i < _codes.Length; i++)
        {
            if (_stretches[i].Overlaps(measure)) codes.Add(_codes[i]);
        }

        return codes;
    }
}
