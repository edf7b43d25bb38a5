using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>A rule that took part in a finding, and the words that called it up.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">The words, in the item's text.</param>
public readonly record struct Evidence(RuleId Rule, SourceSpan Span);

/// <summary>What kind of thing is mentioned.</summary>
public enum MentionKind
{
    /// <summary>地区.</summary>
    Region,

    /// <summary>金额.</summary>
    Money,

    /// <summary>比例.</summary>
    Percent,

    /// <summary>数量.</summary>
    Quantity,

    /// <summary>时间.</summary>
    Period,

    /// <summary>文件.</summary>
    Document,

    /// <summary>机构.</summary>
    Organisation,
}

/// <summary>Something an item says: its words, its value, and the rules that read it. A closed set, one record a kind.</summary>
/// <param name="Span">The words in the item's text, with the words that set its bound where they stand right beside it.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Evidence">Every further rule that set a part of its value or its role.</param>
public abstract record Mention(SourceSpan Span, RuleId Rule, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Its kind, as the output names it.</summary>
    public abstract MentionKind Kind { get; }

    /// <summary>Its value in words, as rule examples and goldens write it.</summary>
    public abstract string ValueText { get; }
}

/// <summary>What a place name does in its sentence.</summary>
public enum RegionRole
{
    /// <summary>What is said is said of it.</summary>
    Actor,

    /// <summary>It stands inside the proper name of something else.</summary>
    Name,

    /// <summary>Neither.</summary>
    Other,
}

/// <summary>A division or area (行政区划).</summary>
/// <param name="Code">Today's code.</param>
/// <param name="Name">Full name.</param>
/// <param name="Level">province, prefecture, county or new-area.</param>
/// <param name="Path">Full names from the province down to itself.</param>
public sealed record PlaceReading(DivisionCode Code, string Name, string Level, IReadOnlyList<string> Path);

/// <summary>A mention of a place (地区).</summary>
/// <param name="Span">The whole chain: 江苏省徐州市沛县.</param>
/// <param name="Place">The reading that was decided; where nothing decides, the first of the candidates.</param>
/// <param name="Candidates">Empty where the reading is certain; else every division of that name, in order of code.</param>
/// <param name="Role">What it does in its sentence.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Evidence">Further rules.</param>
public sealed record RegionMention(
    SourceSpan Span, PlaceReading Place, IReadOnlyList<PlaceReading> Candidates, RegionRole Role, RuleId Rule, IReadOnlyList<Evidence> Evidence)
    : Mention(Span, Rule, Evidence)
{
    /// <inheritdoc/>
    public override MentionKind Kind => MentionKind.Region;

    /// <inheritdoc/>
    public override string ValueText => Place.Code.ToString();
}

/// <summary>What an amount of money does in its sentence; docs/output-format.md explains each.</summary>
public enum MoneyRole
{
    /// <summary>What is given.</summary>
    Award,

    /// <summary>The upper limit of what is given.</summary>
    Cap,

    /// <summary>The lower limit of what is given.</summary>
    Floor,

    /// <summary>To be reached or kept under to qualify.</summary>
    Threshold,

    /// <summary>Planned or allocated.</summary>
    Budget,

    /// <summary>Already paid, invested, achieved.</summary>
    Spent,

    /// <summary>Price, fee, rent, wage, standard.</summary>
    Price,

    /// <summary>Fine, or paid back.</summary>
    Penalty,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>A mention of money (金额).</summary>
/// <param name="Span">Figure and the bound words beside it: 100万元（含）以上.</param>
/// <param name="Figure">The figure with unit and base after a slash: 100万元, 3元/平方米.</param>
/// <param name="Amount">Its value.</param>
/// <param name="Role">What it does.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Evidence">Further rules: bound, role, base.</param>
public sealed record MoneyMention(
    SourceSpan Span, SourceSpan Figure, MoneyAmount Amount, MoneyRole Role, RuleId Rule, IReadOnlyList<Evidence> Evidence)
    : Mention(Span, Rule, Evidence)
{
    /// <inheritdoc/>
    public override MentionKind Kind => MentionKind.Money;

    /// <inheritdoc/>
    public override string ValueText => Amount.ToString();
}

/// <summary>What a share does in its sentence.</summary>
public enum PercentRole
{
    /// <summary>The share that is given.</summary>
    Rate,

    /// <summary>The upper limit of the share that is given.</summary>
    Cap,

