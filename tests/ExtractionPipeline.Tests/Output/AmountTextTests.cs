using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

public sealed class AmountTextTests
{
    private static readonly SourceSpan Somewhere = new(0, 1);

    private static readonly TestCaseData[] Money =
    [
        new(new MoneyAmount("CNY", Interval.AtMost(2_000_000, true), [], false), "≤ 2000000 CNY"),
        new(new MoneyAmount("CNY", Interval.AtLeast(50, false), ["人", "月"], false), "> 50 CNY / 人 / 月"),
        new(new MoneyAmount("USD", Interval.Exactly(3.50m), [], true), "≈ 3.5 USD"),
        new(new MoneyAmount("CNY", Interval.Between(80_000, true, 100_000, false), [], false), "80000–< 100000 CNY"),
        new(new MoneyAmount("CNY", Interval.Unstated, [], true), "≈ ? CNY"),
    ];

    [TestCaseSource(nameof(Money))]
    public void WritesMoneyInSigns(MoneyAmount amount, string text) =>
        Assert.That(AmountText.Of(new MoneyMention(Somewhere, Somewhere, amount, MoneyRole.Cap, default, [])), Is.EqualTo(text));

    [Test]
    public void WritesSharesAndQuantitiesInSigns()
    {
        Assert.That(AmountText.Of(new PercentMention(Somewhere, Somewhere, new Percentage(Interval.AtLeast(60, true), false), PercentRole.Threshold, null, default, [])), Is.EqualTo("≥ 60 %"));
        Assert.That(AmountText.Of(new QuantityMention(Somewhere, new CountedQuantity(Interval.Exactly(35), "个", "项目", false), default, [])), Is.EqualTo("35 个 项目"));
    }
}
