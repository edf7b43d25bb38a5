using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;
using ExtractionPipeline.Word;

using NUnit.Framework;

using static ExtractionPipeline.Tests.Word.Xml;

namespace ExtractionPipeline.Tests.Word.Paragraphs;

/// <summary>Tracked changes (修订), accepted and rejected.</summary>
public sealed class RevisionTests
{
    private const string Who = "w:id=\"1\" w:author=\"张三\" w:date=\"2023-01-01T00:00:00Z\"";

    private static string Ins(string content) => $"<w:ins {Who}>{content}</w:ins>";

    private static string Del(string text) => $"<w:del {Who}><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>";

    private static string Mark(string change) => $"<w:rPr><w:{change} {Who}/></w:rPr>";

    private static PolicyDocument Read(string body, RevisionReading revisions) => DocxBuilder.Read(body, new WordReadingOptions { Revisions = revisions });

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("an insertion and a deletion", Px(R("奖励") + Del("50") + Ins(R("80")) + R("万元")), ["奖励80万元"], ["奖励50万元"]);
        yield return Case("a deletion inside an insertion", Px(Ins(R("新") + Del("旧") + R("增"))), ["新增"], [""]);
        yield return Case("a move", Px($"<w:moveFrom {Who}>{R("甲")}</w:moveFrom>{R("乙")}") + Px($"<w:moveTo {Who}>{R("甲")}</w:moveTo>{R("丙")}"), ["乙", "甲丙"], ["甲乙", "丙"]);
        yield return Case("a deleted paragraph mark", P("第一", Mark("del")) + P("条"), ["第一条"], ["第一", "条"]);
        yield return Case("an inserted paragraph mark", P("第一", Mark("ins")) + P("条"), ["第一", "条"], ["第一条"]);
        yield return Case("a deleted paragraph", P("甲") + Px(Del("乙"), Mark("del")) + P("丙"), ["甲", "丙"], ["甲", "乙", "丙"]);
        yield return Case("an inserted paragraph", P("甲") + Px(Ins(R("乙")), Mark("ins")) + P("丙"), ["甲", "乙", "丙"], ["甲", "丙"]);
        yield return Case("a deleted paragraph before a table", P("甲") + Px(Del("乙"), Mark("del")) + Tbl(1, Tr(Tc("丙"))), ["甲", "丙"], ["甲", "乙", "丙"]);
        yield return Case("a deleted row", Tbl(1, Tr(Tc("甲")), $"<w:tr><w:trPr><w:del {Who}/></w:trPr>{Tc("乙")}</w:tr>", Tr(Tc("丙"))), ["甲", "丙"], ["甲", "乙", "丙"]);
        yield return Case("an inserted row", Tbl(1, Tr(Tc("甲")), $"<w:tr><w:trPr><w:ins {Who}/></w:trPr>{Tc("乙")}</w:tr>", Tr(Tc("丙"))), ["甲", "乙", "丙"], ["甲", "丙"]);
        yield return Case("inserted and deleted cells", Tbl(2, Tr(Tc("甲"), Tc("乙", $"<w:cellIns {Who}/>"), Tc("丙", $"<w:cellDel {Who}/>"))), ["甲", "乙"], ["甲", "丙"]);
        yield return Case("cells that a change merges", Tbl(2, Tr(Tc("甲", $"<w:cellMerge {Who} w:vMerge=\"rest\"/>"), Tc("乙")), Tr($"<w:tc><w:tcPr><w:cellMerge {Who} w:vMerge=\"cont\"/></w:tcPr><w:p/></w:tc>", Tc("丙"))), ["甲", "乙", "丙"], ["甲", "乙", "", "丙"]);
        yield return Case("cells that a change parts", Tbl(2, Tr(Tc("甲", $"<w:vMerge w:val=\"restart\"/><w:cellMerge {Who} w:vMergeOrig=\"rest\"/>"), Tc("乙")), Tr($"<w:tc><w:tcPr><w:vMerge/><w:cellMerge {Who} w:vMergeOrig=\"cont\"/></w:tcPr><w:p/></w:tc>", Tc("丙"))), ["甲", "乙", "", "丙"], ["甲", "乙", "丙"]);
        yield return Case("text that a change hides", Px($"<w:r><w:rPr><w:vanish/><w:rPrChange {Who}><w:rPr/></w:rPrChange></w:rPr><w:t>藏</w:t></w:r>" + R("文")), ["文"], ["藏文"]);
        yield return Case("text that a change shows", Px($"<w:r><w:rPr><w:rPrChange {Who}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>显</w:t></w:r>" + R("文")), ["显文"], ["文"]);
        yield return Case("a move with its markers", Px($"<w:moveFromRangeStart w:id=\"2\" w:name=\"m\"/><w:moveFrom {Who}>{R("甲")}</w:moveFrom><w:moveFromRangeEnd w:id=\"2\"/>", Mark("moveFrom")) + P("乙") + Px($"<w:moveToRangeStart w:id=\"3\" w:name=\"m\"/><w:moveTo {Who}>{R("甲")}</w:moveTo><w:moveToRangeEnd w:id=\"3\"/>", Mark("moveTo")), ["乙", "甲"], ["甲", "乙"]);
        yield return Case("an inserted table inside a block change", $"<w:ins {Who}>{P("甲")}</w:ins>" + P("乙"), ["甲", "乙"], ["乙"]);
        yield return Case("a link inside an insertion", Px(Ins($"<w:hyperlink>{R("链接")}</w:hyperlink>")), ["链接"], [""]);
        yield return Case("a control inside a deletion", Px($"<w:del {Who}><w:sdt><w:sdtContent><w:r><w:delText>控件</w:delText></w:r></w:sdtContent></w:sdt></w:del>{R("文")}"), ["文"], ["控件文"]);

