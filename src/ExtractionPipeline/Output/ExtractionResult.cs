using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Output;

/// <summary>One item with everything found in it.</summary>
/// <param name="Item">Text, label, place.</param>
/// <param name="ContentId">Names it by its words: the same after renumbering and changes of white space, and in another batch.</param>
/// <param name="Regions">The places that it is attributed to, in order of mention.</param>
/// <param name="Categories">In order of the taxonomy's words in the text.</param>
/// <param name="Mentions">In document order.</param>
/// <param name="Measures">In document order; at least one.</param>
/// <param name="Suppressed">Candidates that were not taken, with their reasons.</param>
public sealed record ExtractedItem(
    OutlineItem Item,
    string ContentId,
    IReadOnlyList<DivisionCode> Regions,
    IReadOnlyList<CategoryFinding> Categories,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<SuppressedCandidate> Suppressed);

/// <summary>A figure that no mention and no class explains.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Span">Its words.</param>
/// <param name="Text">The words themselves.</param>
public sealed record UnexplainedFigure(string Item, SourceSpan Span, string Text);

/// <summary>The account of all figures of a document: none is passed over in silence.</summary>
/// <param name="Figures">Numbers, percentages and 《titles》 in all items.</param>
/// <param name="Explained">Those inside a mention or of a class that is not reported.</param>
/// <param name="Unexplained">The others.</param>
public sealed record Ledger(int Figures, int Explained, IReadOnlyList<UnexplainedFigure> Unexplained);

/// <summary>Everything that was extracted from one document.</summary>
/// <param name="Source">The file.</param>
/// <param name="RulesFingerprint">Which rules were used.</param>
/// <param name="Facts">Title, series, batch, issuer, number, date.</param>
/// <param name="IssuerCode">Region of the issuer, or null.</param>
/// <param name="Sections">Headings in document order.</param>
/// <param name="Items">Items in document order.</param>
/// <param name="Ledger">The account of all figures.</param>
/// <param name="Diagnostics">In the order of the stages.</param>
public sealed record ExtractionResult(
    DocumentSource Source,
    string RulesFingerprint,
    DocumentFacts Facts,
    DivisionCode? IssuerCode,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<ExtractedItem> Items,
    Ledger Ledger,
    IReadOnlyList<Diagnostic> Diagnostics);
