using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ExtractionPipeline.Segmentation;

namespace ExtractionPipeline.Tests.Segmentation;

/// <summary>Compiles words.txt and hidden-markov-model.txt to the layout that <see cref="CompiledWordList"/> reads in place.</summary>
/// <remarks>Same sources, same bytes, on any machine: the logarithms are correctly rounded, all orders are explicit.</remarks>
internal sealed class WordListCompiler
{
    private const string States = "BEMS";

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, double[]> _emissions = [];
    private readonly double[] _starts = new double[4];
    private readonly double[,] _transitions = new double[4, 4];
    private readonly byte[] _fingerprint;
    private long _total;

    private WordListCompiler(byte[] words, byte[] model)
    {
        _fingerprint = SHA256.HashData([.. words, .. model]);
        foreach (var line in Lines(words)) ReadWord(line);
        foreach (var line in Lines(model)) ReadFigure(line);
    }

    public static byte[] Compile(byte[] words, byte[] model) => new WordListCompiler(words, model).Write();

    /// <summary>The lines that are no comment; words.txt has no word that begins with "# ".</summary>
    public static IEnumerable<string> Lines(byte[] file) =>
        Encoding.UTF8.GetString(file).Split('\n').Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal));

    private void ReadWord(string line)
    {
        var space = line.LastIndexOf(' ');
        var frequency = int.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture);
        _words[line[..space]] = frequency;
        _total += frequency;
    }

    private void ReadFigure(string line)
    {
        var parts = line.Split(' ');
        switch (parts[0])
        {
            case "start":
                _starts[State(parts[1])] = Figure(parts[2]);
                break;
            case "transition":
                _transitions[State(parts[1]), State(parts[2])] = Figure(parts[3]);
                break;
            case "emission":
                _emissions.Add(parts[1].Single(), [.. parts[2..].Select(Figure)]);
                break;
            default:
                throw new InvalidDataException($"Not a line of the model: {line}");
        }
    }

    private static int State(string letter) => States.IndexOf(letter, StringComparison.Ordinal);

    private static double Figure(string text) =>
        text is "-" ? CompiledWordList.Impossible : double.Parse(text, CultureInfo.InvariantCulture);

    private byte[] Write()
    {
        var codes = AssignCodes();
        var frequencies = _words.Values.Distinct().Order().ToArray();
        var places = frequencies.Select((frequency, index) => (frequency, index)).ToDictionary(f => f.frequency, f => f.index + 1);
        var nodes = new DoubleArray(_words.ToDictionary(w => w.Key, w => places[w.Value], StringComparer.Ordinal), codes).Nodes;
        var codeCount = codes.Count + 1;

        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(CompiledWordList.Magic);
        writer.Write(CompiledWordList.Version);
        writer.Write((uint)nodes.Length);
        writer.Write((uint)frequencies.Length);
        writer.Write((uint)codeCount);
        writer.Write(_total);
        writer.Write(_fingerprint);
        foreach (var node in nodes) writer.Write(node);
        writer.Write(NaturalLogarithm.Of(_total));
        foreach (var frequency in frequencies) writer.Write(NaturalLogarithm.Of(frequency));
        WriteModel(writer, codes, codeCount);
        foreach (var frequency in frequencies) writer.Write(frequency);
        for (var c = 0; c < CompiledWordList.CodeTableLength; c++) writer.Write((ushort)codes.GetValueOrDefault((char)c));
        writer.Flush();
        return memory.ToArray();
    }

    private void WriteModel(BinaryWriter writer, Dictionary<char, int> codes, int codeCount)
    {
        foreach (var start in _starts) writer.Write(start);
        foreach (var pair in (string[])["EB", "SB", "BE", "ME", "BM", "MM", "ES", "SS"])
            writer.Write(_transitions[State(pair[..1]), State(pair[1..])]);

        var emissions = new double[4 * codeCount];
        Array.Fill(emissions, CompiledWordList.Impossible);
        foreach (var (character, figures) in _emissions) figures.CopyTo(emissions, 4 * codes[character]);
        foreach (var emission in emissions) writer.Write(emission);
    }

    /// <summary>Small codes for characters that stand in many words, so that the double array becomes dense.</summary>
    private Dictionary<char, int> AssignCodes()
    {
        var uses = _emissions.Keys.ToDictionary(character => character, _ => 0);
        foreach (var character in _words.Keys.SelectMany(word => word))
            uses[character] = uses.GetValueOrDefault(character) + 1;
        return uses
            .OrderByDescending(use => use.Value)
            .ThenBy(use => use.Key)
            .Select((use, index) => (use.Key, Code: index + 1))
            .ToDictionary(use => use.Key, use => use.Code);
    }
}
