using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline;

/// <summary>Turns one policy document into linked measures: the whole way on one screen.</summary>
/// <remarks>Immutable after construction; one instance may serve many threads.</remarks>
public sealed class PolicyPipeline
{
    private readonly RuleSet _rules;
    private readonly OutlineReader _outliner;
    private readonly MentionFinder _finder;
    private readonly MeasureLinker _linker;

    /// <summary>A pipeline with rules of one's own.</summary>
    public PolicyPipeline(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _outliner = new OutlineReader(rules);
        _finder = new MentionFinder(rules);
        _linker = new MeasureLinker(rules);
    }

    /// <summary>The rules it works by.</summary>
    public RuleSet Rules => _rules;

    /// <summary>A pipeline with the rules that travel inside the library.</summary>
    public static PolicyPipeline CreateDefault() => new(RuleSet.Default());

    /// <summary>Extracts everything from one document, within the usual limits. Odd places become diagnostics of the result.</summary>
    /// <param name="document">What a reader has read.</param>
    /// <param name="cancellation">Looked at before each item.</param>
    /// <exception cref="InputException">EP1007: it has more items than allowed. Nothing else is thrown on a document that could be read.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public ExtractionResult Extract(PolicyDocument document, CancellationToken cancellation = default) => Extract(document, ExtractionLimits.Default, cancellation);

    /// <summary>The same within limits of one's own.</summary>
    public ExtractionResult Extract(PolicyDocument document, ExtractionLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        var diagnostics = new DiagnosticBag(document.Diagnostics);   // begins with what reading the file met
        var outline = _outliner.Read(document, diagnostics, cancellation);
        if (outline.Items.Count > limits.MaxItems)
            throw new InputException(DiagnosticKinds.LimitExceeded, document.Source.Name, "the number of items", limits.MaxItems.ToString(CultureInfo.InvariantCulture));
        return Extract(document.Source, outline, diagnostics, cancellation);
    }

    /// <summary>Extracts one sentence as an item of a document that says nothing else: how the examples of rules are read.</summary>
    internal ExtractedItem ExtractSentence(string sentence)
    {
        var item = new OutlineItem("1", "", null, sentence, BlockLocation.InBody(1));
        var outline = new DocumentOutline(new DocumentFacts("", "", null, null, null, null), [], [item]);
        return Extract(new DocumentSource("example", "txt", ""), outline, new DiagnosticBag([]), CancellationToken.None).Items[0];
    }

    private ExtractionResult Extract(DocumentSource source, DocumentOutline outline, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var headings = new HeadingTexts(outline, _rules);
        var texts = new ItemTexts(outline, headings, _rules, cancellation);
        var regions = _finder.ReadContext(outline.Facts, headings.Title, texts);
        var contexts = new HeadingContexts(headings, _rules, _finder, regions);

        var (ledger, ids) = (new LedgerKeeper(), new ContentIds());
        var items = new List<ExtractedItem>(outline.Items.Count);
        var parents = new Dictionary<string, LinkedItem?>(StringComparer.Ordinal);   // the items that have points below them
        foreach (var item in outline.Items)
        {
            if (item.Under is { } under) parents[under] = null;
        }

        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = _finder.Find(text, regions, diagnostics);
            ledger.Enter(text, found);
            var own = _finder.ReadSelfReference(text, regions, found) ?? regions.OwnRegion;
            var above = text.Item.Under is { } under ? parents[under] : null;
            var linked = _linker.Link(contexts.Around(text, found, own, above), diagnostics);
            if (parents.ContainsKey(text.Item.Id)) parents[text.Item.Id] = linked;
            items.Add(new ExtractedItem(
                text.Item,
                ids.OfItem(text.Item.Text),
                linked.Regions,
                linked.Categories,
                found.Mentions.Count == 0 ? [] : found.Mentions,
                ids.Named(linked.Measures, text.Item.Text),
                found.Suppressed.Count == 0 ? [] : found.Suppressed));
        }

        var issuer = outline.Facts.Issuer is null ? null : regions.OwnRegion;
        return new ExtractionResult(
            source, _rules.Fingerprint, outline.Facts, issuer, outline.Sections, items, ledger.Close(), diagnostics.ToList());
    }
}
