namespace ExtractionPipeline.Values;

/// <summary>A counted or measured quantity that is not money: 35个项目, 大于2万平方米.</summary>
/// <param name="Range">In the unit; 2万平方米 is 20000.</param>
/// <param name="Unit">The measure word or unit as written (个, 平方米).</param>
/// <param name="Noun">What is counted (项目), or null for a unit of measure.</param>
/// <param name="Approximate">约, 近, 左右 …</param>
public sealed record CountedQuantity(Interval Range, string Unit, string? Noun, bool Approximate)
{
    /// <summary>As rule examples write it: "exactly 35 个 项目".</summary>
    public override string ToString() =>
        $"{(Approximate ? "about " : "")}{Range} {Unit}{(Noun is null ? "" : " " + Noun)}";
}
