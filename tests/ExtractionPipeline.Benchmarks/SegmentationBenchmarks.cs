using System.IO.Compression;
using System.Text;
using BenchmarkDotNet.Attributes;
using ExtractionPipeline.Segmentation;
using Newtonsoft.Json.Linq;

namespace ExtractionPipeline.Benchmarks;

/// <summary>How fast text is cut, and what opening the dictionary costs.</summary>
/// <remarks>
/// The text is one million UTF-8 bytes of the sentences among the reference cuts, none twice, cut one by one: a mean of
/// 10 ms is 100 MB/s. Text that repeats itself must not be used here: the processor learns it and doubles the figure.
/// <see cref="Open"/> is warm; the first opening in a process, with compiling, took 4 to 5 ms where it was measured.
/// </remarks>
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private const int Bytes = 1_000_000;

    private readonly List<WordSpan> _words = [];
    private List<string> _lines = [];
    private Segmenter _segmenter = null!;

    [Params(false, true)]
    public bool UserWords { get; set; }

    [GlobalSetup]
    public void ReadText()
    {
        var root = FindRoot();
        _lines = ReadSentences(Path.Combine(root, "tests/ExtractionPipeline.Tests/Segmentation/reference-cuts.jsonl.gz"));
        var dictionary = WordDictionary.OpenDefault();
        _segmenter = new Segmenter(UserWords ? dictionary.WithUserWords(ReadUserWords(root)) : dictionary);
    }

    [Benchmark]
    public int CutWithModel() => Cut(hmm: true);

    [Benchmark]
    public int CutWithoutModel() => Cut(hmm: false);

    [Benchmark]
    public WordDictionary Open() => WordDictionary.OpenDefault();

    private int Cut(bool hmm)
    {
        var count = 0;
        foreach (var line in _lines)
        {
            _words.Clear();
            _segmenter.Cut(line, _words, hmm);
            count += _words.Count;
        }

        return count;
    }

    private static List<string> ReadSentences(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        var sentences = new HashSet<string>(StringComparer.Ordinal);
        for (var bytes = 0; bytes < Bytes;)
        {
            var line = reader.ReadLine() ?? throw new InvalidDataException("The reference has less text than the benchmark cuts.");
            var text = (string)JObject.Parse(line)["text"]!;
            if (text.Length is >= 40 and <= 1000 && sentences.Add(text)) bytes += Encoding.UTF8.GetByteCount(text);
        }

        return [.. sentences];
    }

    private static List<UserWord> ReadUserWords(string root) =>
        [.. File.ReadLines(Path.Combine(root, "rules/segmentation/user-words.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => new UserWord(line[..line.IndexOf('\t', StringComparison.Ordinal)], Frequency: null))];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ExtractionPipeline.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The benchmarks run outside a checkout.");
    }
}
