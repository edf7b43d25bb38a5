using ExtractionPipeline.Tests.CodeBase;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Measures;

/// <summary>Recall over the categories that must be found and precision against those that may be, on the sample list and on items of our own.</summary>
public sealed class CategoryAccuracyTests
{
    [Test]
    public void TheSampleListIsFoundWhole()
    {
        var gold = JObject.Parse(File.ReadAllText(Checkout.PathOf("tests", "gold", "intelligent-construction-batch2.json")));
        var titles = gold["sections"]!.ToDictionary(s => (string)s["id"]!, s => (string)s["title"]!, StringComparer.Ordinal);
        var score = Score(gold["items"]!.Select(i => new LabelledItem(
            (string)i["id"]!,
            HeadingIds((string)i["section"]!).Select(id => titles[id]).ToArray(),
            [.. i["categories"]!["expected"]!.Select(c => (string)c!)],
            [.. i["categories"]!["allowed"]!.Select(c => (string)c!)],
            (string)i["text"]!)));

        Assert.That(score.Recall, Is.EqualTo(1.0), score.ToString());
        Assert.That(score.Precision, Is.GreaterThanOrEqualTo(0.95), score.ToString());
    }

    [TestCase("writing", 0.95, 0.95)]
    [TestCase("kept-aside", 0.95, 0.95)]
    [TestCase("round-1", 0.95, 0.95)]
    [TestCase("round-2", 0.95, 0.95)]
    [TestCase("round-3", 0.90, 0.95)]
    [TestCase("round-4", 0.90, 0.95)]
    [TestCase("round-5", 0.97, 0.90)]
    [TestCase("round-6", 0.95, 0.85)]
    public void ItemsOfOurOwnAreFound(string set, double recall, double precision)
    {
        var score = Score(OwnItems().Where(i => string.Equals(i.Set, set, StringComparison.Ordinal)).Select(i => i.Item));
        TestContext.Out.WriteLine(score);

        Assert.That(score.Recall, Is.GreaterThanOrEqualTo(recall), score.ToString());
        Assert.That(score.Precision, Is.GreaterThanOrEqualTo(precision), score.ToString());
    }

    [Test]
    public void TheOwnItemsCoverEveryCategory()
    {
        var items = OwnItems().ToList();
        Assert.That(items, Has.Count.GreaterThanOrEqualTo(300));
        var codes = CategoryFinderTests.Rules.Categories.Names.Select(n => n.Code);
        Assert.That(items.SelectMany(i => i.Item.Expected).Distinct(StringComparer.Ordinal), Is.EquivalentTo(codes));
        Assert.That(items.SelectMany(i => i.Item.Allowed).Except(codes, StringComparer.Ordinal), Is.Empty);
    }

    private static AccuracyScore Score(IEnumerable<LabelledItem> items)
    {
        var score = new AccuracyScore();
        foreach (var item in items)
        {
            var found = CategoryFinderTests.Codes(CategoryFinderTests.Find(item.Text, item.Headings)).ToList();
            score.Add(item, found);
        }

        return score;
    }

    private static IEnumerable<(string Set, LabelledItem Item)> OwnItems()
    {
        var lines = File.ReadLines(Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Measures", "category-items.tsv"));
        foreach (var line in lines.Where(l => !l.StartsWith('#')).Skip(1))
        {
            var f = line.Split('\t');
            yield return (f[1], new LabelledItem(f[0], Parts(f[2], '<'), Parts(f[3], ','), Parts(f[4], ','), f[5]));
        }
    }

    private static string[] Parts(string field, char divider) => field.Split(divider, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"1.2" lies below "1": the nearest first.</summary>
    private static IEnumerable<string> HeadingIds(string section)
    {
        for (var id = section; ; id = id[..id.LastIndexOf('.')])
        {
            yield return id;
            if (!id.Contains('.', StringComparison.Ordinal)) yield break;
        }
    }

    private sealed record LabelledItem(string Id, string[] Headings, string[] Expected, string[] Allowed, string Text);

    private sealed class AccuracyScore
    {
        private readonly List<string> _differences = [];
        private int _expected;
        private int _hit;
        private int _found;
        private int _good;

        public double Recall => (double)_hit / _expected;

        public double Precision => (double)_good / _found;

        public void Add(LabelledItem item, List<string> found)
        {
            _expected += item.Expected.Length;
            _hit += item.Expected.Count(found.Contains);
            _found += found.Count;
            _good += found.Count(c => item.Expected.Contains(c, StringComparer.Ordinal) || item.Allowed.Contains(c, StringComparer.Ordinal));
            if (item.Expected.Except(found, StringComparer.Ordinal).Any() || found.Except(item.Expected, StringComparer.Ordinal).Except(item.Allowed, StringComparer.Ordinal).Any())
            {
                _differences.Add($"{item.Id}: {string.Join(',', item.Expected)} (may: {string.Join(',', item.Allowed)}), found {string.Join(',', found)}: {item.Text}");
            }
        }

        public override string ToString() => FormattableString.Invariant($"recall {Recall:0.000}, precision {Precision:0.000}\n") + string.Join('\n', _differences);
    }
}
