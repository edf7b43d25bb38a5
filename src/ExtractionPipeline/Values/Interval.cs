using System.Globalization;

namespace ExtractionPipeline.Values;

/// <summary>What a text says of a number: exactly it, at least, at most, between two, or nothing that can be counted.</summary>
/// <remarks>
/// Exact decimals in the base unit of their owner (yuan, percent, the unit of a quantity). A missing end has no inclusiveness.
/// 以上, 以下 and 以内 include the number itself, 不满 and 超过 do not (《民法典》 §1259).
/// </remarks>
public readonly record struct Interval
{
    private Interval(decimal? min, bool minInclusive, decimal? max, bool maxInclusive)
    {
        if (min > max) throw new ArgumentException(FormattableString.Invariant($"The lower end {min} lies above the upper end {max}."), nameof(min));
        Min = min is { } low ? Plain(low) : null;
        Max = max is { } high ? Plain(high) : null;
        MinInclusive = min is null ? null : minInclusive;
        MaxInclusive = max is null ? null : maxInclusive;
    }

    /// <summary>The lower end, or null where the text sets none.</summary>
    public decimal? Min { get; }

    /// <summary>The upper end, or null where the text sets none.</summary>
    public decimal? Max { get; }

    /// <summary>Whether the lower end itself is included; null without a lower end.</summary>
    public bool? MinInclusive { get; }

    /// <summary>Whether the upper end itself is included; null without an upper end.</summary>
    public bool? MaxInclusive { get; }

    /// <summary>A vague figure (数百万) that names no number.</summary>
    public static Interval Unstated => default;

    /// <summary>Whether a number is named at all.</summary>
    public bool IsStated => Min is not null || Max is not null;

    /// <summary>Whether exactly one number is named.</summary>
    public bool IsExact => Min is not null && Min == Max;

    /// <summary>Exactly this number.</summary>
    public static Interval Exactly(decimal value) => new(value, true, value, true);

    /// <summary>This number or more.</summary>
    public static Interval AtLeast(decimal value, bool inclusive) => new(value, inclusive, null, false);

    /// <summary>This number or less.</summary>
    public static Interval AtMost(decimal value, bool inclusive) => new(null, false, value, inclusive);

    /// <summary>From the lower to the upper end.</summary>
    /// <exception cref="ArgumentException">The lower end lies above the upper end.</exception>
    public static Interval Between(decimal min, bool minInclusive, decimal max, bool maxInclusive) => new(min, minInclusive, max, maxInclusive);

    /// <summary>A decimal without the trailing zeros of its scale: 8.20 × 1e8 prints as 820000000.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>Plain notation without exponent or trailing zeros, as the output writes it.</summary>
    public static string Write(decimal value) => Plain(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>Words for people and for rule examples: "exactly 5", "at-least 5", "more-than 5", "at-most 5", "less-than 5", "5..10".</summary>
    public override string ToString() => (Min, Max) switch
    {
        (null, null) => "unstated",
        ({ } min, null) => $"{(MinInclusive == true ? "at-least" : "more-than")} {Write(min)}",
        (null, { } max) => $"{(MaxInclusive == true ? "at-most" : "less-than")} {Write(max)}",
        ({ } min, { } max) when min == max => $"exactly {Write(min)}",
        ({ } min, { } max) => $"{Write(min)}{(MinInclusive == true ? "" : " (excluded)")}..{Write(max)}{(MaxInclusive == true ? "" : " (excluded)")}",
    };
}
