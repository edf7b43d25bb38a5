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

    // Children stand in the order of their bits (the character modulo 32) where each has one of its own, else in that of their characters.
    [TestCase("DABC", Description = "one bit each, in the order of the characters")]
    [TestCase("a\u4e00Z\u4e1f", Description = "one bit each: modulo 32 the order is another than that of the characters")]
    [TestCase("Aa", Description = "one bit for two")]
    [TestCase("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", Description = "more than there are bits")]
    public void FindsEachChildOfANode(string children)
    {
        var phrases = children.Select(c => "市" + c).Order(StringComparer.Ordinal).ToList();
        var trie = PhraseTrie.Build(phrases);
        var found = new List<char>();
        for (var c = '\u0001'; c < '\u4f00'; c++)
        {
            if (Scan(trie, "市" + c) is [var place] && place == new PhrasePlace(0, 2, phrases.IndexOf("市" + c))) found.Add(c);
        }

        Assert.That(found, Is.EqualTo(children.Order()));
    }

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
