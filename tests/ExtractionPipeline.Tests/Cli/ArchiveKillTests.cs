using System.Diagnostics;
using System.Globalization;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Cli;

/// <summary>A killed add leaves the archive as it was. EP_KILLS sets how often it is tried; the archive's numbers come from 30.</summary>
public sealed class ArchiveKillTests
{
    private const int Documents = 80;

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
            var before = File.ReadAllBytes(store);
            var whole = TimeOfAdding(store, folder.PathOf("in"));
            var (random, killed) = (new Random(20), 0);
            for (var kill = 0; kill < kills; kill++)
            {
                File.WriteAllBytes(store, before);
                using var process = ToolProcess.Start("archive", "add", store, folder.PathOf("in"));
                var wait = (int)(whole.TotalMilliseconds * (0.1 + (0.8 * random.NextDouble())));
                if (!process.WaitForExit(wait))
                {
                    process.Kill();
                    killed++;
                }

                process.WaitForExit();
                var listed = CommandRun.Of("archive", "list", store);
                var expected = process.ExitCode == 0 ? Documents + 1 : 1;
                Assert.That(listed.OutputLines[^1], Is.EqualTo($"documents: {expected}").Or.EqualTo($"documents: {Documents + 1}"), $"killed after {wait} ms: {listed.Error}");
                if (expected == 1 && listed.OutputLines[^1] == "documents: 1") Assert.That(File.ReadAllBytes(store), Is.EqualTo(before), "after the first reader the file is as it was");
            }

            TestContext.Out.WriteLine($"{killed} of {kills} were killed at work; an add takes {whole.TotalMilliseconds:0} ms");
            Assert.That(killed, Is.Positive);
            File.WriteAllBytes(store, before);
            var run = CommandRun.Of("archive", "add", store, folder.PathOf("in"));
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(CommandRun.Of("archive", "list", store).OutputLines[^1], Is.EqualTo($"documents: {Documents + 1}"));
        }
        finally
        {
            folder.Remove();
        }
    }

    /// <summary>An add that nobody kills must come to its end, or killing proves nothing.</summary>
    private static TimeSpan TimeOfAdding(string store, string documents)
    {
        var watch = Stopwatch.StartNew();
        using var process = ToolProcess.Start("archive", "add", store, documents);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, process.StandardError.ReadToEnd());
        return watch.Elapsed;
    }
}
