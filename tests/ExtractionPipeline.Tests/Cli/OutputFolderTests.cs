using ExtractionPipeline.Cli;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

public sealed class OutputFolderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => _folder.Remove();

    [Test]
    public void ReplacesAnEarlierResultWhole()
    {
        var output = OutputFolder.Open(_folder.Root, Wording.English);
        output.Write("a.json", to => to.Write("first, longer"));
        output.Write("a.json", to => to.Write("second"));
        Assert.That(File.ReadAllText(_folder.PathOf("a.json")), Is.EqualTo("second"));
        Assert.That(_folder.Files(""), Is.EqualTo(new[] { "a.json" }));
    }

    [Test]
    public void KeepsTheEarlierResultWhereWritingFails()
    {
        var output = OutputFolder.Open(_folder.Root, Wording.English);
        output.Write("a.json", to => to.Write("first"));
        Assert.That(
            () => output.Write("a.json", to =>
            {
                to.Write("half");
                to.Flush();
                throw new InvalidOperationException("a bug");
            }),
            Throws.InvalidOperationException);
        Assert.That(File.ReadAllText(_folder.PathOf("a.json")), Is.EqualTo("first"));
        Assert.That(_folder.Files(""), Is.EqualTo(new[] { "a.json" }));
    }

    [Test]
    public void LetsNothingAppearAfterClosing()
    {
        var output = OutputFolder.Open(_folder.Root, Wording.English);
        var written = output.Write("a.json", to =>
        {
            to.Write("half");
            to.Flush();
            output.Close();
            Assert.That(_folder.Files(""), Is.Empty, "the unfinished file goes at once");
        });
        Assert.That(written, Is.False);
        Assert.That(output.Write("b.json", to => to.Write("late")), Is.False);
        Assert.That(_folder.Files(""), Is.Empty);
    }

    [Test]
    public void TakesTheLongestNameThatAFileMayHave()
    {
        var output = OutputFolder.Open(_folder.Root, Wording.English);
        var name = string.Concat(Enumerable.Repeat("策", 83)) + ".json";   // 254 bytes of the 255 that file systems allow
        Assert.That(output.Write(name, to => to.Write("x")), Is.True);
        Assert.That(_folder.Files(""), Is.EqualTo(new[] { name }));
    }
}
