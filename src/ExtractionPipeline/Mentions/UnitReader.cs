using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>A unit beside a number.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Start">Where it begins: before the number (¥), at it or behind it.</param>
/// <param name="End">Where it ends; the number's end for a unit before it.</param>
/// <param name="Factor">How many base units one of it is.</param>
/// <param name="Currency">ISO 4217, for money.</param>
/// <param name="Text">As written, for a quantity or 个百分点.</param>
/// <param name="TakesNoun">Whether what is counted follows.</param>
/// <param name="IsPrefix">Whether it stands before the number.</param>
internal readonly record struct FoundUnit(
    FigureKind Kind, Rule Rule, int Start, int End, decimal Factor, string Currency, string Text, bool TakesNoun, bool IsPrefix);

/// <summary>Finds the unit of a number: behind it (元, %, 个), before it (¥, 百分之), or none at all (3万/户, 最高奖励10万).</summary>
internal sealed class UnitReader(FigureSource source)
{
    private const int LongestHider = 6;
    private const int FurthestAlike = 8;        // characters between two amounts of a list without units
    private readonly List<(NotAUnit Hider, int Start, int End)> _hidden = [];

    public IReadOnlyList<(NotAUnit Hider, int Start, int End)> Hidden => _hidden;

    /// <summary>End of the last amount that was written without a unit; -1 where there is none.</summary>
    public int LastBare { get; private set; } = -1;

    /// <summary>The unit at this place for a number; the first number of its chain tells where a unit may stand before it.</summary>
    public FoundUnit? At(int at, NumberToken number, int chainStart)
    {
        if (FigureSource.PrefixUnit(source.Percent, chainStart) is { Meaning.Subject: PercentUnit share } before)
        {
            return new FoundUnit(FigureKind.Percent, share.Rule, before.Start, number.End, share.Factor, "", "", false, true);
        }

        var foreign = number.Form == NumberForm.Implied ? null : ForeignBefore(chainStart);
        if (at < source.Folded.Length && !GapForbids(at) && Behind(at, number) is { } unit)
        {
            return unit.Kind == FigureKind.Money && foreign is { Meaning.Subject: MoneyUnit abroad } name && unit.Rule == source.Rules.Money.Units[0].Rule
                ? unit with { Rule = abroad.Rule, Start = name.Start, Currency = abroad.Currency }
                : unit;
        }

        if (foreign is { Meaning.Subject: MoneyUnit currency } word && number.Scale > 1) return new FoundUnit(FigureKind.Money, currency.Rule, word.Start, number.End, currency.Factor, currency.Currency, "", false, true);
        if (FigureSource.PrefixUnit(source.Money, chainStart) is { Meaning.Subject: MoneyUnit money } sign && (number.Form == NumberForm.Digits || number.Scale > 1))
        {
            return new FoundUnit(FigureKind.Money, money.Rule, sign.Start, number.End, money.Factor, money.Currency, "", false, true);
        }

        return WithoutUnit(at, number, chainStart);
    }

    // 新台币5000万元, 欧元3万: the name of a currency before the number, and not behind another.
    private PhraseHit? ForeignBefore(int start)
    {
        for (var i = source.Money.FirstFrom(Math.Max(0, start - LongestHider)); i < source.Money.Count && source.Money[i].Start < start; i++)
        {
            if (source.Money[i].End == start && source.Money[i].Meaning.Subject is MoneyUnit { Standing: Standing.After, Factor: 1 } && source.Money[i].Meaning.Phrase.Length > 1
                && source.Money[i].Meaning.Subject is MoneyUnit unit && !string.Equals(unit.Currency, source.Rules.Money.Units[0].Currency, StringComparison.Ordinal)
                && source.NumberBefore(source.Money[i].Start) < 0)
            {
                return source.Money[i];
            }
        }

        return null;
    }

    private bool GapForbids(int at) => source.Text.HasGapBefore(at) && source.Text.GapBefore(at) is var gap && (gap.Contains('\t') || gap.Count('\n') > 1);

