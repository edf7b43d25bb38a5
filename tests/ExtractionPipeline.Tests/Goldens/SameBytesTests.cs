using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;
using ExtractionPipeline.Word;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Goldens;

/// <summary>The same input, rules and version give the same bytes: again, in another instance, and on many threads at once.</summary>
public sealed class SameBytesTests
{
    private static readonly byte[] Bytes = File.ReadAllBytes(Checkout.PathOf("samples", "intelligent-construction-batch2.docx"));

    [Test]
    public void TwoInstancesGiveTheSameBytes() =>
        Assert.That(Extract(PolicyPipeline.CreateDefault()), Is.EqualTo(Extract(PolicyPipeline.CreateDefault())));

    [Test]
    public void ManyThreadsGiveTheSameBytes()
    {
        var pipeline = PolicyPipeline.CreateDefault();
        var expected = Extract(pipeline);
        var results = new string[32];
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => results[i] = Extract(pipeline));
        Assert.That(results, Is.All.EqualTo(expected));
    }

    [Test]
    public void TheOutputHasNoCarriageReturnNoMarkAndOneLineFeedAtItsEnd()
    {
        var json = Extract(PolicyPipeline.CreateDefault());
        Assert.Multiple(() =>
        {
            Assert.That(json, Does.Not.Contain("\r"));
            Assert.That(json[0], Is.EqualTo('{'));
            Assert.That(json, Does.EndWith("}\n").And.Not.EndsWith("\n\n"));
        });
    }

    private static string Extract(PolicyPipeline pipeline) =>
        ResultJsonWriter.ToText(pipeline.Extract(new WordDocumentReader(WordReadingOptions.Default).Read(Bytes, "sample.docx")));
}