        static TestCaseData Case(string name, string body, string[] accepted, string[] rejected) =>
            new TestCaseData(body, accepted, rejected).SetName($"Reads {name}");
    }

    [TestCaseSource(nameof(Cases))]
    public void ReadsBothWays(string body, string[] accepted, string[] rejected)
    {
        Assert.That(Read(body, RevisionReading.Accept).Texts(), Is.EqualTo(accepted), "accepted");
        Assert.That(Read(body, RevisionReading.Reject).Texts(), Is.EqualTo(rejected), "rejected");
    }

    [Test]
    public void MarksWhatWasChanged()
    {
        var body = Px(R("奖励") + Del("五") + Ins(R("八")) + R("万元"));
        Assert.That(((Paragraph)Read(body, RevisionReading.Accept).Blocks[0]).Marks, Is.EqualTo(new[]
        {
            new TextMark(TextMarkKind.Inserted, new SourceSpan(2, 3)),
            new TextMark(TextMarkKind.DeletionPoint, new SourceSpan(2, 2)),
        }));
        Assert.That(((Paragraph)Read(body, RevisionReading.Reject).Blocks[0]).Marks, Is.EqualTo(new[] { new TextMark(TextMarkKind.Deleted, new SourceSpan(2, 3)) }));
    }

    [Test]
    public void ReportsFiguresInsideChanges() => Assert.That(
        Read(P("甲") + Px(R("奖励") + Del("50万元") + Ins(R("80万元"))), RevisionReading.Accept).Messages(),
        Is.EqualTo(new[]
        {
            "EP1104 at paragraph 2: a figure stands inside a tracked deletion: \"50万元\"",
            "EP1104 at paragraph 2: a figure stands inside a tracked insertion: \"80万元\"",
        }));

    [Test]
    public void ReportsFiguresInChangedRowsAndCells()
    {
        var body = Tbl(2, Tr(Tc("甲"), Tc("60万元", $"<w:cellDel {Who}/>")), $"<w:tr><w:trPr><w:del {Who}/></w:trPr>{Tc("乙")}{Tc("70万元")}</w:tr>", $"<w:tr><w:trPr><w:ins {Who}/></w:trPr>{Tc("丙")}{Tc("80万元")}</w:tr>");
        Assert.That(Read(body, RevisionReading.Accept).Messages(), Is.EqualTo(new[]
        {
            "EP1104 at table 1, row 1, column 2, paragraph 1: a figure stands inside a tracked deletion: \"60万元\"",
            "EP1104 at paragraph 1: a figure stands inside a tracked deletion: \"乙 70万元\"",
        }));
        Assert.That(Read(body, RevisionReading.Reject).Messages(), Is.EqualTo(new[] { "EP1104 at paragraph 1: a figure stands inside a tracked insertion: \"丙 80万元\"" }));
    }

    [Test]
    public void RejectsChangesOfProperties()
    {
        var body = P("标题", $"<w:jc w:val=\"left\"/><w:outlineLvl w:val=\"9\"/><w:pPrChange {Who}><w:pPr><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>");
        var accepted = (Paragraph)Read(body, RevisionReading.Accept).Blocks[0];
        var rejected = (Paragraph)Read(body, RevisionReading.Reject).Blocks[0];
        Assert.That((accepted.HeadingLevel, accepted.Centred, rejected.HeadingLevel, rejected.Centred), Is.EqualTo(((int?)null, false, (int?)1, true)));
    }

    [Test]
    public void DeletedNumberedParagraphsDoNotCount()
    {
        var numbering = AbstractNum(0, Lvl(0, "decimal", "%1.")) + Num(1, 0);
        const string list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        var body = Px(R("甲"), list) + Px(Del("乙"), list + Mark("del")) + Px(R("丙"), list);
        Assert.That(new DocxBuilder().Numbering(numbering).Body(body).Read().Lines(), Is.EqualTo(new[] { "1. 甲", "2. 丙" }));
        Assert.That(new DocxBuilder().Numbering(numbering).Body(body).Read(new WordReadingOptions { Revisions = RevisionReading.Reject }).Lines(), Is.EqualTo(new[] { "1. 甲", "2. 乙", "3. 丙" }));
    }
}
