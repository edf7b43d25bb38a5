namespace ExtractionPipeline.Values;

/// <summary>A share, in percent: 8‰ is 0.8, 三成 is 30.</summary>
public sealed record Percentage(Interval Range, bool Approximate)
{
    /// <summary>As rule examples write it: "at-most 30 %".</summary>
    public override string ToString() => $"{(Approximate ? "about " : "")}{Range} %";
}
