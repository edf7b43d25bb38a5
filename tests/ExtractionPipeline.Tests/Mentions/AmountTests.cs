using ExtractionPipeline.Tests.CodeBase;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Mentions;

public sealed class AmountTests
{
    [TestCaseSource(nameof(Sentences))]
    public void FindsWhatTheTableSays(string sentence, string rows) =>
        Assert.That(string.Join('\n', FigureReading.Of(sentence).Mentions.Select(m => FigureReading.Row(sentence, m))), Is.EqualTo(rows));

    [TestCase("国发〔2024〕7号")]
    [TestCase("引进世界500强企业，推进一体化和二维码管理，配备4G设备")]
    [TestCase("打造百亿级产业集群")]
    [TestCase("破除城乡二元结构")]
    public void FindsNoFigure(string sentence) => Assert.That(FigureReading.Of(sentence).Mentions, Is.Empty);

    private static IEnumerable<TestCaseData> Sentences()
    {
        var lines = File.ReadAllLines(Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Mentions", "amounts.txt"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("> ", StringComparison.Ordinal)) continue;
            var rows = lines.Skip(i + 1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l[2..]);
            yield return new TestCaseData(lines[i][2..], string.Join('\n', rows));
        }
    }
}
