using System.Globalization;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>A killed add leaves the archive as it was. EP_KILLS sets how often it is tried; the archive's numbers come from 30.</summary>
public sealed class ArchiveKillTests
{
    private const int Documents = 200;

    [Test]
    public void AKilledAddLeavesTheArchiveAsItWas()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("EP_KILLS") ?? "3", CultureInfo.InvariantCulture);
        var folder = new TemporaryFolder();
        try
        {
            var store = folder.PathOf("lists.db");
            CommandRun.Of("archive", "add", store, folder.Write("first.txt", "合肥给予10万元奖励。"));
            var text = string.Concat(Enumerable.Repeat("合肥对建筑业企业给予最高200万元补贴，其中对试点项目给予50万元。\n", 60));
            for (var i = 0; i < Documents; i++) folder.Write($"in/{i:D3}.txt", text + i.ToString(CultureInfo.InvariantCulture));
            var random = new Random(20);
            for (var kill = 0; kill < kills; kill++)
            {
                using var process = ToolProcess.Start("archive", "add", store, folder.PathOf("in"));
                var wait = random.Next(100, 1500);
                if (!process.WaitForExit(wait)) process.Kill();
                process.WaitForExit();
                var listed = CommandRun.Of("archive", "list", store);
                Assert.That(listed.OutputLines[^1], Is.AnyOf("documents: 1", $"documents: {Documents + 1}"), $"killed after {wait} ms: {listed.Error}");
            }

            var run = CommandRun.Of("archive", "add", store, folder.PathOf("in"));
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(CommandRun.Of("archive", "list", store).OutputLines[^1], Is.EqualTo($"documents: {Documents + 1}"));
        }
        finally
        {
            folder.Remove();
        }
    }
}
