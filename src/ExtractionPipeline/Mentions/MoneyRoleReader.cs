using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Decides what an amount does in its sentence, for a whole list at once.</summary>
/// <remarks>
/// Meanings are those of docs/output-format.md. Fines and steps decide first. Then the bound chooses the question: a lower bound is a
/// threshold unless the amount is given (then a floor); an upper bound is a cap unless it picks out a case (then a threshold); an exact
/// amount is what the nearest word says, else what the figure before it is, else what the lead-in or heading above the item says (a standard
/// of prices, fines), else an award; but a unit rate in a document that gives nothing so far is a price.
/// </remarks>
internal static class MoneyRoleReader
{
    private const decimal LeastTotal = 100_000_000;     // from here on an amount in a statistic is a total, not what one receives

    public static (MoneyRole Role, FoundCue? Cue) Decide(FigureContext context, IReadOnlyList<Figure> figures, int first, int last, Func<Figure, MoneyRole> roleOf)
    {
        if (context.Step() is { } step) return (MoneyRole.Threshold, step);
        var behind = context.Behind(verbsToo: false);
        var nearest = context.Nearest();
        if (context.IsCounted || context.IsPortion || context.Contact.SortsNext) return (MoneyRole.Threshold, nearest);
        if (figures[last].Upper?.Sense == BoundSense.LessThan && (context.IsAttribute || context.EndsInAttribute)) return (MoneyRole.Threshold, nearest);     // 罚款数额不足一千元的
        if (nearest is { Kind: CueKind.Measure } && figures[last].Lower?.Standing == Standing.After && context.IsAttribute) return (MoneyRole.Threshold, nearest);        // 违法所得50万元以上的并处罚款
        if (behind is { Kind: CueKind.Penalty }) return (MoneyRole.Penalty, behind);
        if (nearest is { Kind: CueKind.Penalty }) return (MoneyRole.Penalty, nearest);

        var (lower, upper, range) = (false, false, false);
        for (var i = first; i <= last; i++)
        {
            range |= figures[i].IsRange;
            lower |= !figures[i].IsRange && figures[i].Lower is not null;
            upper |= !figures[i].IsRange && figures[i].Upper is not null;
        }

        if (lower) return OfLower(context, figures[first], behind, nearest, roleOf);
        if (upper) return OfUpper(context, figures[first], behind, nearest, roleOf);
        return range ? OfRange(context, figures[first], behind, nearest, roleOf) : OfExact(context, figures[first], behind, nearest, roleOf, first < last);
    }

    private static (MoneyRole Role, FoundCue? Cue) OfLower(FigureContext context, Figure figure, FoundCue? behind, FoundCue? nearest, Func<Figure, MoneyRole> roleOf)
    {
        if (Gives(behind)) return (MoneyRole.Floor, behind);
        if (nearest is { Kind: CueKind.Budget } && behind is { Kind: CueKind.Budget }) return (MoneyRole.Budget, behind);
        if (context.IsAttribute) return (MoneyRole.Threshold, nearest);
        if (nearest is { Kind: CueKind.Award }) return (MoneyRole.Floor, nearest);
        if (nearest is { Kind: CueKind.Budget }) return (MoneyRole.Budget, nearest);
        if (nearest is null && context.Earlier(_ => true, out var before) is null && before is not null && roleOf(before) == MoneyRole.Floor) return (MoneyRole.Floor, null);
        var conditional = context.EndsInAttribute || (context.IsGivenLater() && context.Past() is null);
        if (!conditional && nearest is not { Kind: CueKind.Price } && context.Plan() is { } plan) return (MoneyRole.Budget, plan);
        if (!conditional && nearest is null && figure.Lower?.IsRequired == true && context.PreviousInSentence() is { } given && roleOf(given) is MoneyRole.Cap or MoneyRole.Floor or MoneyRole.Award or MoneyRole.Price or MoneyRole.Budget)
        {
            return (roleOf(given) is MoneyRole.Price or MoneyRole.Budget ? roleOf(given) : MoneyRole.Floor, null);    // 封顶线6万元、保底线3000元; 中度的每月300元，重度的不低于500元
        }

        if (!conditional && nearest is null && context.StandsAlone && figure.Lower?.IsRequired == true && context.Earlier(k => k is CueKind.Award or CueKind.Price, out _) is { } least)
        {
            return (least.Kind == CueKind.Award ? MoneyRole.Floor : MoneyRole.Price, least);     // 按15%给予奖励，最低不少于3000元
        }

        if (!conditional && nearest is { Kind: CueKind.Price } limit && (limit.Cue.Strength > 2 || figure.Lower?.IsRequired == true)) return (MoneyRole.Price, nearest);
        if (!context.EndsInAttribute && nearest is null && context.HasBase && context.Earlier(k => k is not CueKind.Growth, out _) is { Kind: CueKind.Award or CueKind.Price } earlier)
        {
            return (earlier.Kind == CueKind.Award ? MoneyRole.Floor : MoneyRole.Price, earlier);
        }

        if (!conditional && nearest is { Kind: CueKind.Measure or CueKind.Investment } && context.PreviousInSentence() is { } planned && roleOf(planned) == MoneyRole.Budget) return (MoneyRole.Budget, nearest);
        if (!conditional && figure.Lower?.IsRequired != true && context.Previous() is { } told && roleOf(told) == MoneyRole.Spent) return (MoneyRole.Spent, nearest);
        var achieved = figure.Lower?.IsRequired != true && (nearest is { Kind: CueKind.Spent } || context.IsStatistic()) && !conditional;
        return (achieved ? MoneyRole.Spent : MoneyRole.Threshold, nearest);
    }

