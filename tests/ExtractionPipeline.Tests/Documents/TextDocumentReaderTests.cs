using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Documents;

public sealed class TextDocumentReaderTests
{
    private const string Text = "一、支持企业技术改造，给予补助。\n二、支持在建项目，不超过50万元。\n";

    private static IEnumerable<string> Paragraphs(PolicyDocument document) => document.Blocks.OfType<Paragraph>().Select(p => p.Text);

    private static PolicyDocument Read(byte[] bytes, string format = "txt") => TextDocumentReader.Read(bytes, "a." + format, format);

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(false), "");
        yield return new TestCaseData(new UTF8Encoding(true), "");
        yield return new TestCaseData(new UnicodeEncoding(false, true), "EP1201 the text is not UTF-8; it was read as UTF-16");
        yield return new TestCaseData(new UnicodeEncoding(true, true), "EP1201 the text is not UTF-8; it was read as UTF-16");
        yield return new TestCaseData(new UnicodeEncoding(false, false), "EP1201 the text is not UTF-8; it was read as UTF-16");
        yield return new TestCaseData(new UnicodeEncoding(true, false), "EP1201 the text is not UTF-8; it was read as UTF-16");
        yield return new TestCaseData(CodePagesEncodingProvider.Instance.GetEncoding(54936), "EP1201 the text is not UTF-8; it was read as GB18030");
    }

    [TestCaseSource(nameof(Encodings))]
    public void FindsTheEncoding(Encoding encoding, string note)
    {
        var document = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
        Assert.That(Paragraphs(document), Is.EqualTo(Text.TrimEnd().Split('\n')));
        Assert.That(string.Join('\n', document.Diagnostics.Select(d => $"{d.Kind.Code} {d.Message}")), Is.EqualTo(note));
    }

    [Test]
    public void RefusesBig5() => Assert.That(
        () => Read(CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes("本辦法的目的，是在鼓勵企業投資。補助的標準，一律不超過十萬元。")),
        Throws.TypeOf<InputException>().With.Message.EqualTo("EP1210: a.txt: the text is written in Big5; save it as UTF-8 first"));

    [TestCase("甲\r\n乙\r丙\n丁\f戊\v己\u2028庚")]
    public void AnyLineEndEndsALine(string text) => Assert.That(string.Concat(Paragraphs(Read(Encoding.UTF8.GetBytes(text)))), Is.EqualTo("甲乙丙丁戊己庚"));

    [Test]
    public void DropsControlCharacters()
    {
        var document = Read("给予\u0007补助\u0000。"u8.ToArray());
        Assert.That(Paragraphs(document), Is.EqualTo(new[] { "给予补助。" }));
        Assert.That(document.Diagnostics.Single().Message, Is.EqualTo("2 control character(s) were dropped; the first is U+0007"));
    }

    [Test]
    public void ReportsBytesThatAreNoCharacter()
    {
        var document = Read([.. "给予企业补助，每户三千元，"u8, 0xFF, .. "连续两年。"u8]);
        Assert.That(document.Diagnostics.Single().Message, Is.EqualTo("1 place(s) hold bytes that are no character in UTF-8; U+FFFD stands there"));
    }

    [TestCase("")]
    [TestCase(" \n\t\n")]
    public void AnEmptyTextIsAnError(string text) => Assert.That(
        () => Read(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<InputException>().With.Message.EqualTo("EP1005: a.txt: the document holds no text; nothing was written"));

    [Test]
    public void TooLargeAStreamIsRefused() => Assert.That(
        () => TextDocumentReader.Read(new EndlessStream(), "-", "txt"), Throws.TypeOf<InputException>().With.Message.EqualTo("EP1007: -: the size exceeds the limit of 32 MB; the file was not read"));

    [Test]
    public void LinesWithTabsAreATable()
    {
        var table = (Table)Read("序号\t内容\n1\t补助"u8.ToArray()).Blocks.Single();
        Assert.That(table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))), Is.EqualTo(new[] { "序号|内容", "1|补助" }));
    }

    [Test]
    public void ATabMayIndentAParagraph() => Assert.That(Paragraphs(Read("\t第一段。\n\t第二段。\n\n第三段。"u8.ToArray())), Is.EqualTo(new[] { "\t第一段。", "\t第二段。", "第三段。" }));

    [Test]
    public void ReadsMarkdown()
    {
        var document = Read("# 办法\n\n**支持**企业\\*，\n每家[三万元](http://a.cn)。\n\n- 小微企业\n\n| 项目 | 标准 |\n|---|---|\n| 水泵 | 300元<br>封顶 |\n"u8.ToArray(), "md");
        var heading = (Paragraph)document.Blocks[0];
        var list = (Paragraph)document.Blocks[2];
        var table = (Table)document.Blocks[3];
        Assert.That((heading.Text, heading.HeadingLevel), Is.EqualTo(("办法", (int?)1)));
        Assert.That(((Paragraph)document.Blocks[1]).Text, Is.EqualTo("支持企业*，\n每家三万元。"));
        Assert.That((list.Text, list.Label), Is.EqualTo(("小微企业", "-")));
        Assert.That(table.Rows.Select(r => $"{r.IsHeader}:{string.Join('|', r.Cells.Select(c => c.Text))}"), Is.EqualTo(new[] { "True:项目|标准", "False:水泵|300元\n封顶" }));
        Assert.That(document.Diagnostics.Select(d => d.Message), Is.EqualTo(new[] { "markup was dropped: (http://a.cn)" }));
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Test]
    public void TooManyLinesAreRefused()
    {
        byte[] lines = [.. Enumerable.Repeat((byte)'\n', 200_000), (byte)'a'];
        Assert.That(Assert.Throws<InputException>(() => Read(lines))!.Message, Is.EqualTo("EP1007: a.txt: the number of lines exceeds the limit of 200000; the file was not read"));
        Assert.That(Read(lines[1..]).Blocks, Has.Count.EqualTo(1));
    }
}
