using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ExtractionPipeline.TableFiles;

/// <summary>Copies a workbook so that the same rows give the same bytes: the library names its relationships at random and dates its parts by the clock.</summary>
internal static partial class SteadyPackage
{
    private static readonly DateTimeOffset FirstDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);   // of the zip format

    /// <summary>Names are numbered in the order in which they are first met; parts keep their order. Nothing else changes.</summary>
    public static void Copy(Stream package, Stream to)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = FirstDate;
            using var from = entry.Open();
            using var stream = copy.Open();
            if (!NamesRelationships(entry.FullName))
            {
                from.CopyTo(stream);
                continue;
            }

            using var reader = new StreamReader(from, Encoding.UTF8);
            stream.Write(Encoding.UTF8.GetBytes(Steady(reader.ReadToEnd(), names)));
        }
    }

    private static bool NamesRelationships(string part) =>
        part.EndsWith(".rels", StringComparison.Ordinal) || string.Equals(part, "xl/workbook.xml", StringComparison.Ordinal);

    private static string Steady(string xml, Dictionary<string, string> names) => RandomName().Replace(xml, match =>
    {
        if (!names.TryGetValue(match.Value, out var name)) names.Add(match.Value, name = string.Create(CultureInfo.InvariantCulture, $"\"rId{names.Count + 1}\""));
        return name;
    });

    [GeneratedRegex("(?<==)\"R[0-9a-f]{16,32}\"")]
    private static partial Regex RandomName();
}
