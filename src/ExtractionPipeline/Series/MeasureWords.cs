using System.Text;

using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Series;

/// <summary>The words of a measure, made comparable: folded, without white space, without its places, every figure the same sign.</summary>
/// <remarks>
/// Places and figures are compared apart (<see cref="ChangeReader"/>): a cap that rises or a city that joins must not make
/// the words look different. Similarity is Dice's coefficient over pairs of neighbouring characters, counted with repetition.
/// </remarks>
internal sealed class MeasureWords
{
    private const char Figure = '#';

    private readonly int[] _pairs;   // (first << 16) | second, sorted

    private MeasureWords(string whole, int[] pairs)
    {
        Whole = whole;
        _pairs = pairs;
    }

    /// <summary>No words at all.</summary>
    public static MeasureWords None { get; } = new("", []);

    /// <summary>All words folded, with places and figures: equal where only white space and widths differ.</summary>
    public string Whole { get; }

    /// <param name="item">Text of the item.</param>
    /// <param name="measure">The measure's stretch of it.</param>
    /// <param name="places">Stretches of place names, in order.</param>
    /// <param name="figures">Stretches of figures, in order.</param>
    /// <param name="folding">How texts are folded.</param>
    public static MeasureWords Of(string item, SourceSpan measure, IEnumerable<SourceSpan> places, IEnumerable<SourceSpan> figures, FoldingTable folding)
    {
        var masked = new StringBuilder(measure.Length);
        var at = measure.Start;
        foreach (var (span, sign) in places.Select(p => (p, "")).Concat(figures.Select(f => (f, Figure.ToString()))).OrderBy(m => m.Item1.Start).ThenByDescending(m => m.Item1.End))
        {
            if (span.Start < at || span.End > measure.End) continue;   // outside the measure, or inside a stretch that is masked already
            masked.Append(item, at, span.Start - at).Append(sign);
            at = span.End;
        }

        masked.Append(item, at, measure.End - at);
        return new MeasureWords(Folded(measure.In(item), folding), Pairs(Folded(masked.ToString(), folding)));
    }

    /// <summary>From 0 (no pair of characters in common) to 1 (the same pairs).</summary>
    public double SimilarityTo(MeasureWords other)
    {
        if (_pairs.Length == 0 || other._pairs.Length == 0) return string.Equals(Whole, other.Whole, StringComparison.Ordinal) ? 1 : 0;
        var (i, j, common) = (0, 0, 0);
        while (i < _pairs.Length && j < other._pairs.Length)
        {
            if (_pairs[i] == other._pairs[j])
            {
                common++;
                i++;
                j++;
            }
            else if (_pairs[i] < other._pairs[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return 2.0 * common / (_pairs.Length + other._pairs.Length);
    }

    /// <summary>A text without white space and differences of width.</summary>
    public static string Folded(string text, FoldingTable folding) => SearchableText.Fold(text, folding).Folded;

    private static int[] Pairs(string text)
    {
        if (text.Length < 2) return [];
        var pairs = new int[text.Length - 1];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (text[i] << 16) | text[i + 1];
        Array.Sort(pairs);
        return pairs;
    }
}
