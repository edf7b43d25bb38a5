using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>How numbers are written: rules/numbers/numerals.tsv and words.tsv.</summary>
/// <param name="Lexer">Finds the numbers of a text.</param>
/// <param name="Words">The words between and beside numbers.</param>
public sealed record NumeralRules(NumberLexer Lexer, NumberWords Words)
{
    private const string Stop = "stop";

    private static readonly (string Word, NumeralKind Value)[] Kinds =
    [
        ("digit", NumeralKind.Digit), ("formal", NumeralKind.Formal), ("place", NumeralKind.Place), ("magnitude", NumeralKind.Magnitude),
        ("some", NumeralKind.Some), ("some-before-place", NumeralKind.SomeBeforePlace), ("more", NumeralKind.More), ("point", NumeralKind.Point),
    ];

    private static readonly (string Word, NumberWordKind Value)[] WordKinds =
    [
        ("range", NumberWordKind.Range), ("list", NumberWordKind.List), ("included", NumberWordKind.Included), ("excluded", NumberWordKind.Excluded),
        ("itself", NumberWordKind.Itself), ("whole", NumberWordKind.Whole), ("ordinal", NumberWordKind.Ordinal), ("and", NumberWordKind.And), ("each", NumberWordKind.Each), ("of", NumberWordKind.Of), ("share-of", NumberWordKind.ShareOf),
        ("portion", NumberWordKind.Portion), ("from", NumberWordKind.From), ("part", NumberWordKind.Part), ("level", NumberWordKind.Level),
    ];

    internal static NumeralRules Read(RuleFiles files, RuleFaults faults)
    {
        var numerals = new Dictionary<char, Numeral>();
        var stops = new List<string>();
        foreach (var row in RuleTable.Read(files, "numbers/numerals.tsv", ["written", "kind", "value", "source"], faults))
        {
            if (row["kind"] is Stop) stops.Add(row["written"]);
            else ReadNumeral(row, numerals, faults);
        }

        var words = new List<NumberWord>();
        foreach (var row in RuleTable.Read(files, "numbers/words.tsv", ["written", "kind", "source"], faults))
        {
            if (Vocabulary.TryFind(WordKinds, row["kind"], out var kind)) words.Add(new NumberWord(row["written"], kind));
            else faults.Add(DiagnosticKinds.RuleRowField, row.Place, "kind", row["kind"], "one of " + Vocabulary.Words(WordKinds));
        }

        return new NumeralRules(new NumberLexer(new NumeralTable(numerals, stops)), new NumberWords(words));
    }

    private static void ReadNumeral(RuleRow row, Dictionary<char, Numeral> numerals, RuleFaults faults)
    {
        var known = Vocabulary.TryFind(Kinds, row["kind"], out var kind);
        var value = 0m;
        var valued = row["value"].Length == 0 || decimal.TryParse(row["value"], NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!known) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "kind", row["kind"], "one of stop, " + Vocabulary.Words(Kinds));
        else if (row["written"].Length != 1) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "written", row["written"], "one character");
        else if (!valued) faults.Add(DiagnosticKinds.RuleRowField, row.Place, "value", row["value"], "a whole number");
        else numerals[row["written"][0]] = new Numeral(kind, value);
    }
}
