using ExtractionPipeline.Fuzz;
using ExtractionPipeline.Tests.CodeBase;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Fuzz;

/// <summary>The harnesses of ExtractionPipeline.Fuzz, short and from fixed seeds; the long runs are made with afl++ (docs/fuzzing.md).</summary>
public sealed class SeededFuzzTests
{
    private static readonly string s_fuzz = Checkout.PathOf("tests", "ExtractionPipeline.Fuzz");

    private static string[] Seeds(string harness) => [.. Directory.EnumerateFiles(Path.Combine(s_fuzz, "Seeds", harness)).Order(StringComparer.Ordinal)];

    private static IEnumerable<TestCaseData> Findings() =>
        from harness in Harnesses.All.Keys
        let folder = Path.Combine(s_fuzz, "Findings", harness)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        select new TestCaseData(harness, file).SetName($"Finding {harness}/{Path.GetFileName(file)} stays mended");

    [TestCase("documents", 200)]
    [TestCase("text", 150)]
    [TestCase("rules", 150)]
    public void ChangedFilesAreReadOrRefused(string harness, int count) => Run(Harnesses.All[harness], Seeds(harness), count, seed: 1);

    /// <summary>The sample changed in its XML, not in its packed bytes.</summary>
    [Test]
    public void ChangedSamplesAreReadOrRefused() => Run(Harnesses.Document, [Checkout.PathOf("samples", "intelligent-construction-batch2.docx")], 40, seed: 1_000);

    [Test]
    public void AChangedRuleFileAmongAllIsReadOrRefused() => Run(Harnesses.RuleFileAmongAll, Seeds("rules"), 6, seed: 1);

    [TestCaseSource(nameof(Findings))]
    public void FindingsStayMended(string harness, string file) => Assert.That(() => Harnesses.All[harness](File.ReadAllBytes(file)), Throws.Nothing);

    /// <summary>A harness that can find nothing proves nothing.</summary>
    [TestCase("documents", "text.parts")]
    [TestCase("documents", "table.parts")]
    [TestCase("documents", "list.parts")]
    [TestCase("documents", "inline.parts")]
    [TestCase("documents", "page.html")]
    [TestCase("documents", "page.pdf")]
    [TestCase("text", "list.txt")]
    [TestCase("text", "page.md")]
    public void EverySeedIsRead(string harness, string file) => Assert.That(Harnesses.All[harness](File.ReadAllBytes(Path.Combine(s_fuzz, "Seeds", harness, file))), Is.True);

    private static void Run(Func<byte[], bool> harness, string[] files, int count, int seed)
    {
        var (read, refused) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var bytes = new Mutator(seed + i).Mutate(File.ReadAllBytes(files[i % files.Length]));
            try
            {
                if (harness(bytes)) read++;
                else refused++;
            }
            catch (Exception fault)
            {
                Assert.Fail($"Seed {seed + i} of {Path.GetFileName(files[i % files.Length])}: {fault}");
            }
        }

        Assert.That(read + refused, Is.EqualTo(count));
    }
}
