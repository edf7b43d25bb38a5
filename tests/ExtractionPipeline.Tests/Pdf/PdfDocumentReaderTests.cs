using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Pdf;
using ExtractionPipeline.Tests.CodeBase;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Pdf;

public sealed class PdfDocumentReaderTests
{
    private static readonly double[] Columns = [60, 100, 200, 520];

    private static PolicyDocument Read(PdfBuilder pdf) => new PdfDocumentReader(PdfReadingOptions.Default).Read(pdf.Build(), "a.pdf");

    private static string[] Texts(PolicyDocument document) => [.. document.Blocks.OfType<Paragraph>().Select(p => p.Text)];

    private static string[] Messages(PolicyDocument document) => [.. document.Diagnostics.Select(d => $"{d.Kind.Code}: {d.Message}")];

    private static string Refusal(byte[] bytes)
    {
        var fault = Assert.Throws<InputException>(() => new PdfDocumentReader(PdfReadingOptions.Default).Read(bytes, "a.pdf"));
        return fault!.Message;
    }

    // ---- paragraphs ----

    [Test]
    public void JoinsLinesOfOneSentenceAndPartsParagraphs()
    {
        var document = Read(new PdfBuilder().Page()
            .Text(150, 780, "关于支持智能建造的若干措施", 18)
            .Lines(84, 740, "（一）支持企业研发。对年度研发投入超过1000万元的企业，按研发投入")
            .Lines(60, 722, "的5%给予补助，最高不超过200万元；对获得国家科学技术奖的企业，给予一次", "性奖励100万元。")
            .Lines(84, 686, "（二）支持应用。对采用全过程BIM正向设计的项目，给予设计单位3元每")
            .Lines(60, 668, "平方米资金奖励。"));
        Assert.That(Texts(document), Is.EqualTo(new[]
        {
            "关于支持智能建造的若干措施",
            "（一）支持企业研发。对年度研发投入超过1000万元的企业，按研发投入的5%给予补助，最高不超过200万元；对获得国家科学技术奖的企业，给予一次性奖励100万元。",
            "（二）支持应用。对采用全过程BIM正向设计的项目，给予设计单位3元每平方米资金奖励。",
        }));
        Assert.That(document.Blocks.OfType<Paragraph>().First().Centred, Is.True);
    }

    [Test]
    public void GoesOnOverThePageWithoutItsNumberAndRunningTitle()
    {
        var document = Read(new PdfBuilder()
            .Page().Text(60, 800, "智能建造政策汇编", 9).Lines(60, 120, "对年度研发投入超过一千万元的企业，按研发投入的百分之五给予补助，最高", "不超过二百万元，对获得国家科学技术奖的企业").Text(280, 40, "— 1 —", 10)
            .Page().Text(60, 800, "智能建造政策汇编", 9).Lines(60, 770, "，给予奖励一百万元。").Text(280, 40, "— 2 —", 10));
        Assert.That(Texts(document), Is.EqualTo(new[] { "对年度研发投入超过一千万元的企业，按研发投入的百分之五给予补助，最高不超过二百万元，对获得国家科学技术奖的企业，给予奖励一百万元。" }));
        Assert.That(Messages(document), Is.EqualTo(new[]
        {
            "EP1301: the number of page 1 was dropped: — 1 —",
            "EP1301: the number of page 2 was dropped: — 2 —",
            "EP1302: a line that 2 pages repeat at their edge was dropped: 智能建造政策汇编",
        }));
    }

    [Test]
    public void JoinsLatinLinesWithASpaceAndChineseOnesWithout()
    {
        var document = Read(new PdfBuilder().Page().Lines(60, 700, "推广应用 Building Information Modelling", "technology，每个项目最高奖励50", "万元。").Text(60, 600, "——这一行说明版心的宽度大约是这么多个字"));
        Assert.That(Texts(document)[0], Is.EqualTo("推广应用 Building Information Modelling technology，每个项目最高奖励50万元。"));
    }

