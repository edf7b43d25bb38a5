using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds everything that one item mentions.</summary>
/// <remarks>
/// Immutable; one instance may serve many threads. Documents come first, because what stands inside a title is part of a name; places
/// before authorities, because a name such as 市财政局 belongs to the place named last; figures by kind; last the classes of what nobody took.
/// </remarks>
public sealed class MentionFinder(RuleSet rules)
{
    private readonly DocumentFinder _documents = new(rules);
    private readonly RegionFinder _regions = new(rules);
    private readonly OrganisationFinder _organisations = new(rules);
    private readonly MoneyFinder _money = new(rules);
    private readonly PercentFinder _percents = new(rules);
    private readonly QuantityFinder _quantities = new(rules);
    private readonly PeriodFinder _periods = new(rules);
    private readonly FigureClassFinder _classes = new(rules);

    /// <summary>The mentions of one item in document order, and the candidates that were not taken.</summary>
    /// <param name="text">The item.</param>
    /// <param name="document">What the document as a whole says about regions.</param>
    /// <param name="diagnostics">Gets what was guessed or is ambiguous.</param>
    public ItemFindings Find(ItemText text, RegionContext document, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new ItemFindings();
        _documents.Find(text, found, diagnostics);
        _regions.Find(text, document, found, text.Boundaries, diagnostics);
        _organisations.Find(text, document, found);
        _money.Find(text, found);
        _percents.Find(text, found);
        _quantities.Find(text, found);
        _periods.Find(text, found);
        _classes.Find(text, found);
        found.Mentions.Sort((left, right) => (left.Span, left.Kind).CompareTo((right.Span, right.Kind)));
        return found;
    }

    /// <summary>What the document as a whole says about regions: it decides between places that share a name.</summary>
    public RegionContext ReadContext(Outline.DocumentFacts facts, ItemText title, IEnumerable<ItemText> items) => _regions.ReadContext(facts, title, items);

    /// <summary>The region that 我市, 全区 … mean in an item, or null where it has no such word.</summary>
    public Values.DivisionCode? ReadSelfReference(ItemText text, RegionContext document, ItemFindings found)
    {
        foreach (var reference in _regions.ReadSelfReferences(text, document, found))
        {
            if (reference.Code is { } code) return code;
        }

        return null;
    }
}
