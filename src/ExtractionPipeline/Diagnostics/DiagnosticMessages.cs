using System.Text;

namespace ExtractionPipeline.Diagnostics;

/// <summary>The messages of the catalogue in Chinese, for people; the output itself stays English, so that it is the same everywhere.</summary>
public static class DiagnosticMessages
{
    private const string Resource = "messages.zh.tsv";

    private static readonly Lazy<Dictionary<string, string>> ChineseByCode = new(Read);

    /// <summary>Template of a code with the same places {0}, {1} … as the English one; the English one where the table has no row.</summary>
    public static string Chinese(DiagnosticKind kind) => ChineseByCode.Value.GetValueOrDefault(kind.Code, kind.Message);

    /// <summary>All rows: code and template.</summary>
    public static IReadOnlyDictionary<string, string> ChineseRows => ChineseByCode.Value;

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(DiagnosticMessages).Assembly.GetManifestResourceStream(Resource)!, Encoding.UTF8);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            rows.Add(line[..tab], line[(tab + 1)..]);
        }

        return rows;
    }
}
