using System.Globalization;
using ExtractionPipeline.Segmentation;
using NUnit.Framework;

namespace ExtractionPipeline.Tests.Segmentation;

/// <summary>The compiled word list is the compile of its source. EP_ACCEPT_COMPILED=1 writes it anew.</summary>
public sealed class ShippedWordListTests
{
    private const string Accept = "EP_ACCEPT_COMPILED";

    [Test]
    public void IsTheCompileOfItsSource()
    {
        var compiled = WordListCompiler.Compile(File.ReadAllBytes(SegmentationFiles.Words), File.ReadAllBytes(SegmentationFiles.Model));
        if (Environment.GetEnvironmentVariable(Accept) is "1") File.WriteAllBytes(SegmentationFiles.Compiled, compiled);

        Assert.That(
            File.ReadAllBytes(SegmentationFiles.Compiled).AsSpan().SequenceEqual(compiled),
            Is.True,
            "rules/segmentation/word-list.bin is not the compile of words.txt and hidden-markov-model.txt; run with " + Accept + "=1.");
    }

    [Test]
    public void TravelsInsideTheLibrary()
    {
        using var stream = typeof(WordDictionary).Assembly.GetManifestResourceStream("rules/segmentation/word-list.bin")!;
        var shipped = new byte[stream.Length];
        stream.ReadExactly(shipped);

        Assert.That(shipped.AsSpan().SequenceEqual(File.ReadAllBytes(SegmentationFiles.Compiled)), Is.True);
    }

    [Test]
    public void IsNotAcceptedUnseenInContinuousIntegration()
    {
        if (Environment.GetEnvironmentVariable("CI") is not null)
            Assert.That(Environment.GetEnvironmentVariable(Accept), Is.Null);
    }

    [Test]
    public void IsReadInPlace() => Assert.That(CompiledWordList.OpenDefault().IsInPlace, Is.True);

    [Test]
    public void KnowsEveryLineOfItsSourceAndItsTotal()
    {
        var dictionary = WordDictionary.OpenDefault();
        var expected = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var line in WordListCompiler.Lines(File.ReadAllBytes(SegmentationFiles.Words)))
        {
            var parts = line.Split(' ');
            expected[parts[0]] = int.Parse(parts[1], CultureInfo.InvariantCulture);
            total += expected[parts[0]];
        }

        Assert.That(expected.Where(word => dictionary.Frequency(word.Key) != word.Value), Is.Empty);
        Assert.That(expected, Has.Count.EqualTo(349_045));
        Assert.That(dictionary.Total, Is.EqualTo(total).And.EqualTo(60_101_967));
    }

    [Test]
    public void RefusesWhatIsNoWordList()
    {
        Assert.That(() => CompiledWordList.Open(new byte[10]), Throws.TypeOf<InvalidDataException>()
            .With.Message.EqualTo("The compiled word list is cut off within its header."));
        Assert.That(() => CompiledWordList.Open(new byte[100]), Throws.TypeOf<InvalidDataException>()
            .With.Message.EqualTo("This is not a compiled word list of version 1."));
        Assert.That(() => CompiledWordList.Open(File.ReadAllBytes(SegmentationFiles.Compiled).AsSpan()[..^1]), Throws.TypeOf<InvalidDataException>()
            .With.Message.EqualTo("The compiled word list has another length than its header says."));
    }

    [Test]
    public void ReadsTheSameFromACopy()
    {
        var copy = WordDictionary.Open(CompiledWordList.Open(File.ReadAllBytes(SegmentationFiles.Compiled)));

        Assert.That(copy.Frequency("城市更新"), Is.EqualTo(WordDictionary.OpenDefault().Frequency("城市更新")));
        Assert.That(copy.Frequency("建筑"), Is.EqualTo(WordDictionary.OpenDefault().Frequency("建筑")).And.GreaterThan(0));
    }
}
