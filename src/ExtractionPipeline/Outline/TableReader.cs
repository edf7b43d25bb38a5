using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Outline;

/// <summary>Reads tables into sections and items.</summary>
/// <remarks>
/// Columns left of the practices hold headings, the outermost first, and so does a column of regions right of them. A heading holds for every row that shows the same merged cell,
/// leaves the cell empty or repeats the words; a table right after another of the same columns, without a header or with the same one,
/// carries its headings on. The number in an ordinal column is the label of the column whose cells it counts.
/// </remarks>
internal sealed class TableReader(TablePlanner planner, LabelReader labels, StatementSplitter splitter, LineJoiner joiner, LineContents contents)
{
    /// <summary>Depth of headings in tables: below every heading of the prose.</summary>
    public const int Depth = 1000;

    /// <summary>A shorter text without a full stop is a phrase, not a broken sentence. In characters.</summary>
    private const int MinBroken = 15;

    private TablePlan? _before;
    private bool _mayCarryOn;   // the row shows nothing but one cell, as one does that a page parted from the row before
    private Heading?[] _current = [];

    private sealed record Heading(string? Label, string Title);

    /// <summary>Forgets the table before: something else stood between.</summary>
    public void Forget()
    {
        _before = null;
        _current = [];
    }

    /// <summary>Reads one table.</summary>
    public void Read(Table table, HashSet<Paragraph> taken, OutlineBuilder builder, DiagnosticBag diagnostics)
    {
        var plan = planner.Plan(table, _before);
        var carriesOn = _before is { } before && before.Uses.SequenceEqual(plan.Uses) && (plan.HeaderRow < 0 || before.Headers.SequenceEqual(plan.Headers, StringComparer.Ordinal));
        if (!carriesOn)
        {
            builder.Close(Depth);
            _current = new Heading?[plan.Uses.Length];
        }

        if (!plan.IsList) diagnostics.Add(DiagnosticKinds.TableReadByCell, PlaceOf(table));
        else if (plan.Guessed > 0) diagnostics.Add(DiagnosticKinds.TableShapeGuessed, PlaceOf(table), plan.Guessed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var counted = plan.IsList ? CountedColumn(table, plan) : -1;
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            var isHeader = r == plan.HeaderRow || (plan.HeaderRow != r && TablePlanner.RepeatsHeader(row, plan));
            if (isHeader) NoteHeader(row, taken, diagnostics);
            else if (IsAcross(row, table)) ReadAcross(row.Cells[0], row, r < plan.HeaderRow, table.Rows.Skip(r + 1).All(later => IsAcross(later, table)), taken, builder, diagnostics);
            else ReadRow(row, plan, counted, builder, diagnostics, taken);
        }

        _before = plan;
    }

    /// <summary>All paragraphs of a cell, those of tables inside it too.</summary>
    public static IEnumerable<Paragraph> ParagraphsOf(TableCell cell) => cell.Blocks is [Paragraph only] ? [only] : ParagraphsIn(cell);

