using System.Globalization;
using ExtractionPipeline.Segmentation;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace ExtractionPipeline.Tests.Segmentation;

/// <summary>The same cuts as python3-jieba 0.42.1; make-reference-cuts.py shows how the reference was made.</summary>
public sealed class ReferenceCutTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void CutsTheCorpusAsTheReferenceDoes(bool hmm)
    {
        var segmenter = new Segmenter(WordDictionary.OpenDefault());
        var lines = 0;
        foreach (var record in SegmentationFiles.ReadReference("reference-cuts.jsonl.gz").Select(JObject.Parse))
        {
            lines++;
            if (Difference(segmenter, record, hmm) is { } difference) Assert.Fail($"line {lines} ({(string?)record["from"]}): {difference}");
        }

        Assert.That(lines, Is.GreaterThanOrEqualTo(20_000));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void CutsWithUserWordsAsTheReferenceDoes(bool hmm)
    {
        var words = WordDictionary.OpenDefault();
        var segmenter = new Segmenter(words);
        var lines = 0;
        foreach (var record in SegmentationFiles.ReadReference("reference-user-words.jsonl.gz").Select(JObject.Parse))
        {
            lines++;
            if (record["words"] is { } added)
                segmenter = new Segmenter(words.WithUserWords(UserWords(added)));
            else if (Difference(segmenter, record, hmm) is { } difference)
                Assert.Fail($"line {lines}: {difference}");
        }

        Assert.That(lines, Is.GreaterThanOrEqualTo(3_500));
    }

    [Test]
    public void SuggestsTheFrequenciesOfTheReference()
    {
        var words = WordDictionary.OpenDefault();
        foreach (var group in SegmentationFiles.ReadReference("reference-user-words.jsonl.gz").Select(JObject.Parse).Where(r => r["words"] is not null))
        {
            var added = UserWords(group["words"]!).ToList();
            var extended = words.WithUserWords(added);

            Assert.That(added.Select(word => extended.Frequency(word.Word)), Is.EqualTo(group["frequencies"]!.Values<int>()));
            Assert.That(extended.Total, Is.EqualTo((long)group["total"]!));
        }
    }

    [Test]
    public void HasTheLogarithmsOfTheReferenceToTheLastBit()
    {
        var differing = SegmentationFiles.ReadReference("reference-logarithms.txt.gz")
            .Select(line => line.Split(' '))
            .Where(pair => NaturalLogarithm.Of(long.Parse(pair[0], CultureInfo.InvariantCulture)) != double.Parse(pair[1], CultureInfo.InvariantCulture))
            .Select(pair => pair[0]);

        Assert.That(differing, Is.Empty);
    }

    private static IEnumerable<UserWord> UserWords(JToken pairs) => pairs.Select(pair => new UserWord((string)pair[0]!, (int?)pair[1]));

    private static string? Difference(Segmenter segmenter, JObject record, bool hmm)
    {
        var text = (string)record["text"]!;
        var expected = Words(text, (hmm ? null : record["plain"]) ?? record["hmm"]!);
        var found = segmenter.Cut(text, hmm).Select(word => text[word.Start..word.End]).ToList();
        return found.SequenceEqual(expected, StringComparer.Ordinal)
            ? null
            : $"the reference cuts {string.Join(" / ", expected)}\nbut found is     {string.Join(" / ", found)}";
    }

    private static List<string> Words(string text, JToken lengths)
    {
        var words = new List<string>();
        var start = 0;
        foreach (var length in lengths.Values<int>())
        {
            words.Add(text.Substring(start, length));
            start += length;
        }

        Assert.That(start, Is.EqualTo(text.Length), "The reference does not cover its text.");
        return words;
    }
}
