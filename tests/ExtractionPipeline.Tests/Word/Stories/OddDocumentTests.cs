using System.Xml.Linq;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Stories;

/// <summary>Documents whose elements have been removed, doubled and moved at random, from fixed seeds: whatever stands where, reading keeps its promises.</summary>
public sealed class OddDocumentTests
{
    private const string Who = "w:id=\"1\" w:author=\"张三\"";

    private static readonly string s_body =
        P("标题", "<w:pStyle w:val=\"a\"/><w:jc w:val=\"center\"/>")
        + Px(R("奖励") + $"<w:del {Who}><w:r><w:delText>50</w:delText></w:r></w:del><w:ins {Who}>{R("80")}</w:ins>" + R("万元") + R("隐", "<w:vanish/>"), $"<w:rPr><w:del {Who}/></w:rPr>")
        + Li("甲", 1) + Li("乙", 1, 1)
        + Px("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>目录</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>")
        + Tbl(3, Tr(Tc("一", "<w:vMerge w:val=\"restart\"/>"), Tc("二", "<w:gridSpan w:val=\"2\"/>")),
            $"<w:tr><w:trPr><w:ins {Who}/></w:trPr>{Tc("", "<w:vMerge/>")}{Tc("三")}<w:tc>{P("四")}{Tbl(1, Tr(Tc("内")))}{P("五")}</w:tc></w:tr>")
        + Px("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + P("框") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>")
        + Px("<w:sdt><w:sdtPr/><w:sdtContent>" + R("控件") + "</w:sdtContent></w:sdt><w:r><w:footnoteReference w:id=\"1\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:tab/><w:br/></w:r>"
            + "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>");

    private static DocxBuilder Builder() => new DocxBuilder()
        .Styles(Style("a", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr>"))
        .Numbering(AbstractNum(0, Lvl(0, "chineseCounting", "%1、"), Lvl(1, "decimal", "%1.%2")) + Num(1, 0))
        .Footnotes("<w:footnote w:id=\"1\">" + P("注") + "</w:footnote>");

    [Test]
    public void StayWithinTheModel([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var document = XElement.Parse(Builder().BodyXml(s_body), LoadOptions.PreserveWhitespace);
            for (var changes = random.Next(1, 12); changes > 0; changes--) Change(document, random);
            var revisions = random.Next(2) == 0 ? RevisionReading.Accept : RevisionReading.Reject;
            var options = new WordReadingOptions { Revisions = revisions, KeepHiddenText = random.Next(2) == 0 };
            var bytes = Builder().Raw("word/document.xml", document.ToString(SaveOptions.DisableFormatting)).ToBytes();
            PolicyDocument first;
            try
            {
                first = new WordDocumentReader(options).Read(bytes, "odd.docx");
            }
            catch (InputException fault)
            {
                Assert.That(fault.Kind.Code, Does.StartWith("EP10"));
                continue;
            }

            CheckPlaces(first);
            var second = new WordDocumentReader(options).Read(bytes, "odd.docx");
            Assert.That(second.Lines(), Is.EqualTo(first.Lines()));
            Assert.That(second.Messages(), Is.EqualTo(first.Messages()));
        }
    }

    /// <summary>Every place names one paragraph; paragraphs of one container count 1, 2, 3; spans lie inside their text.</summary>
    private static void CheckPlaces(PolicyDocument document)
    {
        var last = new Dictionary<(int?, int?, int?), int>();
        foreach (var paragraph in DocumentLines.Paragraphs(document.Blocks))
        {
            var (table, row, column, number) = paragraph.Location;
            var before = last.GetValueOrDefault((table, row, column));
            Assert.That(number, Is.EqualTo(before + 1), $"{paragraph.Location}");
            last[(table, row, column)] = number;
            foreach (var mark in paragraph.Marks) Assert.That(mark.Span.End, Is.LessThanOrEqualTo(paragraph.Text.Length));
        }

        foreach (var table in Tables(document.Blocks))
        {
            foreach (var row in table.Rows)
            {
                var column = 0;
                foreach (var cell in row.Cells)
                {
                    Assert.That((cell.Column > column, cell.ColumnSpan >= 1, cell.OriginRow <= row.Number), Is.EqualTo((true, true, true)));
                    column = cell.Column + cell.ColumnSpan - 1;
                }

                Assert.That(column, Is.LessThanOrEqualTo(table.ColumnCount));
            }
        }
    }

    private static IEnumerable<Table> Tables(IEnumerable<Block> blocks)
    {
        foreach (var table in blocks.OfType<Table>())
        {
            yield return table;
            foreach (var inner in table.Rows.SelectMany(r => r.Cells).SelectMany(c => Tables(c.Blocks))) yield return inner;
        }
    }

    private static void Change(XElement document, Random random)
    {
        var all = document.Descendants().Skip(1).ToList();
        if (all.Count < 3) return;
        var one = all[random.Next(all.Count)];
        var other = all[random.Next(all.Count)];
        switch (random.Next(4))
        {
            case 0: one.Remove(); break;
            case 1: other.AddAfterSelf(new XElement(one)); break;
            case 2: other.Add(new XElement(one)); break;
            default: one.ReplaceWith(one.Nodes()); break;
        }
    }
}
