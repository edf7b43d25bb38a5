using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>What touches a figure, or the list it stands in: words, and the figures beside it.</summary>
internal sealed class FigureContact(FigureSource source, IReadOnlyList<Figure> figures, int first, int last)
{
    private const int FurthestWhole = 12;       // figures between a whole and one of its parts

    /// <summary>Where the words before the figure end, its bound words and the name of its currency left out.</summary>
    public int Start { get; } = source.SkipCurrencyBack(figures[first].SpanStart);

    private int End { get; } = source.SkipCurrency(figures[last].SpanEnd);

    /// <summary>Whether the word ends where the figure begins: 补(1000元).</summary>
    public bool Touches(FoundCue? cue) => cue is { } word && (word.End == Start || word.End == figures[first].SpanStart);

    /// <summary>Whether an exact amount follows at once: the figure sorts a case, what follows is given for it (10万元以下2000元).</summary>
    public bool SortsNext =>
        figures[last] is { IsExact: false, IsLimited: false } && last + 1 < figures.Count && figures[last + 1] is { Kind: FigureKind.Money, IsExact: true, Approximate: false } next && next.Start == End;

    /// <summary>Whether a noun follows at once: 400万元以下(工程).</summary>
    public bool PicksNoun => End < source.Folded.Length && char.IsLetter(source.Folded[End]);

    /// <summary>Whether the bound word itself names a price: 最高限价(3.98元).</summary>
    public bool IsPricedByBound
    {
        get
        {
            for (var i = source.Cues.FirstFrom(figures[first].SpanStart); i < source.Cues.Count && source.Cues[i].End <= figures[first].Start; i++)
            {
                if (source.Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Price, OfPercent: false }) return true;
            }

            return false;
        }
    }

    /// <summary>Whether a share of what the word names stands between the word and the figure: 费用50%、上限(30万).</summary>
    public bool LimitsShareOf(FoundCue? cue) => cue is { } word && first > 0 && figures[first - 1] is { Kind: FigureKind.Percent, IsExact: true } share && share.SpanStart == word.End && Start - share.SpanEnd <= 1;

    /// <summary>Whether the figure is the new level of something: 提高到(110%).</summary>
    public bool IsLevel => source.Words.LengthBefore(source.Folded, Start, NumberWordKind.Level) > 0;

    /// <summary>The figure of the same kind before it of which it is a part: 总投资12亿元，其中贷款9亿元、自筹(3亿元). Null where none is.</summary>
    public Figure? Whole()
    {
        for (var i = first - 1; i >= Math.Max(0, first - FurthestWhole); i--)
        {
            if (figures[i].Kind != figures[first].Kind || figures[i].Bracket != figures[first].Bracket) continue;
            if (HasPartWord(figures[i].SpanEnd, i + 1 < first ? figures[i + 1].SpanStart : figures[first].SpanStart)) return figures[i];
            if (source.Folded.AsSpan(figures[i].SpanEnd, figures[first].SpanStart - figures[i].SpanEnd).IndexOfAny('\u3002', ';') >= 0) return null;
        }

        return null;
    }

    private bool HasPartWord(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (source.Folded[at] is '\u3002' or ';') return false;
            if (source.Words.LengthAt(source.Folded, at, NumberWordKind.Part) > 0) return true;
        }

        return false;
    }
}
