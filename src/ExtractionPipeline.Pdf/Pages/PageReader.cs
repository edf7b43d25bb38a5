using System.Globalization;

using ExtractionPipeline.Diagnostics;

using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace ExtractionPipeline.Pdf.Pages;

/// <summary>Takes letters and ruling lines from a page. With <see cref="PdfDocumentReader"/> the only place that knows PdfPig.</summary>
internal sealed class PageReader(PdfReadingOptions options, string file, List<Diagnostic> diagnostics)
{
    private const double Thin = 3;          // points: a filled box thinner than this is a line
    private const double Straight = 0.6;    // points: how far a line may lean
    private const double Short = 4;         // points: shorter lines are ornaments

    private int _letters;

    /// <param name="page">A page that the library has read.</param>
    /// <param name="hasPicture">Whether a picture stands on it.</param>
    public PageContent Read(Page page, bool hasPicture)
    {
        var glyphs = new List<Glyph>(page.Letters.Count);
        var unknown = 0;
        var rotated = new List<string>();
        foreach (var letter in page.Letters)
        {
            if (++_letters > options.MaxLetters) throw Exceeded("the number of letters", options.MaxLetters);
            if (letter.TextOrientation is TextOrientation.Horizontal) Add(letter, glyphs, ref unknown);
            else if (!string.IsNullOrWhiteSpace(letter.Value)) rotated.Add(letter.Value);
        }

        if (unknown > 0) Note(DiagnosticKinds.GlyphUnknown, Number(unknown), Number(page.Number));
        if (rotated.Count > 0) Note(DiagnosticKinds.ElementSkipped, $"text that stands aslant or on its side on page {Number(page.Number)} (\"{string.Concat(rotated.Take(40))}\")");
        return new PageContent(page.Number, page.Width, page.Height, glyphs, Rulings(page), hasPicture);
    }

    private static void Add(Letter letter, List<Glyph> glyphs, ref int unknown)
    {
        var text = letter.Value;
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        if (!double.IsFinite(start.X) || !double.IsFinite(start.Y) || !double.IsFinite(end.X) || !double.IsFinite(letter.PointSize)) return;
        if (string.IsNullOrEmpty(text) || text[0] is '\0' or '\ufffd')
        {
            unknown++;
            text = "\ufffd";
        }

        if (char.IsControl(text[0])) text = " ";
        glyphs.Add(new Glyph(text, start.X, Math.Max(start.X, end.X), start.Y, Math.Max(1, letter.PointSize)));
    }

    private List<Ruling> Rulings(Page page)
    {
        var found = new List<Ruling>();
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || (!path.IsStroked && !path.IsFilled)) continue;
            foreach (var part in path)
            {
                if (found.Count > options.MaxRulings) return [];   // a drawing, not a table; its text is read as text
                if (part.GetBoundingRectangle() is { } box && (path.IsFilled || part.IsDrawnAsRectangle)) AddBox(box, path.IsStroked, found);
                else AddLines(part, found);
            }
        }

        return found;
    }

    private static void AddBox(PdfRectangle box, bool isStroked, List<Ruling> found)
    {
        if (box.Height <= Thin)
        {
            Add(found, new Ruling(true, (box.Bottom + box.Top) / 2, box.Left, box.Right));
        }
        else if (box.Width <= Thin)
        {
            Add(found, new Ruling(false, (box.Left + box.Right) / 2, box.Bottom, box.Top));
        }
        else if (isStroked)
        {
            Add(found, new Ruling(true, box.Bottom, box.Left, box.Right));
            Add(found, new Ruling(true, box.Top, box.Left, box.Right));
            Add(found, new Ruling(false, box.Left, box.Bottom, box.Top));
            Add(found, new Ruling(false, box.Right, box.Bottom, box.Top));
        }
    }

    private static void AddLines(PdfSubpath part, List<Ruling> found)
    {
        foreach (var command in part.Commands)
        {
            if (command is not PdfSubpath.Line line) continue;
            var (a, b) = (line.From, line.To);
            if (Math.Abs(a.Y - b.Y) <= Straight) Add(found, new Ruling(true, (a.Y + b.Y) / 2, Math.Min(a.X, b.X), Math.Max(a.X, b.X)));
            else if (Math.Abs(a.X - b.X) <= Straight) Add(found, new Ruling(false, (a.X + b.X) / 2, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y)));
        }
    }

    private static void Add(List<Ruling> found, Ruling ruling)
    {
        if (ruling.To - ruling.From >= Short && double.IsFinite(ruling.At)) found.Add(ruling);
    }

    private void Note(DiagnosticKind kind, params string[] details) => diagnostics.Add(new Diagnostic(kind, DiagnosticPlace.Document, details));

    private InputException Exceeded(string what, int limit) => new(DiagnosticKinds.LimitExceeded, file, what, Number(limit));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
