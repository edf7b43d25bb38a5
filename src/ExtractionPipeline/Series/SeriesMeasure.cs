using ExtractionPipeline.Checking;

namespace ExtractionPipeline.Series;

/// <summary>The document that a measure stands in.</summary>
/// <param name="Name">File name of the document, or of its result.</param>
/// <param name="Title">Title; the file name where there is none.</param>
/// <param name="Series">What joins the batches of one list: the title without its batch mark.</param>
/// <param name="Batch">Number of the batch; null where the title names none.</param>
public sealed record SeriesSource(string Name, string Title, string Series, int? Batch);

/// <summary>A place that a measure is attributed to.</summary>
/// <param name="Code">Six digits, as in the result.</param>
/// <param name="Name">Full name; the code itself where the division is not known any more.</param>
public sealed record SeriesPlace(string Code, string Name);

/// <summary>An amount, share, count or time inside a measure.</summary>
/// <param name="Kind">money, percent, quantity or period, as in the result.</param>
/// <param name="Role">Role of an amount or a share; null for the other kinds.</param>
/// <param name="Words">As the document writes it, with the words that bound it.</param>
public sealed record SeriesFigure(string Kind, string? Role, string Words)
{
    /// <summary>What changes when this figure changes: its role, or its kind where it has none.</summary>
    public string Field => Role ?? Kind;

    internal JsonTree Value { get; init; } = JsonTree.OfText("");

    internal bool HasValueOf(SeriesFigure other) =>
        string.Equals(Kind, other.Kind, StringComparison.Ordinal) && string.Equals(Role, other.Role, StringComparison.Ordinal) && Value.Matches(other.Value);
}

/// <summary>One measure of a result, with all that tells it from others.</summary>
/// <param name="Source">Its document.</param>
/// <param name="Id">Id of the measure in its document ("1.2.3/1").</param>
/// <param name="Text">Its words.</param>
/// <param name="Places">Who does it.</param>
/// <param name="Categories">Codes of the taxonomy.</param>
/// <param name="Instruments">Rules that found these categories: what is done in particular.</param>
/// <param name="Figures">In document order.</param>
/// <param name="Beneficiary">For whom; null where the text does not say.</param>
/// <param name="Purpose">For what; null where the text does not say.</param>
/// <param name="Condition">On which condition; null where the text does not say.</param>
public sealed record SeriesMeasure(
    SeriesSource Source,
    string Id,
    string Text,
    IReadOnlyList<SeriesPlace> Places,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Instruments,
    IReadOnlyList<SeriesFigure> Figures,
    string? Beneficiary,
    string? Purpose,
    string? Condition)
{
    internal MeasureWords Words { get; init; } = MeasureWords.None;
}

/// <summary>One result as the comparison sees it.</summary>
/// <param name="Source">The document.</param>
/// <param name="Measures">In document order.</param>
public sealed record SeriesDocument(SeriesSource Source, IReadOnlyList<SeriesMeasure> Measures);
