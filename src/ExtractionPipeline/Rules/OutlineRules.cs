using System.Globalization;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>A system of numerals in labels.</summary>
public enum NumeralSystem
{
    /// <summary>1, １.</summary>
    Digits,

    /// <summary>1.1, 1.1.1: at least two parts.</summary>
    Decimal,

    /// <summary>A single letter.</summary>
    Letters,

    /// <summary>一 to 九十九, 百.</summary>
    Chinese,

    /// <summary>① to ⑳.</summary>
    Circled,

    /// <summary>⑴ to ⒇.</summary>
    BracketedDigit,

    /// <summary>⒈ to ⒛.</summary>
    DottedDigit,

    /// <summary>㈠ to ㈩.</summary>
    BracketedChinese,

    /// <summary>甲 to 癸.</summary>
    Stem,

    /// <summary>Ⅰ to Ⅻ.</summary>
    Roman,
}

/// <summary>What a label makes of its line.</summary>
public enum MarkerShape
{
    /// <summary>A section, always (第一章).</summary>
    Heading,

    /// <summary>An article (第一条).</summary>
    Article,

    /// <summary>A section where it is a short title with something below it, else an item.</summary>
    Point,
}

/// <summary>One form of label: 第…章, 一、, （一）, 1. …</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">Its number in reading order.</param>
/// <param name="Numerals">What counts in it.</param>
/// <param name="Opens">What stands before the number; empty where nothing does.</param>
/// <param name="Closes">What stands after it; empty where nothing does.</param>
/// <param name="Bare">Whether the closing sign may be missing.</param>
/// <param name="Shape">What it makes of its line.</param>
/// <param name="Rank">Customary order from outside to inside, 1 outermost.</param>
/// <param name="NotBefore">Words that may not follow: the label would be part of a sentence.</param>
public sealed record MarkerRule(
    Rule Rule,
    int Kind,
    IReadOnlyList<NumeralSystem> Numerals,
    IReadOnlyList<string> Opens,
    IReadOnlyList<string> Closes,
    bool Bare,
    MarkerShape Shape,
    int Rank,
    IReadOnlyList<string> NotBefore)
{
    /// <summary>What counts in it, for loops.</summary>
    internal NumeralSystem[] Systems { get; } = Numerals as NumeralSystem[] ?? [.. Numerals];
}

/// <summary>What a table column holds, as its header says.</summary>
public enum ColumnKind
{
    /// <summary>No word tells.</summary>
    Unknown,

    /// <summary>序号.</summary>
    Ordinal,

    /// <summary>经验做法: its cells hold the items.</summary>
    Practice,

    /// <summary>责任单位.</summary>
    Unit,

    /// <summary>地区.</summary>
    Region,

    /// <summary>工作任务, 主要举措: its cells are headings.</summary>
    Subject,
}

/// <summary>Words of one kind of column header.</summary>
public sealed record ColumnRule(Rule Rule, ColumnKind Kind, IReadOnlyList<string> Words);

/// <summary>The form of a line that tells about the page or the file.</summary>
public enum HeaderForm
{
    /// <summary>"name：value", or the name alone.</summary>
    Field,

    /// <summary>The words alone.</summary>
    Line,

    /// <summary>A count and the word.</summary>
    Counter,

    /// <summary>The heading of a page of contents.</summary>
    Contents,

    /// <summary>A page number.</summary>
    Page,

    /// <summary>A list of responsible units, in brackets or not.</summary>
    Units,

    /// <summary>The heading of an attachment.</summary>
    Attachment,
}

/// <summary>Which fact of the document a line gives.</summary>
public enum HeaderFact
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>发文机关.</summary>
    Issuer,

    /// <summary>发文字号.</summary>
    Number,

    /// <summary>成文日期.</summary>
    Issued,

    /// <summary>发布日期: taken where no date of issue is given.</summary>
    Published,

    /// <summary>标题.</summary>
    Title,

    /// <summary>责任单位.</summary>
    Units,
}

/// <summary>Lines that tell about the page or the file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Form">The form of the line.</param>
/// <param name="Gives">The fact it gives.</param>
/// <param name="Stays">Whether the line is an item as well.</param>
/// <param name="Words">Without white space.</param>
public sealed record HeaderRule(Rule Rule, HeaderForm Form, HeaderFact Gives, bool Stays, IReadOnlyList<string> Words);

