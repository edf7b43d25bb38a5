using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Segmentation;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class WordBoundariesTests
{
    private static readonly Segmenter Segmenter = RuleSet.Default().Segmenter;

    /// <summary>Whoever is asked first, the answer is that of the whole text cut at once.</summary>
    [TestCase("合肥市出台政策，对投资额达到100万元（含）以上的建筑业企业，按20%给予补贴。")]
    [TestCase("、、广州、𠀀𠀁深圳\r\n珠海")]
    [TestCase("abc 12.5%智能建造——A")]
    [TestCase("市")]
    [TestCase("")]
    public void AreThoseOfTheWholeText(string text)
    {
        var expected = new bool[text.Length + 1];
        expected[0] = expected[^1] = true;
        var words = new List<WordSpan>();
        Segmenter.Cut(text, words, hmm: false);
        foreach (var word in words) expected[word.Start] = expected[word.End] = true;

        var forwards = new WordBoundaries(text, Segmenter);
        var backwards = new WordBoundaries(text, Segmenter);
        Assert.That(Enumerable.Range(0, text.Length + 1).Select(forwards.IsAt), Is.EqualTo(expected));
        Assert.That(Enumerable.Range(0, text.Length + 1).Reverse().Select(backwards.IsAt), Is.EqualTo(expected.Reverse()));
        for (var i = 0; i < text.Length; i++) Assert.That(new WordBoundaries(text, Segmenter).IsAt(i), Is.EqualTo(expected[i]), $"{i}");
    }
}
