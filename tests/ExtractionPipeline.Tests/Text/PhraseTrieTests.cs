using System.Buffers;

using ExtractionPipeline.Text;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Text;

public sealed class PhraseTrieTests
{
    [Test]
    public void ReportsEveryOccurrenceInOrderOfStartShorterFirst()
    {
        var trie = PhraseTrie.Build(["上海", "上海市", "海市", "海市蜃楼"]);
        Assert.That(Scan(trie, "在上海市蜃楼"), Is.EqualTo(new[] { new PhrasePlace(1, 3, 0), new(1, 4, 1), new(2, 4, 2), new(2, 6, 3) }));
    }

    [Test]
    public void FindsNothingInAnEmptyText() => Assert.That(Scan(PhraseTrie.Build(["上海"]), ""), Is.Empty);

    [Test]
    public void FindsMoreThanTheArrayHoldsAtFirst() => Assert.That(Scan(PhraseTrie.Build(["上", "海"]), string.Concat(Enumerable.Repeat("上海", 500))), Has.Length.EqualTo(1000));

    private static PhrasePlace[] Scan(PhraseTrie trie, string text)
    {
        var places = ArrayPool<PhrasePlace>.Shared.Rent(16);
        var count = trie.Scan(text, ref places);
        var found = places[..count];
        ArrayPool<PhrasePlace>.Shared.Return(places);
        return found;
    }

    [TestCase("", "", "An empty phrase cannot be searched for. (Parameter 'phrases')")]
    [TestCase("上海", "上海", "The phrase \"上海\" stands twice or out of order. (Parameter 'phrases')")]
    [TestCase("海", "上", "The phrase \"上\" stands twice or out of order. (Parameter 'phrases')")]
    public void RefusesAListThatIsNotInOrder(string first, string second, string message) =>
        Assert.That(() => PhraseTrie.Build([first, second]), Throws.ArgumentException.With.Message.EqualTo(message));
}
