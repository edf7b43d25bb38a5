using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Tests.Outline;
using ExtractionPipeline.Word;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Goldens;

/// <summary>
/// Whole lists of the family of the sample, written for this project as Word documents of many shapes (tests/gold/own-lists/about.md):
/// structure must be found whole, regions, categories and measures as far as the floors say. The floors guard what holds today and do not
/// measure unseen lists; what the program had at first sight stands in about.md.
/// </summary>
public sealed class OwnListTests
{
    private static readonly Lazy<PolicyPipeline> s_pipeline = new(() => new PolicyPipeline(OutlineText.Rules));

    private static IEnumerable<string> Lists =>
        Directory.EnumerateFiles(Checkout.PathOf("tests", "gold", "own-lists"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(p => Path.ChangeExtension(Path.GetRelativePath(Checkout.PathOf("tests", "gold", "own-lists"), p), null));

    [TestCaseSource(nameof(Lists))]
    public void SectionsAndItemsAreFoundWhole(string list)
    {
        var (gold, result) = Read(list);
        var sections = gold["sections"]!.Select(s => $"{s["id"]} {s["level"]} {Label((string?)s["label"])} {s["title"]}");
        var items = gold["items"]!.Select(i => $"{i["id"]} {Label((string?)i["label"])} {i["text"]}");
        Assert.That(result.Sections.Select(s => $"{s.Id} {s.Level} {Label(s.Label)} {s.Title}"), Is.EqualTo(sections));
        Assert.That(result.Items.Select(i => $"{i.Item.Id} {Label(i.Item.Label)} {i.Item.Text}"), Is.EqualTo(items));
        Assert.That((result.Facts.Title, result.Facts.Series, result.Facts.Batch), Is.EqualTo(((string?)gold["title"], (string?)gold["series"], (int?)gold["batch"])));
    }

    [TestCase("first", 0.99, 0.92, 0.94)]
    [TestCase("second", 0.99, 0.94, 0.93)]
    [TestCase("third", 0.99, 0.90, 0.91)]
    [TestCase("fourth", 0.99, 0.94, 0.90)]
    public void RegionsAndCategoriesOfItemsAreFound(string set, double regions, double recall, double precision)
    {
        var (region, category, leastRecall) = (new Tally(), new Tally(), new Tally());
        var differences = new List<string>();
        foreach (var list in Lists.Where(l => l.StartsWith(set, StringComparison.Ordinal)))
        {
            var (gold, result) = Read(list);
            var byId = result.Items.ToDictionary(i => i.Item.Id, StringComparer.Ordinal);
            foreach (var item in gold["items"]!.Where(i => byId.ContainsKey((string)i["id"]!)))
            {
                var found = byId[(string)item["id"]!];
                region.Add(Words(item["regions"]), [.. found.Regions.Select(r => r.ToString())]);
                var (expected, codes) = (Words(item["categories"]!["expected"]), found.Categories.Select(c => c.Code).ToList());
                leastRecall.Add(expected, codes);
                category.Add([.. expected, .. Words(item["categories"]!["allowed"])], codes);
                if (!Words(item["regions"]).ToHashSet(StringComparer.Ordinal).SetEquals(found.Regions.Select(r => r.ToString()))) differences.Add($"{list} {item["id"]} regions {string.Join(' ', found.Regions)}: {item["text"]}");
                if (expected.Except(codes, StringComparer.Ordinal).Any()) differences.Add($"{list} {item["id"]} {string.Join(' ', expected)}, found {string.Join(' ', codes)}: {item["text"]}");
            }
        }

        var shown = string.Join('\n', differences);
        Assert.Multiple(() =>
        {
            Assert.That(region.Recall, Is.GreaterThanOrEqualTo(regions), shown);
            Assert.That(region.Precision, Is.GreaterThanOrEqualTo(regions), shown);
            Assert.That(leastRecall.Recall, Is.GreaterThanOrEqualTo(recall), shown);
            Assert.That(category.Precision, Is.GreaterThanOrEqualTo(precision), shown);
        });
    }

    [TestCaseSource(nameof(Lists))]
    public void MeasuresHaveTheirRegionsAndNoFigureIsUnexplained(string list)
    {
        var (gold, result) = Read(list);
        var byId = result.Items.ToDictionary(i => i.Item.Id, StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(result.Ledger.Unexplained, Is.Empty);
            foreach (var (item, clause) in gold["items"]!.SelectMany(i => i["clauses"]!.Select(c => (i, c))))
            {
                var found = byId[(string)item["id"]!];
                var start = found.Item.Text.IndexOf((string)clause["starts"]!, StringComparison.Ordinal);
                var measures = found.Measures.Where(m => Math.Abs(m.Span.Start - start) <= 3).Select(m => string.Join(' ', m.Regions));
                Assert.That(measures, Does.Contain(string.Join(' ', Words(clause["regions"]))), $"{item["id"]} {clause["starts"]}");
            }
        });
    }

    private static (JObject Gold, ExtractionResult Result) Read(string list)
    {
        var path = Checkout.PathOf("tests", "gold", "own-lists", list);
        var document = new WordDocumentReader(WordReadingOptions.Default).Read(File.ReadAllBytes(path + ".docx"), Path.GetFileName(path) + ".docx");
        return (JObject.Parse(File.ReadAllText(path + ".json")), s_pipeline.Value.Extract(document));
    }

    private static string Label(string? label) => label is null ? "-" : label.TrimEnd('、', '.', '．');

    private static List<string> Words(JToken? array) => [.. array!.Select(t => (string)t!)];

    private sealed class Tally
    {
        private int _expected;
        private int _found;
        private int _right;

        public double Recall => (double)_right / _expected;

        public double Precision => (double)_right / _found;

        public void Add(List<string> expected, List<string> found)
        {
            _expected += expected.Distinct(StringComparer.Ordinal).Count();
            _found += found.Distinct(StringComparer.Ordinal).Count();
            _right += expected.Intersect(found, StringComparer.Ordinal).Count();
        }
    }
}
