using System.Text;
using System.Xml;

using ExtractionPipeline.Word;
using ExtractionPipeline.Word.Opening;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Word.Opening;

/// <summary>Parts as the XML reader reads them by itself: the same nodes, and where it stops the same line and character.</summary>
public sealed class PartTextTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

    [TestCase("<a/>", 0)]
    [TestCase("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", 38)]
    [TestCase("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?><a/>", 54)]
    [TestCase(Declaration + "<a/>", 55)]
    [TestCase("<?xml version=\"1.0\"?><a/>", null)]
    [TestCase("<?xml version='1.0' encoding='utf-8'?><a/>", null)]
    [TestCase("<?xml version=\"1.1\" encoding=\"utf-8\"?><a/>", null)]
    [TestCase("<?xml version=\"1.0\" encoding=\"GB2312\"?><a/>", null)]
    [TestCase("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"maybe\"?><a/>", null)]
    [TestCase("<?xml version=\"1.0\"", null)]
    [TestCase("<", null)]
    [TestCase("", null)]
    [TestCase(" <a/>", null)]
    public void OnlyTheUsualDeclarationIsTakenOff(string text, int? length) => Assert.That(PartText.DeclarationLength(Encoding.UTF8.GetBytes(text)), Is.EqualTo(length));

    [TestCaseSource(nameof(Parts))]
    public void EveryPartIsReadAsTheXmlReaderReadsIt(byte[] part)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        var alone = Walk(() => XmlReader.Create(new MemoryStream(part), settings));
        Assert.That(Walk(() => PartText.Open(new MemoryStream(part), Meter(), settings)), Is.EqualTo(alone));
        Assert.That(Walk(() => PartText.Open(new OneByOne(part), Meter(), settings)), Is.EqualTo(alone), "byte by byte");
    }

    /// <summary>The XML reader by itself names the last character that it had decoded before, here the 4076th.</summary>
    [Test]
    public void BytesThatAreNoUtf8HaveTheirPlaceFarIntoAPartToo()
    {
        byte[] part = [.. Encoding.UTF8.GetBytes(Declaration + "<a>\n" + new string('奖', 5000)), 0xFF, .. "</a>"u8];
        Assert.That(Walk(() => PartText.Open(new MemoryStream(part), Meter(), new XmlReaderSettings()))[^1], Is.EqualTo("3:5001"));
    }

    private static IEnumerable<TestCaseData> Parts()
    {
        var body = "<a b=\"值\">" + string.Concat(Enumerable.Repeat("奖励50万元\u00e9𠀀\r\n", 1500)) + "</a>";
        foreach (var (name, text) in new[] { ("bare", body), ("declared", Declaration + body), ("a declaration like no other", "<?xml version='1.0' encoding='utf-8'?>" + body), ("two declarations", Declaration + Declaration + body), ("old version", "<?xml version=\"1.1\"?>" + body), ("two roots", Declaration + "<a/><b/>"), ("a DTD", Declaration + "<!DOCTYPE a><a/>"), ("empty", "") })
        {
            yield return new TestCaseData(Encoding.UTF8.GetBytes(text)).SetArgDisplayNames(name);
            yield return new TestCaseData(new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray()).SetArgDisplayNames(name + " with a mark");
            yield return new TestCaseData(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))).ToArray()).SetArgDisplayNames(name + " as UTF-16");
        }

        yield return new TestCaseData(Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\u00e9</a>")).SetArgDisplayNames("another encoding");
        byte[][] wrong = [[0xFF], [0xC3], [0xE5, 0xA5], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xEF, 0xBF, 0xBF]];
        foreach (var bytes in wrong)
        {
            foreach (var (name, before, after) in new[] { ("text", "<a>\n奖励", "万元</a>"), ("attribute", "<a>\n<b c=\"", "\"/></a>"), ("name", "<a>\n<b", "/></a>"), ("end", "<a>\n<b>", "") })
            {
                var part = Encoding.UTF8.GetBytes(Declaration + before).Concat(bytes).Concat(Encoding.UTF8.GetBytes(after)).ToArray();
                yield return new TestCaseData(part).SetArgDisplayNames($"{Convert.ToHexString(bytes)} in {name}");
            }
        }
    }

    private static List<string> Walk(Func<XmlReader> open)
    {
        var nodes = new List<string>();
        try
        {
            using var xml = open();
            while (xml.Read())
            {
                if (xml.Depth == 0 && xml.NodeType is XmlNodeType.XmlDeclaration or XmlNodeType.Whitespace) continue;   // a declaration is blanked
                nodes.Add($"{xml.NodeType} {xml.Depth} {xml.Name} {xml.Value}");
                while (xml.MoveToNextAttribute()) nodes.Add($"  {xml.Name}={xml.Value}");
            }
        }
        catch (XmlException fault)
        {
            nodes.Add($"{fault.LineNumber}:{fault.LinePosition}");
        }

        return nodes;
    }

    private static UnpackedMeter Meter() => new("a.docx", WordReadingOptions.Default, CancellationToken.None);

    private sealed class OneByOne(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
