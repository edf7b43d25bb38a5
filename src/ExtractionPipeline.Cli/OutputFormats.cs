using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>What --format asks for.</summary>
/// <remarks>
/// json, jsonl, html and docx are written for each document; csv, xlsx, sqlite and parquet hold the tables of the whole run.
/// </remarks>
internal sealed class OutputFormats
{
    public const string Json = "json";
    public const string JsonLines = "jsonl";
    public const string Csv = "csv";
    public const string Workbook = "xlsx";
    public const string Sqlite = "sqlite";
    public const string Parquet = "parquet";
    public const string Html = "html";
    public const string Docx = "docx";

    private static readonly string[] OfText = [Json, JsonLines, Html];
    private static readonly string[] OfRun = [Csv, Workbook, Sqlite, Parquet];

    private OutputFormats(string[] names) => Names = names;

    /// <summary>All, as --format takes them.</summary>
    public static IReadOnlyList<string> Known { get; } = [Json, JsonLines, Csv, Workbook, Sqlite, Parquet, Html, Docx];

    /// <summary>JSON alone.</summary>
    public static OutputFormats Default { get; } = new([Json]);

    /// <summary>Those asked for, each once, in the order of <see cref="Known"/>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those that hold the tables of the run.</summary>
    public IReadOnlyList<string> Tables => [.. Names.Where(OfRun.Contains)];

    /// <summary>Those of which each document has one of its own.</summary>
    public IReadOnlyList<string> Documents => [.. Names.Except(OfRun, StringComparer.Ordinal)];

    /// <summary>The first that cannot go to standard output, because it is binary or more than one file; null where all can.</summary>
    public string? InNeedOfFolder
    {
        get
        {
            for (var i = 0; i < Names.Count; i++)
            {
                if (Array.IndexOf(OfText, Names[i]) < 0) return Names[i];
            }

            return Names.Count > 1 ? Names[1] : null;
        }
    }

    /// <summary>Reads "json,csv".</summary>
    /// <exception cref="CommandFault">A format is not known (EP1021).</exception>
    public static OutputFormats Of(string? option)
    {
        if (option is null) return Default;
        var asked = option.Split(',', StringSplitOptions.TrimEntries);
        var unknown = Array.Find(asked, a => !Known.Contains(a, StringComparer.Ordinal));
        if (unknown is not null) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.FormatUnknown, null, unknown, string.Join(", ", Known));
        return new OutputFormats([.. Known.Where(k => asked.Contains(k, StringComparer.Ordinal))]);
    }

    /// <summary>Whether what is written depends on the language of the reader.</summary>
    public bool SpeakToPeople => Has(Html) || Has(Docx) || Has(Workbook);

    public bool Has(string format) => Names.Contains(format, StringComparer.Ordinal);
}
