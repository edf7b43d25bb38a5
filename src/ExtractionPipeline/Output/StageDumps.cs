using System.Globalization;
using System.Text;

using ExtractionPipeline.Documents;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Output;

/// <summary>What each stage made, as plain text with one fact a line, for goldens that a person reads and compares.</summary>
/// <remarks>The first dump that differs names the stage that changed. LF line ends; a line feed inside a text is written as \n.</remarks>
public static class StageDumps
{
    /// <summary>1-document: paragraphs and tables as the reader of the file gave them.</summary>
    public static string Document(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var to = new StringBuilder();
        foreach (var block in document.Blocks) WriteBlock(to, block, 0);
        foreach (var aside in document.Asides) Line(to, 0, $"{aside.Kind} at {aside.Anchor?.ToString() ?? "the document"}: {OneLine(aside.Text)}");
        foreach (var diagnostic in document.Diagnostics) Line(to, 0, $"{diagnostic.Kind.Code} {diagnostic.Place.Location}: {diagnostic.Message}");
        return to.ToString();
    }

    /// <summary>2-outline: what the document says of itself, sections, items.</summary>
    public static string Outline(ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (to, facts) = (new StringBuilder(), result.Facts);
        Line(to, 0, $"title: {facts.Title}");
        Line(to, 0, $"series: {facts.Series}");
        Line(to, 0, $"batch: {facts.Batch?.ToString(CultureInfo.InvariantCulture) ?? "-"}");
        Line(to, 0, $"issuer: {facts.Issuer ?? "-"} {result.IssuerCode}".TrimEnd());
        Line(to, 0, $"number: {facts.DocumentNumber ?? "-"}");
        Line(to, 0, $"date: {facts.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}");
        foreach (var section in result.Sections) Line(to, 0, $"section {section.Id} level {section.Level} [{section.Label ?? "-"}] {OneLine(section.Title)} <{section.Column ?? "-"}>");
        foreach (var item in result.Items) Line(to, 0, $"item {item.Item.Id} in {(item.Item.Section.Length == 0 ? "-" : item.Item.Section)} [{item.Item.Label ?? "-"}] at {item.Item.Location}: {OneLine(item.Item.Text)}");
        return to.ToString();
    }

