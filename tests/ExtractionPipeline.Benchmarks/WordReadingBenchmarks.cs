using System.IO.Compression;
using System.Xml;

using BenchmarkDotNet.Attributes;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Benchmarks;

/// <summary>Reading the sample, beside the least that any reader must do: unpack its two parts and walk over their XML.</summary>
[MemoryDiagnoser]
public class WordReadingBenchmarks
{
    private readonly WordDocumentReader _reader = new(WordReadingOptions.Default);
    private byte[] _sample = [];

    [GlobalSetup]
    public void Load()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ExtractionPipeline.sln"))) folder = folder.Parent;
        _sample = File.ReadAllBytes(Path.Combine(folder!.FullName, "samples", "intelligent-construction-batch2.docx"));
    }

    [Benchmark(Baseline = true)]
    public int UnzipAndWalk()
    {
        using var archive = new ZipArchive(new MemoryStream(_sample));
        var nodes = 0;
        foreach (var part in (string[])["word/document.xml", "word/styles.xml"])
        {
            using var xml = XmlReader.Create(archive.GetEntry(part)!.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read()) nodes++;
        }

        return nodes;
    }

    [Benchmark]
    public PolicyDocument Read() => _reader.Read(_sample, "sample.docx");
}
