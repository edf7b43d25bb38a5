using System.Text;

using ExtractionPipeline.Pdf.Pages;

namespace ExtractionPipeline.Pdf.Lines;

/// <summary>One printed line.</summary>
/// <param name="Text">Without spaces at its ends.</param>
/// <param name="Page">1-based.</param>
/// <param name="Left">Of its first visible character, in points.</param>
/// <param name="Right">Of its last visible character.</param>
/// <param name="Baseline">Of most of its characters.</param>
/// <param name="Size">Of its largest characters.</param>
internal sealed record TextLine(string Text, int Page, double Left, double Right, double Baseline, double Size)
{
    /// <summary>Characters to lines, from top to bottom.</summary>
    public static List<TextLine> Of(IEnumerable<Glyph> glyphs, int page)
    {
        var lines = new List<TextLine>();
        var open = new List<Glyph>();
        double baseline = 0, size = 0;
        foreach (var glyph in glyphs.OrderByDescending(g => g.Baseline).ThenBy(g => g.Left))
        {
            // Raised and lowered characters and mixed fonts stay within 0.45 of the size; the next line is at least 1 away.
            if (open.Count > 0 && baseline - glyph.Baseline > 0.45 * Math.Max(size, glyph.Size))
            {
                Close(open, page, lines);
                open.Clear();
            }

            if (open.Count == 0 || glyph.Size > size) (baseline, size) = (glyph.Baseline, glyph.Size);
            open.Add(glyph);
        }

        Close(open, page, lines);
        return lines;
    }

    private static void Close(List<Glyph> glyphs, int page, List<TextLine> lines)
    {
        glyphs.Sort((a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : b.Size.CompareTo(a.Size));
        var text = new StringBuilder();
        Glyph? last = null, first = null;
        var size = 0d;
        foreach (var glyph in glyphs)
        {
            var blank = string.IsNullOrWhiteSpace(glyph.Text);
            if (blank && last is null) continue;
            if (last is { } before)
            {
                // Bold type made by printing twice.
                if (!blank && string.Equals(before.Text, glyph.Text, StringComparison.Ordinal) && glyph.Left - before.Left < 0.2 * glyph.Size && glyph.Size == before.Size) continue;
                if (!blank && text.Length > 0 && text[^1] != ' ' && IsGap(before, glyph)) text.Append(' ');
            }

            text.Append(blank ? " " : glyph.Text);
            if (blank) continue;
            first ??= glyph;
            last = glyph;
            size = Math.Max(size, glyph.Size);
        }

        if (first is not { } from || last is not { } to) return;
        var baseline = glyphs.Where(g => g.Size == size).Select(g => g.Baseline).Max();
        lines.Add(new TextLine(Clean(text.ToString()), page, from.Left, to.Right, baseline, size));
    }

    /// <summary>Between Latin letters 0.15 of the size is a space; beside Chinese characters programs set small gaps of their own.</summary>
    private static bool IsGap(Glyph before, Glyph after)
    {
        var wide = IsWide(before.Text[^1]) || IsWide(after.Text[0]);
        return after.Left - before.Right > (wide ? 0.8 : 0.15) * Math.Max(before.Size, after.Size);
    }

    /// <summary>Several spaces are one.</summary>
    private static string Clean(string text)
    {
        text = text.TrimEnd();
        while (text.Contains("  ", StringComparison.Ordinal)) text = text.Replace("  ", " ", StringComparison.Ordinal);
        return text;
    }

    /// <summary>Whether a character is Chinese or set as wide as one (CJK blocks, full-width forms).</summary>
    public static bool IsWide(char c) => c is (>= '\u2e80' and <= '\ud7ff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef') or (>= '\ue000' and <= '\uf8ff');
}
