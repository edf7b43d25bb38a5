using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>Tests that write files: each has a folder of its own.</summary>
public abstract class TestsInAFolder
{
    private protected TemporaryFolder Folder { get; private set; } = null!;

    [SetUp]
    public void MakeFolder() => Folder = new TemporaryFolder();

    [TearDown]
    public void TakeFolderAway() => Folder.Remove();
}
