using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Word.Opening;
using ExtractionPipeline.Word.Stories;

namespace ExtractionPipeline.Word.Tables;

/// <summary>Reads a w:tbl on its grid (ECMA-376 part 1 §17.4).</summary>
/// <remarks>
/// A cell merged downwards appears in each row that shows it, with the blocks of the row where it begins. Two tables without a
/// paragraph between them and with equally many grid columns are one, as Word shows them. Rows and cells that a tracked change takes
/// away, and hidden rows, are left out.
/// </remarks>
internal sealed class TableReader(PartXml xml, StoryReader story, Findings findings, WordReadingOptions options)
{
    /// <summary>Reads the current w:tbl into a container.</summary>
    public void Read(Container container)
    {
        TableGrid? grid = null;
        var children = xml.Children();
        ReadParts(children, container, ref grid);
    }

    private void ReadParts(PartXml.ChildElements children, Container container, ref TableGrid? grid)
    {
        while (children.Next())
        {
            if (xml.Vocabulary == Vocabulary.Compatibility && xml.Name is "AlternateContent")
            {
                var alternatives = new Alternatives(xml);
                while (alternatives.Next()) ReadParts(xml.Children(), container, ref grid);
                continue;
            }

            if (!xml.IsWord) continue;
            switch (xml.Name)
            {
                case "tblGrid": grid = BeginTable(container, CountColumns()); break;
                case "tr": ReadRow(grid ??= BeginTable(container, 0), container); break;
                case "sdt" or "sdtContent" or "customXml": ReadParts(xml.Children(), container, ref grid); break;
            }
        }
    }

    private TableGrid BeginTable(Container container, int columns)
    {
        if (container.OpenTable is { } open && open.DeclaredColumns == columns && columns > 0) return open;
        container.CloseTable();
        container.OpenTable = new TableGrid(story.NextTableNumber());
        container.OpenTable.Declare(columns);
        return container.OpenTable;
    }

    private int CountColumns()
    {
        var count = 0;
        var children = xml.Children();
        while (children.Next())
        {
            if (xml.Name is "gridCol") count++;
        }

        return count;
    }

    /// <summary>Why a row or cell is gone.</summary>
    private string GoneBy => options.Revisions == RevisionReading.Accept ? "deletion" : "insertion";

    private sealed class RowProperties
    {
        public int GridBefore;
        public int GridAfter;
        public bool IsHeader;
        public bool IsHidden;
        public bool IsGone;
    }

    private void ReadRow(TableGrid grid, Container container)
    {
        var properties = new RowProperties();
        var begun = false;
        ReadRowParts(xml.Children(), grid, properties, ref begun, container);
        if (properties.IsGone || properties.IsHidden) return;
        if (!begun) grid.BeginRow(properties.GridBefore);
        grid.EndRow(properties.IsHeader, properties.GridAfter);
    }

    private void ReadRowParts(PartXml.ChildElements children, TableGrid grid, RowProperties properties, ref bool begun, Container container)
    {
        while (children.Next())
        {
            if (!xml.IsWord) continue;
            switch (xml.Name)
            {
                case "trPr":
                    ReadRowProperties(properties);
                    if (properties.IsHidden) findings.Add(DiagnosticKinds.HiddenTextLeftOut, container.NextLocation, Findings.Quoted(ReadRest(children)));
                    if (properties.IsGone) findings.AddFigureInRevision(container.NextLocation, GoneBy, ReadRest(children).Trim());
                    if (properties.IsGone || properties.IsHidden) return;
                    break;
                case "tc":
                    if (!begun) grid.BeginRow(properties.GridBefore);
                    begun = true;
                    ReadCell(grid);
                    break;
                case "sdt" or "sdtContent" or "customXml": ReadRowParts(xml.Children(), grid, properties, ref begun, container); break;
            }
        }
    }

    private string ReadRest(PartXml.ChildElements children)
    {
        var text = "";
        while (children.Next())
        {
            if (xml.Name is "tc" && text.Length < 100) text += xml.ReadAllText() + " ";
        }

        return text;
    }

    private void ReadRowProperties(RowProperties properties)
    {
        var children = xml.Children();
        while (children.Next())
        {
            switch (xml.Name)
            {
                case "gridBefore": properties.GridBefore = xml.Number ?? 0; break;
                case "gridAfter": properties.GridAfter = xml.Number ?? 0; break;
                case "tblHeader": properties.IsHeader = xml.IsOn; break;
                case "hidden": properties.IsHidden = xml.IsOn && !options.KeepHiddenText; break;
                case "ins": properties.IsGone |= options.Revisions == RevisionReading.Reject; break;
                case "del": properties.IsGone |= options.Revisions == RevisionReading.Accept; break;
            }
        }
    }

    private sealed class CellProperties
    {
        public int Span = 1;
        public string? VerticalMerge;
        public bool ContinuesLeft;
        public bool IsGone;
    }

    private void ReadCell(TableGrid grid)
    {
        findings.CountCell();
        var cell = new CellProperties();
        var content = xml.Children();
        var first = content.Next();
        for (; first && xml.IsWord && xml.Name is "tcPr" or "bookmarkStart" or "bookmarkEnd"; first = content.Next())
        {
            if (xml.Name is "tcPr") ReadCellProperties(cell);
        }

        if (cell.IsGone)
        {
            var text = "";
            for (; first; first = content.Next()) text += xml.ReadAllText();
            findings.AddFigureInRevision(new Container { Table = grid.Number, Row = grid.RowNumber, Column = grid.NextColumn }.NextLocation, GoneBy, text);
            return;
        }

        var above = cell.VerticalMerge is "continue" ? grid.CellAbove() : null;
        var covered = above is not null || (cell.ContinuesLeft && grid.HasCells);
        var inside = new Container { Table = grid.Number, Row = grid.RowNumber, Column = grid.NextColumn, IsSeen = !covered };
        if (first) story.ReadBlocks(content, inside, onFirst: true);
        story.Close(inside);

        if (covered) NoteCoveredText(inside);
        if (above is not null) grid.Continue(above, cell.Span);
        else if (covered) grid.WidenLast(cell.Span);
        else grid.Add(cell.Span, inside.Blocks.Count == 0 ? [] : inside.Blocks.ToArray(), cell.VerticalMerge is not null);
    }

    private void NoteCoveredText(Container inside)
    {
        foreach (var block in inside.Blocks)
        {
            if (block is Documents.Paragraph { Text.Length: > 0 } paragraph)
                findings.Add(DiagnosticKinds.CoveredCellText, paragraph.Location, Findings.Quoted(paragraph.Text));
        }
    }

    private void ReadCellProperties(CellProperties cell)
    {
        var children = xml.Children();
        while (children.Next())
        {
            switch (xml.Name)
            {
                case "gridSpan": cell.Span = xml.Number ?? 1; break;
                // Without a value it goes on from above (§17.18.57).
                case "vMerge": cell.VerticalMerge = xml.Value is "restart" ? "restart" : "continue"; break;
                case "hMerge": cell.ContinuesLeft = xml.Value is not "restart"; break;
                case "cellIns": cell.IsGone |= options.Revisions == RevisionReading.Reject; break;
                case "cellDel": cell.IsGone |= options.Revisions == RevisionReading.Accept; break;
                case "cellMerge": cell.VerticalMerge = Merge(xml.Attribute(options.Revisions == RevisionReading.Accept ? "vMerge" : "vMergeOrig")); break;
            }
        }
    }

    private static string? Merge(string? value) => value switch { "rest" => "restart", "cont" => "continue", _ => null };
}
