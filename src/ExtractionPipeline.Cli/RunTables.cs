using System.Runtime.CompilerServices;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Sqlite;
using ExtractionPipeline.Export.Tables;
using ExtractionPipeline.Export.Text;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Cli;

/// <summary>The files that hold the tables of a whole run: documents.csv …, results.xlsx, results.db, documents.parquet ….</summary>
/// <remarks>
/// Not thread-safe: documents are added in their order by one thread. A file appears, whole, when the run is over; results.db grows by one
/// transaction. A file that cannot be written is reported once, and the others go on.
/// </remarks>
internal sealed class RunTables : IDisposable
{
#if TABLE_FILES
    private const string WorkbookName = "results.xlsx";
#endif
    private const string DatabaseName = "results.db";

    private readonly List<Sink> _sinks = [];
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly List<(string? Subject, Diagnostic Finding)> _findings = [];
    private readonly OutputFolder _output;
    private readonly string _folder;

    private RunTables(OutputFolder output, string folder) => (_output, _folder) = (output, folder);

    /// <summary>What there was to say so far: the file it is about, null for the run.</summary>
    public IReadOnlyList<(string? Subject, Diagnostic Finding)> Findings => _findings;

    /// <summary>Opens the files.</summary>
    /// <exception cref="CommandFault">A format is not in this build (EP7008), or results.db is something else (EP7007).</exception>
    public static RunTables Open(OutputFormats formats, OutputFolder output, string folder, RuleSet rules, bool chinese)
    {
        var tables = new RunTables(output, folder);
        try
        {
            foreach (var format in formats.Tables) tables.Open(format, rules, chinese);
            return tables;
        }
        catch (InputException fault)
        {
            tables.Dispose();
            throw new CommandFault(ExitCode.Usage, fault.Kind, fault.File, [.. fault.Details]);
        }
        catch (IOException fault)
        {
            tables.Dispose();
            throw new CommandFault(ExitCode.Usage, DiagnosticKinds.OutputUnwritable, folder, DiskFault.Why(fault));
        }
    }

    /// <summary>Adds one document; the same bytes a second time are left out, with a note.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="shown">As messages name it.</param>
    public void Add(DocumentRows rows, string shown)
    {
        if (!_seen.TryAdd(rows.Id, shown))
        {
            Report(shown, DiagnosticKinds.DocumentTwice, _seen[rows.Id]);
            return;
        }

        foreach (var sink in _sinks) Attempt(sink, () => sink.Tables.Add(rows));
    }

    /// <summary>Finishes the files; call only where the run came to its end.</summary>
    public void Complete()
    {
        foreach (var sink in _sinks)
        {
            Attempt(sink, () =>
            {
                sink.Tables.Complete();
                foreach (var file in sink.Files) file.Finish();
            });
        }
    }

    public void Dispose()
    {
        foreach (var sink in _sinks)
        {
            sink.Tables.Dispose();
            foreach (var file in sink.Files) file.Dispose();
        }
    }

    private void Open(string format, RuleSet rules, bool chinese)
    {
        var files = new List<OutputFile>();
        switch (format)
        {
            case OutputFormats.Csv: _sinks.Add(new Sink("documents.csv", OpenCsv(files), files)); break;
            case OutputFormats.Sqlite: _sinks.Add(new Sink(DatabaseName, OpenDatabase(rules), files)); break;
#if TABLE_FILES
            case OutputFormats.Workbook: _sinks.Add(new Sink(WorkbookName, OpenWorkbook(files, chinese), files)); break;
            case OutputFormats.Parquet: _sinks.Add(new Sink("documents.parquet", OpenParquet(files), files)); break;
#endif
            default: throw new InputException(DiagnosticKinds.FormatNotBuilt, _folder, format);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CsvTables OpenCsv(List<OutputFile> files) => new(name => OpenFile(name, files));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SqliteTables OpenDatabase(RuleSet rules) => SqliteTables.Open(Path.Join(_folder, DatabaseName), rules);

#if TABLE_FILES
    [MethodImpl(MethodImplOptions.NoInlining)]
    private TableFiles.WorkbookTables OpenWorkbook(List<OutputFile> files, bool chinese) =>
        new(OpenFile(WorkbookName, files), WorkbookName, chinese, (kind, details) => Report(null, kind, details));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TableFiles.ParquetTables OpenParquet(List<OutputFile> files) => new(name => OpenFile(name, files));
#endif

    private Stream OpenFile(string name, List<OutputFile> files)
    {
        var file = _output.OpenFile(name);
        files.Add(file);
        return file.Stream;
    }

    private void Attempt(Sink sink, Action work)
    {
        if (sink.Failed) return;
        try
        {
            work();
        }
        catch (IOException fault)
        {
            Fail(sink, DiskFault.Why(fault));
        }
        catch (InputException fault)
        {
            sink.Failed = true;   // a database that is damaged
            Report(Path.Join(_folder, sink.Name), fault.Kind, [.. fault.Details]);
        }
        catch (UnauthorizedAccessException)
        {
            Fail(sink, "no permission");
        }
    }

    private void Fail(Sink sink, string why)
    {
        sink.Failed = true;
        Report(Path.Join(_folder, sink.Name), DiagnosticKinds.OutputUnwritable, why);
    }

    private void Report(string? subject, DiagnosticKind kind, params string[] details) => _findings.Add((subject, new Diagnostic(kind, DiagnosticPlace.Document, details)));

    private sealed class Sink(string name, ITableSink tables, List<OutputFile> files)
    {
        public string Name { get; } = name;

        public ITableSink Tables { get; } = tables;

        public List<OutputFile> Files { get; } = files;

        public bool Failed { get; set; }
    }
}
