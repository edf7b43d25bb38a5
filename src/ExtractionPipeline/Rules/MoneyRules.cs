namespace ExtractionPipeline.Rules;

/// <summary>A unit of money.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Factor">How much of the currency one of it is (角: 0.1).</param>
/// <param name="Standing">Behind the number, before it (¥), or only as a part of a larger figure (分).</param>
/// <param name="DigitsOnly">Whether the number must be in digits (三角 is a shape, 5角 an amount).</param>
public sealed record MoneyUnit(Rule Rule, string Currency, decimal Factor, Standing Standing, bool DigitsOnly);

/// <summary>Words that hide a unit inside them (二元结构, 成员): no figure there.</summary>
public sealed record NotAUnit(Rule Rule, HiddenUnit Of);

/// <summary>What kind of unit a hiding word hides.</summary>
public enum HiddenUnit
{
    /// <summary>元, 角.</summary>
    Money,

    /// <summary>成.</summary>
    Percent,

    /// <summary>个, 次.</summary>
    Quantity,
}

/// <summary>What an amount can be counted by (计价基数), after a slash or 每.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="IsClassifier">Whether the thing itself follows it (个, 家, 艘) rather than being it (户, 平方米).</param>
/// <param name="IsTime">Whether it is a stretch of the calendar (年, 月).</param>
public sealed record AmountBase(Rule Rule, bool IsClassifier, bool IsTime);

/// <summary>What a word near an amount tells of it.</summary>
public enum CueKind
{
    /// <summary>Nothing; it hides a shorter word.</summary>
    None,

    /// <summary>Something is given.</summary>
    Award,

    /// <summary>What is measured of who applies (投资额, 营业收入).</summary>
    Measure,

    /// <summary>What a project costs: measured of who applies, or planned where nothing is made to depend on it.</summary>
    Investment,

    /// <summary>Planned or allocated.</summary>
    Budget,

    /// <summary>Paid or achieved.</summary>
    Spent,

    /// <summary>Price, fee, wage, standard.</summary>
    Price,

    /// <summary>Fine or paying back.</summary>
    Penalty,

    /// <summary>A step (每增加): the figure right behind it is an exact threshold.</summary>
    Step,

    /// <summary>A growth or ratio, of percentages (增长, 占比).</summary>
    Growth,

    /// <summary>A division or instalment, of percentages (比例拨付).</summary>
    Division,
}

/// <summary>A word that tells the role of an amount or a share.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Standing">On which side of the figure.</param>
/// <param name="Strength">1 weak: counts where nothing else does; 2 normal: the nearest counts; 3 strong: counts before nearer ones.</param>
/// <param name="OfPercent">Whether it tells something of shares only.</param>
/// <param name="IsPast">Whether it names a past time (去年): what follows in its sentence has happened.</param>
/// <param name="Touches">Whether it counts only right before a number (处五万元, 满200元减50元).</param>
public sealed record RoleCue(Rule Rule, CueKind Kind, Standing Standing, int Strength, bool OfPercent, bool IsPast, bool Touches);

/// <summary>Units, bases and role words of money: rules/money/.</summary>
public sealed record MoneyRules(IReadOnlyList<MoneyUnit> Units, IReadOnlyList<AmountBase> Bases, IReadOnlyList<RoleCue> Cues)
{
    internal static readonly (string Word, Standing Value)[] Standings =
    [
        ("either", Standing.Either), ("before", Standing.Before), ("after", Standing.After), ("part", Standing.Part), ("alone", Standing.Alone), ("never", Standing.Never),
    ];

    private static readonly (string Word, CueKind Value)[] Kinds =
    [
        ("none", CueKind.None), ("award", CueKind.Award), ("measure", CueKind.Measure), ("investment", CueKind.Investment), ("budget", CueKind.Budget), ("spent", CueKind.Spent),
        ("price", CueKind.Price), ("penalty", CueKind.Penalty), ("step", CueKind.Step), ("growth", CueKind.Growth), ("division", CueKind.Division),
    ];

    private static readonly (string Word, bool Value)[] BaseKinds = [("unit", false), ("classifier", true)];

    internal static MoneyRules Read(RuleReader reader)
    {
        var units = new List<MoneyUnit>();
        reader.ReadRules<object>("money/units.yaml", PhraseUse.MoneyUnit, (node, rule) =>
        {
            var standing = node.Choice("stands", Standings);
            if (standing == Standing.Never) return Hide(reader, rule, HiddenUnit.Money);
            var unit = new MoneyUnit(rule, node.Text("currency"), node.Number("factor", 1), standing, node.Flag("digitsOnly", false));
            units.Add(unit);
            return unit;
        });
        var bases = reader.ReadRules("money/bases.yaml", PhraseUse.AmountBase, (node, rule) => new AmountBase(rule, node.Choice("kind", BaseKinds), node.Flag("time", false)));
        return new MoneyRules(units, bases, [.. ReadCues(reader, "money/roles.yaml", ofPercent: false)]);
    }

    internal static IReadOnlyList<RoleCue> ReadCues(RuleReader reader, string path, bool ofPercent) => reader.ReadRules(path, PhraseUse.RoleCue, (node, rule) => new RoleCue(
        rule,
        node.Choice("tells", Kinds),
        node.Choice("stands", Standings, optional: true),
        (int)node.Number("strength", 2),
        ofPercent,
        node.Flag("past", false),
        node.Flag("touching", false)));

    // Hiding phrases are looked up apart from units, so that a unit inside them is still seen and can be refused with a reason.
    internal static object? Hide(RuleReader reader, Rule rule, HiddenUnit of)
    {
        foreach (var phrase in rule.Phrases) reader.AddPhrase(PhraseUse.UnitHider, phrase, new NotAUnit(rule, of));
        return null;
    }
}
