using System.Globalization;

using ExtractionPipeline.Rules;
using ExtractionPipeline.Series;

namespace ExtractionPipeline.Cli;

/// <summary>What a comparison says, in the language of the reader.</summary>
internal sealed class DiffWording(RuleSet rules, Wording say)
{
    private const int FewPlaces = 3;

    public bool IsChinese => say.IsChinese;

    public string Say(Message message, params string[] details) => say.Say(message, details);

    /// <summary>The documents of one side: their batches, or their names where they have none.</summary>
    public string Side(IReadOnlyList<SeriesSource> side) =>
        side.Count == 0 ? say.Say(Messages.CheckNothing) : string.Join(", ", side.Select(s => s.Batch is { } batch ? say.Say(Messages.DiffBatch, Number(batch)) : s.Name));

    public string Counts(SeriesComparison comparison) => say.Say(
        Messages.DiffCounts,
        Number(comparison.Pairs.Count),
        Number(Count(comparison, PairState.Unchanged)),
        Number(Count(comparison, PairState.Reworded)),
        Number(Count(comparison, PairState.Changed)),
        Number(comparison.Started.Count),
        Number(comparison.Stopped.Count));

    public string Place(SeriesPlace? place) => place is null ? say.Say(Messages.DiffNoPlace) : string.Equals(place.Name, place.Code, StringComparison.Ordinal) ? place.Code : $"{place.Name} {place.Code}";

    public string Category(string code) =>
        say.IsChinese && rules.Categories.Names.FirstOrDefault(n => string.Equals(n.Code, code, StringComparison.Ordinal)) is { } name ? name.Chinese : code;

    public string Why(MeasurePair pair) => pair.Reason switch
    {
        MatchReason.SameWords => say.Say(Messages.DiffWhySame, InCommon(pair)),
        MatchReason.SimilarWords => say.Say(Messages.DiffWhySimilar, Percent(pair.Similarity), InCommon(pair)),
        _ => say.Say(Messages.DiffWhyOnly, Percent(pair.Similarity)),
    };

    public string Field(MeasureChange change) => say.Say(change.Field switch
    {
        "places" => Messages.ShowPlaces,
        "categories" => Messages.ShowCategories,
        "beneficiary" => Messages.DiffBeneficiary,
        "purpose" => Messages.DiffPurpose,
        "condition" => Messages.DiffCondition,
        "money" => Messages.KindMoney,
        "percent" => Messages.KindPercent,
        "quantity" => Messages.KindQuantity,
        "period" => Messages.KindPeriod,
        _ => RoleWording.OfName(change.Field),
    });

    public string State(string? words, string field) =>
        words is null ? say.Say(Messages.CheckNothing) : string.Equals(field, "categories", StringComparison.Ordinal) ? string.Join(", ", words.Split(", ").Select(Category)) : words.ReplaceLineEndings(" ");

    /// <summary>Where a measure stands: its id, with its batch or document where the side has several.</summary>
    public string Id(SeriesMeasure measure, IReadOnlyList<SeriesSource> side) =>
        side.Count < 2 ? measure.Id : measure.Source.Batch is { } batch ? $"{say.Say(Messages.DiffBatch, Number(batch))} {measure.Id}" : $"{measure.Source.Name} {measure.Id}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What "stopped" means, where two batches are compared and something is; else null.</summary>
    public string? AboutStopped(SeriesComparison comparison) =>
        comparison.Stopped.Count > 0 && comparison.New.Count > 0 && !comparison.Old.Select(s => s.Batch).SequenceEqual(comparison.New.Select(s => s.Batch)) ? say.Say(Messages.DiffStoppedMeans) : null;

    /// <summary>The places that make two measures one: the first few by name.</summary>
    private string InCommon(MeasurePair pair)
    {
        var places = pair.PlacesInCommon.Select(p => p.Name).ToList();
        if (places.Count == 0) return say.Say(Messages.DiffWhyNoPlace);
        var first = string.Join(", ", places.Take(FewPlaces));
        return say.Say(Messages.DiffWhyPlaces, places.Count > FewPlaces ? say.Say(Messages.DiffAndMore, first, Number(places.Count - FewPlaces)) : first);
    }

    private static int Count(SeriesComparison comparison, PairState state) => comparison.Pairs.Count(p => p.State == state);

    private static string Percent(double share) => Number((int)Math.Round(100 * share));
}
