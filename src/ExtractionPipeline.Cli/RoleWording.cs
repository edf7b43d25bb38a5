using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;

namespace ExtractionPipeline.Cli;

/// <summary>Kinds, roles and reasons in the language of the reader.</summary>
internal sealed class RoleWording(Wording say)
{
    /// <summary>The roles of amounts and shares, as the output names them.</summary>
    public static IReadOnlyList<string> AmountRoles { get; } = ["award", "cap", "floor", "threshold", "budget", "spent", "price", "penalty", "rate", "other"];

    public string Of(MentionKind kind) => say.Say(kind switch
    {
        MentionKind.Region => Messages.KindRegion,
        MentionKind.Money => Messages.KindMoney,
        MentionKind.Percent => Messages.KindPercent,
        MentionKind.Quantity => Messages.KindQuantity,
        MentionKind.Period => Messages.KindPeriod,
        MentionKind.Document => Messages.KindDocument,
        MentionKind.Organisation => Messages.KindOrganisation,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>Role of a place, an amount or a share; empty for the other kinds.</summary>
    public string Of(Mention mention) => mention switch
    {
        RegionMention region => say.Say(region.Role switch { RegionRole.Actor => Messages.RoleActor, RegionRole.Name => Messages.RoleName, _ => Messages.RoleOther }),
        MoneyMention money => say.Say(OfMoney(money.Role)),
        PercentMention percent => say.Say(percent.Role switch
        {
            PercentRole.Rate => Messages.RoleRate,
            PercentRole.Cap => Messages.RoleCap,
            PercentRole.Threshold => Messages.RoleThreshold,
            _ => Messages.RoleOther,
        }),
        _ => "",
    };

    public string Of(AttributionReason reason) => say.Say(reason switch
    {
        AttributionReason.Subject => Messages.ExplainReasonSubject,
        AttributionReason.Inherited => Messages.ExplainReasonInherited,
        AttributionReason.Respective => Messages.ExplainReasonRespective,
        AttributionReason.Section => Messages.ExplainReasonSection,
        AttributionReason.Issuer => Messages.ExplainReasonIssuer,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    });

    /// <summary>A role by its name in the output; for roles that are read back.</summary>
    public static Message OfName(string role) => role switch
    {
        "award" => Messages.RoleAward,
        "cap" => Messages.RoleCap,
        "floor" => Messages.RoleFloor,
        "threshold" => Messages.RoleThreshold,
        "budget" => Messages.RoleBudget,
        "spent" => Messages.RoleSpent,
        "price" => Messages.RolePrice,
        "penalty" => Messages.RolePenalty,
        "rate" => Messages.RoleRate,
        _ => Messages.RoleOther,
    };

    private static Message OfMoney(MoneyRole role) => role switch
    {
        MoneyRole.Award => Messages.RoleAward,
        MoneyRole.Cap => Messages.RoleCap,
        MoneyRole.Floor => Messages.RoleFloor,
        MoneyRole.Threshold => Messages.RoleThreshold,
        MoneyRole.Budget => Messages.RoleBudget,
        MoneyRole.Spent => Messages.RoleSpent,
        MoneyRole.Price => Messages.RolePrice,
        MoneyRole.Penalty => Messages.RolePenalty,
        _ => Messages.RoleOther,
    };
}
