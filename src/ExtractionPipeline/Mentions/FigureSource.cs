using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>What the readers of figures look at: one folded text, its numbers and its phrases.</summary>
internal sealed class FigureSource(SearchableText text, PhraseHits hits, IReadOnlyList<NumberToken> numbers, RuleSet rules, RoleCue? leadIn, bool givenAbove)
{
    /// <summary>What the line or heading above the item tells of its amounts, or null.</summary>
    public RoleCue? LeadIn { get; } = leadIn;

    /// <summary>Whether the document gives something above the item, in a heading or another item.</summary>
    public bool GivenAbove { get; } = givenAbove;

    private PhraseHitList? _cues;
    private PhraseHitList? _giving;
    private PhraseHitList? _statistic;

    public SearchableText Text { get; } = text;

    public string Folded { get; } = text.Folded;

    public IReadOnlyList<NumberToken> Numbers { get; } = numbers;

    public NumberWords Words { get; } = rules.Numerals.Words;

    public RuleSet Rules { get; } = rules;

    public BracketPairs Brackets { get; } = BracketPairs.Of(text.Folded);

    public PhraseHitList Money { get; } = hits.Of(PhraseUse.MoneyUnit);

    public PhraseHitList Percent { get; } = hits.Of(PhraseUse.PercentUnit);

    public PhraseHitList Quantity { get; } = hits.Of(PhraseUse.QuantityUnit);

    public PhraseHitList Bases { get; } = hits.Of(PhraseUse.AmountBase);

    public PhraseHitList Classes { get; } = hits.Of(PhraseUse.UnitHider);

    public PhraseHitList Boundaries { get; } = hits.Of(PhraseUse.NounBoundary);

    /// <summary>Role words that count; those that must touch a number do.</summary>
    public PhraseHitList Cues => _cues ??= hits.Of(PhraseUse.RoleCue).LeftmostLongest().FindAll(h => h.Meaning.Subject is not RoleCue { Touches: true } || NumberAt(SkipCurrency(h.End)) >= 0);

    public PhraseHitList Bounds { get; } = hits.Of(PhraseUse.Bound).LeftmostLongest();


    /// <summary>Role words of statistics, and those that take it back: 全省计划… is planned. Of a sentence the last one counts.</summary>
    public PhraseHitList StatisticCues => _statistic ??= Cues.FindAll(h => h.Meaning.Subject is RoleCue { OfPercent: false, Kind: CueKind.Spent } or RoleCue { OfPercent: false, Kind: CueKind.Budget, Strength: 1 });

    /// <summary>Role words that give, beyond doubt.</summary>
    public PhraseHitList GivingCues => _giving ??= Cues.FindAll(h => h.Meaning.Subject is RoleCue { Kind: CueKind.Award, Strength: > 1 });

    /// <summary>Index of the number that begins exactly here, or -1.</summary>
    public int NumberAt(int start)
    {
        var first = FirstNumberFrom(start);
        return first < Numbers.Count && Numbers[first].Start == start ? first : -1;
    }

    /// <summary>Index of the number that ends exactly here, or -1.</summary>
    public int NumberBefore(int end)
    {
        var last = FirstNumberFrom(end) - 1;
        return last >= 0 && Numbers[last].End == end ? last : -1;
    }

    private int FirstNumberFrom(int start)
    {
        var (low, high) = (0, Numbers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Numbers[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The longest base or unit word that begins here, or null.</summary>
    public PhraseHit? BaseAt(int start)
    {
        var asBase = Bases.LongestAt(start);
        var asUnit = Quantity.LongestAt(start);
        return asBase is null || asUnit?.End > asBase.Value.End ? asUnit : asBase;
    }

    /// <summary>End of the name of the currency beside a figure (人民币), or the place itself.</summary>
    public int SkipCurrency(int at) =>
        Money.LongestAt(at, h => h.Meaning.Subject is MoneyUnit { Standing: Standing.Before }) is { } hit ? hit.End : at;

    /// <summary>Start of the name of the currency that ends here, or the place itself.</summary>
    public int SkipCurrencyBack(int at) => PrefixUnit(Money, at)?.Start ?? at;

    /// <summary>A unit before the number that ends where the number begins.</summary>
    public static PhraseHit? PrefixUnit(PhraseHitList units, int numberStart)
    {
        for (var i = units.FirstFrom(Math.Max(0, numberStart - 4)); i < units.Count && units[i].Start < numberStart; i++)
        {
            if (units[i].End == numberStart && units[i].Meaning.Subject is MoneyUnit { Standing: Standing.Before } or PercentUnit { Standing: Standing.Before }) return units[i];
        }

        return null;
    }

    /// <summary>Whether a step word (每超过) covers this character.</summary>
    public bool IsStep(int index)
    {
        for (var i = Cues.FirstFrom(Math.Max(0, index - 5)); i < Cues.Count && Cues[i].Start <= index; i++)
        {
            if (Cues[i].End > index && Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Step }) return true;
        }

        return false;
    }

    /// <summary>Whether a word that ends a noun (的, 给予) stands between two places.</summary>
    public bool EndsClauseWithin(int start, int end)
    {
        for (var i = Boundaries.FirstFrom(start); i < Boundaries.Count && Boundaries[i].Start < end; i++)
        {
            if (Boundaries[i].End <= end) return true;
        }

        return false;
    }
}
