namespace ExtractionPipeline.Rules;

/// <summary>Where the mark of a class stands, seen from the number.</summary>
public enum FigureClassPlace
{
    /// <summary>The phrase stands right before the number.</summary>
    Before,

    /// <summary>The phrase stands right behind the number.</summary>
    After,

    /// <summary>The number is inside the phrase.</summary>
    Around,

    /// <summary>A letter stands beside the number.</summary>
    Letter,

    /// <summary>The phrase joins two numbers.</summary>
    Ratio,

    /// <summary>The number stands alone in brackets.</summary>
    Label,

    /// <summary>The number is inside a longer word of the word list.</summary>
    Word,

    /// <summary>The phrase stands a few characters before the number and names it.</summary>
    Named,

    /// <summary>The number opens a list item inside a sentence: 1.</summary>
    RunningLabel,

    /// <summary>The numeral stands twice with one character between: 一人一策.</summary>
    Pair,

    /// <summary>The number is nothing but the phrase: 零 in 零跑动.</summary>
    Alone,
}

/// <summary>A class of figures that are no data.</summary>
/// <param name="Rule">Its name, source and examples.</param>
/// <param name="Place">Where its mark stands.</param>
/// <param name="Class">Completes "not reported: …".</param>
public sealed record FigureClassRule(Rule Rule, FigureClassPlace Place, string Class);

/// <summary>The rules of rules/ledger/.</summary>
public sealed record LedgerRules(IReadOnlyList<FigureClassRule> Classes)
{
    internal static LedgerRules Read(RuleReader reader) => new(reader.ReadRules("ledger/classes.yaml", PhraseUse.FigureClass, (node, rule) =>
        new FigureClassRule(rule, node.Choice("stands",
        [
            ("before", FigureClassPlace.Before), ("after", FigureClassPlace.After), ("around", FigureClassPlace.Around), ("letter", FigureClassPlace.Letter),
            ("ratio", FigureClassPlace.Ratio), ("label", FigureClassPlace.Label), ("word", FigureClassPlace.Word),
            ("named", FigureClassPlace.Named), ("running-label", FigureClassPlace.RunningLabel), ("pair", FigureClassPlace.Pair),
            ("alone", FigureClassPlace.Alone),
        ]), node.Text("class"))));

    /// <summary>The first class of a place, or null.</summary>
    public FigureClassRule? Of(FigureClassPlace place) => Classes.FirstOrDefault(c => c.Place == place);
}
