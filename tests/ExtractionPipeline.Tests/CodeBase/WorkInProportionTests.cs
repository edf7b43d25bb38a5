using System.Text;

using ExtractionPipeline.Benchmarks.Report;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Output;
using ExtractionPipeline.Text;
using ExtractionPipeline.Word;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.CodeBase;

/// <summary>What a document costs, and that a longer one costs in proportion. Bytes and what is looked at are counted, never time: they are the same on every machine.</summary>
/// <remarks>
/// Characters, nodes and finds that are looked at are counted by <see cref="WorkCount"/>, in a Debug build.
/// Figures of 2026 on the sample (4,700 characters in 49 items, Release): reading 293 KB, extraction 1,150 KB, JSON to a stream 93 KB.
/// The limits leave room for twice as much; a Debug build needs a little more than Release.
/// </remarks>
[NonParallelizable]
public sealed class WorkInProportionTests
{
    private static readonly PolicyPipeline Pipeline = PolicyPipeline.CreateDefault();
    private static readonly byte[] Sample = File.ReadAllBytes(Checkout.PathOf("samples", "intelligent-construction-batch2.docx"));

    [Test]
    public void TheSampleIsReadIn600Kilobytes() => Assert.That(BytesOf(() => _ = ReadSample()), Is.LessThan(600 * 1024));

    [Test]
    public void TheSampleIsExtractedIn2300Kilobytes()
    {
        var document = ReadSample();
        Assert.That(BytesOf(() => _ = Pipeline.Extract(document)), Is.LessThan(2300 * 1024));
    }

    [Test]
    public void TheSampleIsWrittenIn200Kilobytes()
    {
        var result = Pipeline.Extract(ReadSample());
        Assert.That(BytesOf(() => Write(result)), Is.LessThan(200 * 1024));
    }

    [Test]
    public void TenTimesTheTextCostsTenTimesTheMemory()
    {
        var text = File.ReadAllText(Checkout.PathOf("tests", "golden", "002-support-policy-prose", "document.txt"));
        Assert.That(Growth(Document(text), Document(string.Concat(Enumerable.Repeat(text, 10)))), Is.LessThan(12));
    }

    /// <summary>One item of nothing but one sign or phrase, long and ten times as long.</summary>
    [TestCase("10、")]
    [TestCase("10,")]
    [TestCase("1—")]
    [TestCase("万")]
    [TestCase("10万元、")]
    [TestCase("(10万元)")]
    [TestCase("投资5亿元以上")]
    [TestCase("不超过10万元，")]
    [TestCase("的一半")]
    [TestCase("2023年、")]
    [TestCase("十四五")]
    [TestCase("广州、")]
    [TestCase("朝阳、")]
    [TestCase("鼓楼区、")]
    [TestCase("沪、")]
    [TestCase("浦东新区")]
    [TestCase("第")]
    [TestCase("(")]
    [TestCase("()")]
    [TestCase("《")]
    [TestCase("《办法》")]
    [TestCase("国发〔2024〕7号、")]
    [TestCase("委员会")]
    [TestCase("市财政局、")]
    [TestCase("规划自然资源")]
    [TestCase("给予")]
    [TestCase("对企业给予奖励")]
    [TestCase("对的")]
    [TestCase("其中广州10万元，")]
    [TestCase("人才补贴资金")]
    [TestCase("二元结构")]
    [TestCase("京商财务字〔2022〕16号、")]
    [TestCase("在鹿工作，")]
    [TestCase("昆山市企业，在昆就业，")]
    [TestCase("不超过每10平方米")]
    [TestCase("不超过每10平方米每20平方米")]
    [TestCase("1. 企业。")]
    [TestCase("分别给予10万元、20万元，")]
    public void ALongItemCostsInProportion(string unit)
    {
        Assert.That(Growth(Item(unit, 2_000), Item(unit, 20_000)), Is.LessThan(14));
        AssertCountsGrowInProportion(Item(unit, 2_000), Item(unit, 20_000));
    }

