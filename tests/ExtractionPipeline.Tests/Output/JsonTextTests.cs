using System.Globalization;

using ExtractionPipeline.Output;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Output;

/// <summary>The writer of results against the general one: the same calls give the same characters.</summary>
public sealed class JsonTextTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void EveryCharacterIsWrittenAsTheGeneralWriterWritesIt(bool indented)
    {
        var texts = new List<string?> { null, "", "\"", "a\"b\\", "两\u2028行" };
        for (var c = 0; c <= char.MaxValue; c++) texts.Add($"前{(char)c}后{(char)c}");
        var (own, general) = (Writer(), Writer());
        var json = new JsonText(own, indented);
        json.StartList();
        foreach (var text in texts) json.Value(text);
        json.EndList();
        using (var other = General(general, indented))
        {
            other.WriteStartArray();
            foreach (var text in texts) other.WriteValue(text);
            other.WriteEndArray();
        }

        Assert.That(own.ToString(), Is.EqualTo(general.ToString()));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void ObjectsListsAndValuesStandAsTheGeneralWriterPutsThem(bool indented)
    {
        const int Depth = 20;
        var (own, general) = (Writer(), Writer());
        WriteOwn(new JsonText(own, indented), Depth);
        using (var json = General(general, indented)) WriteGeneral(json, Depth);
        Assert.That(own.ToString(), Is.EqualTo(general.ToString()));
    }

    private static void WriteOwn(JsonText json, int depth)
    {
        json.StartObject();
        json.Member("text", "五十万元");
        json.Member("none", (string?)null);
        json.Member("number", -12);
        json.Member("noNumber", (int?)null);
        json.Member("exact", 820000000.0m);
        json.Member("noDecimal", (decimal?)null);
        json.Member("yes", true);
        json.Member("no", false);
        json.Member("noFlag", (bool?)null);
        json.Member("texts", ["a", "b"]);
        json.Member("noTexts", Array.Empty<string>());
        json.Member("codes", new[] { Code("440100"), Code("320500") });
        json.BeginObject("empty");
        json.EndObject();
        json.BeginList("deeper");
        json.StartObject();
        json.EndObject();
        if (depth > 0) WriteOwn(json, depth - 1);
        json.StartList();
        json.EndList();
        json.EndList();
        json.EndObject();
    }

    private static void WriteGeneral(JsonTextWriter json, int depth)
    {
        json.WriteStartObject();
        json.Member("text", "五十万元");
        json.Member("none", (string?)null);
        json.Member("number", -12);
        json.Member("noNumber", (int?)null);
        json.Member("exact", 820000000.0m);
        json.Member("noDecimal", (decimal?)null);
        json.Member("yes", true);
        json.Member("no", false);
        json.Member("noFlag", (bool?)null);
        json.Member("texts", ["a", "b"]);
        json.Member("noTexts", Array.Empty<string>());
        json.Member("codes", new[] { Code("440100"), Code("320500") });
        json.BeginObject("empty");
        json.WriteEndObject();
        json.BeginList("deeper");
        json.WriteStartObject();
        json.WriteEndObject();
        if (depth > 0) WriteGeneral(json, depth - 1);
        json.WriteStartArray();
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static DivisionCode Code(string digits) => DivisionCode.TryParse(digits, out var code) ? code : throw new ArgumentException(digits, nameof(digits));

    private static StringWriter Writer() => new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private static JsonTextWriter General(TextWriter to, bool indented) =>
        new(to) { Formatting = indented ? Formatting.Indented : Formatting.None, CloseOutput = false, Culture = CultureInfo.InvariantCulture };
}
