namespace ExtractionPipeline.Values;

/// <summary>The stable name of a rule, such as "money.bound.no-more-than". Written to the output.</summary>
public readonly record struct RuleId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
