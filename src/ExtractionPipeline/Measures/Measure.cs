using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>How the regions of a measure were found.</summary>
public enum AttributionReason
{
    /// <summary>The clause names them itself.</summary>
    Subject,

    /// <summary>From the clause before.</summary>
    Inherited,

    /// <summary>Two lists of equal length joined by 分别, each pair supported by the text.</summary>
    Respective,

    /// <summary>From the heading above the item.</summary>
    Section,

    /// <summary>From who issued the document.</summary>
    Issuer,
}

/// <summary>One kind of measure (类别) that an item or clause is about.</summary>
/// <param name="Code">Stable code of the taxonomy: fiscal, pilot …</param>
/// <param name="Rule">The strongest rule that found it.</param>
/// <param name="Span">Its words, in the item's text.</param>
/// <param name="Evidence">Further rules that spoke for it.</param>
public sealed record CategoryFinding(string Code, RuleId Rule, SourceSpan Span, IReadOnlyList<Evidence> Evidence);

/// <summary>One region of a list and what 分别 gives it.</summary>
/// <param name="Region">The region.</param>
/// <param name="Span">The member of the other list.</param>
public sealed record RespectivePair(DivisionCode Region, SourceSpan Span);

/// <summary>One statement of who does or gives what (举措): a clause and what belongs to it.</summary>
/// <param name="Span">The clause, in the item's text.</param>
/// <param name="Regions">The places that it is attributed to, in order of mention.</param>
/// <param name="Reason">How they were found.</param>
/// <param name="Categories">Codes, in order of the words.</param>
/// <param name="Amounts">Its money and percent mentions, in order.</param>
/// <param name="Beneficiary">For whom (受益对象), or null.</param>
/// <param name="Purpose">For what, or null.</param>
/// <param name="Condition">On which condition, or null.</param>
/// <param name="Pairs">What 分别 pairs; empty where it does not stand or the text does not support the pairs.</param>
public sealed record Measure(
    SourceSpan Span,
    IReadOnlyList<DivisionCode> Regions,
    AttributionReason Reason,
    IReadOnlyList<string> Categories,
    IReadOnlyList<Mention> Amounts,
    SourceSpan? Beneficiary,
    SourceSpan? Purpose,
    SourceSpan? Condition,
    IReadOnlyList<RespectivePair> Pairs)
{
    /// <summary>Names it by its words and places, like the content id of an item; empty until the document is whole.</summary>
    public string ContentId { get; init; } = "";

    /// <summary>Every further rule that shaped it: clause words, who benefits, conditions.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
