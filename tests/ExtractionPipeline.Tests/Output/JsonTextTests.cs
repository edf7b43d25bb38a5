using System.Globalization;

using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

/// <summary>The bytes that JSON is written with: those of the JSON library, which reads them again.</summary>
public sealed class JsonTextTests
{
    [Test]
    public void EveryCharacterIsWrittenAsTheLibraryWritesIt()
    {
        var all = new string([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)]);
        var written = Text(isIndented: false, json => json.Value(all));
        Assert.That(written, Is.EqualTo(Library(Formatting.None, json => json.WriteValue(all))));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void ListsObjectsAndEmptyOnesAreLaidOutAsTheLibraryLaysThemOut(bool isIndented)
    {
        var written = Text(isIndented, json =>
        {
            json.BeginObject();
            json.Member("text", "合肥\"\n");
            json.Member("none", (string?)null);
            json.Member("number", 12);
            json.Member("noNumber", (int?)null);
            json.Member("amount", 17500000.50m);
            json.Member("yes", true);
            json.Member("code", DivisionCode.Parse("340100"));
            json.Member("codes", [DivisionCode.Parse("340100"), DivisionCode.Parse("110000")]);
            json.Member("texts", Array.Empty<string>());
            json.BeginList("objects");
            json.BeginObject();
            json.EndObject();
            json.BeginObject();
            json.Name("id");
            json.Numbered("m", 3);
            json.EndObject();
            json.EndList();
            json.EndObject();
        });
        var expected = Library(isIndented ? Formatting.Indented : Formatting.None, json =>
        {
            json.WriteRawValue("{\"text\":\"合肥\\\"\\n\",\"none\":null,\"number\":12,\"noNumber\":null,\"amount\":17500000.5,\"yes\":true,\"code\":\"340100\",\"codes\":[\"340100\",\"110000\"],\"texts\":[],\"objects\":[{},{\"id\":\"m3\"}]}");
        });
        Assert.That(written, Is.EqualTo(isIndented ? Indented(expected) : expected));
    }

    [TestCase(8191)]
    [TestCase(8192)]
    [TestCase(40_000)]
    public void LongTextsAreWrittenWhole(int length)
    {
        var text = string.Concat(Enumerable.Repeat("策\"", length / 2)) + "止";
        Assert.That(Text(isIndented: false, json => json.Value(text)), Is.EqualTo(Library(Formatting.None, json => json.WriteValue(text))));
    }

    private static string Text(bool isIndented, Action<JsonText> write)
    {
        var to = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonText(to, isIndented)) write(json);
        return to.ToString();
    }

    private static string Library(Formatting formatting, Action<JsonTextWriter> write)
    {
        var to = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var json = new JsonTextWriter(to) { Formatting = formatting, Culture = CultureInfo.InvariantCulture }) write(json);
        return to.ToString();
    }

    private static string Indented(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal };
        return Library(Formatting.Indented, json => json.WriteToken(reader));
    }
}
