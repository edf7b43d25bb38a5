using ExtractionPipeline.Series;

namespace ExtractionPipeline.Cli;

/// <summary>A comparison as a person reads it: first the counts, then place by place what started, changed and stopped.</summary>
internal sealed class DiffText(DiffWording words, TextWriter to)
{
    private const int ShortText = 60;   // characters of a measure

    public void Write(IReadOnlyList<SeriesComparison> comparisons)
    {
        for (var i = 0; i < comparisons.Count; i++)
        {
            if (i > 0) to.WriteLine();
            Write(comparisons[i]);
        }
    }

    private void Write(SeriesComparison comparison)
    {
        to.WriteLine($"{comparison.Series}: {words.Side(comparison.Old)} \u2192 {words.Side(comparison.New)}");
        to.WriteLine("  " + words.Counts(comparison));
        if (comparison.NewCategories.Count > 0) to.WriteLine("  " + words.Say(Messages.DiffNewCategories, string.Join(", ", comparison.NewCategories.Select(words.Category))));
        if (comparison.NewPlaces.Count > 0) to.WriteLine("  " + words.Say(Messages.DiffNewPlaces, string.Join(", ", comparison.NewPlaces.Select(words.Place))));
        if (words.AboutStopped(comparison) is { } about) to.WriteLine("  " + about);
        foreach (var history in comparison.Places)
        {
            to.WriteLine();
            to.WriteLine(words.Place(history.Place));
            foreach (var measure in history.Started) Line(Messages.DiffStarted, words.Id(measure, comparison.New), measure);
            foreach (var pair in history.Changed) Changed(pair, comparison);
            foreach (var measure in history.Stopped) Line(Messages.DiffStopped, words.Id(measure, comparison.Old), measure);
        }
    }

    private void Changed(MeasurePair pair, SeriesComparison comparison)
    {
        Line(Messages.DiffChanged, $"{words.Id(pair.Old, comparison.Old)} \u2192 {words.Id(pair.New, comparison.New)}", pair.New);
        to.WriteLine($"      ({words.Why(pair)})");
        foreach (var change in pair.Changes)
        {
            var (before, after) = (TerminalText.Of(words.State(change.Before, change.Field)), TerminalText.Of(words.State(change.After, change.Field)));
            if (change is { Before: not null, After: not null }) (before, after) = new WordChange(before, after).Shortened();
            to.WriteLine($"      {words.Field(change)}: {before} \u2192 {after}");
        }
    }

    private void Line(Message what, string id, SeriesMeasure measure)
    {
        var categories = measure.Categories.Count == 0 ? "" : $" [{string.Join(", ", measure.Categories.Select(words.Category))}]";
        to.WriteLine($"  {words.Say(what)}  {id}{categories}  {Shortened(TerminalText.Of(measure.Text.ReplaceLineEndings(" ")))}");
    }

    private static string Shortened(string text)
    {
        if (text.Length <= ShortText) return text;
        return text[..(char.IsHighSurrogate(text[ShortText - 1]) ? ShortText - 1 : ShortText)] + "\u2026";
    }
}
