using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Segmentation;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>Reads rules/segmentation/user-words.tsv: words that the general word list lacks or cuts wrongly.</summary>
/// <remarks>Compiled form: the logarithm of the total (double), number of words (int), for each its length, frequency and logarithm; the characters of all.</remarks>
internal static class SegmentationRules
{
    private const string Path = "segmentation/user-words.tsv";
    private const int WordsAt = sizeof(double) + sizeof(int);
    private const int WordSize = (2 * sizeof(int)) + sizeof(double);

    public static Segmenter Read(RuleFiles files, RuleFaults faults) => Open(files.Compiled?.UserWords ?? Compile(files, faults));

    public static CompiledBytes Compile(RuleFiles files, RuleFaults faults)
    {
        var dictionary = WordDictionary.OpenDefault();
        var counted = dictionary.Count(ReadWords(files, faults));
        var writer = new CompiledWriter();
        writer.Write(dictionary.WithCountedWords(counted, logarithmOfTotal: null).LogarithmOfTotal);
        writer.Write(counted.Count);
        foreach (var word in counted)
        {
            writer.Write<int>([word.Word.Length, word.Frequency]);
            writer.Write(word.Logarithm);
        }

        foreach (var word in counted) writer.Write<char>(word.Word);
        return writer.ToTable();
    }

    private static Segmenter Open(CompiledBytes table)
    {
        var words = new CountedWord[table.Read<int>(sizeof(double), 1)[0]];
        var characters = WordsAt + (words.Length * WordSize);
        for (var i = 0; i < words.Length; i++)
        {
            var at = WordsAt + (i * WordSize);
            var figures = table.Read<int>(at, 2);
            words[i] = new CountedWord(table.Read<char>(characters, figures[0]).ToString(), figures[1], table.Read<double>(at + (2 * sizeof(int)), 1)[0]);
            characters += figures[0] * sizeof(char);
        }

        return new Segmenter(WordDictionary.OpenDefault().WithCountedWords(words, table.Read<double>(0, 1)[0]));
    }

    private static List<UserWord> ReadWords(RuleFiles files, RuleFaults faults)
    {
        var words = new List<UserWord>();
        foreach (var row in RuleTable.Read(files, Path, ["word", "frequency"], faults))
        {
            var frequency = row["frequency"];
            if (row["word"].Length == 0) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "word", "", "a word");
            else if (frequency.Length == 0) words.Add(new UserWord(row["word"], null));
            else if (int.TryParse(frequency, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) words.Add(new UserWord(row["word"], count));
            else faults.Add(DiagnosticKinds.RuleRowField, row.Place, "frequency", frequency, "a whole number or nothing");
        }

        return words;
    }
}
