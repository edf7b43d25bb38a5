using ExtractionPipeline.Series;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Series;

public sealed class SeriesComparerTests
{
    private const string Hefei = "合肥对采购智能设备的建筑业企业，按投资额的20%给予补贴，最高200万元。";
    private const string Suzhou = "苏州建立智能建造联席会议制度，由分管副市长担任召集人。";
    private const string Qingdao = "青岛将智能建造纳入年度绩效考核，定期通报各区进展。";

    [TestCase("最高200万元", "最高300万元", "cap", "最高200万元", "最高300万元")]
    [TestCase("20%", "25%", "rate", "20%", "25%")]
    [TestCase("建筑业企业", "设计企业", "beneficiary", "建筑业企业", "设计企业")]
    [TestCase("，最高200万元", "", "cap", "最高200万元", null)]
    public void NamesWhatChanged(string was, string now, string field, string? before, string? after)
    {
        var comparison = SeriesText.Compare(Hefei, Hefei.Replace(was, now, StringComparison.Ordinal));
        Assert.That(comparison.Pairs, Has.Count.EqualTo(1));
        Assert.That(comparison.Pairs[0].Changes.Select(c => (c.Field, c.Before, c.After)), Does.Contain((field, before, after)));
        Assert.That(comparison.Places.Select(p => (p.Place!.Code, p.Started.Count, p.Changed.Count, p.Stopped.Count)), Is.EqualTo(new[] { ("340100", 0, 1, 0) }));
    }

    [Test]
    public void NumberingAndOrderAreNoDifference()
    {
        var comparison = SeriesText.Compare($"1.{Hefei}\n2.{Suzhou}\n3.{Qingdao}\n", $"1.{Qingdao}\n2.{Hefei}\n3.{Suzhou}\n");
        Assert.That(comparison.Pairs.Select(p => (p.State, p.Reason)), Has.Exactly(3).EqualTo((PairState.Unchanged, MatchReason.SameWords)));
        Assert.That(comparison.HasDifferences, Is.False);
    }

    [Test]
    public void WhiteSpaceAndWidthsAreNoDifference()
    {
        var comparison = SeriesText.Compare(Hefei, Hefei.Replace("20%", "２０％", StringComparison.Ordinal).Replace("智能", "智 能", StringComparison.Ordinal));
        Assert.That(comparison.Pairs.Single().State, Is.EqualTo(PairState.Unchanged));
    }

    [Test]
    public void OtherWordsOfTheSameContentAreReworded()
    {
        var comparison = SeriesText.Compare(Qingdao, "青岛将智能建造纳入年度绩效考核体系，定期通报各区的进展。");
        Assert.That(comparison.Pairs.Single().State, Is.EqualTo(PairState.Reworded));
    }

    [Test]
    public void TheSameWordsOfAnotherPlaceAreAnotherMeasure()
    {
        var comparison = SeriesText.Compare(Suzhou, Suzhou.Replace("苏州", "无锡", StringComparison.Ordinal));
        Assert.That(comparison.Pairs, Is.Empty);
        Assert.That(comparison.Places.Select(p => (p.Place!.Name, p.Started.Count, p.Stopped.Count)), Is.EqualTo(new[] { ("无锡市", 1, 0), ("苏州市", 0, 1) }));
        Assert.That(comparison.NewPlaces.Select(p => p.Code), Is.EqualTo(new[] { "320200" }));
    }

    [Test]
    public void AJoiningCityStartsAndALeavingOneStopsTheMeasure()
    {
        var comparison = SeriesText.Compare("苏州、无锡" + Suzhou[2..], "苏州、合肥" + Suzhou[2..]);
        Assert.That(
            comparison.Places.Select(p => (p.Place!.Name, p.Started.Count, p.Changed.Count, p.Stopped.Count)),
            Is.EqualTo(new[] { ("无锡市", 0, 0, 1), ("合肥市", 1, 0, 0) }));
    }

    [Test]
    public void AFurtherBatchShowsWhatItAdds()
    {
        const string title = "发展智能建造可复制经验做法清单（第{0}批）\n\n1.";
        var first = title.Replace("{0}", "一", StringComparison.Ordinal) + Suzhou;
        var second = title.Replace("{0}", "二", StringComparison.Ordinal) + Hefei;
        var comparisons = SeriesText.Compare([first], [first, second]);
        Assert.That(comparisons, Has.Count.EqualTo(1));
        Assert.That((comparisons[0].Pairs.Count, comparisons[0].Stopped.Count), Is.EqualTo((1, 0)));
        Assert.That(comparisons[0].Started.Select(m => (m.Source.Batch, m.Text)), Is.EqualTo(new[] { ((int?)2, Hefei[..^1]) }));
        Assert.That(comparisons[0].NewCategories, Is.EqualTo(new[] { "fiscal" }));
    }

    [Test]
    public void SeriesThatAreGoneComeLast()
    {
        var comparisons = SeriesText.Compare(["城市更新清单（第一批）\n\n1." + Suzhou, "装配式建筑清单（第一批）\n\n1." + Hefei], ["智能建造清单（第一批）\n\n1." + Qingdao, "城市更新清单（第二批）\n\n1." + Suzhou]);
        Assert.That(comparisons.Select(c => c.Series), Is.EqualTo(new[] { "智能建造清单", "城市更新清单", "装配式建筑清单" }));
    }

    [Test]
    public void ARewrittenMeasureIsFoundWhereNothingElseOfItsKindIsLeft()
    {
        var comparison = SeriesText.Compare("合肥对示范项目给予50万元奖励。\n" + Suzhou, "合肥对评为示范的项目，由市财政一次性给予80万元奖励。\n" + Suzhou);
        var pair = comparison.Pairs.Single(p => p.State == PairState.Changed);
        Assert.That(pair.Changes.Select(c => (c.Field, c.Before, c.After)), Does.Contain(("award", "50万元", "80万元")));
    }

    [Test]
    public void TheSameInputGivesTheSameBytes()
    {
        string Json()
        {
            using var to = new StringWriter();
            SeriesJsonWriter.Write([SeriesText.Compare(Hefei + "\n" + Suzhou, Hefei.Replace("200", "300", StringComparison.Ordinal) + "\n" + Qingdao)], to);
            return to.ToString();
        }

        Assert.That(Json(), Is.EqualTo(Json()));
    }
}
