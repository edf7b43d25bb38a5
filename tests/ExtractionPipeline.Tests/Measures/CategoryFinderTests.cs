using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Measures;

/// <summary>How words, places and headings decide on a category; the rules are those of the product.</summary>
public sealed class CategoryFinderTests
{
    internal static readonly RuleSet Rules = RuleSet.Default();

    private static readonly CategoryFinder Finder = new(Rules);

    // A strong word decides alone.
    [TestCase("对先行完工的单位给予20万元奖励。", "", "fiscal")]
    [TestCase("对改建项目实行并联审批。", "", "approval")]

    // The best stays; a side word of another category does not.
    [TestCase("对纳入试点的项目给予每平方米30元补助，单个项目最高100万元。", "", "fiscal")]
    [TestCase("成立由市长任组长的试点工作领导小组，下设办公室。", "", "organisation")]

    // Two statements of equal strength both stay.
    [TestCase("组织开展省级试点，并给予每个县500万元补助资金。", "", "fiscal pilot")]

    // The nearest heading speaks for what the item supports, also with weak words.
    [TestCase("由居民投票选出方案。", "动员居民参与", "participation")]
    [TestCase("建立管理平台，加强施工质量的数字化监管。", "搭建信息平台", "platform")]
    [TestCase("建立管理平台，加强施工质量的数字化监管。", "创新数字化监管方式", "supervision")]

    // The heading is evidence, not proof.
    [TestCase("该县位于省域北部。", "给予资金奖补支持", "")]

    // A word inside a longer word, inside the name of a document or alone and weak does not decide.
    [TestCase("小区账户余额由专项维修资金补足。", "", "operation")]
    [TestCase("《某县土地出让办法》见附件。", "", "")]
    [TestCase("有关人员参加了培训。", "", "")]
    [TestCase("该县位于省域北部。", "", "")]
    public void FindsWhatTheItemIsAbout(string text, string heading, string expected) =>
        Assert.That(string.Join(' ', Codes(Find(text, heading)).Order(StringComparer.Ordinal)), Is.EqualTo(expected));

    [Test]
    public void WordsInsideAnAuthoritysNameDoNotCount()
    {
        const string text = "市住房公积金贷款担保中心负责登记。";
        var found = new ItemFindings();
        found.Mentions.Add(new OrganisationMention(new SourceSpan(0, 12), text[..12], null, new RuleId("test"), []));

        Assert.That(Codes(Find(text, "")), Is.EqualTo(new[] { "finance" }));
        Assert.That(Codes(Find(text, found)), Is.Empty);
    }

    [Test]
    public void TheSpanIsTheStrongestWordsInOriginalText()
    {
        const string text = "县财政 出资，给 予 一次性 奖励。";
        var finding = Find(text, "").Single();

        Assert.That(finding.Rule.Name, Is.EqualTo("fiscal.give"));
        Assert.That(finding.Span.In(text), Is.EqualTo("给 予 一次性 奖励").Or.EqualTo("一次性 奖励"));
        Assert.That(finding.Evidence.Select(e => e.Span.In(text)), Does.Contain("县财政"));
    }

    [Test]
    public void HeadingsFurtherOutCountHalf()
    {
        const string text = "由居民投票选出维修方案。";
        Assert.That(Codes(Find(text, "动员居民参与", "健全长效管理机制")), Is.EqualTo(new[] { "participation" }));
        Assert.That(Codes(Find(text, "健全长效管理机制", "动员居民参与")), Is.EqualTo(new[] { "operation" }));
    }

    [Test]
    public void WhatTheTitleNamesDoesNotStandBesideTheLeader()
    {
        const string text = "发布加装电梯技术规程。";
        var item = ItemText.Read(new OutlineItem("1", "1", null, text, default!), Rules);
        var title = new Heading(ItemText.Read(new OutlineItem("", "", null, "既有住宅加装电梯经验清单", default!), Rules));
        var context = new ItemContext(item, new ItemFindings(), [], [], null);

        Assert.That(Codes(Finder.Find(context, ClauseSplitter.Split(item.Folded))), Is.EquivalentTo(new[] { "standards", "renewal" }));
        Assert.That(Codes(Finder.Find(context with { Title = title }, ClauseSplitter.Split(item.Folded))), Is.EqualTo(new[] { "standards" }));
    }

    [Test]
    public void ALongItemIsReadAsAnyOther()
    {
        var text = string.Concat(Enumerable.Repeat("对符合条件的企业给予一次性奖励，", 2000));
        var finding = Find(text, "").Single();

        Assert.That(finding.Code, Is.EqualTo("fiscal"));
        Assert.That(finding.Span.In(text), Is.EqualTo("给予一次性奖励"));
        Assert.That(finding.Evidence, Has.Count.GreaterThanOrEqualTo(1999));
    }

    internal static IReadOnlyList<CategoryFinding> Find(string text, params string[] headings) => Find(text, new ItemFindings(), headings);

    internal static IEnumerable<string> Codes(IReadOnlyList<CategoryFinding> findings) => findings.Select(f => f.Code);

    private static IReadOnlyList<CategoryFinding> Find(string text, ItemFindings found, params string[] headings)
    {
        var item = new OutlineItem("1.1", "1", null, text, default!);
        var above = headings.Where(h => h.Length > 0).Select(h => new Heading(ItemText.Read(new OutlineItem("1", "1", null, h, default!), Rules))).ToList();
        var read = ItemText.Read(item, Rules);
        return Finder.Find(new ItemContext(read, found, above, [], null), ClauseSplitter.Split(read.Folded));
    }
}
