using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>What the finders found in one item; each finder adds to it and may look at what earlier finders found.</summary>
/// <remarks>Lives while one item is read; the order of finders stands in MentionFinder.</remarks>
public sealed class ItemFindings
{
    /// <summary>Mentions so far, in the order of finding.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>Candidates that were not taken.</summary>
    public List<SuppressedCandidate> Suppressed { get; } = [];

    /// <summary>What lies inside a mention or a candidate that was not taken, as found so far.</summary>
    internal SpanCover Covered()
    {
        if (Mentions.Count + Suppressed.Count == 0) return SpanCover.Nothing;
        var spans = new List<SourceSpan>(Mentions.Count + Suppressed.Count);
        foreach (var mention in Mentions) spans.Add(mention.Span);
        foreach (var candidate in Suppressed) spans.Add(candidate.Span);
        return SpanCover.Of(spans);
    }

    /// <summary>What lies inside a mention that is itself a figure: money, a share, a quantity, a time.</summary>
    internal SpanCover CoveredAsData() => CoveredBy(m => m is not (DocumentMention or OrganisationMention or RegionMention));

    /// <summary>What lies inside a document: a title or a number.</summary>
    internal SpanCover CoveredByDocuments() => CoveredBy(m => m is DocumentMention);

    /// <summary>What lies inside a document that has a number.</summary>
    internal SpanCover CoveredByDocumentNumbers() => CoveredBy(m => m is DocumentMention { Number: not null });

    private SpanCover CoveredBy(Func<Mention, bool> counts)
    {
        List<SourceSpan>? spans = null;
        foreach (var mention in Mentions)
        {
            if (counts(mention)) (spans ??= []).Add(mention.Span);
        }

        return spans is null ? SpanCover.Nothing : SpanCover.Of(spans);
    }
}
