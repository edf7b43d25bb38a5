using ExtractionPipeline.Segmentation;
using NUnit.Framework;

namespace ExtractionPipeline.Tests.Segmentation;

public sealed class SegmenterTests
{
    private static readonly WordDictionary Words = WordDictionary.OpenDefault();

    [TestCase("合肥出台政策给予资金补贴", "合肥/出台/政策/给予/资金/补贴")]
    [TestCase("对装配式建筑给予奖补", "对/装配式/建筑/给予/奖补")]
    [TestCase("按投资额的20%给予补助，最高200万元", "按/投资额/的/20%/给予/补助/，/最高/200/万元")]
    [TestCase("增长7.5%以上", "增长/7.5%/以上")]
    [TestCase("広州", "広/州")]
    public void JoinsUnknownCharactersWithTheModel(string text, string words) => Assert.That(Cut(text, hmm: true), Is.EqualTo(words));

    [TestCase("对装配式建筑给予奖补", "对/装配式/建筑/给予/奖/补")]
    [TestCase("按投资额的20%给予补助", "按/投资额/的/20/%/给予/补助")]
    [TestCase("BIM技术", "BIM/技术")]
    public void KeepsUnknownCharactersApartWithoutTheModel(string text, string words) => Assert.That(Cut(text, hmm: false), Is.EqualTo(words));

    // Wrong as places, and right as the reference: who looks for places must not go by words.
    [TestCase("广州市长隆", "广州/市长/隆")]
    [TestCase("河北京张高铁", "河/北京/张/高铁")]
    public void DoesNotDecideOnPlaces(string text, string words) => Assert.That(Cut(text, hmm: true), Is.EqualTo(words));

    [TestCase("", "")]
    [TestCase("\r\n", "\r\n")]
    [TestCase("\n\r", "\n/\r")]
    [TestCase("省　市\t县", "省/　/市/\t/县")]
    [TestCase("\U00020000字", "\U00020000/字")]
    [TestCase("😀😀", "😀/😀")]
    [TestCase("５０％", "５/０/％")]
    public void CutsWhatIsNoWordCharacterByCodePoints(string text, string words) => Assert.That(Cut(text, hmm: true), Is.EqualTo(words));

    // Not as a test case: attributes hold UTF-8, in which an unpaired surrogate does not survive.
    [Test]
    public void CutsUnpairedSurrogatesOneByOne() => Assert.That(Cut("\uDC00\uD840字\uD840", hmm: true), Is.EqualTo("\uDC00/\uD840/字/\uD840"));

    [Test]
    public void AppendsToTheListItIsGiven()
    {
        var words = new List<WordSpan> { new(7, 9) };
        new Segmenter(Words).Cut("给予补贴".AsSpan(), words);

        Assert.That(words, Is.EqualTo((WordSpan[])[new(7, 9), new(0, 2), new(2, 4)]));
    }

    [Test]
    public void PutsEveryCharacterIntoExactlyOneWord()
    {
        // A run longer than any pooled buffer, and one right after it that is short.
        var text = string.Concat(Enumerable.Repeat("城市更新奖补一", 4000)) + "，补贴";
        var end = 0;
        foreach (var word in new Segmenter(Words).Cut(text))
        {
            Assert.That(word.Start, Is.EqualTo(end));
            Assert.That(word.Length, Is.GreaterThan(0));
            end = word.End;
        }

        Assert.That(end, Is.EqualTo(text.Length));
    }

    [Test]
    public void GivesTheSameCutsOnManyThreads()
    {
        var segmenter = new Segmenter(Words.WithUserWords([new UserWord("奖补", null)]));
        var texts = Enumerable.Range(0, 200).Select(n => $"第{n}条对装配式建筑给予{n}万元奖补，龘龘犇羴").ToArray();
        var expected = texts.Select(text => segmenter.Cut(text).ToArray()).ToArray();
        var found = texts.AsParallel().AsOrdered().Select(text => segmenter.Cut(text).ToArray()).ToArray();

        Assert.That(found, Is.EqualTo(expected));
    }

    private static string Cut(string text, bool hmm) =>
        string.Join('/', new Segmenter(Words).Cut(text, hmm).Select(word => text[word.Start..word.End]));
}
