namespace ExtractionPipeline.Rules;

/// <summary>What a word of time does.</summary>
public enum PeriodWordKind
{
    /// <summary>Behind a year of four digits.</summary>
    Year,

    /// <summary>Behind a month, 1 to 12.</summary>
    Month,

    /// <summary>Behind a day of a month, 1 to 31.</summary>
    Day,

    /// <summary>Counts years.</summary>
    Years,

    /// <summary>Counts months.</summary>
    Months,

    /// <summary>Counts weeks.</summary>
    Weeks,

    /// <summary>Counts days.</summary>
    Days,

    /// <summary>Counts hours.</summary>
    Hours,

    /// <summary>Half a year, without a number.</summary>
    HalfYear,

    /// <summary>January to June, behind a year or alone.</summary>
    FirstHalf,

    /// <summary>July to December, behind a year or alone.</summary>
    SecondHalf,

    /// <summary>Before a time that goes on.</summary>
    SinceBefore,

    /// <summary>Behind a time that goes on.</summary>
    Since,

    /// <summary>Behind a time that is the end.</summary>
    Until,

    /// <summary>A year that the text does not name.</summary>
    OtherYear,

    /// <summary>A five-year plan.</summary>
    Plan,
}

/// <summary>A word of time.</summary>
public sealed record PeriodRule(Rule Rule, PeriodWordKind Kind);

/// <summary>One written form of a five-year plan.</summary>
/// <param name="Rule">The rule that owns the table.</param>
/// <param name="Period">2021/2025.</param>
public sealed record PlanRule(Rule Rule, string Period);

/// <summary>The rules of rules/periods/.</summary>
public sealed record PeriodRules(IReadOnlyList<PeriodRule> Rules)
{
    private static readonly (string Word, PeriodWordKind Value)[] Kinds =
    [
        ("year", PeriodWordKind.Year), ("month", PeriodWordKind.Month), ("day", PeriodWordKind.Day), ("years", PeriodWordKind.Years),
        ("months", PeriodWordKind.Months), ("weeks", PeriodWordKind.Weeks), ("days", PeriodWordKind.Days), ("hours", PeriodWordKind.Hours),
        ("half-year", PeriodWordKind.HalfYear), ("first-half", PeriodWordKind.FirstHalf), ("second-half", PeriodWordKind.SecondHalf), ("since-before", PeriodWordKind.SinceBefore), ("since", PeriodWordKind.Since),
        ("until", PeriodWordKind.Until), ("other-year", PeriodWordKind.OtherYear), ("plan", PeriodWordKind.Plan),
    ];

    internal static PeriodRules Read(RuleReader reader)
    {
        var rules = reader.ReadRules("periods/periods.yaml", PhraseUse.Period, (node, rule) => new PeriodRule(rule, node.Choice("does", Kinds)));
        if (rules.FirstOrDefault(r => r.Kind == PeriodWordKind.Plan) is { } plan)
        {
            foreach (var row in RuleTable.Read(reader.Files, "periods/plans.tsv", ["written", "period", "source"], reader.Faults))
            {
                reader.AddPhrase(PhraseUse.Period, row["written"], new PlanRule(plan.Rule, row["period"]));
            }
        }

        return new PeriodRules(rules);
    }
}
