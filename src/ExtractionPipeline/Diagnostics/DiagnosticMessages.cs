namespace ExtractionPipeline.Diagnostics;

/// <summary>The messages of the catalogue in Chinese, for people; the output itself stays English, so that it is the same everywhere.</summary>
public static class DiagnosticMessages
{
    private const string Resource = "messages.zh.tsv";

    private static readonly Lazy<Dictionary<string, string>> ChineseByCode = new(() => MessageTable.Read(typeof(DiagnosticMessages).Assembly, Resource));

    /// <summary>Template of a code with the same places {0}, {1} … as the English one; the English one where the table has no row.</summary>
    public static string Chinese(DiagnosticKind kind) => ChineseByCode.Value.GetValueOrDefault(kind.Code, kind.Message);

    /// <summary>All rows: code and template.</summary>
    public static IReadOnlyDictionary<string, string> ChineseRows => ChineseByCode.Value;
}