    [Test]
    public void TenTimesTheTableLooksAtTenTimesAsMuch()
    {
        var reader = new WordDocumentReader(WordReadingOptions.Default);
        AssertCountsGrowInProportion(reader.Read(GrownSample.Of(Sample, 1), "grown.docx"), reader.Read(GrownSample.Of(Sample, 10), "grown.docx"));
    }

    [Test]
    public void TenTimesTheTextLooksAtTenTimesAsMuch()
    {
        var text = File.ReadAllText(Checkout.PathOf("tests", "golden", "002-support-policy-prose", "document.txt"));
        AssertCountsGrowInProportion(Document(text), Document(string.Concat(Enumerable.Repeat(text, 10))));
    }

    /// <summary>The counts would show it: who looks at everything before each thing looks at a hundred times as much in ten times the text.</summary>
    [Test]
    public void CountsOfQuadraticWorkAreRefused()
    {
        var phrases = Pipeline.Rules.Phrases;
        var (few, many) = (Quadratic(200, text => phrases.Scan(text)), Quadratic(2_000, text => phrases.Scan(text)));
        Assert.That(few, Is.Not.EqualTo(Quadratic(200, _ => { })), "nothing was counted");
        Assert.That(InProportion(few, many), Is.False);

        static WorkCounts Quadratic(int length, Action<string> look)
        {
            var text = string.Concat(Enumerable.Repeat("奖励", length / 2));
            return CountsOf(() =>
            {
                for (var end = 1; end <= text.Length; end++) look(text[..end]);
            });
        }
    }

    /// <summary>Were any step of the way quadratic, this would take hours.</summary>
    [TestCase("10、")]
    [TestCase("(10万元)")]
    [TestCase("朝阳、")]
    [TestCase("沪、")]
    [TestCase("第")]
    [TestCase("(")]
    [TestCase("委员会")]
    [TestCase("对企业给予奖励")]
    [TestCase("浦东新区")]
    public void AnItemOf200000CharactersComesToAnEnd(string unit) => Assert.That(Pipeline.Extract(Item(unit, 200_000)).Items, Is.Not.Empty);

    private static double Growth(PolicyDocument small, PolicyDocument large) =>
        (double)BytesOf(() => _ = Pipeline.Extract(large)) / BytesOf(() => _ = Pipeline.Extract(small));

    private static void AssertCountsGrowInProportion(PolicyDocument small, PolicyDocument large)
    {
        var (few, many) = (CountsOf(() => _ = Pipeline.Extract(small)), CountsOf(() => _ = Pipeline.Extract(large)));
        Assert.That(InProportion(few, many), Is.True, $"{few} became {many} in ten times the text");
    }

    /// <summary>Whether ten times the text needs no more than fourteen times the work, each kind by itself; a search by halves and what begins only in a long text take the rest.</summary>
    private static bool InProportion(WorkCounts few, WorkCounts many) =>
        many.Characters < 14 * Math.Max(few.Characters, 2_000) && many.Nodes < 14 * Math.Max(few.Nodes, 2_000) && many.Finds < 14 * Math.Max(few.Finds, 2_000);

    private static WorkCounts CountsOf(Action work)
    {
        if (!IsCounting) Assert.Ignore("Work is counted in a Debug build only.");
        var before = WorkCount.Now;
        work();
        return WorkCount.Now - before;
    }

    private static bool IsCounting
    {
        get
        {
            var before = WorkCount.Now;
            WorkCount.Finds(1);
            return WorkCount.Now != before;
        }
    }

    private static long BytesOf(Action work)
    {
        work();     // what is made once only does not count
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static PolicyDocument Item(string unit, int length) => Document("关于某事的通知\n一、总则\n" + string.Concat(Enumerable.Repeat(unit, length / unit.Length)) + "\n");

    private static PolicyDocument Document(string text) => TextDocumentReader.Read(Encoding.UTF8.GetBytes(text), "long.txt", "txt");

    private static PolicyDocument ReadSample() => new WordDocumentReader(WordReadingOptions.Default).Read(Sample, "sample.docx");

    private static void Write(ExtractionResult result)
    {
        using var writer = new StreamWriter(Stream.Null);
        ResultJsonWriter.Write(result, writer);
    }
}
