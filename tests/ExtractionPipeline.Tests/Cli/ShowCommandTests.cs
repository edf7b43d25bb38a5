using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class ShowCommandTests : TestsInAFolder
{
    [TestCase("en", "Item", "Figures in the document: ", "Diagnostics: 0")]
    [TestCase("zh", "条目", "全文数字：", "提示：0")]
    public void ShowsATableOfOneWidthEvenInChinese(string language, string column, string figures, string diagnostics)
    {
        var path = Folder.Write("a.txt", "合肥对建筑业企业给予最高200万元补贴，由市住房城乡建设局、市财政局会同有关部门按照规定的程序审核后拨付。\n杭州建立工作机制。\n");
        var run = CommandRun.Of("show", path, "--lang", language);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        var table = run.OutputLines.Where(l => l.StartsWith('|') || l.StartsWith('+')).ToList();
        Assert.That(table[1], Does.Contain(column));
        Assert.That(table.Select(Width).Distinct().Count(), Is.EqualTo(1));
        Assert.That(run.OutputLines, Has.Some.StartsWith(figures));
        Assert.That(run.OutputLines, Does.Contain(diagnostics));
        Assert.That(run.Output, Does.Not.Contain("\u001b"));
    }

    [Test]
    public void NamesTheItemsWhereOneIsNotThere()
    {
        var path = Folder.Write("a.txt", "杭州建立工作机制。\n宁波成立工作专班。\n");
        var run = CommandRun.Of("show", path, "--item", "9.9");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith($"error EP1024: {path}: no item \"9.9\"; the items are 1, 2").And.EndsWith("\n"));
    }

    [Test]
    public void NamesADocumentThatCannotBeRead()
    {
        var run = CommandRun.Of("show", "gone.docx", "--lang", "zh");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((3, "错误 EP1001: gone.docx: 没有这个文件或文件夹，请检查路径\n")));
    }

    /// <summary>Columns on a terminal: Chinese characters and their punctuation take two.</summary>
    private static int Width(string line) => line.EnumerateRunes().Sum(r => r.Value >= 0x2E80 && r.Value < 0xFFE7 ? 2 : 1);
}
