using System.Globalization;

using ExtractionPipeline.Mentions;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

/// <summary>Sentences with place names inside other names, across words, or as everyday words; and sentences in which the same words are places.</summary>
public sealed class PlaceNamesInNamesTests
{
    [TestCase("Mentions/place-names-in-names.tsv", true)]
    [TestCase("Mentions/place-names-in-names.tsv", false)]
    [TestCase("Mentions/place-sentences.tsv", true)]
    public void FindsTheMeantPlacesAndNoOthers(string table, bool withWords)
    {
        var differences = new List<string>();
        var counts = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(PlaceReading.TestFile("ExtractionPipeline.Tests/" + table)).Where(l => l.Length > 0 && l[0] != '#').Skip(1))
        {
            var fields = line.Split('\t');
            var (sentence, expected, kind) = (fields[0], fields[1], fields.Length > 2 ? fields[2] : "");
            var findings = PlaceReading.Find(sentence, withWords);
            var actual = string.Join(';', findings.Mentions.OfType<RegionMention>().OrderBy(m => m.Span.Start)
                .Select(m => $"{m.Span.In(sentence)}={m.Place.Code}:{m.Role.ToString().ToLowerInvariant()}"));
            var right = string.Equals(actual, expected, StringComparison.Ordinal);
            var (rights, all) = counts.GetValueOrDefault(kind);
            counts[kind] = (rights + (right ? 1 : 0), all + 1);
            if (!right) differences.Add($"[{kind}] {sentence}: expected \"{expected}\", found \"{actual}\"");
        }

        TestContext.Out.WriteLine(string.Join('\n', differences));
        foreach (var (kind, (right, all)) in counts) TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {right} of {all}"));
        var share = counts.Values.Sum(c => c.Right) / (double)counts.Values.Sum(c => c.All);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all: {share:F3}"));
        Assert.That(share, Is.GreaterThanOrEqualTo(withWords ? 0.97 : 0.9));
        if (withWords && counts.TryGetValue("word-crossing", out var crossing)) Assert.That(crossing.Right, Is.EqualTo(crossing.All), "word-crossing");
    }
}
