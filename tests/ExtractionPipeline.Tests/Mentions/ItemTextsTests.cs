using System.Text;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Mentions;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class ItemTextsTests
{
    private static readonly PolicyPipeline s_pipeline = PolicyPipeline.CreateDefault();

    /// <summary>A list of prices under a line that says what they are, again and again: 租金标准：⏎甲类每平方米20元。</summary>
    private static string Prices(int times) => string.Concat(Enumerable.Repeat("租金标准：\n合肥市甲类用房20元/平方米。\n我市乙类用房30元/平方米。\n", times));

    private static string[] Mentions(string text)
    {
        var result = s_pipeline.Extract(TextDocumentReader.Read(Encoding.UTF8.GetBytes(text), "a.txt", "txt"));
        return [.. result.Items.Select(i => $"{i.Item.Text} {string.Join(',', i.Regions)} " + string.Join(' ', i.Mentions.Select(m => $"{m.Span} {m}")))];
    }

    /// <summary>A long document is gone through twice, a short one once: an item says the same in both, with what the line above it lends.</summary>
    [Test]
    public void ALongDocumentSaysWhatAShortOneSays()
    {
        var few = Mentions(Prices(2));
        var many = Mentions(Prices((ItemTexts.MostKept / 3) + 1));
        Assert.That(many, Has.Length.GreaterThan(ItemTexts.MostKept));
        Assert.That(few, Has.Length.EqualTo(6));
        Assert.That(few[1], Does.Contain("Price"));
        for (var i = 0; i < many.Length; i++) Assert.That(many[i], Is.EqualTo(few[i % 3]), $"item {i + 1}");
    }
}
