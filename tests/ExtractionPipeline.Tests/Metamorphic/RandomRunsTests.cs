using System.IO.Compression;
using System.Xml.Linq;

using CsCheck;

using ExtractionPipeline.Output;

using NUnit.Framework;

namespace ExtractionPipeline.Tests.Metamorphic;

/// <summary>Word cuts a paragraph into runs wherever it likes; the result does not show where.</summary>
public sealed class RandomRunsTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Test]
    public void RunsSplitAtRandomChangeNothing()
    {
        var sample = GoldTexts.SampleBytes();
        var whole = GoldTexts.ReadSample(sample);
        var expected = ResultJsonWriter.ToText(whole);
        Gen.Int[1, 6].Select(Gen.Int[0, 1_000_000]).Sample(
            (every, salt) => string.Equals(ResultJsonWriter.ToText(GoldTexts.ReadSample(Split(sample, every, salt)) with { Source = whole.Source }), expected, StringComparison.Ordinal),
            iter: 12,
            seed: "0000KLrNzOE1",
            threads: 1);
    }

    /// <summary>Each run with one text becomes several, cut at about one in so many characters.</summary>
    private static byte[] Split(byte[] document, int every, int salt)
    {
        using var buffer = new MemoryStream();
        buffer.Write(document);
        using (var package = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = package.GetEntry("word/document.xml")!;
            XDocument xml;
            using (var stream = part.Open()) xml = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
            var random = (uint)salt;
            foreach (var run in xml.Descendants(W + "r").Where(r => r.Elements(W + "t").Count() == 1 && r.Elements().All(e => e.Name == W + "t" || e.Name == W + "rPr")).ToList())
            {
                run.ReplaceWith(Pieces(run.Element(W + "t")!.Value).Select(piece => new XElement(W + "r", run.Attributes(), run.Element(W + "rPr"), new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), piece))));
            }

            part.Delete();
            using var written = package.CreateEntry("word/document.xml").Open();
            xml.Save(written, SaveOptions.DisableFormatting);

            IEnumerable<string> Pieces(string text)
            {
                var start = 0;
                for (var i = 1; i <= text.Length; i++)
                {
                    random = (random * 1_664_525) + 1_013_904_223;   // a linear congruence: the same cuts on every machine
                    if (i < text.Length && (random >> 16) % every != 0) continue;
                    yield return text[start..i];
                    start = i;
                }
            }
        }

        return buffer.ToArray();
    }
}
