using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Segmentation;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>One item's text, folded and looked up once; what all finders read.</summary>
public sealed class ItemText
{
    private readonly bool[] _wordBoundary;   // one per folded character, plus one for the end

    private ItemText(OutlineItem item, SearchableText search, RuleSet rules, List<WordSpan> words)
    {
        Item = item;
        Search = search;
        Rules = rules;
        Hits = rules.Phrases.Scan(search.Folded);
        Numbers = rules.Numerals.Lexer.Read(search);
        Figures = ItemFigures.Read(search, Hits, Numbers, rules);
        Words = words;
        _wordBoundary = new bool[search.Folded.Length + 1];
        _wordBoundary[^1] = true;
        foreach (var word in words) _wordBoundary[word.Start] = true;
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

    /// <summary>The words of the folded text, in order and without gaps, as the segmenter cuts them.</summary>
    public IReadOnlyList<WordSpan> Words { get; }

    /// <summary>Folds the item's text and looks all phrases up.</summary>
    public static ItemText Read(OutlineItem item, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(rules);
        var search = SearchableText.Fold(item.Text, rules.Folding);
        var words = new List<WordSpan>(search.Folded.Length);
        rules.Segmenter.Cut(search.Folded, words);
        return new ItemText(item, search, rules, words);
    }

    /// <summary>Whether a word begins at this folded offset (or the text ends there).</summary>
    public bool IsWordBoundary(int offset) => _wordBoundary[offset];

    /// <summary>Whether a folded stretch begins and ends where words do: 对 in 对企业, not in 对接.</summary>
    public bool IsWholeWord(int start, int end) => _wordBoundary[start] && _wordBoundary[end];

    /// <summary>The original words behind a stretch of folded text.</summary>
    public SourceSpan Source(int start, int end) => Search.ToSource(start, end);
}
