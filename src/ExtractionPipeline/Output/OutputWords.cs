using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;

namespace ExtractionPipeline.Output;

/// <summary>The words by which the output names closed sets; fixed, other tools depend on them.</summary>
public static class OutputWords
{
    /// <summary>region, money …</summary>
    public static string Of(MentionKind kind) => kind switch
    {
        MentionKind.Region => "region",
        MentionKind.Money => "money",
        MentionKind.Percent => "percent",
        MentionKind.Quantity => "quantity",
        MentionKind.Period => "period",
        MentionKind.Document => "document",
        MentionKind.Organisation => "organisation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>actor, name, other.</summary>
    public static string Of(RegionRole role) => role switch
    {
        RegionRole.Actor => "actor",
        RegionRole.Name => "name",
        RegionRole.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>award, cap, floor …</summary>
    public static string Of(MoneyRole role) => role switch
    {
        MoneyRole.Award => "award",
        MoneyRole.Cap => "cap",
        MoneyRole.Floor => "floor",
        MoneyRole.Threshold => "threshold",
        MoneyRole.Budget => "budget",
        MoneyRole.Spent => "spent",
        MoneyRole.Price => "price",
        MoneyRole.Penalty => "penalty",
        MoneyRole.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>rate, cap, threshold, other.</summary>
    public static string Of(PercentRole role) => role switch
    {
        PercentRole.Rate => "rate",
        PercentRole.Cap => "cap",
        PercentRole.Threshold => "threshold",
        PercentRole.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>subject, inherited …</summary>
    public static string Of(AttributionReason reason) => reason switch
    {
        AttributionReason.Subject => "subject",
        AttributionReason.Inherited => "inherited",
        AttributionReason.Respective => "respective",
        AttributionReason.Section => "section",
        AttributionReason.Issuer => "issuer",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>note, warning, error.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Note => "note",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
