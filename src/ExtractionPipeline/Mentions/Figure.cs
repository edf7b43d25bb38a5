using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>What a figure measures.</summary>
public enum FigureKind
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>A share.</summary>
    Percent,

    /// <summary>A count or a measure.</summary>
    Quantity,
}

/// <summary>A rule at work on a figure, in folded offsets.</summary>
public readonly record struct FigureEvidence(Rule Rule, int Start, int End);

/// <summary>A number, or two ends of a range, with its unit: 50万元, 8—10万元, 60%以上（含60%）. Offsets are folded.</summary>
/// <remarks>Made by <see cref="FigureReader"/>, its bounds set by <see cref="BoundReader"/>; finders only read it.</remarks>
public sealed class Figure
{
    internal Figure(FigureKind kind, int start, int end, decimal? low, decimal? high)
    {
        Kind = kind;
        Start = SpanStart = start;
        End = SpanEnd = UnitEnd = end;
        Low = low;
        High = high;
    }

    /// <summary>What it measures.</summary>
    public FigureKind Kind { get; }

    /// <summary>First character of its number, or of a unit before it.</summary>
    public int Start { get; internal set; }

    /// <summary>End of its unit with the bases behind a slash, or of the bracket that restates it.</summary>
    public int End { get; internal set; }

    /// <summary>Start with the bound words that touch it.</summary>
    public int SpanStart { get; internal set; }

    /// <summary>End with the bound words that touch it.</summary>
    public int SpanEnd { get; internal set; }

    /// <summary>The number, or the lower end of a range, in whole units; null for a vague number.</summary>
    public decimal? Low { get; internal set; }

    /// <summary>The number again, or the upper end of a range.</summary>
    public decimal? High { get; internal set; }

    /// <summary>Whether two ends are written: 8—10万元, 5万元以上20万元以下.</summary>
    public bool IsRange { get; internal set; }

    /// <summary>余, 多, 约, 左右.</summary>
    public bool Approximate { get; internal set; }

    /// <summary>ISO 4217, for money.</summary>
    public string Currency { get; internal set; } = "";

    /// <summary>Unit as written, for a quantity or 个百分点.</summary>
    public string UnitText { get; internal set; } = "";

    /// <summary>End of the unit itself.</summary>
    public int UnitEnd { get; internal set; }

    /// <summary>Whether what is counted follows the unit (个, 家).</summary>
    public bool TakesNoun { get; internal set; }

    /// <summary>The bases behind a slash.</summary>
    public List<string> SlashBases { get; } = [];

    /// <summary>The rules of those bases.</summary>
    public List<FigureEvidence> BaseEvidence { get; } = [];

    /// <summary>The rule of its unit.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Further rules: bounds.</summary>
    public List<FigureEvidence> Evidence { get; } = [];

    /// <summary>The word that sets its lower end, or null.</summary>
    public Bound? Lower { get; internal set; }

    /// <summary>The word that sets its upper end, or null.</summary>
    public Bound? Upper { get; internal set; }

    /// <summary>Whether a bound word limits what is given (最高, 封顶) rather than compares.</summary>
    public bool IsLimited { get; internal set; }

    /// <summary>What a bracket says of the lower end or of the only number: （含） true, （不含） false.</summary>
    public bool? LowIncluded { get; internal set; }

    /// <summary>The same of the upper end.</summary>
    public bool? HighIncluded { get; internal set; }

    /// <summary>Number of the list it stands in; figures of one list share bounds, bases and role.</summary>
    public int List { get; internal set; }

    /// <summary>Start of the bracket it stands in, or -1.</summary>
    public int Bracket { get; internal set; } = -1;

    /// <summary>Whether the number stands without a digit (亿元) and means something only beside a bound word.</summary>
    internal bool IsImplied { get; init; }

    /// <summary>Whether it is 一 before a measure word: an article, hardly a count.</summary>
    internal bool IsArticle { get; init; }

    /// <summary>Whether nothing bounds it: the text names exactly this number, or about it.</summary>
    public bool IsExact => !IsRange && Lower is null && Upper is null;

    /// <summary>The value with its bounds.</summary>
    public Interval Range
    {
        get
        {
            if (Low is not { } low || High is not { } high) return Interval.Unstated;
            if (IsRange) return Interval.Between(Math.Min(low, high), LowIncluded ?? Lower?.IsExclusive != true, Math.Max(low, high), HighIncluded ?? Upper?.IsExclusive != true);
            if (Lower is not null) return Interval.AtLeast(low, LowIncluded ?? !Lower.IsExclusive);
            return Upper is not null ? Interval.AtMost(high, HighIncluded ?? LowIncluded ?? !Upper.IsExclusive) : Interval.Exactly(low);
        }
    }
}
