using ExtractionPipeline.Text;

namespace ExtractionPipeline.Series;

/// <summary>Says what differs between two states of one measure.</summary>
/// <remarks>
/// Figures of equal value and role cancel out. Of the others, the first of a kind and role before stands against the first of
/// the same kind and role after, then those of one kind whose role changed; what is left was added or removed.
/// </remarks>
internal sealed class ChangeReader(FoldingTable folding)
{
    public IReadOnlyList<MeasureChange> Read(SeriesMeasure before, SeriesMeasure after)
    {
        var changes = new List<MeasureChange>();
        AddSet("places", before.Places.Select(p => p.Name), after.Places.Select(p => p.Name));
        AddSet("categories", before.Categories, after.Categories);
        changes.AddRange(Figures(before.Figures, after.Figures));
        AddWords("beneficiary", before.Beneficiary, after.Beneficiary);
        AddWords("purpose", before.Purpose, after.Purpose);
        AddWords("condition", before.Condition, after.Condition);
        return changes;

        void AddSet(string field, IEnumerable<string> was, IEnumerable<string> now)
        {
            var (gone, come) = (was.Except(now, StringComparer.Ordinal).ToList(), now.Except(was, StringComparer.Ordinal).ToList());
            if (gone.Count + come.Count > 0) changes.Add(new MeasureChange(field, Joined(was), Joined(now)));
        }

        void AddWords(string field, string? was, string? now)
        {
            if (!string.Equals(Folded(was), Folded(now), StringComparison.Ordinal)) changes.Add(new MeasureChange(field, was, now));
        }
    }

    private static List<MeasureChange> Figures(IReadOnlyList<SeriesFigure> before, IReadOnlyList<SeriesFigure> after)
    {
        var come = after.ToList();
        var gone = new List<SeriesFigure>();
        foreach (var figure in before)
        {
            var same = come.FindIndex(figure.HasValueOf);
            if (same < 0) gone.Add(figure);
            else come.RemoveAt(same);
        }

        var found = new List<MeasureChange>();
        Meet((a, b) => string.Equals(a.Field, b.Field, StringComparison.Ordinal) && string.Equals(a.Kind, b.Kind, StringComparison.Ordinal));
        Meet((a, b) => string.Equals(a.Kind, b.Kind, StringComparison.Ordinal));
        found.AddRange(gone.Select(g => new MeasureChange(g.Field, g.Words, null, g)));
        found.AddRange(come.Select(c => new MeasureChange(c.Field, null, c.Words, null, c)));
        return found;

        void Meet(Func<SeriesFigure, SeriesFigure, bool> belong)
        {
            for (var i = 0; i < gone.Count;)
            {
                var at = come.FindIndex(c => belong(gone[i], c));
                if (at < 0)
                {
                    i++;
                    continue;
                }

                found.Add(new MeasureChange(come[at].Field, gone[i].Words, come[at].Words, gone[i], come[at]));
                gone.RemoveAt(i);
                come.RemoveAt(at);
            }
        }
    }

    private string? Folded(string? text) => text is null ? null : MeasureWords.Folded(text, folding);

    private static string? Joined(IEnumerable<string> words) => words.Any() ? string.Join(", ", words) : null;
}