    // ---- tables ----

    [Test]
    public void ReadsARuledTableWithMergedCells()
    {
        var pdf = new PdfBuilder().Page().Text(60, 780, "清单").Grid([60, 520], [760, 600])
            .Rule(100, 760, 100, 600).Rule(200, 760, 200, 600).Rule(60, 730, 520, 730).Rule(100, 660, 520, 660)
            .Text(66, 740, "序号").Text(106, 740, "任务").Text(206, 740, "做法")
            .Text(66, 690, "一").Text(106, 700, "（一）甲").Lines(206, 710, "1.苏州给予五十万元补贴。", "2.南京给予奖励。")
            .Text(106, 630, "（二）乙").Text(206, 630, "1.合肥给予补贴。");
        var table = Read(pdf).Blocks.OfType<Table>().Single();
        Assert.That((table.ColumnCount, table.Rows.Count), Is.EqualTo((3, 3)));
        Assert.That(table.Rows.Select(r => string.Join(" | ", r.Cells.Select(c => $"{c.OriginRow} {c.Text.Replace('\n', '/')}"))), Is.EqualTo(new[]
        {
            "1 序号 | 1 任务 | 1 做法",
            "2 一 | 2 （一）甲 | 2 1.苏州给予五十万元补贴。/2.南京给予奖励。",
            "2 一 | 3 （二）乙 | 3 1.合肥给予补贴。",
        }));
    }

    [Test]
    public void MakesOneTableOfThoseOnSeveralPages()
    {
        var pdf = new PdfBuilder()
            .Page().Grid(Columns, [300, 270, 200, 100])
            .Text(66, 280, "序号").Text(106, 280, "任务").Text(206, 280, "做法")
            .Text(66, 250, "1").Text(106, 250, "甲").Text(206, 250, "苏州给予补贴。")
            .Text(66, 180, "2").Text(106, 180, "乙").Lines(206, 180, "南京对首台套装备按照购置金额的百分之十给予补助，最", "高不超过一百万元；合肥对年度营业收入首次达到一亿元")
            .Page().Grid(Columns, [800, 770, 700, 650])
            .Text(66, 780, "序号").Text(106, 780, "任务").Text(206, 780, "做法")
            .Text(206, 750, "的企业给予奖励。")
            .Text(66, 680, "3").Text(106, 680, "丙").Text(206, 680, "深圳给予奖励。");
        var document = Read(pdf);
        var table = (Table)document.Blocks.Single();
        Assert.That(table.Rows.Select(r => string.Join(" | ", r.Cells.Select(c => c.Text))), Is.EqualTo(new[]
        {
            "序号 | 任务 | 做法",
            "1 | 甲 | 苏州给予补贴。",
            "2 | 乙 | 南京对首台套装备按照购置金额的百分之十给予补助，最高不超过一百万元；合肥对年度营业收入首次达到一亿元的企业给予奖励。",
            "3 | 丙 | 深圳给予奖励。",
        }));
        Assert.That(Messages(document), Is.EqualTo(new[] { "EP1303: the header row that page 2 repeats was dropped: 序号 | 任务 | 做法" }));
    }

    [Test]
    public void TheRestOfACellAloneOnItsPageBelongsToTheTable()
    {
        var document = Read(new PdfBuilder()
            .Page().Grid(Columns, [300, 200, 100]).Text(66, 280, "1").Text(106, 280, "甲").Text(206, 280, "苏州给予补贴。")
            .Text(66, 180, "2").Text(106, 180, "乙").Lines(206, 180, "1.南京给予奖励。", "2.合肥给予奖励。")
            .Page().Grid(Columns, [800, 700]).Text(206, 750, "3.深圳给予奖励。").Text(60, 600, "附件略。"));
        Assert.That(document.Blocks, Has.Count.EqualTo(2));
        Assert.That(((Table)document.Blocks[0]).Rows[^1].Cells[^1].Text, Is.EqualTo("1.南京给予奖励。\n2.合肥给予奖励。\n3.深圳给予奖励。"));
    }

