using System.Text;

using CsCheck;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Fuzz;
using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Fuzz;

/// <summary>What holds for every file: only InputException is thrown, spans give back the text, the same input gives the same bytes, the ledger is complete.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly PolicyPipeline s_pipeline = PolicyPipeline.CreateDefault();

    private static readonly Gen<string> s_piece = OneOf(
        "合肥", "广州市", "对企业", "给予", "补贴", "最高", "不超过", "50万元", "２０％", "三成", "1.5亿元", "300—500元/平方米", "其中", "分别", "，", "。", "；", "、", "（含）", "《办法》", "“十四五”",
        "2023年", "3个", "第2批", "4G", "A4", "\uE010", "\u3000", " ", "\n", "\uD842\uDFB7", "m²", "⼈", "㈠", "1,000", "2021/3/4", "建办〔2021〕3号", "95%以上", "-5", "0.5‰", "7天", "x2y");

    private static readonly Gen<string> s_text = s_piece.Array[1, 12].Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> s_block = Gen.OneOf(
        s_text.Select(t => P(Escaped(t))),
        s_text.Select(t => Li(Escaped(t), 1)),
        s_text.Array[2, 6].Select(t => Tbl(2, [.. t.Chunk(2).Select(r => Tr([.. r.Select(c => Tc(Escaped(c)))]))])),
        Gen.Select(s_text, s_text).Select((a, b) => Px($"<w:ins w:id=\"1\">{R(Escaped(a))}</w:ins><w:del w:id=\"2\"><w:r><w:delText>{Escaped(b)}</w:delText></w:r></w:del>")));

    [Test]
    public void WordDocumentsKeepAllPromises() => s_block.Array[1, 8].Sample(
        blocks => Promises.Check(s_pipeline, new DocxBuilder().Numbering(AbstractNum(0, Lvl(0, "chineseCounting", "%1、")) + Num(1, 0)).Body(string.Concat(blocks)).Read()),
        iter: 300);

    [Test]
    public void TextsKeepAllPromises() => s_text.Array[1, 8].Where(l => l.Any(t => !string.IsNullOrWhiteSpace(t))).Sample(
        lines => Promises.Check(s_pipeline, TextDocumentReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "a.txt", "txt")),
        iter: 300);

    /// <summary>Every digit is inside a mention, a candidate with its reason, or the list of what nothing explains.</summary>
    [Test]
    public void NoDigitIsPassedOver() => s_text.Where(t => t.Any(char.IsAsciiDigit)).Sample(
        text =>
        {
            var result = s_pipeline.Extract(TextDocumentReader.Read(Encoding.UTF8.GetBytes(text), "a.txt", "txt"));
            foreach (var item in result.Items)
            {
                var spans = item.Mentions.Select(m => m.Span).Concat(item.Suppressed.Select(s => s.Span)).Concat(result.Ledger.Unexplained.Where(u => string.Equals(u.Item, item.Item.Id, StringComparison.Ordinal)).Select(u => u.Span)).ToList();
                for (var i = 0; i < item.Item.Text.Length; i++)
                {
                    if (char.IsAsciiDigit(item.Item.Text[i]) && !spans.Exists(s => s.Start <= i && i < s.End)) Assert.Fail($"{item.Item.Text}: nobody accounts for the digit at {i}");
                }
            }
        },
        iter: 500);

    [Test]
    public void AnyBytesAreReadOrRefused() => Gen.Select(OneOf("PK\u0003\u0004", "%PDF-1.4\n", "<html>", "", "!parts\n--- body\n"), Gen.Byte.Array[0, 400]).Sample(
        (start, bytes) =>
        {
            byte[] all = [.. Encoding.Latin1.GetBytes(start), .. bytes];
            Harnesses.Document(all);
            Harnesses.Text(all);
            Harnesses.RuleFile(all);
        },
        iter: 300);

    [Test]
    public void TheSameWordBytesGiveTheSameJson() => s_block.Array[1, 5].Sample(
        blocks =>
        {
            var bytes = DocxBuilder.WithBody(string.Concat(blocks));
            return string.Equals(Json(bytes), Json([.. bytes]), StringComparison.Ordinal);
        },
        iter: 100);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Json(byte[] bytes) =>
        ResultJsonWriter.ToText(s_pipeline.Extract(new ExtractionPipeline.Word.WordDocumentReader(ExtractionPipeline.Word.WordReadingOptions.Default).Read(bytes, "a.docx")));

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);
}
