using System.Net;
using System.Text;

using ExtractionPipeline.Series;

namespace ExtractionPipeline.Cli;

/// <summary>A comparison as one page of HTML that needs no network: counts, a search, and place by place what started, changed and stopped.</summary>
internal sealed class DiffPage(DiffWording words, TextWriter to)
{
    public void Write(IReadOnlyList<SeriesComparison> comparisons)
    {
        var title = string.Join(", ", comparisons.Select(c => c.Series));
        to.Write($"<!DOCTYPE html>\n<html lang=\"{(words.IsChinese ? "zh" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        to.Write($"<title>{Html(title)}</title>\n<style>\n{Resource("DiffPage.css")}</style>\n</head>\n<body>\n");
        to.Write($"<div class=\"controls\"><input type=\"search\" id=\"find\" placeholder=\"{Html(words.Say(Messages.DiffFind))}\">");
        foreach (var (kind, message) in new[] { ("started", Messages.DiffStarted), ("changed", Messages.DiffChanged), ("stopped", Messages.DiffStopped) })
        {
            to.Write($"<label class=\"{kind}\"><input type=\"checkbox\" value=\"{kind}\" checked>{Html(words.Say(message))}</label>");
        }

        to.Write("</div>\n");
        foreach (var comparison in comparisons) Write(comparison);
        to.Write($"<script>\n{Resource("DiffPage.js")}</script>\n</body>\n</html>\n");
    }

    private void Write(SeriesComparison comparison)
    {
        to.Write($"<article>\n<h1>{Html(comparison.Series)}</h1>\n<p class=\"sides\">{Html(words.Side(comparison.Old))} \u2192 {Html(words.Side(comparison.New))}</p>\n");
        to.Write($"<p class=\"counts\">{Html(words.Counts(comparison))}</p>\n");
        if (comparison.NewCategories.Count > 0) to.Write($"<p>{Html(words.Say(Messages.DiffNewCategories, string.Join(", ", comparison.NewCategories.Select(words.Category))))}</p>\n");
        if (comparison.NewPlaces.Count > 0) to.Write($"<p>{Html(words.Say(Messages.DiffNewPlaces, string.Join(", ", comparison.NewPlaces.Select(words.Place))))}</p>\n");
        if (words.AboutStopped(comparison) is { } about) to.Write($"<p class=\"about\">{Html(about)}</p>\n");
        foreach (var history in comparison.Places)
        {
            to.Write($"<section>\n<h2>{Html(words.Place(history.Place))}</h2>\n");
            foreach (var measure in history.Started) Card("started", Messages.DiffStarted, words.Id(measure, comparison.New), measure, null);
            foreach (var pair in history.Changed) Card("changed", Messages.DiffChanged, $"{words.Id(pair.Old, comparison.Old)} \u2192 {words.Id(pair.New, comparison.New)}", pair.New, pair);
            foreach (var measure in history.Stopped) Card("stopped", Messages.DiffStopped, words.Id(measure, comparison.Old), measure, null);
            to.Write("</section>\n");
        }

        to.Write("</article>\n");
    }

    private void Card(string kind, Message what, string id, SeriesMeasure measure, MeasurePair? pair)
    {
        to.Write($"<div class=\"measure {kind}\"><p><b>{Html(words.Say(what))}</b> <span class=\"id\">{Html(id)}</span>");
        foreach (var category in measure.Categories) to.Write($" <span class=\"category\">{Html(words.Category(category))}</span>");
        to.Write($"</p>\n<p class=\"text\">{Html(measure.Text)}</p>\n");
        if (pair is not null)
        {
            to.Write($"<p class=\"why\">{Html(words.Why(pair))}</p>\n<table>\n");
            foreach (var change in pair.Changes)
            {
                to.Write($"<tr><th>{Html(words.Field(change))}</th>{States(change)}</tr>\n");
            }

            to.Write("</table>\n");
        }

        to.Write("</div>\n");
    }

    /// <summary>Before and after, with what differs marked; what was not there is said plainly.</summary>
    private string States(MeasureChange change)
    {
        var (before, after) = (words.State(change.Before, change.Field), words.State(change.After, change.Field));
        if (change.Before is null) return $"<td class=\"none\">{Html(before)}</td><td><ins>{Html(after)}</ins></td>";
        if (change.After is null) return $"<td><del>{Html(before)}</del></td><td class=\"none\">{Html(after)}</td>";
        if (change.FigureBefore is not null) return $"<td><del>{Html(before)}</del></td><td><ins>{Html(after)}</ins></td>";
        var both = new WordChange(before, after);
        return $"<td>{Html(both.Before.Start)}<del>{Html(both.Before.Own)}</del>{Html(both.Before.End)}</td><td>{Html(both.After.Start)}<ins>{Html(both.After.Own)}</ins>{Html(both.After.End)}</td>";
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(DiffPage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
