namespace ExtractionPipeline.Rules;

/// <summary>A unit of percentages.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Factor">What one of it is in percent (‰: 0.1, 成: 10).</param>
/// <param name="Standing">Behind the number, before it (百分之), or alone with its own value (的一半).</param>
/// <param name="NumeralsOnly">Whether the number must be in Chinese numerals (三成, never 3成).</param>
/// <param name="Value">Its own value in percent, where it stands alone.</param>
/// <param name="IsPoints">Whether it counts a difference of shares (个百分点).</param>
public sealed record PercentUnit(Rule Rule, decimal Factor, Standing Standing, bool NumeralsOnly, decimal Value, bool IsPoints);

/// <summary>Units and role words of percentages: rules/percents/.</summary>
public sealed record PercentRules(IReadOnlyList<PercentUnit> Units, IReadOnlyList<RoleCue> Cues)
{
    internal static PercentRules Read(RuleReader reader)
    {
        var units = new List<PercentUnit>();
        reader.ReadRules<object>("percents/units.yaml", PhraseUse.PercentUnit, (node, rule) =>
        {
            var standing = node.Choice("stands", MoneyRules.Standings);
            if (standing == Standing.Never) return MoneyRules.Hide(reader, rule, HiddenUnit.Percent);
            var unit = new PercentUnit(rule, node.Number("factor", 1), standing, node.Flag("numeralsOnly", false), node.Number("value", 0), node.Flag("points", false));
            units.Add(unit);
            return unit;
        });
        return new PercentRules(units, MoneyRules.ReadCues(reader, "percents/roles.yaml", ofPercent: true));
    }
}
