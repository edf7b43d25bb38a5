using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Segmentation;

namespace ExtractionPipeline.Rules;

/// <summary>Reads rules/segmentation/user-words.tsv: words that the general word list lacks or cuts wrongly.</summary>
internal static class SegmentationRules
{
    private const string Path = "segmentation/user-words.tsv";

    public static Segmenter Read(RuleFiles files, RuleFaults faults)
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

        return new Segmenter(WordDictionary.OpenDefault().WithUserWords(words));
    }
}
