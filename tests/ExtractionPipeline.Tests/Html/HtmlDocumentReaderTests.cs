using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Html;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Html;

public sealed class HtmlDocumentReaderTests
{
    private static PolicyDocument Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static PolicyDocument Read(byte[] bytes) => new HtmlDocumentReader(HtmlReadingOptions.Default).Read(bytes, "a.html");

    private static string Dump(IReadOnlyList<Block> blocks) => string.Join('\n', blocks.Select(b => b switch
    {
        Paragraph p => (p.HeadingLevel is { } level ? $"h{level} " : "") + (p.Label is { } label ? $"[{label}] " : "") + p.Text.Replace("\n", "\\n", StringComparison.Ordinal),
        Table t => string.Join('\n', t.Rows.Select(r => $"{(r.IsHeader ? "H" : "R")} " + string.Join(" | ", r.Cells.Select(c => $"{c.Column}+{c.ColumnSpan}@{c.OriginRow} {Dump(c.Blocks).Replace('\n', '/')}")))),
        _ => "",
    }));

    [TestCase("<h1>标题</h1><p>第一段。</p><div>第二段。</div>", "h1 标题\n第一段。\n第二段。")]
    [TestCase("<p>给予<b>50</b><span>万元</span>补贴。</p>", "给予50万元补贴。")]
    [TestCase("<p>支持\n   企业用\n20 万元购买 BIM  software。</p>", "支持企业用20 万元购买 BIM software。")]
    [TestCase("<p>甲<br>乙</p>", "甲\\n乙")]
    [TestCase("<p>甲<br><br>乙</p>", "甲\n乙")]
    [TestCase("<div>第一条　甲。<br>　　第二条　乙。</div>", "第一条　甲。\n第二条　乙。")]
    [TestCase("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>", "[3.] 甲\n[4.] 乙\n[•] 丙")]
    [TestCase("<script>x</script><style>y</style><title>t</title><p>甲</p><noscript>z</noscript>", "甲")]
    [TestCase("正文<p>甲", "正文\n甲")]
    [TestCase("<table><tr><td><p>一</p><p>二</p></td></tr></table>", "一\n二")]
    public void ReadsParagraphs(string html, string expected) => Assert.That(Dump(Read(html).Blocks), Is.EqualTo(expected));

    [TestCase("<table><tr><th>序号<th>做法<tr><td rowspan=2>一<td>甲<tr><td>乙</table>", "H 1+1@1 序号 | 2+1@1 做法\nR 1+1@2 一 | 2+1@2 甲\nR 1+1@2 一 | 2+1@3 乙")]
    [TestCase("<table><tr><td colspan=2>甲<td>乙<tr><td>丙<td>丁<td>戊</table>", "R 1+2@1 甲 | 3+1@1 乙\nR 1+1@2 丙 | 2+1@2 丁 | 3+1@2 戊")]
    [TestCase("<table><tr><td>甲<td rowspan=2>乙<tr><td>丙</table>", "R 1+1@1 甲 | 2+1@1 乙\nR 1+1@2 丙 | 2+1@1 乙")]
    [TestCase("<table><thead><tr><td>序号<td>做法</thead><tbody><tr><td rowspan=0>一<td>甲<tr><td>乙</tbody></table>", "H 1+1@1 序号 | 2+1@1 做法\nR 1+1@2 一 | 2+1@2 甲\nR 1+1@2 一 | 2+1@3 乙")]
    [TestCase("<table><caption>附表</caption><tr><td>甲<td><p>1.乙</p><p>2.丙</p></table>", "附表\nR 1+1@1 甲 | 2+1@1 1.乙/2.丙")]
    [TestCase("<table><tr><td>甲<td><table><tr><td>乙<td>丙</table></table>", "R 1+1@1 甲 | 2+1@1 R 1+1@1 乙 | 2+1@1 丙")]
    [TestCase("<table><tr><td rowspan=99999 colspan=99999>甲<td>乙</table>", "R 1+1000@1 甲 | 1001+1@1 乙")]
    public void LaysTablesOnTheirGrid(string html, string expected) => Assert.That(Dump(Read(html).Blocks), Is.EqualTo(expected));

