using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline;

/// <summary>Turns one policy document into linked measures: the whole way on one screen.</summary>
/// <remarks>Immutable after construction; one instance may serve many threads.</remarks>
public sealed class PolicyPipeline
{
    private readonly RuleSet _rules;
    private readonly MentionFinder _finder;
    private readonly MeasureLinker _linker;

    /// <summary>A pipeline with rules of one's own.</summary>
    public PolicyPipeline(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _finder = new MentionFinder(rules);
        _linker = new MeasureLinker(rules);
    }

    /// <summary>The rules it works by.</summary>
    public RuleSet Rules => _rules;

    /// <summary>A pipeline with the rules that travel inside the library.</summary>
    public static PolicyPipeline CreateDefault() => new(RuleSet.Default());

    /// <summary>Extracts everything from one document. Odd places become diagnostics of the result; it never throws on a document that could be read.</summary>
    public ExtractionResult Extract(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var diagnostics = new DiagnosticBag(document.Diagnostics);   // begins with what reading the file met
        var outline = EachParagraphAnItem(document);

        var ledger = new LedgerKeeper();
        var items = new List<ExtractedItem>(outline.Items.Count);
        foreach (var item in outline.Items)
        {
            var text = ItemText.Read(item, _rules);
            var found = _finder.Find(text);
            ledger.Enter(text, found);
            var linked = _linker.Link(new ItemContext(text, found, [], [], null), diagnostics);
            items.Add(new ExtractedItem(item, linked.Regions, linked.Categories, found.Mentions, linked.Measures, found.Suppressed));
        }

        return new ExtractionResult(
            document.Source, _rules.Fingerprint, outline.Facts, null, outline.Sections, items, ledger.Close(), diagnostics.ToList());
    }

    private static DocumentOutline EachParagraphAnItem(PolicyDocument document)
    {
        var items = new List<OutlineItem>();
        foreach (var paragraph in document.Blocks.SelectMany(Paragraphs))
        {
            if (!string.IsNullOrWhiteSpace(paragraph.Text)) items.Add(new OutlineItem($"{items.Count + 1}", "", paragraph.Label, paragraph.Text, paragraph.Location));
        }

        return new DocumentOutline(new DocumentFacts("", "", null, null, null, null), [], items);
    }

    private static IEnumerable<Paragraph> Paragraphs(Block block) => block switch
    {
        Paragraph paragraph => [paragraph],
        Table table => table.Rows.SelectMany(r => r.Cells.Where(c => c.OriginRow == r.Number)).SelectMany(c => c.Blocks).SelectMany(Paragraphs),
        _ => throw new InvalidOperationException("A block is a paragraph or a table."),
    };
}
