using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Documents;

public sealed class TableCellTests
{
    [TestCase(true)]
    [TestCase(true, "")]
    [TestCase(true, " ", "\u3000\n")]
    [TestCase(false, "", "上海市")]
    public void IsBlankWhereItsTextIsWhiteSpaceAtMost(bool blank, params string[] paragraphs)
    {
        var cell = new TableCell(1, 1, 1, [.. paragraphs.Select((text, i) => new Paragraph { Text = text, Location = new BlockLocation(1, 1, 1, i + 1) })]);
        Assert.That(cell.IsBlank, Is.EqualTo(blank));
        Assert.That(cell.IsBlank, Is.EqualTo(string.IsNullOrWhiteSpace(cell.Text)));
    }
}