    private static (MoneyRole Role, FoundCue? Cue) OfUpper(FigureContext context, Figure figure, FoundCue? behind, FoundCue? nearest, Func<Figure, MoneyRole> roleOf)
    {
        if (figure.Upper?.Sense == BoundSense.LessThan) return (MoneyRole.Threshold, nearest);
        if (Gives(behind)) return (MoneyRole.Cap, behind);
        if (figure.IsLimited && nearest is null && !context.IsGivenByBound && context.PreviousInSentence() is { } priced && roleOf(priced) == MoneyRole.Price && context.Earlier(k => k == CueKind.Award, out _) is null) return (MoneyRole.Price, null);
        if (nearest is null && context.Told() is { Kind: CueKind.Penalty } fine) return (MoneyRole.Penalty, fine);      // 处以罚款，但最高不超过30万元
        if (figure.IsLimited && context.Contact.LimitsShareOf(nearest)) return (MoneyRole.Cap, nearest);       // 维权费用50%、上限30万
        if (figure.IsLimited) return (IsPriceLimit(context, nearest) && !(nearest is null && context.PreviousInSentence() is { } gift && roleOf(gift) is MoneyRole.Cap or MoneyRole.Award) ? MoneyRole.Price : MoneyRole.Cap, nearest);
        if (context.IsAttribute || (context.EndsInAttribute && context.IsGivenLater())) return (MoneyRole.Threshold, nearest ?? behind);
        if (figure.SlashBases.Count > 0 && nearest is { Kind: CueKind.Price } && context.Contact.Touches(nearest)) return (MoneyRole.Price, nearest);      // 租金不超过8元/平方米·天
        if (figure.Upper?.Standing == Standing.After && behind is null && nearest is not { Kind: CueKind.Award } && context.Contact.PicksNoun) return (MoneyRole.Threshold, nearest);
        return nearest?.Kind switch
        {
            CueKind.Investment when !context.EndsInAttribute && !context.IsGivenLater() => (MoneyRole.Cap, nearest),       // 单个项目出资不超过5000万元
            CueKind.Measure or CueKind.Investment => (MoneyRole.Threshold, nearest),
            CueKind.Budget when nearest.Value.Cue.Standing != Standing.Before => (MoneyRole.Budget, nearest),
            CueKind.Price when context.Earlier(k => k == CueKind.Award, out _) is null && figure.Bracket < 0 => (MoneyRole.Price, nearest),
            null when context.HasBase && context.IsNothingGiven => (MoneyRole.Price, null),      // 工作餐每人每餐不超过120元
            _ => (IsPriceLimit(context, nearest) ? MoneyRole.Price : MoneyRole.Cap, nearest),
        };
    }

    // 投标保证金不得超过估算价的2%，最高不超过80万元: a limit of what is paid, where nothing in the sentence is given.
    private static bool IsPriceLimit(FigureContext context, FoundCue? nearest) =>
        context.Contact.IsPricedByBound
        || nearest is { Kind: CueKind.Price, Cue.Strength: > 2 }
        || ((nearest is null ? context.IsToldBefore(CueKind.Price) : nearest is { Kind: CueKind.Price }) && !context.IsGivenByBound && !context.IsToldBefore(CueKind.Award) && !context.IsGivenLater());

