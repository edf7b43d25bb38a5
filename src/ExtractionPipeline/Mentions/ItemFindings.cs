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

    /// <summary>Whether a stretch lies inside a mention or a candidate that was not taken.</summary>
    public bool Covers(SourceSpan span) => Mentions.Exists(m => m.Span.Contains(span)) || Suppressed.Exists(s => s.Span.Contains(span));

    /// <summary>Whether a stretch lies inside a mention that is itself a figure: money, a share, a quantity, a time.</summary>
    public bool CoversAsData(SourceSpan span) => Mentions.Exists(m => m is not (DocumentMention or OrganisationMention or RegionMention) && m.Span.Contains(span));
}
