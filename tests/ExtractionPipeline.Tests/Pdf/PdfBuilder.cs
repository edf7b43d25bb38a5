using System.Globalization;
using System.Text;

namespace ExtractionPipeline.Tests.Pdf;

/// <summary>Writes small PDFs: text at a place, lines, pictures. One font without outlines whose codes are UTF-16 units; wide characters are as wide as high, others half.</summary>
internal sealed class PdfBuilder
{
    private readonly List<StringBuilder> _pages = [];
    private readonly SortedSet<char> _used = [];

    /// <summary>Extra entry of the trailer, such as /Encrypt.</summary>
    public string Trailer { get; set; } = "";

    public PdfBuilder Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Lower left corner of the page is 0, 0; A4 is 595 × 842.</summary>
    public PdfBuilder Text(double x, double y, string text, double size = 12)
    {
        foreach (var c in text) _used.Add(c);
        var codes = string.Concat(text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET\n");
        return this;
    }

    /// <summary>Lines one below the other, 18 points apart.</summary>
    public PdfBuilder Lines(double x, double y, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++) Text(x, y - 18 * i, lines[i]);
        return this;
    }

    public PdfBuilder Rule(double x1, double y1, double x2, double y2)
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.5 w {x1} {y1} m {x2} {y2} l S\n");
        return this;
    }

    /// <summary>All lines of a grid.</summary>
    public PdfBuilder Grid(double[] xs, double[] ys)
    {
        foreach (var y in ys) Rule(xs[0], y, xs[^1], y);
        foreach (var x in xs) Rule(x, ys[0], x, ys[^1]);
        return this;
    }

    public PdfBuilder Picture()
    {
        _pages[^1].Append("q 500 0 0 700 40 70 cm /Im1 Do Q\n");
        return this;
    }

    public byte[] Build()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{8 + 2 * i} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor 5 0 R >>",
            "<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
            Stream("", ToUnicode()),
            Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ", "A"),
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {9 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 7 0 R >> >> >>");
            objects.Add(Stream("", _pages[i].ToString()));
        }

        return Written(objects);
    }

    private byte[] Written(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /U def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in _used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var c in block) map.Append(CultureInfo.InvariantCulture, $"<{(int)c:X4}> <{(int)c:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Stream(string entries, string content) => $"<< {entries}/Length {content.Length} >>\nstream\n{content}\nendstream";
}
