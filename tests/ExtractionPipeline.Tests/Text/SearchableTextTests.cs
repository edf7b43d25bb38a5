using CsCheck;

using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Text;

public sealed class SearchableTextTests
{
    private static readonly FoldingTable Folding = FoldingRules.Read(RuleFiles.Default(), new RuleFaults());

    [TestCase("不超过 5000\n万元", "不超过5000万元", TestName = "White space inside an amount is dropped")]
    [TestCase("５０％（含）", "50%(含)", TestName = "Full-width forms become half-width")]
    [TestCase("总　　则", "总则", TestName = "Ideographic spaces are dropped")]
    [TestCase("0\ue01002元", "0.02元", TestName = "A private-use character between digits is a decimal point")]
    [TestCase("建设\ue010项目", "建设项目", TestName = "A private-use character elsewhere is dropped")]
    [TestCase("伍拾萬圓", "伍拾万元", TestName = "Old forms of numeral words become today's")]
    [TestCase("懷化市對企業給予獎勵", "怀化市对企业给予奖励", TestName = "Traditional characters become simplified ones")]
    [TestCase("著作权、乾县、沈阳", "著作权、乾县、沈阳", TestName = "Characters that simplified text uses too stay")]
    [TestCase("⼈均", "人均", TestName = "Kangxi radicals become characters")]
    [TestCase("二○二三年", "二〇二三年", TestName = "A circle becomes the numeral zero")]
    public void FoldsForSearching(string original, string folded) =>
        Assert.That(SearchableText.Fold(original, Folding).Folded, Is.EqualTo(folded));

    [TestCase("给予 50\n万元 补贴", "50万元", "50\n万元")]
    [TestCase("给予５０万元补贴", "50万元", "５０万元")]
    [TestCase("  50万元", "50万元", "50万元")]
    public void GivesBackTheOriginalWords(string original, string searched, string words)
    {
        var text = SearchableText.Fold(original, Folding);
        var start = text.Folded.IndexOf(searched, StringComparison.Ordinal);
        Assert.That(text.ToSource(start, start + searched.Length).In(original), Is.EqualTo(words));
    }

    [Test]
    public void SaysWhereSomethingWasDropped()
    {
        var text = SearchableText.Fold("10 20\t万", Folding);
        Assert.Multiple(() =>
        {
            Assert.That(text.HasGapBefore(1), Is.False);
            Assert.That(text.GapBefore(2).ToString(), Is.EqualTo(" "));
            Assert.That(text.GapBefore(4).ToString(), Is.EqualTo("\t"));
        });
    }

    [Test]
    public void EveryFoldedCharacterMapsBackInOrder() =>
        Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u2e80', '\u9fff'], Gen.Char['\ue000', '\uffef'], Gen.Const('\n'))].Sample(original =>
        {
            var text = SearchableText.Fold(original, Folding);
            var previous = -1;
            for (var i = 0; i < text.Folded.Length; i++)
            {
                var at = text.ToSource(i);
                if (at <= previous || text.FromSource(at) != i || text.ToSource(i, i + 1) != new SourceSpan(at, at + 1)) return false;
                previous = at;
            }

            return true;
        });
}