    private static string[] Rows(Table table) => [.. table.Rows.Select(r => string.Join(" | ", r.Cells.Select(c => c.Text.Replace('\n', '/'))))];

    [Test]
    public void ReadsATableThatOnlyItsColumnsShow()
    {
        var document = Read(new PdfBuilder().Page().Text(200, 800, "可复制经验做法清单").Lines(60, 770, "现将可复制经验做法清单印发给你们，请结合本地区实际认真学习借鉴。")
            .Text(60, 720, "序号").Text(140, 720, "任务").Text(340, 720, "做法")
            .Text(60, 690, "1").Text(110, 690, "甲").Lines(200, 690, "苏州对首台套装备按照购置金额的百分之十给予", "补助，最高不超过一百万元。")
            .Text(60, 654, "2").Text(110, 654, "乙").Lines(200, 654, "南京给予奖励。")
            .Lines(60, 600, "各地要加强组织领导，完善工作机制，确保各项任务落到实处、取得实效。"));
        Assert.That(document.Blocks.Select(b => b.GetType().Name), Is.EqualTo(new[] { "Paragraph", "Paragraph", "Table", "Paragraph" }));
        Assert.That(Rows(document.Blocks.OfType<Table>().Single()), Is.EqualTo(new[] { "序号 | 任务 | 做法", "1 | 甲 | 苏州对首台套装备按照购置金额的百分之十给予补助，最高不超过一百万元。", "2 | 乙 | 南京给予奖励。" }));
    }

    [Test]
    public void LinesAcrossPartItsRowsWhereThereAreSome()
    {
        var document = Read(new PdfBuilder().Page()
            .Text(60, 720, "地区").Text(180, 720, "措施").Text(400, 720, "金额").Rule(55, 710, 500, 710)
            .Lines(60, 690, "苏州市", "南京市").Lines(150, 690, "奖励企业", "补贴设备").Text(400, 690, "50万元").Text(400, 672, "60万元").Rule(55, 660, 500, 660)
            .Text(60, 640, "合肥市").Text(150, 640, "补助").Text(400, 640, "70万元"));
        Assert.That(Rows(document.Blocks.OfType<Table>().Single()), Is.EqualTo(new[] { "地区 | 措施 | 金额", "苏州市南京市 | 奖励企业补贴设备 | 50万元60万元", "合肥市 | 补助 | 70万元" }));
    }

    [Test]
    public void ItGoesOnOnTheNextPage()
    {
        var document = Read(new PdfBuilder()
            .Page().Text(60, 160, "序号").Text(140, 160, "任务").Text(340, 160, "做法").Text(60, 130, "1").Text(110, 130, "甲").Text(200, 130, "苏州给予补贴。").Text(60, 112, "2").Text(110, 112, "乙").Text(200, 112, "南京给予奖励。")
            .Page().Text(60, 780, "3").Text(110, 780, "丙").Text(200, 780, "合肥给予奖励。").Text(60, 762, "4").Text(110, 762, "丁").Text(200, 762, "深圳给予奖励。"));
        Assert.That(Rows((Table)document.Blocks.Single()), Is.EqualTo(new[] { "序号 | 任务 | 做法", "1 | 甲 | 苏州给予补贴。", "2 | 乙 | 南京给予奖励。", "3 | 丙 | 合肥给予奖励。", "4 | 丁 | 深圳给予奖励。" }));
    }

    /// <summary>Three words far apart, and then a sentence: no table.</summary>
    [Test]
    public void ALineOfWordsFarApartIsNoTable()
    {
        var document = Read(new PdfBuilder().Page().Text(60, 760, "市财政局").Text(240, 760, "市住建局").Text(420, 760, "市科技局")
            .Lines(84, 730, "为支持智能建造发展，对符合条件的企业给予补助，具体措施如下，请认真贯", "彻执行。").Text(60, 660, "附件：略"));
        Assert.That(document.Blocks.OfType<Table>(), Is.Empty);
        Assert.That(Texts(document)[0], Does.StartWith("市财政局 市住建局 市科技局"));
    }