    private static (MoneyRole Role, FoundCue? Cue) OfRange(FigureContext context, Figure figure, FoundCue? behind, FoundCue? nearest, Func<Figure, MoneyRole> roleOf)
    {
        if (Gives(behind)) return (MoneyRole.Award, behind);
        if (behind is { Kind: CueKind.Price }) return (MoneyRole.Price, behind);
        if (context.IsAttribute && nearest?.Kind != CueKind.Award) return (MoneyRole.Threshold, nearest);
        switch (nearest?.Kind)
        {
            case CueKind.Award: return (MoneyRole.Award, nearest);
            case CueKind.Measure or CueKind.Investment: return (MoneyRole.Threshold, nearest);
            case CueKind.Price: return (context.IsGivenLater() ? MoneyRole.Threshold : MoneyRole.Price, nearest);
            case CueKind.Budget: return (MoneyRole.Budget, nearest);
            case CueKind.Spent when nearest.Value.Cue.Strength > 1: return (MoneyRole.Spent, nearest);
        }

        if (nearest is null && context.PreviousInSentence() is { IsExact: false } fine && roleOf(fine) == MoneyRole.Penalty) return (MoneyRole.Penalty, null);      // 情节特别严重的，五万元以上二十万元以下
        if (figure.Lower is not null || context.IsGivenLater()) return (MoneyRole.Threshold, nearest);
        var earlier = context.Earlier(k => k is CueKind.Award or CueKind.Price or CueKind.Measure or CueKind.Investment, out var before);
        if (before is { IsExact: false }) return (roleOf(before), null);
        if (earlier is null && before is not null && roleOf(before) is MoneyRole.Price or MoneyRole.Penalty && context.PreviousInSentence() is not null) return (roleOf(before), null);     // 基准价675元，合理区间570—770元
        earlier ??= context.LeadIn(k => k is CueKind.Price or CueKind.Measure or CueKind.Investment);
        return earlier?.Kind switch
        {
            CueKind.Price => (MoneyRole.Price, earlier),
            CueKind.Measure or CueKind.Investment => (MoneyRole.Threshold, earlier),
            _ => (MoneyRole.Award, earlier),
        };
    }

    private static (MoneyRole Role, FoundCue? Cue) OfExact(FigureContext context, Figure figure, FoundCue? behind, FoundCue? nearest, Func<Figure, MoneyRole> roleOf, bool isList)
    {
        var spent = nearest is { Kind: CueKind.Spent, Cue.Strength: > 1 };
        if (spent && !context.IsAttribute) return context.Plan() is { } plan ? (MoneyRole.Budget, plan) : (MoneyRole.Spent, nearest);
        var isTotal = figure.Low >= LeastTotal && !context.HasBase && nearest is { Kind: CueKind.Award or CueKind.Spent };
        var isRaised = figure.Low >= LeastTotal && !context.HasBase && nearest is { Kind: CueKind.Budget, Cue.Standing: not Standing.Before };     // 新增专项债券760亿元
        if (isTotal && context.IsStatistic()) return (MoneyRole.Spent, nearest);
        if ((isTotal || isRaised) && context.Report() is { } reported) return (MoneyRole.Spent, reported);
        if (nearest is { Kind: CueKind.Budget, Cue.Standing: not Standing.Before } or { Kind: CueKind.Award } && !context.HasUnitBase && context.Past() is { } past) return (MoneyRole.Spent, past);
        if (Gives(behind)) return (nearest is { Kind: CueKind.Budget } && !context.HasUnitBase ? MoneyRole.Budget : MoneyRole.Award, behind);
        switch (behind?.Kind)
        {
            case CueKind.Budget: return (behind.Value.Cue.Strength < 3 && nearest is { Kind: CueKind.Award, Cue.Strength: > 1 } ? MoneyRole.Award : MoneyRole.Budget, behind);
            case CueKind.Price when nearest is not { Kind: CueKind.Award, Cue.Strength: > 1 } || !context.Contact.Touches(nearest): return (MoneyRole.Price, behind);     // but 补1000元电费
            case CueKind.Measure or CueKind.Investment when nearest is null: return (context.EndsInAttribute ? MoneyRole.Threshold : behind.Value.Kind == CueKind.Investment ? MoneyRole.Budget : MoneyRole.Spent, behind);
        }

        if (context.Contact.Whole() is { } sum && roleOf(sum) is MoneyRole.Budget or MoneyRole.Spent && !context.HasUnitBase && (nearest is not { Kind: CueKind.Award } || figure.Low >= LeastTotal)) return (roleOf(sum), nearest);
        if (nearest is { } word && OfNearest(context, figure, word, roleOf, isList) is { } role) return (role, context.Plan() is { } coming && word.Kind == CueKind.Measure && role == MoneyRole.Budget ? coming : nearest);
        if (nearest is null && behind is null && context.GivingVerbBehind() is { } gives) return (MoneyRole.Award, gives);
        return OfEarlier(context, figure, roleOf);
    }

