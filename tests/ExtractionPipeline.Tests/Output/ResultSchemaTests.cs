using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.Cli;

using NJsonSchema;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

public sealed class ResultSchemaTests
{
    [Test]
    public async Task AResultIsValid()
    {
        var schema = await JsonSchema.FromJsonAsync(ResultSchema.Text());
        var run = CommandRun.Of("run", CodeBase.Checkout.PathOf("samples", "intelligent-construction-batch2.docx"));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(schema.Validate(run.Output).Select(e => e.ToString()), Is.Empty);
    }

    [TestCase("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"9\"")]
    [TestCase("\"mentions\": [", "\"mentionz\": [")]
    [TestCase("\"figures\":", "\"figures\": \"x\", \"was\":")]
    public async Task ADamagedResultIsNot(string from, string to)
    {
        var schema = await JsonSchema.FromJsonAsync(ResultSchema.Text());
        var good = CommandRun.With("杭州给予10万元补贴。", CancellationToken.None, "run", "-").Output;
        Assert.That(schema.Validate(good), Is.Empty);
        Assert.That(schema.Validate(good.Replace(from, to, StringComparison.Ordinal)), Is.Not.Empty);
    }
}