    private static IEnumerable<Paragraph> ParagraphsIn(TableCell cell)
    {
        foreach (var block in cell.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                yield return paragraph;
            }
            else if (block is Table inner)
            {
                foreach (var row in inner.Rows)
                {
                    foreach (var below in row.Cells.Where(c => c.OriginRow == row.Number).SelectMany(ParagraphsOf)) yield return below;
                }
            }
        }
    }

    private static DiagnosticPlace PlaceOf(Table table) => DiagnosticPlace.At(new BlockLocation(table.Number, 1, 1, 1));

    private static DiagnosticPlace PlaceOf(TableCell cell, TableRow row) =>
        ParagraphsOf(cell).FirstOrDefault() is { } first ? DiagnosticPlace.At(first.Location) : DiagnosticPlace.At(new BlockLocation(null, row.Number, cell.Column, 1));

    private static void NoteHeader(TableRow row, HashSet<Paragraph> taken, DiagnosticBag diagnostics)
    {
        var texts = row.Cells.Where(c => c.OriginRow == row.Number).SelectMany(ParagraphsOf).Where(p => !taken.Contains(p)).ToList();
        if (texts.Count > 0) diagnostics.Add(DiagnosticKinds.TableHeaderRead, DiagnosticPlace.At(texts[0].Location), string.Join(" | ", row.Cells.Where(c => c.OriginRow == row.Number).Select(c => Signs.TitleText(ParagraphsOf(c).Select(Full)))));
    }

    private static string Full(Paragraph paragraph) => paragraph.Label is null ? paragraph.Text : paragraph.Label + paragraph.Text;

    private static bool IsAcross(TableRow row, Table table) => row.Cells is [var only] && only.ColumnSpan >= table.ColumnCount && table.ColumnCount > 1;

    /// <summary>A cell across all columns: a heading over the rows below, or a remark; a remark below the last row is about the whole table.</summary>
    private void ReadAcross(TableCell cell, TableRow row, bool aboveHeader, bool belowRows, HashSet<Paragraph> taken, OutlineBuilder builder, DiagnosticBag diagnostics)
    {
        if (cell.OriginRow != row.Number || ParagraphsOf(cell).All(taken.Contains)) return;
        var text = Signs.TitleText(ParagraphsOf(cell).Select(Full));
        if (text.Length == 0) return;
        var isHeading = text.Length <= 40 && !text.Any(c => Signs.IsInSentence(c)) && !aboveHeader && row.Cells.Count == 1;
        if (!isHeading || (belowRows && !aboveHeader))
        {
            if (belowRows)
            {
                builder.Close(Depth);
                Array.Clear(_current);
            }

            AddItems(cell, null, builder, diagnostics);
            return;
        }

        var (label, title) = LabelAndTitle(cell);
        builder.OpenSection(Depth, label, title, null);
        Array.Clear(_current);
    }

    private void ReadRow(TableRow row, TablePlan plan, int counted, OutlineBuilder builder, DiagnosticBag diagnostics, HashSet<Paragraph> taken)
    {
        string? ordinal = null;
        TableCell? ordinalCell = null;
        var changed = false;
        _mayCarryOn = plan.IsList && row.Cells.Count(c => c.OriginRow == row.Number && !c.IsBlank) == 1;
        foreach (var cell in HeadingsFirst(row, plan))
        {
            if (ParagraphsOf(cell).Any() && ParagraphsOf(cell).All(taken.Contains)) continue;
            var use = UseOf(cell, plan);
            switch (use)
            {
                case ColumnUse.Ordinal:
                    var text = Signs.TitleText(ParagraphsOf(cell).Select(Full));
                    if (text.Length == 0) break;
                    NoteOrdinal(ordinal, ordinalCell, row, diagnostics);
                    (ordinal, ordinalCell) = (text, cell);
                    break;
                case ColumnUse.Section:
                    var mine = counted < 0 || counted == cell.Column - 1 ? ordinal : null;
                    if (ReadHeading(cell, mine, changed, plan, builder, diagnostics, out var usedOrdinal)) changed = true;
                    if (usedOrdinal) ordinal = null;
                    break;
                case ColumnUse.Unit:
                    var units = string.Join('\n', ParagraphsOf(cell).Select(Full)).Trim();
                    if (units.Length > 0) diagnostics.Add(DiagnosticKinds.UnitsSetApart, PlaceOf(cell, row), units);
                    break;
                default:
                    ordinal = AddItems(cell, ordinal, builder, diagnostics);
                    break;
            }
        }

        NoteOrdinal(ordinal, ordinalCell, row, diagnostics);
    }

    /// <summary>The cells that begin in a row, those of headings and numbers before the others.</summary>
    private static List<TableCell> HeadingsFirst(TableRow row, TablePlan plan)
    {
        var cells = new List<TableCell>(row.Cells.Count);
        var headings = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.OriginRow != row.Number || cell.Column > plan.Uses.Length) continue;
            if (UseOf(cell, plan) is ColumnUse.Ordinal or ColumnUse.Section) cells.Insert(headings++, cell);
            else cells.Add(cell);
        }

        return cells;
    }

    private static ColumnUse UseOf(TableCell cell, TablePlan plan)
    {
        var use = plan.Uses[cell.Column - 1];
        if (use is not (ColumnUse.Section or ColumnUse.Ordinal)) return use;
        var end = Math.Min(cell.Column - 1 + cell.ColumnSpan, plan.Uses.Length);
        for (var c = cell.Column; c < end; c++)
        {
            if (plan.Uses[c] == ColumnUse.Practice) return ColumnUse.Practice;   // the row has no heading of its own
            if (plan.Uses[c] == ColumnUse.Section) use = ColumnUse.Section;
        }

        return use;
    }

    private static void NoteOrdinal(string? ordinal, TableCell? cell, TableRow row, DiagnosticBag diagnostics)
    {
        if (ordinal is not null && cell is not null) diagnostics.Add(DiagnosticKinds.OrdinalSetApart, PlaceOf(cell, row), ordinal);
    }

    /// <summary>Opens a section unless the cell is empty or says again what holds already. True where it opened one.</summary>
    private bool ReadHeading(TableCell cell, string? ordinal, bool outerChanged, TablePlan plan, OutlineBuilder builder, DiagnosticBag diagnostics, out bool usedOrdinal)
    {
        var column = cell.Column - 1;
        var (own, title) = LabelAndTitle(cell);
        usedOrdinal = false;
        if (title.Length == 0)
        {
            if (!outerChanged) return false;
            for (var c = column; c < _current.Length; c++) _current[c] = null;
            return false;
        }

        var label = own ?? OutlineBuilder.SectionLabel(ordinal);
        var current = _current[column];
        var repeats = !outerChanged && current is { } now && string.Equals(now.Title, title, StringComparison.Ordinal) && (label is null || string.Equals(now.Label, label, StringComparison.Ordinal));
        usedOrdinal = ordinal is not null && own is null;
        if (repeats)
        {
            diagnostics.Add(DiagnosticKinds.HeadingRepeated, DiagnosticPlace.At(ParagraphsOf(cell).First().Location), (usedOrdinal ? ordinal : "") + own + title);
            return false;
        }

        builder.OpenSection(Depth + 1 + column, label, title, plan.Headers[column]);
        _current[column] = new Heading(label, title);
        for (var c = column + 1; c < _current.Length; c++) _current[c] = null;
        return true;
    }

    private (string? Label, string Title) LabelAndTitle(TableCell cell)
    {
        var paragraphs = ParagraphsOf(cell).ToList();
        var text = Signs.TitleText(paragraphs.Select(p => p.Text));
        var automatic = paragraphs.FirstOrDefault(p => p.Text.Trim().Length > 0)?.Label;
        if (automatic is not null) return (OutlineBuilder.SectionLabel(automatic), text);
        if (labels.Read(text, 0, text.Length) is not { } marker || marker.TextStart >= text.Length) return (null, text);
        return (OutlineBuilder.SectionLabel(text[marker.Start..marker.LabelEnd]), text[marker.TextStart..]);
    }

    /// <summary>Adds the items of a cell. Gives back the row's number unless it became the label of an item.</summary>
    private string? AddItems(TableCell cell, string? ordinal, OutlineBuilder builder, DiagnosticBag diagnostics)
    {
        var lines = Lines(cell, diagnostics);
        if (_mayCarryOn && lines.Count > 0 && CarriesOn(lines[0], builder))
        {
            builder.CarryOn(lines[0].Text);
            diagnostics.Add(DiagnosticKinds.LinesJoined, DiagnosticPlace.At(lines[0].Location), "2");
            lines.RemoveAt(0);
        }

        string? lastLabel = null;
        string? place = null;   // a line that is only the name of a place heads the lines below it
        var depths = Nesting.Depths(lines);
        var open = new OpenItems();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var label = line.Label;
            if (label is null && lines.Count == 1 && ordinal is not null) (label, ordinal) = (ordinal, null);
            var isPlace = label is null && lines.Count > 1 && contents.IsPlaces(line.Text);
            if (isPlace) open.Above(0);
            else if (label is null && lastLabel is not null) diagnostics.Add(DiagnosticKinds.LabelMissing, DiagnosticPlace.At(line.Location), lastLabel);
            lastLabel = isPlace ? null : line.Label ?? lastLabel;
            var above = isPlace ? null : (depths[i] > 0 ? open.Above(depths[i]) : open.Last) ?? place;
            var id = builder.AddItem(label, line.Text, line.Location, above);
            if (isPlace) place = id;
            if (depths[i] > 0) open.Open(depths[i], id);
        }

        return ordinal;
    }

    private List<Line> Lines(TableCell cell, DiagnosticBag diagnostics)
    {
        var lines = new List<Line>();
        Marker? previous = null;
        foreach (var paragraph in joiner.Join([.. ParagraphsOf(cell)], false, diagnostics))
        {
            foreach (var line in splitter.Split(paragraph.First, paragraph.Text, previous, diagnostics))
            {
                lines.Add(line);
                previous = line.Marker ?? previous;
            }
        }

        return lines;
    }

    /// <summary>Whether a line without label goes on with the last item: a running sentence that has no end yet, and finds it here.</summary>
    private static bool CarriesOn(Line line, OutlineBuilder builder) =>
        line.Label is null && Signs.EndsSentence(Signs.LastSign(line.Text, line.Text.Length)) && builder.Items.Count > 0
        && builder.Items[^1] is { Location.Table: not null, Text: { Length: >= MinBroken } text } && text.Any(Signs.IsInSentence) && !Signs.EndsClause(Signs.LastSign(text, text.Length));

    /// <summary>The column whose filled cells the ordinal column counts: the first of as many; -1 where any may take the number.</summary>
    private static int CountedColumn(Table table, TablePlan plan)
    {
        var ordinal = 0;
        while (ordinal < plan.Uses.Length && plan.Uses[ordinal] != ColumnUse.Ordinal) ordinal++;
        if (ordinal == plan.Uses.Length) return -1;
        var numbers = Filled(table, plan, ordinal);
        for (var c = ordinal + 1; c < plan.Uses.Length; c++)
        {
            if (plan.Uses[c] is ColumnUse.Section or ColumnUse.Practice && Filled(table, plan, c) == numbers) return c;
        }

        return -1;
    }

    private static int Filled(Table table, TablePlan plan, int column)
    {
        var filled = 0;
        for (var r = plan.HeaderRow + 1; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            foreach (var cell in row.Cells)
            {
                if (cell.Column == column + 1 && cell.OriginRow == row.Number && !cell.IsBlank) filled++;
            }
        }

        return filled;
    }
}
