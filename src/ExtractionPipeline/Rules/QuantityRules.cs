using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>A unit of measure or a measure word (量词).</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="TakesNoun">Whether what is counted follows it (个, 家); a unit of measure (平方米) stands alone.</param>
public sealed record QuantityUnit(Rule Rule, bool TakesNoun);

/// <summary>A word that a counted noun does not go beyond (发放, 每年, 的).</summary>
public sealed record NounBoundary(string Word);

/// <summary>Units and measure words of quantities: rules/quantities/.</summary>
public sealed record QuantityRules(IReadOnlyList<QuantityUnit> Units, Rule? Article, Rule? Ordinal)
{
    private static readonly (string Word, string Value)[] Classes = [("article", "article"), ("ordinal", "ordinal"), ("word", "word")];

    internal static QuantityRules Read(RuleReader reader)
    {
        var units = reader.ReadRules("quantities/units.yaml", PhraseUse.QuantityUnit, (node, rule) => new QuantityUnit(rule, node.Flag("noun", true)));
        Rule? article = null;
        Rule? ordinal = null;
        reader.ReadRules<object>("quantities/not-counted.yaml", PhraseUse.UnitHider, (node, rule) =>
        {
            switch (node.Choice("class", Classes))
            {
                case "article": article = rule; return null;
                case "ordinal": ordinal = rule; return null;
                default: return MoneyRules.Hide(reader, rule, HiddenUnit.Quantity);
            }
        });
        var boundaries = new List<string>();
        foreach (var row in RuleTable.Read(reader.Files, "quantities/boundaries.tsv", ["word", "source"], reader.Faults))
        {
            if (row["word"].Length == 0) reader.Faults.Add(DiagnosticKinds.RuleRowField, row.Place, "word", "", "a word");
            else boundaries.Add(row["word"]);
        }

        foreach (var word in boundaries) reader.AddPhrase(PhraseUse.NounBoundary, word, new NounBoundary(word));
        return new QuantityRules(units, article, ordinal);
    }
}
