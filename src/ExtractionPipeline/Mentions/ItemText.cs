using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>One item's text, folded and looked up once; what all finders read.</summary>
public sealed class ItemText
{
    private ItemText(OutlineItem item, SearchableText search, RuleSet rules, RoleCue? leadIn, bool givenAbove)
    {
        Item = item;
        Search = search;
        Rules = rules;
        Hits = rules.Phrases.Scan(search.Folded);
        Numbers = rules.Numerals.Lexer.Read(search);
        Figures = ItemFigures.Read(search, Hits, Numbers, rules, leadIn, givenAbove);
        Boundaries = new WordBoundaries(search.Folded, rules.Segmenter);
    }

    /// <summary>The item.</summary>
    public OutlineItem Item { get; }

    /// <summary>Its text folded, with the way back.</summary>
    public SearchableText Search { get; }

    /// <summary>The folded text that finders search in.</summary>
    public string Folded => Search.Folded;

    /// <summary>Every phrase of every rule that stands in it, in folded offsets.</summary>
    public PhraseHits Hits { get; }

    /// <summary>The rules by which it was looked up.</summary>
    public RuleSet Rules { get; }

    /// <summary>Every number, in folded offsets, in order.</summary>
    public IReadOnlyList<NumberToken> Numbers { get; }

    /// <summary>Its numbers with their units and bounds: money, shares and quantities.</summary>
    public ItemFigures Figures { get; }

    /// <summary>Where words begin and end, as the word list cuts them; nothing is guessed from unknown characters.</summary>
    public WordBoundaries Boundaries { get; }

    /// <summary>The words that say something about place names.</summary>
    internal PlaceContexts PlaceContexts => new(Hits);

    /// <summary>Folds the item's text and looks all phrases up.</summary>
    /// <param name="item">The item.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="leadIn">What the line or heading above it tells of its amounts; see <see cref="LeadIns"/>.</param>
    /// <param name="givenAbove">Whether something is given above it in the document; a unit rate is a price where nothing is.</param>
    public static ItemText Read(OutlineItem item, RuleSet rules, RoleCue? leadIn = null, bool givenAbove = true)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(rules);
        var search = SearchableText.Fold(item.Text, rules.Folding);
        return new ItemText(item, search, rules, leadIn, givenAbove);
    }

    /// <summary>The original words behind a stretch of folded text.</summary>
    public SourceSpan Source(int start, int end) => Search.ToSource(start, end);
}
