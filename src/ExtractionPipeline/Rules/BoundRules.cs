using ExtractionPipeline.Values;

namespace ExtractionPipeline.Rules;

/// <summary>What a bound word says of a figure.</summary>
public enum BoundSense
{
    /// <summary>Nothing: the word only hides a shorter one inside it.</summary>
    None,

    /// <summary>The figure or more.</summary>
    AtLeast,

    /// <summary>More than the figure.</summary>
    MoreThan,

    /// <summary>The figure or less.</summary>
    AtMost,

    /// <summary>Less than the figure.</summary>
    LessThan,

    /// <summary>About the figure.</summary>
    About,
}

/// <summary>Where a word stands, seen from its figure.</summary>
public enum Standing
{
    /// <summary>Before it.</summary>
    Before,

    /// <summary>Behind it.</summary>
    After,

    /// <summary>Either.</summary>
    Either,

    /// <summary>Behind a larger unit of the same figure.</summary>
    Part,

    /// <summary>By itself; it brings its own number.</summary>
    Alone,

    /// <summary>Nowhere: the phrase only hides a shorter one.</summary>
    Never,
}

/// <summary>How far a bound word before a figure reaches.</summary>
public enum BoundReach
{
    /// <summary>Nothing may stand between.</summary>
    Touching,

    /// <summary>Only base words (每人每月) and the name of the currency.</summary>
    Beside,

    /// <summary>A short noun whose figure it is (不超过项目投资30%).</summary>
    Object,

    /// <summary>Anything but punctuation: a verb may stand between (最高资助2000万元).</summary>
    Clause,
}

/// <summary>A word that sets a bound.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Sense">What it says.</param>
/// <param name="Standing">Before or behind the figure.</param>
/// <param name="Reach">How far, before a figure; a word behind one touches it.</param>
/// <param name="IsLimit">Whether it limits what is given (最高, 封顶) rather than compares (以下, 不满).</param>
/// <param name="IsRequired">Whether it asks for something (不低于, 须达到) and never reports it.</param>
public sealed record Bound(Rule Rule, BoundSense Sense, Standing Standing, BoundReach Reach, bool IsLimit, bool IsRequired)
{
    /// <summary>Whether it sets the lower end.</summary>
    public bool IsLower => Sense is BoundSense.AtLeast or BoundSense.MoreThan;

    /// <summary>Whether it sets the upper end.</summary>
    public bool IsUpper => Sense is BoundSense.AtMost or BoundSense.LessThan;

    /// <summary>Whether the figure itself is left out (超过, 不满).</summary>
    public bool IsExclusive => Sense is BoundSense.MoreThan or BoundSense.LessThan;

    /// <summary>The rule's name.</summary>
    public RuleId Id => Rule.Id;
}

/// <summary>Bound words: rules/money/bounds.yaml.</summary>
public sealed record BoundRules(IReadOnlyList<Bound> All)
{
    private static readonly (string Word, BoundSense Value)[] Senses =
    [
        ("none", BoundSense.None), ("at-least", BoundSense.AtLeast), ("more-than", BoundSense.MoreThan),
        ("at-most", BoundSense.AtMost), ("less-than", BoundSense.LessThan), ("about", BoundSense.About),
    ];

    private static readonly (string Word, BoundReach Value)[] Reaches =
    [
        ("touching", BoundReach.Touching), ("beside", BoundReach.Beside), ("object", BoundReach.Object), ("clause", BoundReach.Clause),
    ];

    internal static BoundRules Read(RuleReader reader) => new(reader.ReadRules("money/bounds.yaml", PhraseUse.Bound, (node, rule) => new Bound(
        rule,
        node.Choice("yields", Senses),
        node.Choice("stands", MoneyRules.Standings),
        node.Choice("reach", Reaches, optional: true),
        node.Flag("limit", false),
        node.Flag("required", false))));
}
