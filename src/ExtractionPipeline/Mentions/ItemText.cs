using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>One item's text, folded and looked up once; what all finders read.</summary>
public sealed class ItemText
{
    private ItemText(OutlineItem item, SearchableText search, PhraseHits hits)
    {
        Item = item;
        Search = search;
        Hits = hits;
    }

    /// <summary>The item.</summary>
    public OutlineItem Item { get; }

    /// <summary>Its text folded, with the way back.</summary>
    public SearchableText Search { get; }

    /// <summary>The folded text that finders search in.</summary>
    public string Folded => Search.Folded;

    /// <summary>Every phrase of every rule that stands in it, in folded offsets.</summary>
    public PhraseHits Hits { get; }

    /// <summary>Folds the item's text and looks all phrases up.</summary>
    public static ItemText Read(OutlineItem item, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(rules);
        var search = SearchableText.Fold(item.Text, rules.Folding);
        return new ItemText(item, search, rules.Phrases.Scan(search.Folded));
    }

    /// <summary>Whether a folded stretch is not cut out of the middle of a longer word.</summary>
    public bool IsWholeWord(int start, int end) => start < end && end <= Folded.Length;

    /// <summary>The original words behind a stretch of folded text.</summary>
    public SourceSpan Source(int start, int end) => Search.ToSource(start, end);
}