    [Test]
    public void AFrameIsNoTable()
    {
        var document = Read(new PdfBuilder().Page().Grid([40, 560], [800, 40]).Text(60, 700, "给予补贴。"));
        Assert.That(Texts(document), Is.EqualTo(new[] { "给予补贴。" }));
    }

    // ---- what cannot be read ----

    [Test]
    public void AScanIsAnError() =>
        Assert.That(Refusal(new PdfBuilder().Page().Picture().Page().Picture().Build()), Is.EqualTo("EP1012: a.pdf: the PDF holds pictures of 2 page(s) and no text; run text recognition (OCR) over it first"));

    [Test]
    public void AnEmptyPageIsAnError() => Assert.That(Refusal(new PdfBuilder().Page().Build()), Is.EqualTo("EP1005: a.pdf: the document holds no text; nothing was written"));

    [Test]
    public void APicturePageAmongOthersIsNamed() =>
        Assert.That(Messages(Read(new PdfBuilder().Page().Text(60, 700, "给予补贴。").Page().Picture())), Is.EqualTo(new[] { "EP1304: page 2 is a picture without text; it was not read" }));

    [Test]
    public void EncryptionIsNamed()
    {
        var zeros = new string('0', 64);
        var pdf = new PdfBuilder { Trailer = $"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -4 >>" }.Page().Text(60, 700, "甲");
        Assert.That(Refusal(pdf.Build()), Is.EqualTo("EP1008: a.pdf: the file is encrypted; save it without a password first"));
    }

    [TestCase("", "EP1013: a.pdf: cannot be read as PDF (the file is empty); nothing was written")]
    [TestCase("PK\u0003\u0004", "EP1013: a.pdf: cannot be read as PDF (it does not start with %PDF); nothing was written")]
    [TestCase("%PDF-1.7\n", "EP1013: a.pdf: cannot be read as PDF (its structure is damaged); nothing was written")]
    public void SaysWhatIsWrong(string content, string message) =>
        Assert.That(Refusal(System.Text.Encoding.Latin1.GetBytes(content)), Is.EqualTo(message));

    [Test]
    public void ATruncatedFileNeverThrowsAnythingElse()
    {
        var whole = new PdfBuilder().Page().Text(60, 700, "给予补贴。").Grid(Columns, [600, 500, 400]).Text(66, 550, "一").Text(106, 550, "二").Build();
        for (var percent = 0; percent < 100; percent++)
        {
            try
            {
                new PdfDocumentReader(PdfReadingOptions.Default).Read(whole.AsMemory(0, whole.Length * percent / 100), "a.pdf");
            }
            catch (InputException)
            {
                // What it may throw.
            }
        }
    }

    [Test]
    public void TooManyPagesAreRefused()
    {
        var reader = new PdfDocumentReader(PdfReadingOptions.Default with { MaxPages = 1 });
        var fault = Assert.Throws<InputException>(() => reader.Read(new PdfBuilder().Page().Page().Build(), "a.pdf"));
        Assert.That(fault!.Message, Is.EqualTo("EP1007: a.pdf: the number of pages exceeds the limit of 1; the file was not read"));
    }

    [Test]
    public void TheSampleIsOneTableOfFifteenRows()
    {
        var path = Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Formats", "intelligent-construction-batch2.pdf");
        var document = new PdfDocumentReader(PdfReadingOptions.Default).Read(File.ReadAllBytes(path), "a.pdf");
        var table = document.Blocks.OfType<Table>().Single();
        Assert.That((document.Blocks.Count, table.ColumnCount, table.Rows.Count, document.Diagnostics.Count), Is.EqualTo((2, 4, 15, 0)));
    }
}
