using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ExtractionPipeline.Cli;

/// <summary>A file that a document gave: its name below the output folder, and the SHA-256 of its content.</summary>
internal readonly record struct WrittenFile(string Name, string Sha256);

/// <summary>How much a document gave, so that a run that leaves its results alone still reports the whole.</summary>
internal readonly record struct ResultCounts(int Items, int Mentions, int Unexplained, int Errors, int Warnings, int Notes);

/// <summary>What a run made of one document.</summary>
/// <param name="Name">Of its results below the output folder, without an ending: "2023/a".</param>
/// <param name="Document">SHA-256 of its content.</param>
/// <param name="Settings">SHA-256 of all else that the results depend on: rules, version, options.</param>
/// <param name="Counts">What was found.</param>
/// <param name="Files">What was written.</param>
internal sealed record ManifestEntry(string Name, string Document, string Settings, ResultCounts Counts, IReadOnlyList<WrittenFile> Files)
{
    private const char Separator = '\t';
    private const int FixedFields = 10;      // name, document, settings, six counts, check
    private const int CheckLength = 16;      // hexadecimal digits

    /// <summary>One line: the fields, the files, and a check over all of it that a line which was cut off does not pass.</summary>
    public string ToLine()
    {
        var line = new StringBuilder();
        line.Append(Escape(Name)).Append(Separator).Append(Document).Append(Separator).Append(Settings);
        foreach (var count in (ReadOnlySpan<int>)[Counts.Items, Counts.Mentions, Counts.Unexplained, Counts.Errors, Counts.Warnings, Counts.Notes])
            line.Append(Separator).Append(count.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, sha) in Files) line.Append(Separator).Append(Escape(name)).Append(Separator).Append(sha);
        var check = CheckOf(line.ToString());
        return line.Append(Separator).Append(check).ToString();
    }

    /// <summary>Reads a line; null where it is not whole.</summary>
    public static ManifestEntry? Parse(string line)
    {
        var end = line.LastIndexOf(Separator);
        if (end < 0 || !string.Equals(line[(end + 1)..], CheckOf(line[..end]), StringComparison.Ordinal)) return null;
        var fields = line.Split(Separator);
        if (fields.Length < FixedFields || (fields.Length - FixedFields) % 2 != 0) return null;
        var counts = new int[6];
        for (var i = 0; i < counts.Length; i++)
        {
            if (!int.TryParse(fields[3 + i], NumberStyles.None, CultureInfo.InvariantCulture, out counts[i])) return null;
        }

        var files = new List<WrittenFile>();
        for (var i = FixedFields - 1; i < fields.Length - 1; i += 2) files.Add(new WrittenFile(Unescape(fields[i]), fields[i + 1]));
        return new ManifestEntry(Unescape(fields[0]), fields[1], fields[2], new ResultCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]), files);
    }

    private static string CheckOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..CheckLength];

    /// <summary>File names may hold anything but / and NUL.</summary>
    private static string Escape(string name) => name
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal);

    private static string Unescape(string name)
    {
        if (!name.Contains('\\', StringComparison.Ordinal)) return name;
        var plain = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '\\' || i + 1 == name.Length) plain.Append(name[i]);
            else plain.Append(name[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return plain.ToString();
    }
}