    private FoundUnit? Behind(int at, NumberToken number)
    {
        var money = number.Form == NumberForm.Digits ? source.Money.LongestAt(at, IsMoneyBehind) : source.Money.LongestAt(at, IsMoneyBehindNumerals);
        var percent = number.Form == NumberForm.Numerals ? source.Percent.LongestAt(at, IsShareBehind) : source.Percent.LongestAt(at, IsShareBehindDigits);
        var quantity = source.Quantity.LongestAt(at);
        var (m, p, q) = (money?.End ?? 0, percent?.End ?? 0, quantity?.End ?? 0);
        if (m == 0 && p == 0 && q == 0) return null;
        if (IsHidden(at, number, Math.Max(m, Math.Max(p, q)))) return null;
        if (m >= p && m >= q && money?.Meaning.Subject is MoneyUnit yuan) return new FoundUnit(FigureKind.Money, yuan.Rule, at, m, yuan.Factor, yuan.Currency, "", false, false);
        if (p >= q && percent?.Meaning.Subject is PercentUnit share) return new FoundUnit(FigureKind.Percent, share.Rule, at, p, share.Factor, "", share.IsPoints ? percent.Value.Meaning.Phrase : "", false, false);
        return quantity?.Meaning.Subject is QuantityUnit unit
            ? new FoundUnit(FigureKind.Quantity, unit.Rule, at, q, 1, "", quantity.Value.Meaning.Phrase, unit.TakesNoun, false)
            : null;
    }

    private static bool IsMoneyBehind(PhraseHit hit) => hit.Meaning.Subject is MoneyUnit { Standing: Standing.After };

    private static bool IsMoneyBehindNumerals(PhraseHit hit) => hit.Meaning.Subject is MoneyUnit { Standing: Standing.After, DigitsOnly: false };

    private static bool IsShareBehind(PhraseHit hit) => hit.Meaning.Subject is PercentUnit { Standing: Standing.After };

    private static bool IsShareBehindDigits(PhraseHit hit) => hit.Meaning.Subject is PercentUnit { Standing: Standing.After, NumeralsOnly: false };

    private bool IsHidden(int at, NumberToken number, int unitEnd)
    {
        if (source.Classes.Covering(at, LongestHider) is not { Meaning.Subject: NotAUnit hider } hit || hit.End <= unitEnd || hit.Start < number.Start) return false;
        _hidden.Add((hider, number.Start, Math.Max(unitEnd, hit.End)));
        return true;
    }

    // 1.2万/人/年, 奖励10万，, 营业收入超5000万的: money without 元 needs 万 or 亿, and a base, a word that gives or a measured sum just before it.
    private FoundUnit? WithoutUnit(int at, NumberToken number, int chainStart)
    {
        if (number.Scale < 10_000 || number.Form == NumberForm.Implied || source.Rules.Money.Units.Count == 0) return null;
        var yuan = source.Rules.Money.Units[0];
        var isLimited = IsLimited(chainStart);
        var bases = new List<string>();
        BaseReader.ReadSlash(source, at, bases);
        if (bases.Count == 0 && !(EndsHere(at) && (isLimited || IsTold(chainStart, 2, CueKind.Award, CueKind.Award) || IsTold(chainStart, 0, CueKind.Measure, CueKind.Investment) || IsAlike(chainStart)))) return null;
        LastBare = number.End;
        return new FoundUnit(FigureKind.Money, yuan.Rule, number.End, number.End, yuan.Factor, yuan.Currency, "", false, false);
    }

    // 第一名奖3万、第二名2万: another one like it stands just before, in the same sentence.
    private bool IsAlike(int at) => LastBare >= 0 && at > LastBare && at - LastBare <= FurthestAlike && !source.Folded.AsSpan(LastBare, at - LastBare).ContainsAny('\u3002', ';', '(');

    private bool EndsHere(int at) => source.Words.LengthAt(source.Folded, at, NumberWordKind.Of) > 0 || at >= source.Folded.Length || source.Folded[at] is ',' or '。' or ';' or '、' or ')' or '('
        || source.Cues.LongestAt(at) is { Meaning.Subject: RoleCue { Kind: CueKind.Award } }
        || source.Bounds.LongestAt(at) is not null;

    // 最高50万: a word that limits what is given touches the number.
    private bool IsLimited(int at)
    {
        for (var i = source.Bounds.FirstFrom(Math.Max(0, at - 6)); i < source.Bounds.Count && source.Bounds[i].Start < at; i++)
        {
            if (source.Bounds[i].End == at && source.Bounds[i].Meaning.Subject is Bound { IsLimit: true }) return true;
        }

        return false;
    }

    // Whether a word of one of two kinds stands before the number, bound words and a few characters between.
    private bool IsTold(int at, int gap, CueKind one, CueKind other)
    {
        for (var i = source.Bounds.FirstFrom(Math.Max(0, at - 6)); i < source.Bounds.Count && source.Bounds[i].Start < at; i++)
        {
            if (source.Bounds[i].End == at) at = source.Bounds[i].Start;
        }

        for (var i = source.Cues.FirstFrom(Math.Max(0, at - 6)); i < source.Cues.Count && source.Cues[i].Start < at; i++)
        {
            if (source.Cues[i].End >= at - gap && source.Cues[i].Meaning.Subject is RoleCue { Strength: > 1 } cue && (cue.Kind == one || cue.Kind == other)) return true;
        }

        return false;
    }
}
