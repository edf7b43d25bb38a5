using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Pdf.Lines;
using ExtractionPipeline.Pdf.Pages;
using ExtractionPipeline.Pdf.Tables;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Pdf;

/// <summary>Puts pages together: lines and tables from top to bottom, paragraphs and tables going on over the pages.</summary>
internal sealed class PageFlow(List<Diagnostic> diagnostics)
{
    private const double HeadingSize = 1.15;   // times the size of most lines

    private readonly List<PageContent> _pages = [];
    private readonly List<List<TextLine>> _lines = [];
    private readonly List<List<GridTable>> _tables = [];
    private readonly List<Block> _blocks = [];
    private readonly List<TextLine> _open = [];
    private readonly Dictionary<int, Measure> _measures = [];
    private double _usualSize;
    private int _paragraphs;
    private int _tableCount;

    public void Add(PageContent page)
    {
        var tables = RulingGrid.Read(page);
        // Text in one cell only is a table where it is the rest of one on the page before, else text in a frame.
        var before = _tables.Count > 0 && _tables[^1].Count > 0 ? _tables[^1][^1] : null;
        tables.RemoveAll(t => t.Cells.Count(c => !c.IsBlank) < 2 && (before is null || !ReferenceEquals(t, tables[0]) || !TableJoiner.GoesOn(before, t)));
        tables.AddRange(ColumnGrid.Read(page, page.Glyphs.Where(g => !tables.Exists(t => RulingGrid.Holds(t, g))), before));
        tables.Sort((a, b) => b.Top.CompareTo(a.Top));
        _pages.Add(page);
        _tables.Add(tables);
        _lines.Add(TextLine.Of(page.Glyphs.Where(g => !tables.Exists(t => RulingGrid.Holds(t, g))), page.Number));
    }

    /// <summary>Whether any page shows a visible character.</summary>
    public bool HasText => _lines.Exists(l => l.Count > 0) || _tables.Exists(t => t.Count > 0);

    /// <summary>Pages that hold a picture and no character.</summary>
    public IReadOnlyList<int> PicturePages => [.. _pages.Where((p, i) => p.HasPicture && _lines[i].Count == 0 && _tables[i].Count == 0).Select(p => p.Number)];

    public IReadOnlyList<Block> ToBlocks()
    {
        foreach (var page in PicturePages) diagnostics.Add(new Diagnostic(DiagnosticKinds.PageWithoutText, DiagnosticPlace.Document, [page.ToString(CultureInfo.InvariantCulture)]));
        new PageEdges(_lines, [.. _pages.Select(p => p.Height)], diagnostics).Drop();
        Measure();
        GridTable? open = null;
        for (var page = 0; page < _pages.Count; page++)
        {
            var rest = 0;
            foreach (var table in _tables[page])
            {
                var above = _lines[page].Skip(rest).TakeWhile(l => l.Baseline > table.Top - 1).ToList();
                rest += above.Count;
                if (open is not null && above.Count == 0 && open.Page < table.Page && TableJoiner.GoesOn(open, table))
                {
                    TableJoiner.Join(open, table, diagnostics);
                    continue;
                }

                Close(ref open);
                _open.AddRange(above);
                CloseLines();
                open = table;
            }

            var below = _lines[page].Skip(rest).ToList();
            if (below.Count == 0) continue;
            Close(ref open);
            _open.AddRange(below);
        }

        Close(ref open);
        CloseLines();
        return _blocks;
    }

    /// <summary>The text column of each page: of all pages where most lines of a page are short.</summary>
    private void Measure()
    {
        var all = _lines.SelectMany(l => l).ToList();
        if (all.Count == 0) return;
        _usualSize = all.GroupBy(l => Math.Round(l.Size * 2) / 2).OrderByDescending(g => g.Sum(l => l.Text.Length)).ThenBy(g => g.Key).First().Key;
        var whole = Lines.Measure.Of(all);
        for (var page = 0; page < _pages.Count; page++)
        {
            var lines = _lines[page];
            var own = lines.Count == 0 ? whole : Lines.Measure.Of(lines);
            var width = _pages[page].Width;
            // A title page or a page with a table has few lines of its own: the column is as far from the right edge as from the left.
            var left = lines.Count < 5 ? Math.Min(own.Left, whole.Left) : own.Left;
            _measures[_pages[page].Number] = lines.Count < 5 ? new Measure(left, Math.Max(own.Right, Math.Min(whole.Right, width))) : own;
        }
    }

    private void Close(ref GridTable? table)
    {
        if (table is null) return;
        _blocks.Add(TableBuilder.Build(table, ++_tableCount));
        table = null;
    }

    private void CloseLines()
    {
        foreach (var joined in LineJoiner.Join(_open, page => _measures[page]))
        {
            var heading = joined.First.Size > HeadingSize * _usualSize && joined.Lines <= 3;
            _blocks.Add(new Paragraph { Text = joined.Text, Location = BlockLocation.InBody(++_paragraphs), Centred = joined.IsCentred, HeadingLevel = heading && !joined.IsCentred && _paragraphs > 1 ? 1 : null });
        }

        _open.Clear();
    }
}
