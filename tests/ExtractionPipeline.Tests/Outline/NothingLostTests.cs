using CsCheck;

using ExtractionPipeline.Documents;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Outline;

/// <summary>Every character of a document is in a section, an item, the facts or a diagnostic.</summary>
public sealed class NothingLostTests
{
    private static readonly Gen<string> s_piece = OneOf(
        "一、", "二、", "（一）", "（2）", "1.", "2.", "3、", "①", "第一章", "第二条", "2.5万元", "给予补助", "支持企业", "资金", "，", "。", "；", "：", "（", "）", "《", "》",
        "2021年7月28日", "市财政局", "关于印发办法的通知", "（第二批）", "发布日期：", "来源：", "责任单位：", "附件1", "附件：", "目录", "……12", "　　", " ", "\t", "第3页", "92", "、", "“", "建办〔2021〕3号", "-", "A.", "Ⅲ");

    private static readonly Gen<string> s_line = s_piece.Array[1, 8].Select(p => string.Concat(p));

    private static readonly Gen<Table> s_table =
        from columns in Gen.Int[2, 4]
        from rows in Gen.OneOf(s_line, OneOf("", "序号", "经验做法", "主要举措", "一", "1")).Array[columns].Array[1, 5]
        select OutlineText.TableOf(1, rows);

    private static readonly Gen<Paragraph> s_paragraph =
        from text in s_line
        from label in OneOf<string?>(null, null, null, "一、", "1.", "（一）", "●", "第一条")
        from heading in OneOf<int?>(null, null, null, 1, 2)
        from centred in Gen.Bool
        select OutlineText.Body(1, text, label, heading, centred);

    [Test]
    public void InRandomTexts() => s_line.Array[1, 12].Sample(
        lines =>
        {
            if (lines.All(string.IsNullOrWhiteSpace)) return;
            Check(TextDocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)), "t.txt", "txt"));
        },
        iter: 2000);

    [Test]
    public void InRandomWordDocuments() => Gen.OneOf(s_paragraph.Select(p => (Block)p), s_table.Select(t => (Block)t)).Array[1, 8].Sample(blocks => Check(OutlineText.Document(blocks)), iter: 2000);

    /// <summary>The sign that closes a label is its own; another one before it is the document's.</summary>
    [TestCase("一、", "一")]
    [TestCase("1.", "1")]
    [TestCase("一、、", "一、")]
    [TestCase("第一章", "第一章")]
    [TestCase(null, null)]
    public void OfALabelOneSignIsLeftOut(string? label, string? shown) => Assert.That(ExtractionPipeline.Outline.OutlineBuilder.SectionLabel(label), Is.EqualTo(shown));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Check(PolicyDocument document)
    {
        var (outline, diagnostics) = OutlineText.Read(document);
        Assert.That(OutlineText.Unaccounted(document, outline, diagnostics), Is.Empty);
        Assert.That(outline.Items.Select(i => i.Id), Is.Unique);
        Assert.That(outline.Sections.Select(s => s.Id), Is.Unique);
        Assert.That(outline.Items.All(i => i.Text.Length > 0 && string.Equals(i.Text, i.Text.Trim(), StringComparison.Ordinal)));
    }
}
