using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Outline;

/// <summary>Reads a document's facts, sections and items.</summary>
/// <remarks>Immutable after construction; one instance may serve many threads. docs/decisions/outline.md says what was decided and why.</remarks>
public sealed class OutlineReader
{
    private readonly LabelReader _labels;
    private readonly PageLines _pageLines;
    private readonly FactReader _factReader;
    private readonly FactsCollector _facts;
    private readonly TablePlanner _planner;
    private readonly StatementSplitter _splitter;
    private readonly LineJoiner _joiner;
    private readonly LineContents _contents;

    /// <param name="rules">The rule set; rules/outline/ of it is used.</param>
    public OutlineReader(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _labels = new LabelReader(rules.Outline);
        _pageLines = new PageLines(rules.Outline);
        _factReader = new FactReader(rules.Outline, _labels.Numerals);
        _facts = new FactsCollector(_factReader, _labels, _pageLines);
        _contents = new LineContents(rules);
        _planner = new TablePlanner(rules.Outline, _labels, _contents);
        _splitter = new StatementSplitter(_labels);
        _joiner = new LineJoiner(_labels, _pageLines, _contents);
    }

    /// <summary>Reads one document. Every character of its body is in a section, an item, the facts or a diagnostic afterwards.</summary>
    /// <param name="document">What a reader has read.</param>
    /// <param name="diagnostics">Takes what no section or item holds.</param>
    /// <param name="cancellation">Looked at before each line, each time that it is read.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public DocumentOutline Read(PolicyDocument document, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var blocks = Unframed(document.Blocks);
        var taken = new HashSet<Paragraph>(ReferenceEqualityComparer.Instance);
        var facts = _facts.Collect(blocks, taken, diagnostics, cancellation);
        var mayWrapLines = MayWrapLines(document.Source.Format);
        HashSet<Paragraph> kept = mayWrapLines && !IsWhole(facts) && !blocks.Exists(b => b is Table) ? _contents.NamingPlaces(taken) : [];
        taken.ExceptWith(kept);
        var builder = new OutlineBuilder();
        var prose = new ProseReader(builder, _contents);
        var tables = new TableReader(_planner, _labels, _splitter, _joiner, _contents);
        var body = new BodyLines(_pageLines, _labels, _factReader, _joiner, _splitter).Read(blocks, facts, taken, kept, mayWrapLines, diagnostics, cancellation);
        var lines = new List<Line>();
        foreach (var part in body)
        {
            if (part is BodyLine line) lines.Add(line.Line);
        }

        prose.Prepare(lines);
        for (var i = 0; i < body.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (body[i] is BodyTable table)
            {
                tables.Read(table.Table, taken, builder, diagnostics);
                continue;
            }

            tables.Forget();
            builder.Close(TableReader.Depth);
            prose.ReadNext(tableFollows: i + 1 < body.Count && body[i + 1] is BodyTable);
        }

        return new DocumentOutline(facts, builder.Sections, builder.Items);
    }

    /// <summary>A document with head and signature is laid out as one; of an excerpt nothing but words says which line is a title.</summary>
    private static bool IsWhole(DocumentFacts facts) => facts is { Title.Length: > 0, DocumentNumber: not null, Date: not null };

    /// <summary>A plain text ends lines where its writer's page ended; the other formats know paragraphs.</summary>
    private static bool MayWrapLines(string format) => format is "txt" or "pdf" or "text";

    /// <summary>A table of one column is a frame around prose, not a table of records.</summary>
    private static List<Block> Unframed(IReadOnlyList<Block> blocks)
    {
        var result = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (block is Table { ColumnCount: 1 } frame) result.AddRange(Unframed([.. frame.Rows.SelectMany(r => r.Cells.Where(c => c.OriginRow == r.Number)).SelectMany(c => c.Blocks)]));
            else result.Add(block);
        }

        return result;
    }
}