/// <summary>What words of titles, issuers, numbers and dates tell.</summary>
public enum TitlePart
{
    /// <summary>The kind of document that ends a title.</summary>
    Title,

    /// <summary>What parts the issuer from the subject.</summary>
    About,

    /// <summary>印发: what is issued follows.</summary>
    Issues,

    /// <summary>的通知: closes the title of what only passes on another document.</summary>
    Wrapper,

    /// <summary>Before and after the number of a batch.</summary>
    Batch,

    /// <summary>What ends the name of an issuer.</summary>
    Issuer,

    /// <summary>What ends a letterhead.</summary>
    Letterhead,

    /// <summary>What ends a document number.</summary>
    Number,

    /// <summary>Year, month and day sign.</summary>
    Date,
}

/// <summary>Words that tell a part of the document's facts.</summary>
public sealed record TitleRule(Rule Rule, TitlePart Tells, IReadOnlyList<string> Words);

/// <summary>The value of one character that counts.</summary>
public readonly record struct LabelNumeral(NumeralSystem System, int Value);

/// <summary>The characters that count in labels.</summary>
public sealed class LabelNumerals
{
    private readonly Dictionary<char, LabelNumeral> _byCharacter;

    internal LabelNumerals(Dictionary<char, LabelNumeral> byCharacter) => _byCharacter = byCharacter;

    /// <summary>Whether a character counts.</summary>
    public bool Contains(char c) => _byCharacter.ContainsKey(c);

    /// <summary>The value of a character that counts.</summary>
    public bool TryGetValue(char c, out LabelNumeral numeral) => _byCharacter.TryGetValue(c, out numeral);

    /// <summary>The characters of one system.</summary>
    internal string Of(NumeralSystem system)
    {
        var characters = new StringBuilder();
        foreach (var (character, numeral) in _byCharacter)
        {
            if (numeral.System == system) characters.Append(character);
        }

        return characters.ToString();
    }
}

