using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

public sealed class ContentIdTests
{
    private const string Practice = "苏州对装配式建筑项目给予每平方米100元补贴，最高200万元；郑州给予50万元奖励。";

    private static readonly PolicyPipeline Pipeline = PolicyPipeline.CreateDefault();

    [TestCase("一、支持政策\n1. " + Practice, TestName = "{m}(another number)")]
    [TestCase("二、支持政策\n1. 合肥建设平台。\n2. " + Practice, TestName = "{m}(another place in the list)")]
    [TestCase("一、支持政策\n（一）苏州对装配式 建筑项目给予每平方米　100元补贴，最高200万元；郑州给予50万元奖励。", TestName = "{m}(white space)")]
    [TestCase("一、支持政策\n1. 苏州对装配式建筑项目给予每平方米１００元补贴，最高200万元；郑州给予50万元奖励。", TestName = "{m}(full-width digits)")]
    public void TheIdsOfAnItemAndItsMeasuresSurvive(string text)
    {
        var (before, after) = (Last("一、支持政策\n3. " + Practice), Last(text));
        Assert.Multiple(() =>
        {
            Assert.That(after.ContentId, Is.EqualTo(before.ContentId));
            Assert.That(after.Measures.Select(m => m.ContentId), Is.EqualTo(before.Measures.Select(m => m.ContentId)));
            Assert.That(before.Measures, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void AnEditChangesTheItemAndTheMeasureThatWasEditedAndNoOther()
    {
        var (before, after) = (Last("1. " + Practice), Last("1. " + Practice.Replace("50万元", "80万元", StringComparison.Ordinal)));
        Assert.Multiple(() =>
        {
            Assert.That(after.ContentId, Is.Not.EqualTo(before.ContentId));
            Assert.That(after.Measures[0].ContentId, Is.EqualTo(before.Measures[0].ContentId));
            Assert.That(after.Measures[1].ContentId, Is.Not.EqualTo(before.Measures[1].ContentId));
        });
    }

    [Test]
    public void TheSameWordsTwiceAreNumbered()
    {
        var items = Items("关于补贴的通知\n1. 杭州给予10万元补贴。\n2. 宁波给予10万元补贴。\n3. 杭州给予10万元补贴。");
        Assert.That(items[^1].ContentId, Is.EqualTo(items[^3].ContentId + "-2"));
        Assert.That(items[^1].Measures[0].ContentId, Is.EqualTo(items[^3].Measures[0].ContentId + "-2"));
    }

    /// <summary>The recipe of docs/output-format.md, written down a second time.</summary>
    [Test]
    public void AnyoneCanWorkAnIdOut()
    {
        var item = Last("1. " + Practice);
        var measure = item.Measures[0];
        var (start, end) = (measure.Span.Start, measure.Span.End);
        Assert.Multiple(() =>
        {
            Assert.That(item.ContentId, Is.EqualTo("i" + Hash(item.Item.Text)));
            Assert.That(measure.ContentId, Is.EqualTo("s" + Hash(item.Item.Text[start..end] + "\n320500")));
        });
    }

    private static string Hash(string text)
    {
        var visible = string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c).Where(c => !char.IsWhiteSpace(c) || c == '\n'));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(visible)))[..16];
    }

    private static ExtractedItem Last(string text) => Items("关于支持政策的通知\n" + text)[^1];

    private static IReadOnlyList<ExtractedItem> Items(string text) =>
        Pipeline.Extract(TextDocumentReader.Read(Encoding.UTF8.GetBytes(text + "\n"), "a.txt", "txt")).Items;
}
