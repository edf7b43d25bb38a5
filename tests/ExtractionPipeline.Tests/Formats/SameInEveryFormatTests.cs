using ExtractionPipeline.Cli;
using ExtractionPipeline.Conversion;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;
using ExtractionPipeline.Tests.CodeBase;

using Newtonsoft.Json.Linq;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Formats;

/// <summary>The sample in each format gives what the .docx gives. The web page was written by LibreOffice from the .docx.</summary>
public sealed class SameInEveryFormatTests
{
    private const string Sample = "intelligent-construction-batch2";

    private static readonly PolicyPipeline s_pipeline = RuleLoading.Pipeline(null);

    private static JObject Extract(string path)
    {
        using var at = new Surroundings(Stream.Null, TextWriter.Null, TextWriter.Null);
        using var json = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        ResultJsonWriter.Write(s_pipeline.Extract(new DocumentReading(at, ReadingSettings.Default).Read(path)), json);
        return JObject.Parse(json.ToString());
    }

    [TestCase("pdf")]
    [TestCase("html")]
    [TestCase("doc")]
    [TestCase("rtf")]
    [TestCase("odt")]
    public void GivesTheSameSectionsItemsAndMentions(string format)
    {
        if (format is "doc" or "rtf" or "odt" && !IsConverterInstalled()) Assert.Ignore("LibreOffice (soffice) is not installed.");
        var expected = Extract(Checkout.PathOf("samples", Sample + ".docx"));
        var found = Extract(Checkout.PathOf("tests", "ExtractionPipeline.Tests", "Formats", Sample + "." + format));
        Assert.That((string?)found["source"]!["format"], Is.EqualTo(format));
        foreach (var part in (string[])["document", "sections", "items", "ledger"])
        {
            Assert.That(found[part]!.ToString(), Is.EqualTo(expected[part]!.ToString()), part);
        }
    }

    private static bool IsConverterInstalled()
    {
        try
        {
            ConverterSearch.Find(null, "");
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
