namespace ExtractionPipeline.Rules;

/// <summary>What a phrase does in titles and document numbers.</summary>
public enum DocumentPart
{
    /// <summary>Opens a title: 《.</summary>
    TitleOpen,

    /// <summary>Closes a title: 》.</summary>
    TitleClose,

    /// <summary>Ends a document number: 号.</summary>
    NumberEnd,

    /// <summary>The number of an order: 令第5号.</summary>
    OrderWord,

    /// <summary>A word right before a document number that is no part of it: 根据.</summary>
    NumberStop,
}

/// <summary>One rule about titles and document numbers.</summary>
/// <param name="Rule">Id, phrases, source, examples.</param>
/// <param name="Part">What its phrases do.</param>
/// <param name="Closes">For an opening mark: the mark that closes it.</param>
/// <param name="Ordinal">For <see cref="DocumentPart.NumberEnd"/>: the word that may stand before the figure (第).</param>
public sealed record DocumentRule(Rule Rule, DocumentPart Part, string Closes, string Ordinal);

/// <summary>How titles and document numbers (标题, 发文字号) are written.</summary>
public sealed class DocumentTitleRules
{
    private const string File = "documents/titles.yaml";

    private static readonly (string Word, DocumentPart Value)[] Parts =
    [
        ("title", DocumentPart.TitleOpen),
        ("number", DocumentPart.NumberEnd),
        ("order", DocumentPart.OrderWord),
        ("number-stop", DocumentPart.NumberStop),
    ];

    private DocumentTitleRules(IReadOnlyList<DocumentRule> all) => All = all;

    /// <summary>All rules, in reading order.</summary>
    public IReadOnlyList<DocumentRule> All { get; }

    internal static DocumentTitleRules Read(RuleReader reader)
    {
        var all = reader.ReadRules(File, PhraseUse.Document, (node, rule) => new DocumentRule(
            rule, node.Choice("part", Parts), node.OptionalText("closes") ?? "", node.OptionalText("ordinal") ?? ""));
        foreach (var rule in all)
        {
            if (rule.Part == DocumentPart.TitleOpen && rule.Closes.Length > 0)
                reader.AddPhrase(PhraseUse.Document, rule.Closes, rule with { Part = DocumentPart.TitleClose });
        }

        return new DocumentTitleRules(all);
    }
}
