namespace ExtractionPipeline.Rules;

/// <summary>What a phrase can be looked up for. One phrase may serve several uses.</summary>
public enum PhraseUse
{
    /// <summary>A name of a division or area (地名).</summary>
    Place,

    /// <summary>What makes a place name part of another name (路, 大学, 晚报 …), or forbids it.</summary>
    PlaceContext,

    /// <summary>A unit of money (元, 美元).</summary>
    MoneyUnit,

    /// <summary>A word that sets a bound (以上, 不超过).</summary>
    Bound,

    /// <summary>A word that tells the role of an amount (补贴, 投资额).</summary>
    RoleCue,

    /// <summary>A unit of a percentage (%, 个百分点, 成).</summary>
    PercentUnit,

    /// <summary>A unit or measure word of a quantity (个, 平方米).</summary>
    QuantityUnit,

    /// <summary>A word of a period (年, 月, 采暖季).</summary>
    Period,

    /// <summary>A word of an organisation's name (市教委, 住房城乡建设局).</summary>
    Organisation,

    /// <summary>A mark or word of a title or a document number (《, 号).</summary>
    Document,

    /// <summary>A word that tells a category of measure.</summary>
    Category,

    /// <summary>A word that joins or narrows clauses (其中, 分别).</summary>
    Clause,

    /// <summary>What an amount is counted by (计价基数), after a slash or 每.</summary>
    AmountBase,

    /// <summary>A word that hides a unit inside it (二元结构, 成员).</summary>
    UnitHider,

    /// <summary>A word that a counted noun does not go beyond.</summary>
    NounBoundary,

    /// <summary>A figure that is not reported, by class (第…批, 一次性).</summary>
    FigureClass,
}

/// <summary>One meaning of one phrase: what it is for, and the rule that says so.</summary>
/// <param name="Use">What it is looked up for.</param>
/// <param name="Phrase">As searched for (folded).</param>
/// <param name="Subject">The domain's own rule record (a bound, a unit, a division name …), which the finder of that use knows.</param>
/// <param name="Part">0-based part of a phrase with …; 0 for a plain phrase.</param>
/// <param name="Parts">Number of parts of the phrase; 1 for a plain phrase.</param>
public sealed record PhraseMeaning(PhraseUse Use, string Phrase, object Subject, int Part = 0, int Parts = 1)
{
    /// <summary>Number of uses and effects together: see <see cref="Group"/>.</summary>
    internal static readonly int Groups = Enum.GetValues<PhraseUse>().Length + Enum.GetValues<PlaceEffect>().Length;

    private static readonly int s_uses = Enum.GetValues<PhraseUse>().Length;

    /// <summary>By what the hits of a text are sorted: the use; of a word beside place names its effect, counted behind the uses.</summary>
    internal int Group => Use == PhraseUse.PlaceContext ? GroupOf(((PlaceRule)Subject).Effect) : (int)Use;

    internal static int GroupOf(PlaceEffect effect) => s_uses + (int)effect;
}