    [Test]
    public void NamesWhatItLeavesOut()
    {
        var document = Read("<nav><a>首页</a> 政策</nav><p>甲<img src='http://example.invalid/a.png'></p><p style='display: none'>乙</p><footer>主办单位</footer>");
        Assert.That(Dump(document.Blocks), Is.EqualTo("甲"));
        Assert.That(document.Diagnostics.Select(d => $"{d.Kind.Code}: {d.Message}"), Is.EqualTo(new[]
        {
            "EP1401: a part of the web page (<nav>) was left out: 首页 政策",
            "EP1401: a part of the web page (hidden) was left out: 乙",
            "EP1401: a part of the web page (<footer>) was left out: 主办单位",
            "EP1402: 1 picture(s) stand in the web page; text inside pictures is not read",
        }));
    }

    [TestCase("<meta charset=gb2312>", 54936, "GB18030")]
    [TestCase("<meta http-equiv='Content-Type' content='text/html; charset=GBK'>", 54936, "GB18030")]
    [TestCase("", 54936, "GB18030")]
    [TestCase("<meta charset=utf-8>", 65001, null)]
    [TestCase("<meta charset=gb2312>", 65001, null)]
    public void FindsTheEncoding(string head, int codePage, string? named)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? new UTF8Encoding(false);
        var document = Read(encoding.GetBytes($"<html><head>{head}</head><body><p>给予资金补贴，最高50万元。</p></body></html>"));
        Assert.That(Dump(document.Blocks), Is.EqualTo("给予资金补贴，最高50万元。"));
        Assert.That(document.Diagnostics.Select(d => d.Details[0]), Is.EqualTo(named is null ? [] : new[] { named }));
    }

    [TestCase("", "EP1005: a.html: the document holds no text; nothing was written")]
    [TestCase("<script>x</script>", "EP1005: a.html: the document holds no text; nothing was written")]
    public void WithoutTextItIsAnError(string html, string message) => Assert.That(Assert.Throws<InputException>(() => Read(html))!.Message, Is.EqualTo(message));

    [TestCase("<div>")]
    [TestCase("<b>")]
    [TestCase("<table><tr><td>")]
    public void DeepNestingIsRefused(string open)
    {
        var html = string.Concat(Enumerable.Repeat(open, 100_000)) + "甲";
        Assert.That(Assert.Throws<InputException>(() => Read(html))!.Message, Is.EqualTo("EP1007: a.html: the nesting of elements exceeds the limit of 512; the file was not read"));
    }

    [Test]
    public void TooManyCellsAreRefused()
    {
        var reader = new HtmlDocumentReader(HtmlReadingOptions.Default with { MaxTableCells = 3 });
        var html = Encoding.UTF8.GetBytes("<table><tr><td>1<td>2<tr><td>3<td>4</table>");
        Assert.That(Assert.Throws<InputException>(() => reader.Read(html, "a.html"))!.Message, Is.EqualTo("EP1007: a.html: the number of table cells exceeds the limit of 3; the file was not read"));
    }

    /// <summary>Elements take memory by their number, so a page may have many only where it has the bytes for them.</summary>
    [Test]
    public void TooManyShortElementsAreRefused()
    {
        var page = string.Concat(Enumerable.Repeat("<p>甲", 100_001));
        Assert.That(Assert.Throws<InputException>(() => Read(page))!.Message, Is.EqualTo("EP1007: a.html: the number of elements exceeds the limit of 100000; the file was not read"));
        Assert.That(Read(string.Concat(Enumerable.Repeat("<p class=\"MsoNormal\" style=\"margin: 0\">甲</p>", 100_001))).Blocks, Has.Count.EqualTo(100_001));
    }
}
