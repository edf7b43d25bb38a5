using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.Cli;
using ExtractionPipeline.Tests.CodeBase;

using NJsonSchema;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

public sealed class ResultSchemaTests
{
    private static readonly string Fingerprint = "sha256:" + new string('0', 64);

    /// <summary>EP_ACCEPT_GOLDEN=1 rewrites the copy.</summary>
    [Test]
    public void TheCopyInTheDocumentsIsWhatTheModelSays()
    {
        var copy = Checkout.PathOf("docs", "output.schema.json");
        if (Environment.GetEnvironmentVariable("EP_ACCEPT_GOLDEN") == "1") File.WriteAllText(copy, ResultSchema.Text());
        Assert.That(File.ReadAllText(copy).ReplaceLineEndings("\n"), Is.EqualTo(ResultSchema.Text()));
    }

    [TestCaseSource(nameof(Goldens))]
    public async Task EveryGoldenIsValid(string folder)
    {
        var schema = await JsonSchema.FromJsonAsync(ResultSchema.Text());
        var golden = await File.ReadAllTextAsync(Checkout.PathOf("tests", "golden", folder, "result.json"));
        Assert.That(schema.Validate(golden.Replace("sha256:…", Fingerprint, StringComparison.Ordinal)).Select(e => e.ToString()), Is.Empty);
    }

    [TestCase("\"schemaVersion\": \"1.1\"", "\"schemaVersion\": \"9\"")]
    [TestCase("\"mentions\": [", "\"mentionz\": [")]
    [TestCase("\"figures\":", "\"figures\": \"x\", \"was\":")]
    [TestCase("\"contentId\": \"i", "\"contentId\": \"x")]
    public async Task ADamagedResultIsNot(string from, string to)
    {
        var schema = await JsonSchema.FromJsonAsync(ResultSchema.Text());
        var good = CommandRun.With("杭州给予10万元补贴。", CancellationToken.None, "run", "-").Output;
        Assert.That(schema.Validate(good), Is.Empty);
        Assert.That(schema.Validate(good.Replace(from, to, StringComparison.Ordinal)), Is.Not.Empty);
    }

    /// <summary>Within a major version nothing is taken away; what is new raises the minor one.</summary>
    [TestCaseSource(nameof(Released))]
    public void NothingBreaksThoseWhoReadAReleasedVersion(string file)
    {
        var (released, now) = (File.ReadAllText(Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Output", "released", file)), ResultSchema.Text());
        var (before, after) = (Version.Parse(SchemaChanges.VersionOf(released)), Version.Parse(SchemaChanges.VersionOf(now)));
        if (after.Major == before.Major) Assert.That(SchemaChanges.Breaking(released, now), Is.Empty, "a breaking change needs another major version");
        Assert.That(after, released == now ? Is.EqualTo(before) : Is.GreaterThan(before), "a schema that differs from a released one needs a version of its own");
    }

    [TestCase("\"contentId\",\n", "", "result.items[].contentId: may now be missing|result.items[].measures[].contentId: may now be missing")]
    [TestCase("\"award\",", "\"grant\",", "result.items[].mentions[]:money.role: the word award is gone|result.items[].mentions[]:money.role: may now be grant")]
    [TestCase("\"figures\"", "\"numbers\"", "result.ledger.figures: is gone")]
    [TestCase("^m[1-9][0-9]*$", "^n[1-9]$", "result.items[].mentions[]:region.id: the pattern was ^m[1-9][0-9]*$")]
    [TestCase("\"title\": {\n          \"type\": \"string\"", "\"title\": {\n          \"type\": [\"string\", \"null\"]", "result.document.title: may now be of type null|result.sections[].title: may now be of type null")]
    public void ABreakingChangeIsNamed(string from, string to, string named)
    {
        var now = ResultSchema.Text();
        var changed = from.EndsWith('\n')
            ? System.Text.RegularExpressions.Regex.Replace(now, @"""contentId"",\s*", "")
            : now.Replace(from, to, StringComparison.Ordinal);
        Assert.That(SchemaChanges.Breaking(now, changed), Is.EqualTo(named.Split('|')));
    }

    private static IEnumerable<string> Goldens() =>
        Directory.EnumerateDirectories(Checkout.PathOf("tests", "golden")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Released() =>
        Directory.EnumerateFiles(Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Output", "released")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}
