using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

using ExtractionPipeline.Output;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Benchmarks.Report;

/// <summary>Measures everything that users wait for and prints it as Markdown, with machine, date and load.</summary>
/// <remarks>report [--tool COMMAND]… [--seconds N] [--documents N]. BenchmarkDotNet measures the stages more finely; this says in two minutes where things stand.</remarks>
internal sealed class SpeedReport
{
    private readonly WordDocumentReader _reader = new(WordReadingOptions.Default);
    private readonly PolicyPipeline _pipeline = PolicyPipeline.CreateDefault();
    private static readonly StreamWriter s_nowhere = new(Stream.Null);
    private readonly byte[] _sample = File.ReadAllBytes(Sample.Path);
    private readonly TextWriter _to;
    private readonly TimeSpan _length;

    private SpeedReport(TextWriter to, TimeSpan length) => (_to, _length) = (to, length);

    public static void Write(IReadOnlyList<string> arguments, TextWriter to)
    {
        var tools = new List<string>();
        var (seconds, documents) = (4, 2000);
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            switch (arguments[i])
            {
                case "--tool": tools.Add(arguments[i + 1]); break;
                case "--seconds": seconds = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture); break;
                case "--documents": documents = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture); break;
                default: throw new ArgumentException($"unknown: {arguments[i]}", nameof(arguments));
            }
        }

        var report = new SpeedReport(to, TimeSpan.FromSeconds(seconds));
        report.WriteMachine();
        report.WriteStages();
        report.WriteGrowth();
        foreach (var tool in tools) report.WriteTool(tool, documents);
    }

    private void WriteMachine()
    {
        _to.WriteLine($"# Measured on {DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC");
        _to.WriteLine();
        _to.WriteLine($"{Processor()}, {Environment.ProcessorCount} processors; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; load {Load()} at the start.");
        _to.WriteLine("Milliseconds of processor time where nothing else is said; other work on a machine adds least to the cheapest repetition, and most to the clock.");
    }

    private void WriteStages()
    {
        var document = _reader.Read(_sample, Sample.Name);
        var result = _pipeline.Extract(document);
        (string Name, Measurement Figures)[] stages =
        [
            ("unzip and walk the XML of all parts", Measurement.Of(() => UnzipAndWalk(_sample), _length)),
            ("read the Word file", Measurement.Of(() => _reader.Read(_sample, Sample.Name), _length)),
            ("document to result", Measurement.Of(() => _pipeline.Extract(document), _length)),
            ("result to JSON", Measurement.Of(() => ResultJsonWriter.Write(result, s_nowhere), _length)),
            ("the whole way, bytes to JSON", Measurement.Of(() => WholeWay(_sample), _length)),
        ];
        _to.WriteLine();
        _to.WriteLine("## Stages, warm, the sample");
        _to.WriteLine();
        _to.WriteLine("| stage | least ms | median ms | least on the clock | KB allocated | least, in unzip-and-walks |");
        _to.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, figures) in stages)
            _to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {figures.Least:0.00} | {figures.Median:0.00} | {figures.Wall:0.00} | {figures.Bytes / 1024} | {figures.Least / stages[0].Figures.Least:0.00} |"));
    }

    private void WriteGrowth()
    {
        _to.WriteLine();
        _to.WriteLine("## Growth");
        _to.WriteLine();
        _to.WriteLine("| the sample | least ms | for each 1× | MB allocated | for each 1× | items |");
        _to.WriteLine("|---|---|---|---|---|---|");
        foreach (var times in (int[])[1, 10, 100])
        {
            var bytes = GrownSample.Of(_sample, times);
            var items = _pipeline.Extract(_reader.Read(bytes, Sample.Name)).Items.Count;
            var figures = Measurement.Of(() => WholeWay(bytes), _length);
            var megabytes = figures.Bytes / 1048576.0;
            _to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {times}× | {figures.Least:0.00} | {figures.Least / times:0.00} | {megabytes:0.0} | {megabytes / times:0.00} | {items} |"));
        }
    }

    private void WriteTool(string command, int documents)
    {
        const int times = 20;
        var tool = new ToolRuns(command);
        var name = command.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet policy-extract.dll" : "native policy-extract";
        _to.WriteLine();
        _to.WriteLine($"## {name}, load {Load()}");
        _to.WriteLine();
        _to.WriteLine($"| fresh process, {times} times | least ms on the clock | median | mean of processor time | MB resident |");
        _to.WriteLine("|---|---|---|---|---|");
        _to.WriteLine(tool.ColdStart("--version", times, "--version"));
        _to.WriteLine(tool.ColdStart("run on the sample", times, "run", Sample.Path));
        _to.WriteLine();
        _to.WriteLine("| documents | jobs | seconds on the clock, in turns | seconds of processor time | documents a second | times one job, median of the turns | MB resident |");
        _to.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var row in tool.Folder(documents, turns: 3)) _to.WriteLine(row);
        _to.Flush();
    }

    private void WholeWay(byte[] bytes) => ResultJsonWriter.Write(_pipeline.Extract(_reader.Read(bytes, Sample.Name)), s_nowhere);

    private static int UnzipAndWalk(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var nodes = 0;
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) || e.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (xml.Read()) nodes++;
        }

        return nodes;
    }

    private static string Processor()
    {
        const string file = "/proc/cpuinfo", field = "model name";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
