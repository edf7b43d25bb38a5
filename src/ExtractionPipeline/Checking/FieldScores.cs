namespace ExtractionPipeline.Checking;

/// <summary>How many of one field are right, expected and found.</summary>
/// <param name="Field">Such as "money", "money.role", "regions", "document.title".</param>
/// <param name="Right">Those that agree.</param>
/// <param name="Expected">Those that the goldens have.</param>
/// <param name="Found">Those that the results have.</param>
public sealed record FieldScore(string Field, int Right, int Expected, int Found)
{
    /// <summary>Share of the found that is right; 1 where nothing was found.</summary>
    public decimal Precision => Found == 0 ? 1 : (decimal)Right / Found;

    /// <summary>Share of the expected that is right; 1 where nothing was expected.</summary>
    public decimal Recall => Expected == 0 ? 1 : (decimal)Right / Expected;

    /// <summary>Their harmonic mean.</summary>
    public decimal F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds up scores of several documents, field by field, in the order in which fields first come up.</summary>
    public static IReadOnlyList<FieldScore> Sum(IEnumerable<FieldScore> scores)
    {
        var sum = new FieldScores();
        foreach (var score in scores) sum.Add(score.Field, score.Right, score.Expected, score.Found);
        return sum.ToList();
    }
}

/// <summary>Counts field by field, in the order in which fields first come up.</summary>
internal sealed class FieldScores
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, FieldScore> _scores = new(StringComparer.Ordinal);

    public void Add(string field, int right, int expected, int found)
    {
        if (!_scores.TryGetValue(field, out var score))
        {
            _order.Add(field);
            score = new FieldScore(field, 0, 0, 0);
        }

        _scores[field] = score with { Right = score.Right + right, Expected = score.Expected + expected, Found = score.Found + found };
    }

    public IReadOnlyList<FieldScore> ToList() => [.. _order.Select(f => _scores[f])];
}
