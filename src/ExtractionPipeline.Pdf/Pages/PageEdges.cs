using System.Globalization;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Pdf.Lines;

namespace ExtractionPipeline.Pdf.Pages;

/// <summary>Takes page numbers and running titles from the first and last lines of the pages.</summary>
/// <remarks>
/// A page number is a line of digits and dashes (— 3 —, 第 3 页 共 6 页) that grows with the pages, or that names its page. A running
/// title stands at the same height, with the same words but for its digits, at the edge of at least two pages that follow one another.
/// </remarks>
internal sealed class PageEdges(IReadOnlyList<List<TextLine>> pages, IReadOnlyList<double> heights, List<Diagnostic> diagnostics)
{
    private const double EdgeZone = 0.13;   // share of the page's height, at the top and the bottom
    private const int EdgeLines = 2;

    /// <summary>Takes them out of the lists.</summary>
    public void Drop()
    {
        for (var pass = 0; pass < EdgeLines; pass++)
        {
            DropNumbers();
            DropTitles();
        }
    }

    private void DropNumbers()
    {
        var offsets = new Dictionary<int, int>();
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var line in Edges(page))
            {
                if (PageNumber(line.Text) is { } number) offsets[number - page] = offsets.GetValueOrDefault(number - page) + 1;
            }
        }

        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var line in Edges(page))
            {
                if (PageNumber(line.Text) is not { } number || (offsets[number - page] < 2 && number != page + 1)) continue;
                pages[page].Remove(line);
                Note(DiagnosticKinds.PageNumberDropped, Number(page + 1), line.Text);
            }
        }
    }

    private void DropTitles()
    {
        var counts = new SortedDictionary<string, List<(int Page, TextLine Line)>>(StringComparer.Ordinal);
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var line in Edges(page))
            {
                var words = WithoutDigits(line.Text);
                if (words.Length < 2) continue;   // figures are no title
                var key = string.Create(CultureInfo.InvariantCulture, $"{Math.Round(line.Baseline / 4):0}|{Math.Round(line.Size):0}|{words}");
                if (!counts.TryGetValue(key, out var found)) counts.Add(key, found = []);
                found.Add((page, line));
            }
        }

        foreach (var found in counts.Values.Where(f => f.Count >= 2 && f.Zip(f.Skip(1)).Any(p => p.Second.Page - p.First.Page <= 2)).OrderBy(f => f[0].Page).ThenByDescending(f => f[0].Line.Baseline))
        {
            foreach (var (page, line) in found) pages[page].Remove(line);
            Note(DiagnosticKinds.PageEdgeDropped, Number(found.Count), found[0].Line.Text);
        }
    }

    /// <summary>The first and the last line of a page, where they stand near its edge.</summary>
    private List<TextLine> Edges(int page)
    {
        var found = new List<TextLine>(2);
        var lines = pages[page];
        if (lines.Count == 0) return found;
        var (first, last) = (lines.MaxBy(l => l.Baseline)!, lines.MinBy(l => l.Baseline)!);
        if (first.Baseline > heights[page] * (1 - EdgeZone)) found.Add(first);
        if (last.Baseline < heights[page] * EdgeZone && !ReferenceEquals(first, last)) found.Add(last);
        else if (lines.Count == 1 && last.Baseline < heights[page] * EdgeZone) found.Add(last);
        return found;
    }

    private static int? PageNumber(string text)
    {
        var digits = new StringBuilder();
        var done = false;
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsAsciiDigit(c))
            {
                if (!done) digits.Append(c);
            }
            else if (char.IsWhiteSpace(c) || char.IsPunctuation(c) || c is '|' || LabelSigns.IsPageWord(c))
            {
                done = digits.Length > 0;
            }
            else
            {
                return null;
            }
        }

        return digits.Length is > 0 and < 5 ? int.Parse(digits.ToString(), CultureInfo.InvariantCulture) : null;
    }

    private static string WithoutDigits(string text) => string.Concat(text.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));

    private void Note(DiagnosticKind kind, params string[] details) => diagnostics.Add(new Diagnostic(kind, DiagnosticPlace.Document, details));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
