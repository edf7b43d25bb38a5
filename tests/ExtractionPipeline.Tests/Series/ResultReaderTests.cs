using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Series;

public sealed class ResultReaderTests
{
    [Test]
    public void AWrittenResultReadsAsTheDocumentItself()
    {
        var result = SeriesText.Extract("合肥对示范项目给予50万元奖励；苏州对示范项目给予最高30万元奖励。");
        var read = SeriesText.Results.Read(ResultJsonWriter.ToText(result), "list.json");
        Assert.That(read.Measures.Select(m => (m.Id, m.Places[0].Name, m.Figures[0].Words)), Is.EqualTo(new[] { ("1/1", "合肥市", "50万元"), ("1/2", "苏州市", "最高30万元") }));
    }

    [TestCase("{}", "EP6101", "not a result of this program (schemaVersion and items are missing); give a document or the JSON that run wrote")]
    [TestCase("{ \"schemaVersion\": \"2.0\", \"items\": [] }", "EP6102", "the result has schema version 2.0, and 1.x is read here; extract its document again")]
    [TestCase("{", "EP6001", "not readable as JSON: the text ends too early")]
    public void SaysWhatCannotBeRead(string json, string code, string message)
    {
        var fault = Assert.Throws<InputException>(() => SeriesText.Results.Read(json, "a.json"))!;
        Assert.That((fault.Kind.Code, string.Format(System.Globalization.CultureInfo.InvariantCulture, fault.Kind.Message, [.. fault.Details])), Is.EqualTo((code, message)));
    }
}
