namespace ExtractionPipeline.Values;

/// <summary>An amount of money as a text states it.</summary>
/// <param name="Currency">ISO 4217, three capitals; CNY where the text names none.</param>
/// <param name="Range">In whole units of the currency (元, not 万元); exact.</param>
/// <param name="Per">The bases (计价基数) after a slash or after 每, in order: ["人","月"]; empty where there is none.</param>
/// <param name="Approximate">约, 近, 左右 …: the number itself stands in the range.</param>
public sealed record MoneyAmount(string Currency, Interval Range, IReadOnlyList<string> Per, bool Approximate)
{
    /// <summary>As rule examples write it: "at-most 500000 CNY", "exactly 1000 CNY per 人·月".</summary>
    public override string ToString() =>
        $"{(Approximate ? "about " : "")}{Range} {Currency}{(Per.Count == 0 ? "" : " per " + string.Join('·', Per))}";
}
