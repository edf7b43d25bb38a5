using ExtractionPipeline.Segmentation;
using NUnit.Framework;

namespace ExtractionPipeline.Tests.Segmentation;

public sealed class WordDictionaryTests
{
    private static readonly WordDictionary Words = WordDictionary.OpenDefault();

    [TestCase("城市更新", 3)]
    [TestCase("B超", 3)]
    [TestCase("γ射线", 3)]
    [TestCase("智能建造", 0)]
    [TestCase("", 0)]
    public void KnowsWordsAndTheirFrequencies(string word, int frequency)
    {
        Assert.That(Words.Frequency(word), Is.EqualTo(frequency));
        Assert.That(Words.Contains(word), Is.EqualTo(frequency > 0));
    }

    [Test]
    public void TheBeginningOfAWordIsNoWord()
    {
        Assert.That(Words.Contains("城市更新"), Is.True);
        Assert.That(Words.Contains("城市更"), Is.False);
        Assert.That(Words.Find("城市更"), Is.Zero);
        Assert.That(Words.Find("城市更龘"), Is.EqualTo(WordDictionary.Absent));
    }

    [Test]
    public void WithUserWordsLeavesTheOriginalAlone()
    {
        var more = Words.WithUserWords([new UserWord("智能建造", null)]);
        var evenMore = more.WithUserWords([new UserWord("智能建造", 9), new UserWord("老旧小区", null)]);

        Assert.That(Words.Contains("智能建造"), Is.False);
        Assert.That(more.Frequency("智能建造"), Is.EqualTo(1));
        Assert.That(more.Contains("老旧小区"), Is.False);
        Assert.That(evenMore.Frequency("智能建造"), Is.EqualTo(9));
        Assert.That(evenMore.Contains("老旧小区"), Is.True);
    }

    [Test]
    public void AddingInStepsEqualsAddingAtOnce()
    {
        UserWord[] words = [new("智能建造", null), new("智能", 7), new("智能建造试点", null), new("奖补", 0)];
        var once = Words.WithUserWords(words);
        var steps = words.Aggregate(Words, (dictionary, word) => dictionary.WithUserWords([word]));

        Assert.That(steps.Total, Is.EqualTo(once.Total));
        Assert.That(words.Select(word => steps.Frequency(word.Word)), Is.EqualTo(words.Select(word => once.Frequency(word.Word))));
    }

    [Test]
    public void AWordOfFrequencyZeroIsSplitEvenWhereTheModelJoinsIt()
    {
        Assert.That(Cut(Words, "给予奖补"), Is.EqualTo("给予/奖补"));
        Assert.That(Cut(Words.WithUserWords([new UserWord("奖补", 0)]), "给予奖补"), Is.EqualTo("给予/奖/补"));
    }

    [TestCase("", null, "A user word is empty. (Parameter 'word')")]
    [TestCase("奖补", -1, "The user word \"奖补\" has a negative frequency. (Parameter 'frequency')")]
    public void RefusesWordsThatNoTextCanHold(string word, int? frequency, string fault) =>
        Assert.That(() => Words.WithUserWords([new UserWord(word, frequency)]), Throws.ArgumentException.With.Message.EqualTo(fault));

    [Test]
    public void RefusesUnpairedSurrogates()
    {
        foreach (var word in (string[])["奖\uD840", "\uDC00奖", "\uD840\uD840\uDC00"])
        {
            Assert.That(() => Words.WithUserWords([new UserWord(word, 1)]), Throws.ArgumentException.With.Message
                .EqualTo("A user word has an unpaired surrogate. (Parameter 'word')"));
        }

        Assert.That(Words.WithUserWords([new UserWord("\U00020000", 1)]).Contains("\U00020000"), Is.True);
    }

    [Test]
    public void TheShippedUserWordsStayWhole()
    {
        var rows = File.ReadLines(SegmentationFiles.UserWords)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToList();
        var words = rows.Skip(1).Select(row => new UserWord(row[0], row[1].Length == 0 ? null : int.Parse(row[1], null))).ToList();
        var dictionary = Words.WithUserWords(words);

        Assert.That(rows[0], Is.EqualTo((string[])["word", "frequency", "source", "reason"]));
        Assert.That(rows, Has.All.Length.EqualTo(4));
        Assert.That(words.Select(word => word.Word), Is.Unique);
        Assert.That(words.Where(word => word.Frequency != 0 && !Cut(dictionary, $"支持{word.Word}项目").Split('/').Contains(word.Word, StringComparer.Ordinal)), Is.Empty);
        Assert.That(rows.Skip(1).Where(row => row[2].Length == 0 || row[3].Length == 0), Is.Empty, "A user word needs its source and the reason for it.");
    }

    private static string Cut(WordDictionary dictionary, string text) =>
        string.Join('/', new Segmenter(dictionary).Cut(text).Select(word => text[word.Start..word.End]));
}