/// <summary>How documents are built: labels, columns, headers, titles (rules/outline/).</summary>
public sealed record OutlineRules(
    IReadOnlyList<MarkerRule> Markers,
    IReadOnlyList<ColumnRule> Columns,
    IReadOnlyList<HeaderRule> Headers,
    IReadOnlyList<TitleRule> Titles,
    LabelNumerals Numerals)
{
    private static readonly (string Word, NumeralSystem Value)[] Systems =
    [
        ("digits", NumeralSystem.Digits), ("decimal", NumeralSystem.Decimal), ("letters", NumeralSystem.Letters),
        ("chinese", NumeralSystem.Chinese), ("circled", NumeralSystem.Circled), ("bracketed-digit", NumeralSystem.BracketedDigit),
        ("dotted-digit", NumeralSystem.DottedDigit), ("bracketed-chinese", NumeralSystem.BracketedChinese),
        ("stem", NumeralSystem.Stem), ("roman", NumeralSystem.Roman),
    ];

    /// <summary>All words that tell one part, in reading order.</summary>
    public IReadOnlyList<string> Words(TitlePart part)
    {
        var words = new List<string>();
        foreach (var title in Titles)
        {
            if (title.Tells == part) words.AddRange(title.Words);
        }

        return words;
    }

    /// <summary>What a column is for, by the words that its header ends in; white space is left out before.</summary>
    public ColumnKind KindOfColumn(string header)
    {
        foreach (var rule in Columns)
        {
            for (var i = 0; i < rule.Words.Count; i++)
            {
                if (header.EndsWith(rule.Words[i], StringComparison.Ordinal)) return rule.Kind;
            }
        }

        return ColumnKind.Unknown;
    }

    internal static OutlineRules Read(RuleReader reader)
    {
        var kind = 0;
        // No phrase of these rules stands inside an item, so none goes into the automaton: the use named here is never looked up.
        var markers = reader.ReadRules("outline/markers.yaml", PhraseUse.Clause, (node, rule) => ReadMarker(node, rule, kind++));
        var columns = reader.ReadRules("outline/columns.yaml", PhraseUse.Clause, ReadColumn);
        var headers = reader.ReadRules("outline/headers.yaml", PhraseUse.Clause, ReadHeader);
        var titles = reader.ReadRules("outline/titles.yaml", PhraseUse.Clause, ReadTitle);
        return new OutlineRules(markers, columns, headers, titles, ReadNumerals(reader));
    }

    private static MarkerRule ReadMarker(RuleNode node, Rule rule, int kind)
    {
        var words = node.Texts("numerals");
        var systems = new NumeralSystem[words.Count];
        var known = 0;
        foreach (var word in words)
        {
            if (Vocabulary.TryFind(Systems, word, out var system)) systems[known++] = system;
            else node.Faults.Add(DiagnosticKinds.RuleFieldForm, node.PlaceOf("numerals"), "numerals", "some of " + Vocabulary.Words(Systems));
        }

        if (known < systems.Length) systems = systems[..known];
        var shape = node.Choice("shape", [("heading", MarkerShape.Heading), ("article", MarkerShape.Article), ("point", MarkerShape.Point)]);
        return new MarkerRule(rule, kind, systems, node.Texts("opens"), node.Texts("closes"), node.Flag("bare", false), shape, (int)node.Number("rank", 99), node.Texts("notBefore"));
    }

    private static ColumnRule ReadColumn(RuleNode node, Rule rule)
    {
        var kind = node.Choice("column", [("ordinal", ColumnKind.Ordinal), ("practice", ColumnKind.Practice), ("unit", ColumnKind.Unit), ("region", ColumnKind.Region), ("subject", ColumnKind.Subject)]);
        return new ColumnRule(rule, kind, node.Texts("words"));
    }

    private static HeaderRule ReadHeader(RuleNode node, Rule rule)
    {
        var form = node.Choice("form",
        [
            ("field", HeaderForm.Field), ("line", HeaderForm.Line), ("counter", HeaderForm.Counter), ("contents", HeaderForm.Contents),
            ("page", HeaderForm.Page), ("units", HeaderForm.Units), ("attachment", HeaderForm.Attachment),
        ]);
        var gives = node.Choice("gives",
        [
            ("nothing", HeaderFact.Nothing), ("issuer", HeaderFact.Issuer), ("number", HeaderFact.Number), ("issued", HeaderFact.Issued),
            ("published", HeaderFact.Published), ("title", HeaderFact.Title), ("units", HeaderFact.Units),
        ]);
        return new HeaderRule(rule, form, gives, node.Flag("stays", false), node.Texts("words"));
    }

    private static TitleRule ReadTitle(RuleNode node, Rule rule)
    {
        var tells = node.Choice("tells",
        [
            ("title", TitlePart.Title), ("about", TitlePart.About), ("issues", TitlePart.Issues), ("wrapper", TitlePart.Wrapper),
            ("batch", TitlePart.Batch), ("issuer", TitlePart.Issuer),
            ("letterhead", TitlePart.Letterhead), ("number", TitlePart.Number), ("date", TitlePart.Date),
        ]);
        var words = node.Texts("words");
        var needed = tells switch { TitlePart.Batch => 2, TitlePart.Date => 3, _ => 1 };
        if (words.Count < needed) node.Faults.Add(DiagnosticKinds.RuleFieldForm, node.PlaceOf("words"), "words", $"a list of at least {needed.ToString(CultureInfo.InvariantCulture)}");
        return new TitleRule(rule, tells, words);
    }

    private static LabelNumerals ReadNumerals(RuleReader reader)
    {
        var numerals = new Dictionary<char, LabelNumeral>();
        foreach (var row in RuleTable.Read(reader.Files, "outline/numerals.tsv", ["system", "numeral", "value", "source"], reader.Faults))
        {
            if (SystemOf(row["system"]) is not { } system) reader.Faults.Add(DiagnosticKinds.RuleRowField, row.Place, "system", row["system"], "one of " + Vocabulary.Words(Systems));
            else if (row["numeral"].Length != 1) reader.Faults.Add(DiagnosticKinds.RuleRowField, row.Place, "numeral", row["numeral"], "one character");
            else if (!int.TryParse(row["value"], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) reader.Faults.Add(DiagnosticKinds.RuleRowField, row.Place, "value", row["value"], "a whole number");
            else numerals[row["numeral"][0]] = new LabelNumeral(system, value);
        }

        return new LabelNumerals(numerals);
    }

    private static NumeralSystem? SystemOf(string word) => Vocabulary.TryFind(Systems, word, out var system) ? system : null;
}
