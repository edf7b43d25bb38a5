using ExtractionPipeline.Segmentation;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>All rules, checked and immutable. The only way from rule files to code.</summary>
/// <remarks>One instance may serve many threads. A domain of rules is one record with a reader of its own, listed here once.</remarks>
public sealed class RuleSet
{
    private RuleSet(RuleFiles files, RuleFaults faults)
    {
        var reader = new RuleReader(files, faults);
        Folding = FoldingRules.Read(files, faults);
        Outline = OutlineRules.Read(reader);
        Numerals = NumeralRules.Read(files, faults);
        Segmenter = SegmentationRules.Read(files, faults);
        Categories = CategoryRules.Read(reader);
        Clauses = ClauseRules.Read(reader);
        Places = PlaceRules.Read(reader);
        Organisations = OrganisationRules.Read(reader);
        DocumentTitles = DocumentTitleRules.Read(reader);
        Periods = PeriodRules.Read(reader);
        Ledger = LedgerRules.Read(reader);
        Money = MoneyRules.Read(reader);
        Bounds = BoundRules.Read(reader);
        Percents = PercentRules.Read(reader);
        Quantities = QuantityRules.Read(reader);
        All = reader.AllRules;
        Fingerprint = files.Fingerprint();
        var phrases = files.Compiled is { } compiled ? CompiledPhrases.Open(compiled.Phrases) : CompiledPhrases.Compile(reader.AllMeanings, Places.Names);
        Phrases = new PhraseIndex(phrases, reader.AllMeanings, Places.Names);
    }

    /// <summary>Characters that stand for one another in searching.</summary>
    public FoldingTable Folding { get; }

    /// <summary>How documents are built: labels, columns, headers, titles.</summary>
    public OutlineRules Outline { get; }
    /// <summary>How numbers are written.</summary>
    public NumeralRules Numerals { get; }

    /// <summary>Cuts text into words, with the user words of rules/segmentation/.</summary>
    public Segmenter Segmenter { get; }

    /// <summary>What tells a category of measure.</summary>
    public CategoryRules Categories { get; }

    /// <summary>What joins, narrows or divides clauses.</summary>
    public ClauseRules Clauses { get; }

    /// <summary>Names of places, and what makes them places or parts of other names.</summary>
    public PlaceRules Places { get; }

    /// <summary>What names of authorities are made of.</summary>
    public OrganisationRules Organisations { get; }

    /// <summary>How titles and document numbers are written.</summary>
    public DocumentTitleRules DocumentTitles { get; }
    /// <summary>Words of times.</summary>
    public PeriodRules Periods { get; }

    /// <summary>Figures that are no data.</summary>
    public LedgerRules Ledger { get; }

    /// <summary>Units, bases and role words of money.</summary>
    public MoneyRules Money { get; }

    /// <summary>Words that set a bound.</summary>
    public BoundRules Bounds { get; }

    /// <summary>Units and role words of percentages.</summary>
    public PercentRules Percents { get; }

    /// <summary>Units and measure words of quantities.</summary>
    public QuantityRules Quantities { get; }

    /// <summary>Every rule of every file, in reading order.</summary>
    public IReadOnlyList<Rule> All { get; }

    /// <summary>Every phrase of every rule in one automaton.</summary>
    public PhraseIndex Phrases { get; }

    /// <summary>sha256: and 64 hexadecimal digits over all rule files.</summary>
    public string Fingerprint { get; }

    /// <summary>The rules that travel inside the library.</summary>
    public static RuleSet Default() => Read(RuleFiles.Default());

    /// <summary>Reads and checks rule files.</summary>
    /// <exception cref="RuleFileException">At least one fault; all of all files are listed.</exception>
    public static RuleSet Read(RuleFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        files.ThrowIfBroken();
        var faults = new RuleFaults();
        var rules = new RuleSet(files, faults);
        faults.ThrowIfAny();
        return rules;
    }
}
