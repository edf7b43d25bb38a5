using ExtractionPipeline.Checking;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Checking;

public sealed class GoldenComparisonTests
{
    private const string Text = "合肥给予最高50万元奖励，其中给予企业50万元。";

    [Test]
    public void JudgesOnlyTheFieldsOfTheValueThatTheGoldenHas()
    {
        var report = Compare("""{ "kind": "money", "figure": "50万元", "value": { "max": 500000.0 } }, { "kind": "money", "figure": "50万元", "value": { "min": 500000 } }""");
        Assert.That(Figures(report, "money"), Is.EqualTo("2 right, 2 expected, 2 found"));
        Assert.That(report.Differences, Is.Empty);
    }

    [Test]
    public void ShowsTheSameWordsWithAnotherValueAsOneDifference()
    {
        var report = Compare("""{ "kind": "money", "figure": "50万元", "value": { "min": 500000, "max": null } }, { "kind": "money", "figure": "50万元", "value": { "min": 500000 } }""");
        var difference = report.Differences.Single();
        Assert.That((difference.Field, difference.Expected, difference.Found, difference.Rule?.Name), Is.EqualTo((
            "money",
            "50万元 {min: 500000, max: null}",
            "50万元 {currency: \"CNY\", min: null, max: 500000, minInclusive: null, maxInclusive: true, per: [], approximate: false}",
            "money.figure")));
        Assert.That(difference.Span, Is.EqualTo(new SourceSpan(4, 10)));
        Assert.That(Figures(report, "money"), Is.EqualTo("1 right, 2 expected, 2 found"));
    }

    [Test]
    public void JudgesTheRoleOverTheRightOnes()
    {
        var report = Compare("""{ "kind": "money", "figure": "50万元", "role": "cap" }, { "kind": "money", "figure": "50万元", "role": "price" }""");
        Assert.That(Figures(report, "money"), Is.EqualTo("2 right, 2 expected, 2 found"));
        Assert.That(Figures(report, "money.role"), Is.EqualTo("1 right, 2 expected, 2 found"));
        Assert.That(report.Differences.Select(d => $"{d.Field}: {d.Expected}, found {d.Found}"), Is.EqualTo(new[] { "money.role: price, found award" }));
    }

    [Test]
    public void CountsAnOptionalMentionOnNeitherSide()
    {
        var report = Compare("""{ "kind": "money", "figure": "50万元", "optional": true }, { "kind": "money", "figure": "50万元" }, { "kind": "money", "figure": "7元", "optional": true }""");
        Assert.That(Figures(report, "money"), Is.EqualTo("1 right, 1 expected, 1 found"));
        Assert.That(report.Differences, Is.Empty);
    }

    [Test]
    public void CountsWhatIsTooMuchAgainstPrecision()
    {
        var report = Compare("""{ "kind": "money", "figure": "50万元" }""");
        Assert.That(Figures(report, "money"), Is.EqualTo("1 right, 1 expected, 2 found"));
        Assert.That(report.Differences.Single().Expected, Is.Null);
    }

    [Test]
    public void JudgesOnlyTheKindsThatTheGoldenNames()
    {
        var report = GoldenComparison.Compare("""{ "kinds": ["region"], "items": [ { "id": "1", "mentions": [] } ] }""", "a.golden.json", Result());
        Assert.That(report.Scores.Select(s => s.Field), Is.EqualTo(new[] { "regions", "items" }));
        Assert.That(report.Differences, Is.Empty);
    }

    [Test]
    public void ItemsThatTheGoldenDoesNotListCountOnlyWhereItIsComplete()
    {
        Assert.That(GoldenComparison.Compare("""{ "items": [] }""", "a", Result()).Differences, Is.Empty);
        Assert.That(GoldenComparison.Compare("""{ "complete": true, "items": [] }""", "a", Result()).Differences.Select(d => d.Found), Is.EqualTo(new[] { Text }));
    }

    [Test]
    public void ComparesAmountsOfAMeasureByTheirWords()
    {
        const string golden = """
            { "items": [ { "id": "1",
              "mentions": [ { "id": "a", "kind": "money", "figure": "50万元" }, { "id": "b", "kind": "money", "figure": "50万元" } ],
              "measures": [ { "start": 0, "regions": ["340100"], "amounts": ["b"] }, { "start": 90, "regions": [] } ] } ] }
            """;
        var report = GoldenComparison.Compare(golden, "a", Result());
        Assert.That(Figures(report, "measures"), Is.EqualTo("1 right, 2 expected, 1 found"));
        Assert.That(Figures(report, "measures.amounts"), Is.EqualTo("1 right, 1 expected, 1 found"));
    }

    private static GoldenReport Compare(string mentions) =>
        GoldenComparison.Compare($$"""{ "kinds": ["money"], "items": [ { "id": "1", "mentions": [ {{mentions}} ] } ] }""", "a.golden.json", Result());

    private static string Figures(GoldenReport report, string field)
    {
        var score = report.Scores.Single(s => string.Equals(s.Field, field, StringComparison.Ordinal));
        return $"{score.Right} right, {score.Expected} expected, {score.Found} found";
    }

    private static ExtractionResult Result()
    {
        var cap = new MoneyMention(new SourceSpan(4, 10), new SourceSpan(6, 10), new MoneyAmount("CNY", Interval.AtMost(500_000, true), [], false), MoneyRole.Cap, new RuleId("money.figure"), []);
        var award = new MoneyMention(new SourceSpan(19, 23), new SourceSpan(19, 23), new MoneyAmount("CNY", Interval.Exactly(500_000), [], false), MoneyRole.Award, new RuleId("money.figure"), []);
        var measure = new Measure(new SourceSpan(0, Text.Length), [DivisionCode.Parse("340100")], AttributionReason.Subject, [], [cap], null, null, null, []);
        var item = new ExtractedItem(new OutlineItem("1", "", null, Text, BlockLocation.InBody(1)), "", [], [], [cap, award], [measure], []);
        var source = new DocumentSource("a.txt", "txt", new string('0', 64));
        return new ExtractionResult(source, "sha256:" + new string('0', 64), new DocumentFacts("", "", null, null, null, null), null, [], [item], new Ledger(2, 2, []), []);
    }
}
