using ExtractionPipeline.Mentions;
using ExtractionPipeline.Segmentation;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Text;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class WordBoundariesTests
{
    private static readonly Segmenter Segmenter = PlaceReading.Rules.Segmenter;

    /// <summary>Whoever is asked first, the answer is that of the whole text cut at once.</summary>
    [TestCase("合肥市出台政策，对投资额达到100万元（含）以上的建筑业企业，按20%给予补贴。")]
    [TestCase("、、广州、𠀀𠀁深圳\r\n珠海")]
    [TestCase("abc 12.5%智能建造——A")]
    [TestCase("市")]
    [TestCase("")]
    public void AreThoseOfTheWholeText(string text)
    {
        var expected = OfWholeText(text);
        var forwards = new WordBoundaries(text, Segmenter);
        var backwards = new WordBoundaries(text, Segmenter);
        Assert.That(Enumerable.Range(0, text.Length + 1).Select(forwards.IsAt), Is.EqualTo(expected));
        Assert.That(Enumerable.Range(0, text.Length + 1).Reverse().Select(backwards.IsAt), Is.EqualTo(expected.Reverse()));
        for (var i = 0; i < text.Length; i++) Assert.That(new WordBoundaries(text, Segmenter).IsAt(i), Is.EqualTo(expected[i]), $"{i}");
    }

    /// <summary>What is said of a place without a cut is what the cut says, at each place of a whole list; the user words and joined letters among them.</summary>
    [Test]
    public void AreThoseOfTheCutAtEachPlaceOfAList()
    {
        foreach (var text in ItemsOfAList())
        {
            var expected = OfWholeText(text);
            for (var i = 0; i <= text.Length; i++) Assert.That(new WordBoundaries(text, Segmenter).IsAt(i), Is.EqualTo(expected[i]), $"{text}: {i}");
        }
    }

    /// <summary>A stretch is cut by a word exactly where the whole text, once cut, has one that begins inside it and goes on behind.</summary>
    [Test]
    public void SayWhichStretchesAreCutByAWord()
    {
        foreach (var text in ItemsOfAList())
        {
            var expected = OfWholeText(text);
            for (var start = 0; start < text.Length; start++)
            {
                for (var end = start + 1; end <= Math.Min(text.Length, start + 4); end++)
                    Assert.That(new WordBoundaries(text, Segmenter).IsCutByWord(start, end), Is.EqualTo(!expected[end] && Array.IndexOf(expected, true, start + 1, end - start - 1) >= 0), $"{text}: {start}-{end}");
            }
        }
    }

    /// <summary>新型建筑工业化 is a user word: no word of the list reaches across 型|建, and still nothing ends there.</summary>
    [Test]
    public void KnowTheUserWords()
    {
        const string text = "推广新型建筑工业化";
        Assert.That(Enumerable.Range(3, 6).Select(i => new WordBoundaries(text, Segmenter).IsAt(i)), Is.All.False);
        Assert.That(new WordBoundaries(text, Segmenter).IsCutByWord(2, 4), Is.False, "the word begins with the stretch");
        Assert.That(new WordBoundaries(text, Segmenter).IsCutByWord(1, 4), Is.True);
    }

    private static bool[] OfWholeText(string text)
    {
        var boundaries = new bool[text.Length + 1];
        boundaries[0] = boundaries[^1] = true;
        var words = new List<WordSpan>();
        Segmenter.Cut(text, words, hmm: false);
        foreach (var word in words) boundaries[word.Start] = boundaries[word.End] = true;
        return boundaries;
    }

    private static IEnumerable<string> ItemsOfAList() =>
        JObject.Parse(File.ReadAllText(Checkout.PathOf("tests", "gold", "intelligent-construction-batch2.json")))["items"]!
            .Select(item => SearchableText.Fold((string)item["text"]!, PlaceReading.Rules.Folding).Folded);
}
