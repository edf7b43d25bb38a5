using System.Globalization;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Export.Html;
using ExtractionPipeline.Output;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Export;

public sealed class ResultPageTests
{
    [Test]
    public void EveryMentionIsMarkedWithItsWordsAndKind()
    {
        var (document, result) = ExportRun.Sample;
        var page = Page(document, result);
        var marks = page.QuerySelectorAll("main mark").Select(m => $"{m.ClassName!.Split(' ')[0]} {m.TextContent}").Order(StringComparer.Ordinal);
        var mentions = result.Items.SelectMany(i => i.Mentions.Select(m => $"{OutputWords.Of(m.Kind)} {m.Span.In(i.Item.Text)}")).Order(StringComparer.Ordinal);
        Assert.That(marks, Is.EqualTo(mentions));
    }

    [TestCase(false, "money · cap: ≤ 2000000 CNY\nrule: money.unit.yuan\nitem: 1.2.3")]
    [TestCase(true, "金额 · 上限: ≤ 2000000 CNY\n规则: money.unit.yuan\n条目: 1.2.3")]
    public void HoveringSaysValueAndRule(bool chinese, string tip)
    {
        var page = Page(ExportRun.Sample.Document, ExportRun.Sample.Result, chinese);
        Assert.That(page.QuerySelectorAll("mark.money.cap").Single(m => m.TextContent == "最高200万元").GetAttribute("data-tip"), Is.EqualTo(tip));
    }

    [Test]
    public void TheTableIsTheDocumentsOwn()
    {
        var (document, result) = ExportRun.Sample;
        var table = document.Blocks.OfType<Table>().Single();
        var rows = Page(document, result).QuerySelectorAll("main tr");
        var expected = table.Rows.Select(r => string.Join('|', r.Cells.Where(c => c.OriginRow == r.Number).Select(c => Plain(string.Concat(c.Paragraphs.Select(p => p.Label + p.Text))))));
        Assert.That(rows.Select(r => string.Join('|', r.QuerySelectorAll("td,th").Select(c => Plain(c.TextContent)))), Is.EqualTo(expected));
    }

    [Test]
    public void TheFiltersKnowEveryPlaceCategoryAndRole()
    {
        var (document, result) = ExportRun.Sample;
        var page = Page(document, result);
        var items = Newtonsoft.Json.Linq.JArray.Parse(page.QuerySelector("#items")!.TextContent);
        Assert.That(items, Has.Count.EqualTo(result.Items.Count));
        foreach (var name in new[] { "region", "category", "role" })
        {
            var options = page.QuerySelectorAll($"#{name} option").Select(o => o.GetAttribute("value")).Where(v => v!.Length > 0);
            Assert.That(options, Is.EquivalentTo(items.SelectMany(i => i[name]!.Select(v => (string)v!)).Distinct(StringComparer.Ordinal)), name);
        }
    }

    [Test]
    public void TheChartHasABarForEachPlaceWithMoney()
    {
        var (document, result) = ExportRun.Sample;
        var bars = Page(document, result).QuerySelectorAll(".chart .bar");
        var hefei = bars.Single(b => b.GetAttribute("data-region") == "340100");
        Assert.Multiple(() =>
        {
            Assert.That(bars, Has.Count.EqualTo(9));
            Assert.That(hefei.QuerySelectorAll(".figure").Select(f => f.TextContent), Is.EqualTo(new[] { "最高200万元", "达到100万元（含）以上" }));
            Assert.That(hefei.QuerySelectorAll(".track i").Select(i => $"{i.ClassName} {i.GetAttribute("style")}"), Is.EqualTo(new[] { "cap width:33.33%", "threshold width:33.33%" }));
        });
    }

    [Test]
    public void ThePageFetchesNothing()
    {
        var page = Page(ExportRun.Sample.Document, ExportRun.Sample.Result);
        var outside = page.All.SelectMany(e => e.Attributes).Where(a => a.Name is "src" or "href" or "srcset" or "action" || a.Value.Contains("//", StringComparison.Ordinal)).Select(a => a.OuterXml());
        Assert.That(outside, Is.Empty);
        Assert.That(page.DocumentElement.OuterHtml, Does.Not.Contain("url(").And.Not.Contain("@import").And.Not.Contain("fetch("));
    }

    [Test]
    public void WhatADocumentSaysIsNeverMarkup()
    {
        var (document, result) = ExportRun.Text("<script>alert(1)</script>关于支持的通知\n1. 杭州给予\"10万元\"<b onclick=x>补贴</b>&amp;。\n");
        var page = Page(document, result);
        Assert.That(page.QuerySelectorAll("main script, main b"), Is.Empty);
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("<b onclick=x>补贴</b>&amp;。"));
        Assert.That(page.Title, Does.StartWith("<script>alert(1)</script>"));
    }

    [Test]
    public void AnItemThatRunsOverTwoParagraphsIsMarkedInBoth()
    {
        var (document, result) = ExportRun.Text("关于支持的通知\n一、奖补政策\n1. 对企业给予补助，最高不超过 5000\n万元，由杭州市承担。\n");
        var page = Page(document, result);
        Assert.That(string.Concat(page.QuerySelectorAll("main mark.cap").Select(m => m.TextContent)), Is.EqualTo("最高不超过 5000万元"));
    }

    private static IHtmlDocument Page(PolicyDocument document, ExtractionResult result, bool chinese = true)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Assert.That(ResultPage.Write(document, result, ExportRun.Pipeline.Rules, chinese, writer), Is.Empty);
        return new HtmlParser().ParseDocument(writer.ToString());
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

internal static class AttributeText
{
    public static string OuterXml(this IAttr attribute) => $"{attribute.OwnerElement?.LocalName} {attribute.Name}={attribute.Value}";
}
