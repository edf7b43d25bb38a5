using System.IO.Compression;
using System.Text;

namespace ExtractionPipeline.Benchmarks.Report;

/// <summary>The sample with its table repeated: a document that is so many times as long, and just as a real one is.</summary>
internal static class GrownSample
{
    private const string MainPart = "word/document.xml";

    public static byte[] Of(byte[] sample, int times)
    {
        using var grown = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(sample), ZipArchiveMode.Read))
        using (var to = new ZipArchive(grown, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var target = to.CreateEntry(entry.FullName).Open();
                if (entry.FullName is MainPart) target.Write(Encoding.UTF8.GetBytes(Repeat(new StreamReader(source, Encoding.UTF8).ReadToEnd(), times)));
                else source.CopyTo(target);
            }
        }

        return grown.ToArray();
    }

    private static string Repeat(string xml, int times)
    {
        const string opening = "<w:tbl>", closing = "</w:tbl>", between = "<w:p/>";
        var start = xml.IndexOf(opening, StringComparison.Ordinal);
        var end = xml.LastIndexOf(closing, StringComparison.Ordinal) + closing.Length;
        var body = new StringBuilder(xml, 0, start, xml.Length * times);
        for (var i = 0; i < times; i++) body.Append(xml, start, end - start).Append(between);
        return body.Append(xml, end, xml.Length - end).ToString();
    }
}
