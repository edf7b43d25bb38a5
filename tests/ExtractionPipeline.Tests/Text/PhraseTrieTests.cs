using ExtractionPipeline.Text;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Text;

public sealed class PhraseTrieTests
{
    [Test]
    public void ReportsEveryOccurrenceInOrderOfStartShorterFirst()
    {
        var trie = PhraseTrie.Build(["上海", "上海市", "海市", "海市蜃楼"]);
        var found = new List<(int, int, int)>();
        trie.Scan("在上海市蜃楼", (start, end, phrase) => found.Add((start, end, phrase)));
        Assert.That(found, Is.EqualTo(new[] { (1, 3, 0), (1, 4, 1), (2, 4, 2), (2, 6, 3) }));
    }

    [Test]
    public void FindsNothingInAnEmptyText()
    {
        var found = 0;
        PhraseTrie.Build(["上海"]).Scan("", (_, _, _) => found++);
        Assert.That(found, Is.Zero);
    }

    [TestCase("", "", "An empty phrase cannot be searched for. (Parameter 'phrases')")]
    [TestCase("上海", "上海", "The phrase \"上海\" stands twice or out of order. (Parameter 'phrases')")]
    [TestCase("海", "上", "The phrase \"上\" stands twice or out of order. (Parameter 'phrases')")]
    public void RefusesAListThatIsNotInOrder(string first, string second, string message) =>
        Assert.That(() => PhraseTrie.Build([first, second]), Throws.ArgumentException.With.Message.EqualTo(message));
}
