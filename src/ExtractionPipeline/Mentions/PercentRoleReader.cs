using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Decides what a share does in its sentence.</summary>
/// <remarks>
/// A share with a lower bound is a threshold unless it is given; with an upper bound a cap unless it measures growth or picks out a case;
/// an exact one is a rate where something is given by it, else other. How a sum is divided or paid in parts is other.
/// </remarks>
internal static class PercentRoleReader
{
    public static (PercentRole Role, FoundCue? Cue) Decide(FigureContext context, Figure figure, Func<Figure, PercentRole> roleOf)
    {
        var behind = context.Behind(verbsToo: true);
        var nearest = context.Nearest();
        if (behind is { Kind: CueKind.Division } || (behind is { Kind: CueKind.Penalty } && nearest is not { Kind: CueKind.Award, Cue.OfPercent: false })) return (PercentRole.Other, behind);     // but 给予10%的价格扣除
        if (nearest is { Kind: CueKind.Division }) return (PercentRole.Other, nearest);
        if (context.IsPortion) return (PercentRole.Threshold, nearest);
        var gives = behind is { Kind: CueKind.Award } && !(context.IsAttribute && figure.Lower is not null && behind.Value.Cue.Standing == Standing.Before);
        if (figure.IsRange) return gives || nearest is { Kind: CueKind.Award } ? (PercentRole.Rate, gives ? behind : nearest) : (context.IsAttribute || context.EndsInAttribute || context.IsGivenLater() ? PercentRole.Threshold : PercentRole.Other, nearest);
        if (figure.Lower is not null)
        {
            if (gives && nearest?.Kind != CueKind.Growth) return (PercentRole.Rate, behind);
            if (nearest is { Kind: CueKind.Award, Cue.OfPercent: true } && context.Contact.Touches(nearest) && !context.IsAttribute) return (PercentRole.Rate, nearest);       // 按不低于80%、70%的比例救助
            return nearest is { Kind: CueKind.Award, Cue.Strength: > 1 } && !context.IsAttribute && !context.IsGivenLater() ? (PercentRole.Rate, nearest) : (PercentRole.Threshold, nearest);
        }

        if (figure.Upper is not null) return OfUpper(context, figure, behind, nearest);
        return OfExact(context, behind, nearest, roleOf);
    }

    private static (PercentRole Role, FoundCue? Cue) OfUpper(FigureContext context, Figure figure, FoundCue? behind, FoundCue? nearest)
    {
        if (figure.Upper?.Sense == BoundSense.LessThan) return (PercentRole.Threshold, nearest);
        if (behind is { Kind: CueKind.Award } || figure.IsLimited) return (PercentRole.Cap, behind ?? nearest);
        if (nearest is { Kind: CueKind.Award, Cue: { Strength: > 1, OfPercent: false } }) return (PercentRole.Cap, nearest);       // 给予不超过3%的容积率奖励
        var sorts = context.IsAttribute || (nearest is { Kind: CueKind.Growth } && (context.EndsInAttribute || context.IsGivenLater() || !IsOfGrant(context)));
        return sorts ? (PercentRole.Threshold, nearest) : (PercentRole.Cap, nearest);
    }

    // 算力券抵扣比例不超过30%: a limited share of what is given or invested.
    private static bool IsOfGrant(FigureContext context) =>
        context.IsToldBefore(CueKind.Award) || context.IsToldBefore(CueKind.Budget) || context.IsToldBefore(CueKind.Investment);

    private static (PercentRole Role, FoundCue? Cue) OfExact(FigureContext context, FoundCue? behind, FoundCue? nearest, Func<Figure, PercentRole> roleOf)
    {
        if (behind is { Kind: CueKind.Price } && (behind.Value.Cue.OfPercent || context.IsShareOf)) return (PercentRole.Other, behind);      // 按20%的税率, 按欠款的1‰缴纳违约金; 租金按50%收取 is a rate
        nearest = context.Growth() ?? nearest;
        if (nearest is { Kind: CueKind.Growth } growth && behind is not { Kind: CueKind.Award }) return (PercentRole.Other, growth);
        if (nearest is { Kind: CueKind.Price, Cue.OfPercent: true } && behind is null) return (PercentRole.Other, nearest);
        if (behind is { Kind: CueKind.Award }) return (PercentRole.Rate, behind);
        if (nearest is { Kind: CueKind.Award }) return (nearest.Value.Cue.Strength > 1 ? PercentRole.Rate : PercentRole.Other, nearest);     // 财政资金60%
        if (nearest is null && context.Contact.IsLevel && context.AnyInSentence(f => roleOf(f) == PercentRole.Rate)) return (PercentRole.Rate, null);       // 按70%给予补贴，…的提高到110%
        var earlier = context.Earlier(k => k is CueKind.Award or CueKind.Growth, out var before);
        if (earlier is { Kind: CueKind.Award } && nearest is null) return (PercentRole.Rate, earlier);
        var parallel = earlier is null && nearest is null && before is { IsExact: true } && ReferenceEquals(before, context.PreviousInSentence());     // 大型企业30%、中小企业60%
        return (parallel && roleOf(before!) == PercentRole.Rate ? PercentRole.Rate : PercentRole.Other, nearest);
    }
}