    /// <summary>3-words: each item cut into words.</summary>
    /// <param name="result">The items.</param>
    /// <param name="cut">The segmenter's cut of one text into words, in order.</param>
    public static string Words(ExtractionResult result, Func<string, IEnumerable<string>> cut)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(cut);
        var to = new StringBuilder();
        foreach (var item in result.Items) Line(to, 0, $"item {item.Item.Id}: {OneLine(string.Join(" / ", cut(item.Item.Text)))}");
        return to.ToString();
    }

    /// <summary>4-mentions: what is mentioned in each item, what was not taken, and the account of figures.</summary>
    public static string Mentions(ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var to = new StringBuilder();
        foreach (var item in result.Items)
        {
            Line(to, 0, $"item {item.Item.Id}");
            foreach (var mention in item.Mentions) WriteMention(to, mention, item.Item.Text);
            foreach (var candidate in item.Suppressed) Line(to, 1, $"not {OutputWords.Of(candidate.Kind)} {Quoted(candidate.Span, item.Item.Text)} by {candidate.Rule}: {candidate.Reason}");
        }

        Line(to, 0, $"figures {result.Ledger.Figures}, explained {result.Ledger.Explained}");
        foreach (var figure in result.Ledger.Unexplained) Line(to, 1, $"unexplained in {figure.Item} {figure.Span} \"{OneLine(figure.Text)}\"");
        return to.ToString();
    }

    /// <summary>5-measures: categories and measures of each item, and the diagnostics.</summary>
    public static string Measures(ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var to = new StringBuilder();
        foreach (var item in result.Items)
        {
            Line(to, 0, $"item {item.Item.Id} regions [{string.Join(", ", item.Regions)}]");
            foreach (var category in item.Categories) Line(to, 1, $"category {category.Code} {Quoted(category.Span, item.Item.Text)} by {category.Rule}{Because(category.Evidence, item.Item.Text)}");
            foreach (var measure in item.Measures) WriteMeasure(to, measure, item.Item.Text);
        }

        foreach (var diagnostic in result.Diagnostics) Line(to, 0, $"{diagnostic.Kind.Code} {diagnostic.Place.Item} {diagnostic.Place.Location} {diagnostic.Place.Span}: {diagnostic.Message}");
        return to.ToString();
    }

    private static void WriteBlock(StringBuilder to, Block block, int depth)
    {
        switch (block)
        {
            case Paragraph paragraph:
                var heading = paragraph.HeadingLevel is { } level ? $" heading {level}" : "";
                var centred = paragraph.Centred ? " centred" : "";
                var label = paragraph.Label is null ? "" : $" [{paragraph.Label}]";
                Line(to, depth, $"{paragraph.Location}{heading}{centred}{label}: {OneLine(paragraph.Text)}");
                foreach (var mark in paragraph.Marks) Line(to, depth + 1, $"{mark.Kind} {mark.Span}");
                break;
            case Table table:
                Line(to, depth, $"table {table.Number}, {table.ColumnCount} columns");
                foreach (var row in table.Rows) WriteRow(to, row, depth + 1);
                break;
        }
    }

    private static void WriteRow(StringBuilder to, TableRow row, int depth)
    {
        Line(to, depth, $"row {row.Number}{(row.IsHeader ? " header" : "")}");
        foreach (var cell in row.Cells)
        {
            var span = cell.ColumnSpan > 1 ? $"..{cell.Column + cell.ColumnSpan - 1}" : "";
            var merged = cell.OriginRow < row.Number ? $" as in row {cell.OriginRow}" : "";
            Line(to, depth + 1, $"column {cell.Column}{span}{merged}");
            if (cell.OriginRow < row.Number) continue;
            foreach (var block in cell.Blocks) WriteBlock(to, block, depth + 2);
        }
    }

    private static void WriteMention(StringBuilder to, Mention mention, string text)
    {
        var role = mention switch
        {
            RegionMention region => " " + OutputWords.Of(region.Role),
            MoneyMention money => " " + OutputWords.Of(money.Role),
            PercentMention percent => " " + OutputWords.Of(percent.Role),
            _ => "",
        };
        Line(to, 1, $"{OutputWords.Of(mention.Kind)} {Quoted(mention.Span, text)} = {OneLine(mention.ValueText)}{role} by {mention.Rule}{Because(mention.Evidence, text)}");
    }

    private static void WriteMeasure(StringBuilder to, Measures.Measure measure, string text)
    {
        Line(to, 1, $"measure {Quoted(measure.Span, text)}");
        Line(to, 2, $"regions [{string.Join(", ", measure.Regions)}] {OutputWords.Of(measure.Reason)}; categories [{string.Join(", ", measure.Categories)}]");
        if (measure.Amounts.Count > 0) Line(to, 2, $"amounts {string.Join(", ", measure.Amounts.Select(a => Quoted(a.Span, text)))}");
        foreach (var (name, span) in new[] { ("for whom", measure.Beneficiary), ("for what", measure.Purpose), ("on condition", measure.Condition) })
        {
            if (span is { } words) Line(to, 2, $"{name} {Quoted(words, text)}");
        }

        foreach (var pair in measure.Pairs) Line(to, 2, $"pair {pair.Region} {Quoted(pair.Span, text)}");
    }

    private static string Because(IReadOnlyList<Evidence> evidence, string text) =>
        evidence.Count == 0 ? "" : " with " + string.Join(", ", evidence.Select(e => $"{e.Rule} {Quoted(e.Span, text)}"));

    private static string Quoted(SourceSpan span, string text) => $"{span} \"{OneLine(span.In(text))}\"";

    private static string OneLine(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    private static void Line(StringBuilder to, int depth, string text) => to.Append(' ', depth * 2).Append(text).Append('\n');
}