    // What the nearest word says of an exact amount; null where it says nothing of it.
    private static MoneyRole? OfNearest(FigureContext context, Figure figure, FoundCue nearest, Func<Figure, MoneyRole> roleOf, bool isList)
    {
        var isWeak = nearest.Cue.Strength == 1;
        var previous = context.PreviousInSentence() is { } earlier ? roleOf(earlier) : (MoneyRole?)null;
        switch (nearest.Kind)
        {
            case CueKind.Award when isWeak && !context.HasUnitBase && context.Previous() is { } same && roleOf(same) is MoneyRole.Budget or MoneyRole.Spent: return roleOf(same);
            case CueKind.Award: return MoneyRole.Award;
            case CueKind.Price when isWeak && context.PreviousInClause() is { } whole && roleOf(whole) == MoneyRole.Award: return MoneyRole.Award;     // 900元(其中种苗造林费400元)
            case CueKind.Price: return MoneyRole.Price;
            case CueKind.Budget: return MoneyRole.Budget;
            case CueKind.Measure or CueKind.Investment when context.IsAttribute || context.EndsInAttribute || (isList && context.IsGivenLater()): return MoneyRole.Threshold;
            case CueKind.Investment: return context.IsStatistic() || context.Report() is not null ? MoneyRole.Spent : MoneyRole.Budget;
            case CueKind.Spent when context.HasBase && previous == MoneyRole.Award: return MoneyRole.Award;
            case CueKind.Spent when isWeak && figure.Low < LeastTotal && previous == MoneyRole.Award && context.Past() is null: return MoneyRole.Award;     // 分阶段奖励400万元：完成股改100万元
            case CueKind.Spent when isWeak && context.HasUnitBase: return null;        // 签约：10日内5万元/户
            case CueKind.Measure when previous == MoneyRole.Budget || (previous == MoneyRole.Price && figure.Low < LeastTotal): return previous;     // 责任限额：医疗费用18000元，财产损失2000元
            case CueKind.Measure when context.Plan() is not null: return MoneyRole.Budget;
            case CueKind.Measure or CueKind.Spent: return MoneyRole.Spent;
            default: return null;
        }
    }

    // What an earlier word or the amount before it says of an exact amount, or the lines above.
    private static (MoneyRole Role, FoundCue? Cue) OfEarlier(FigureContext context, Figure figure, Func<Figure, MoneyRole> roleOf)
    {
        var earlier = context.Earlier(k => k is CueKind.Award or CueKind.Price or CueKind.Penalty or CueKind.Budget or CueKind.Spent, out var before);
        if (earlier is { Kind: CueKind.Budget, Cue.Standing: Standing.Before } && context.PreviousInSentence() is { } parts && roleOf(parts) == MoneyRole.Award) return (MoneyRole.Award, earlier);     // 补助1600元，分三次下达，第一年900元
        if (earlier is null && before is not null && !(context.PreviousInSentence() is null && before.SlashBases.Count > 0 != figure.SlashBases.Count > 0))
        {
            var role = roleOf(before);
            if (role == MoneyRole.Threshold && before.IsExact && !context.IsToldBefore(CueKind.Award) && !context.IsGivenLater()) return (role, null);     // 采购限额标准为货物100万元，工程120万元
            if (role != MoneyRole.Spent || !context.HasUnitBase) return (role is MoneyRole.Threshold or MoneyRole.Cap or MoneyRole.Floor ? MoneyRole.Award : role, null);
        }

        earlier ??= context.LeadIn(k => k is CueKind.Price or CueKind.Penalty);
        return earlier?.Kind switch
        {
            CueKind.Price => (MoneyRole.Price, earlier),
            CueKind.Budget => (MoneyRole.Budget, earlier),
            CueKind.Spent when earlier.Value.Cue.Strength > 1 || !context.HasUnitBase => (MoneyRole.Spent, earlier),
            CueKind.Penalty => (MoneyRole.Penalty, earlier),
            _ => (context.HasUnitBase && context.IsNothingGiven ? MoneyRole.Price : MoneyRole.Award, earlier),
        };
    }

    private static bool Gives(FoundCue? cue) => cue is { Kind: CueKind.Award, Cue.Strength: > 1 };
}
