using System.IO.Compression;
using System.Xml;

using BenchmarkDotNet.Attributes;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Output;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Benchmarks;

/// <summary>The sample from bytes to JSON, and its stages; the baseline unzips the file and walks its XML, which nothing can do without.</summary>
[MemoryDiagnoser]
public class WholeWayBenchmarks
{
    private readonly WordDocumentReader _reader = new(new WordReadingOptions());
    private readonly PolicyPipeline _pipeline = PolicyPipeline.CreateDefault();
    private static readonly StreamWriter s_nowhere = new(Stream.Null);
    private byte[] _bytes = [];
    private PolicyDocument _document = null!;
    private ExtractionResult _result = null!;
    private List<OutlineItem> _items = [];

    [GlobalSetup]
    public void Open()
    {
        _bytes = File.ReadAllBytes(Sample.Path);
        _document = _reader.Read(_bytes, Sample.Name);
        _result = _pipeline.Extract(_document);
        _items = [.. _result.Items.Select(i => i.Item)];
    }

    [Benchmark(Baseline = true, Description = "unzip and walk the XML")]
    public int UnzipAndWalk()
    {
        using var zip = new ZipArchive(new MemoryStream(_bytes), ZipArchiveMode.Read);
        var nodes = 0;
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) || e.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (xml.Read()) nodes++;
        }

        return nodes;
    }

    [Benchmark(Description = "read the Word file")]
    public PolicyDocument Read() => _reader.Read(_bytes, Sample.Name);

    [Benchmark(Description = "fold, look up and cut all items")]
    public int Words() => _items.Sum(item => ItemText.Read(item, _pipeline.Rules).Numbers.Count);

    [Benchmark(Description = "document to result")]
    public ExtractionResult Extract() => _pipeline.Extract(_document);

    [Benchmark(Description = "result to JSON")]
    public void Write() => ResultJsonWriter.Write(_result, s_nowhere);

    [Benchmark(Description = "the whole way, bytes to JSON")]
    public void WholeWay() => ResultJsonWriter.Write(_pipeline.Extract(_reader.Read(_bytes, Sample.Name)), s_nowhere);
}