    /// <summary>To be reached or kept under to qualify.</summary>
    Threshold,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>A mention of a share (比例).</summary>
/// <param name="Span">Figure and the bound words beside it.</param>
/// <param name="Figure">The figure with its sign: 20%.</param>
/// <param name="Share">Its value, in percent.</param>
/// <param name="Role">What it does.</param>
/// <param name="Base">What it is a share of (投资额), or null where the text does not say.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Evidence">Further rules.</param>
public sealed record PercentMention(
    SourceSpan Span, SourceSpan Figure, Percentage Share, PercentRole Role, SourceSpan? Base, RuleId Rule, IReadOnlyList<Evidence> Evidence)
    : Mention(Span, Rule, Evidence)
{
    /// <inheritdoc/>
    public override MentionKind Kind => MentionKind.Percent;

    /// <inheritdoc/>
    public override string ValueText => Share.ToString();
}

/// <summary>A mention of a counted or measured quantity (数量).</summary>
public sealed record QuantityMention(SourceSpan Span, CountedQuantity Quantity, RuleId Rule, IReadOnlyList<Evidence> Evidence)
    : Mention(Span, Rule, Evidence)
{
    /// <inheritdoc/>
    public override MentionKind Kind => MentionKind.Quantity;

    /// <inheritdoc/>
    public override string ValueText => Quantity.ToString();
}

/// <summary>A mention of a time (时间).</summary>
/// <param name="Span">The words.</param>
/// <param name="Iso">ISO 8601: "2023", "2023/2025", "2023-01-01/..", "P3Y".</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Evidence">Further rules.</param>
public sealed record PeriodMention(SourceSpan Span, string Iso, RuleId Rule, IReadOnlyList<Evidence> Evidence)
    : Mention(Span, Rule, Evidence)
{
    /// <inheritdoc/>
    public override MentionKind Kind => MentionKind.Period;

    /// <inheritdoc/>
    public override string ValueText => Iso;
}

/// <summary>A mention of a document (文件).</summary>
/// <param name="Span">《title》 with its number behind it, or the number alone.</param>
/// <param name="Title">What stands inside 《》, nested 〈〉 kept; null where only the number is given.</param>
/// <param name="Number">国发〔2024〕7号, or null.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Evidence">Further rules.</param>
public sealed record DocumentMention(SourceSpan Span, string? Title, string? Number, RuleId Rule, IReadOnlyList<Evidence> Evidence)
    : Mention(Span, Rule, Evidence)
{
    /// <inheritdoc/>
    public override MentionKind Kind => MentionKind.Document;

    /// <inheritdoc/>
    public override string ValueText => string.Join(' ', new[] { Title, Number }.Where(t => t is not null));
}

/// <summary>A mention of an authority or body (机构).</summary>
/// <param name="Span">The words.</param>
/// <param name="Name">As written, without inner spaces.</param>
/// <param name="Code">Of the region it belongs to, or null.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Evidence">Further rules.</param>
public sealed record OrganisationMention(SourceSpan Span, string Name, DivisionCode? Code, RuleId Rule, IReadOnlyList<Evidence> Evidence)
    : Mention(Span, Rule, Evidence)
{
    /// <inheritdoc/>
    public override MentionKind Kind => MentionKind.Organisation;

    /// <inheritdoc/>
    public override string ValueText => Code is null ? Name : $"{Name} {Code}";
}

/// <summary>A candidate that was not taken, and why: kept for explain.</summary>
/// <param name="Kind">What it would have been.</param>
/// <param name="Span">Its words.</param>
/// <param name="Rule">The rule that forbade it.</param>
/// <param name="Reason">One English sentence part: "part of the street name 中山路".</param>
public sealed record SuppressedCandidate(MentionKind Kind, SourceSpan Span, RuleId Rule, string Reason)
{
    private LongerWords? Words { get; init; }

    private readonly string _reason = Reason;

    /// <summary>A name that is not meant inside longer words. Its reason is put into words when somebody asks: most are never shown.</summary>
    internal static SuppressedCandidate NotMeant(SourceSpan span, RuleId rule, string folded, (int Start, int End) words, (int Start, int End) name) =>
        new(MentionKind.Region, span, rule, "") { Words = new LongerWords(folded, words.Start, words.End, name.Start, name.End) };

    /// <summary>One English sentence part: "part of the street name 中山路".</summary>
    public string Reason
    {
        get => Words is var (folded, start, end, name, nameEnd) ? $"{folded[name..nameEnd]} is not meant in {folded[start..end]}" : _reason;
        init => _reason = value;
    }

    /// <inheritdoc/>
    public bool Equals(SuppressedCandidate? other) => other is not null && Kind == other.Kind && Span == other.Span
        && string.Equals(Rule.Name, other.Rule.Name, StringComparison.Ordinal) && Words == other.Words && string.Equals(_reason, other._reason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((int)Kind, Span.Start, Span.End, Rule.Name.GetHashCode(StringComparison.Ordinal));

    /// <summary>Where the longer words stand and the name inside them, in folded offsets.</summary>
    private sealed record LongerWords(string Folded, int Start, int End, int Name, int NameEnd);
}
