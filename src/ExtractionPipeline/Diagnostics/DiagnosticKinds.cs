namespace ExtractionPipeline.Diagnostics;

/// <summary>The catalogue of all diagnostics: one row a code, in order. docs/diagnostics.md explains each.</summary>
/// <remarks>The same rows in Chinese stand in messages.zh.tsv beside this file.</remarks>
public static partial class DiagnosticKinds
{
    // ---- 1: files ----

    /// <summary>No such file.</summary>
    public static readonly DiagnosticKind FileMissing = new("EP1001", Severity.Error, "no such file or folder; check the path");

    /// <summary>A folder holds nothing that can be read.</summary>
    public static readonly DiagnosticKind FolderEmpty = new("EP1002", Severity.Error, "no document in this folder; expected {0}");

    /// <summary>Not the format that its name says.</summary>
    public static readonly DiagnosticKind NotAWordDocument = new("EP1003", Severity.Error, "not a Word document ({0}); nothing was written");

    /// <summary>A damaged package.</summary>
    public static readonly DiagnosticKind DamagedPackage = new("EP1004", Severity.Error, "the file is damaged ({0}); open it in Word and save it again");

    /// <summary>Nothing to extract.</summary>
    public static readonly DiagnosticKind EmptyDocument = new("EP1005", Severity.Error, "the document holds no text; nothing was written");

    /// <summary>Permission or device fault while reading.</summary>
    public static readonly DiagnosticKind FileUnreadable = new("EP1006", Severity.Error, "cannot be read ({0})");

    /// <summary>A limit that protects the machine.</summary>
    public static readonly DiagnosticKind LimitExceeded = new("EP1007", Severity.Error, "{0} exceeds the limit of {1}; the file was not read");

    /// <summary>Encrypted.</summary>
    public static readonly DiagnosticKind Encrypted = new("EP1008", Severity.Error, "the file is encrypted; save it without a password first");

    /// <summary>A format without a reader.</summary>
    public static readonly DiagnosticKind FormatNotSupported = new("EP1009", Severity.Error, "files of this kind ({0}) cannot be read; expected {1}");

    /// <summary>The program that converts other formats is not installed.</summary>
    public static readonly DiagnosticKind ConverterMissing = new("EP1010", Severity.Error, "files of this kind are read with LibreOffice, and {0} was not found; install it (Debian, Ubuntu: apt-get install libreoffice-writer; others: libreoffice.org), name it with --converter PATH, or save the file as .docx");

    /// <summary>The program that converts other formats gave no result.</summary>
    public static readonly DiagnosticKind ConversionFailed = new("EP1011", Severity.Error, "LibreOffice could not convert the file ({0}); save it as .docx");

    /// <summary>A scan.</summary>
    public static readonly DiagnosticKind ScanWithoutText = new("EP1012", Severity.Error, "the PDF holds pictures of {0} page(s) and no text; run text recognition (OCR) over it first");

    /// <summary>A PDF that cannot be read as one.</summary>
    public static readonly DiagnosticKind DamagedPdf = new("EP1013", Severity.Error, "cannot be read as PDF ({0}); nothing was written");

    /// <summary>Work on one file took longer than allowed. {0} seconds.</summary>
    public static readonly DiagnosticKind TimeExceeded = new("EP1014", Severity.Error, "took longer than {0} s and was stopped; nothing was written; --time-limit SECONDS gives it more time");

    // ---- 10: the command line ----

    /// <summary>Words on the command line that do not fit.</summary>
    public static readonly DiagnosticKind CommandLineInvalid = new("EP1020", Severity.Error, "{0}; see \"{1} --help\"");

    /// <summary>An output format without a writer.</summary>
    public static readonly DiagnosticKind FormatUnknown = new("EP1021", Severity.Error, "the format \"{0}\" is not known; known: {1}");

    /// <summary>An output folder or file that cannot be written.</summary>
    public static readonly DiagnosticKind OutputUnwritable = new("EP1022", Severity.Error, "cannot be written ({0})");

    /// <summary>Two results of one name.</summary>
    public static readonly DiagnosticKind OutputNameTwice = new("EP1023", Severity.Error, "its result would be {0}, as would that of {1}; nothing was written; run them into different folders");

    /// <summary>An item that the document does not have.</summary>
    public static readonly DiagnosticKind ItemMissing = new("EP1024", Severity.Error, "no item \"{0}\"; the items are {1}");

    /// <summary>Words that the item does not hold.</summary>
    public static readonly DiagnosticKind TextMissing = new("EP1025", Severity.Error, "\"{0}\" does not stand in item {1}");

    /// <summary>Two runs into one folder at the same time.</summary>
    public static readonly DiagnosticKind OutputInUse = new("EP1026", Severity.Error, "another run is writing into this folder; wait until it is done, or name another folder");

    /// <summary>--resume without an earlier run.</summary>
    public static readonly DiagnosticKind NothingToResume = new("EP1027", Severity.Error, "no run into this folder to go on with; leave --resume away");

    // ---- 11: within a Word document ----

    /// <summary>A part or element that is not read.</summary>
    public static readonly DiagnosticKind ElementSkipped = new("EP1101", Severity.Warning, "{0} was not read");

    /// <summary>A list number that cannot be worked out.</summary>
    public static readonly DiagnosticKind NumberingUnknown = new("EP1102", Severity.Warning, "the list number of this paragraph cannot be worked out ({0}); the paragraph has no label");

    /// <summary>Text kept apart from the body.</summary>
    public static readonly DiagnosticKind AsideKeptApart = new("EP1103", Severity.Note, "{0} kept apart from the text: {1}");

    /// <summary>A number inside a tracked insertion or deletion.</summary>
    public static readonly DiagnosticKind FigureInRevision = new("EP1104", Severity.Warning, "a figure stands inside a tracked {0}: \"{1}\"");

    /// <summary>Hidden text.</summary>
    public static readonly DiagnosticKind HiddenTextLeftOut = new("EP1105", Severity.Note, "hidden text left out: \"{0}\"");

    /// <summary>A picture.</summary>
    public static readonly DiagnosticKind PictureNotRead = new("EP1106", Severity.Note, "a picture stands here; text inside pictures is not read");

    /// <summary>A character of a symbol font without a known Unicode character.</summary>
    public static readonly DiagnosticKind SymbolUnknown = new("EP1107", Severity.Warning, "the symbol {0} of the font {1} has no known character; its private code stays in the text");

    /// <summary>A field whose end is missing.</summary>
    public static readonly DiagnosticKind FieldNotClosed = new("EP1108", Severity.Warning, "a field has no end; what follows it was read as text");

    /// <summary>Text in a cell that a merged cell covers.</summary>
    public static readonly DiagnosticKind CoveredCellText = new("EP1109", Severity.Warning, "text in a cell that is covered by a merged cell was left out: \"{0}\"");

    /// <summary>Too many of one kind.</summary>
    public static readonly DiagnosticKind MoreOfOneKind = new("EP1110", Severity.Note, "{0} more diagnostics {1} are not listed");

    /// <summary>A package that the Open XML SDK refuses.</summary>
    public static readonly DiagnosticKind PackageMended = new("EP1111", Severity.Warning, "the file breaks the rules of Office files (parts or relationships are missing, doubled or misnamed); what could be found was read; open it in Word and save it again");

    /// <summary>A file whose content is of another format than its name says.</summary>
    public static readonly DiagnosticKind ContentDecides = new("EP1112", Severity.Note, "the name says {0}, but the content is {1}; it was read as what it is");

    // ---- 12: within a text file ----

    /// <summary>An encoding other than UTF-8.</summary>
    public static readonly DiagnosticKind EncodingDetected = new("EP1201", Severity.Note, "the text is not UTF-8; it was read as {0}");

    /// <summary>Characters that no text holds.</summary>
    public static readonly DiagnosticKind ControlCharactersDropped = new("EP1202", Severity.Warning, "{0} control character(s) were dropped; the first is U+{1}");

    /// <summary>A mark of the program that wrote the text.</summary>
    public static readonly DiagnosticKind ConverterMarkDropped = new("EP1203", Severity.Note, "a mark of the converter was dropped: {0}");

    /// <summary>Bytes that stand for no character.</summary>
    public static readonly DiagnosticKind BytesUndecodable = new("EP1204", Severity.Warning, "{0} place(s) hold bytes that are no character in {1}; U+FFFD stands there");

    /// <summary>Marks of Markdown or HTML without text.</summary>
    public static readonly DiagnosticKind MarkupDropped = new("EP1205", Severity.Note, "markup was dropped: {0}");

    /// <summary>A text put together from parts in two encodings.</summary>
    public static readonly DiagnosticKind EncodingsMixed = new("EP1206", Severity.Warning, "the lines of this text are written in two encodings; {0} of them were read as UTF-8, {1} as GB18030");

    /// <summary>An encoding that is not read.</summary>
    public static readonly DiagnosticKind EncodingNotSupported = new("EP1210", Severity.Error, "the text is written in {0}; save it as UTF-8 first");

    // ---- 13: within a PDF ----

    /// <summary>The number of a page.</summary>
    public static readonly DiagnosticKind PageNumberDropped = new("EP1301", Severity.Note, "the number of page {0} was dropped: {1}");

    /// <summary>A line that pages repeat at their edge.</summary>
    public static readonly DiagnosticKind PageEdgeDropped = new("EP1302", Severity.Note, "a line that {0} pages repeat at their edge was dropped: {1}");

    /// <summary>The header row of a table on its later pages.</summary>
    public static readonly DiagnosticKind HeaderRowDropped = new("EP1303", Severity.Note, "the header row that page {0} repeats was dropped: {1}");

    /// <summary>A page that is a picture.</summary>
    public static readonly DiagnosticKind PageWithoutText = new("EP1304", Severity.Warning, "page {0} is a picture without text; it was not read");

    /// <summary>Characters without a meaning in Unicode.</summary>
    public static readonly DiagnosticKind GlyphUnknown = new("EP1305", Severity.Warning, "{0} character(s) of page {1} have no Unicode value in the PDF; U+FFFD stands there");

    // ---- 14: within a web page ----

    /// <summary>A part of a page that is not its text.</summary>
    public static readonly DiagnosticKind WebPagePartDropped = new("EP1401", Severity.Note, "a part of the web page ({0}) was left out: {1}");

    /// <summary>A picture in a web page.</summary>
    public static readonly DiagnosticKind WebPagePicture = new("EP1402", Severity.Note, "{0} picture(s) stand in the web page; text inside pictures is not read");

    // ---- 20: outline ----

    /// <summary>A page number.</summary>
    public static readonly DiagnosticKind PageNumberSetApart = new("EP2001", Severity.Note, "a page number, not an item: {0}");

    /// <summary>A title that a page repeats in the middle of the text.</summary>
    public static readonly DiagnosticKind RunningTitleSetApart = new("EP2002", Severity.Note, "a running title, not an item: {0}");

    /// <summary>A line of the contents page.</summary>
    public static readonly DiagnosticKind ContentsSetApart = new("EP2003", Severity.Note, "part of the table of contents, not an item: {0}");

    /// <summary>A line about the page or the file.</summary>
    public static readonly DiagnosticKind SiteHeaderSetApart = new("EP2004", Severity.Note, "about the page or the file, not an item: {0}");

    /// <summary>A header row.</summary>
    public static readonly DiagnosticKind TableHeaderRead = new("EP2005", Severity.Note, "read as the names of the columns: {0}");

    /// <summary>Responsible units and terms.</summary>
    public static readonly DiagnosticKind UnitsSetApart = new("EP2006", Severity.Note, "who is in charge or by when, not an item: {0}");

    /// <summary>A paragraph without label among labelled ones.</summary>
    public static readonly DiagnosticKind LabelMissing = new("EP2007", Severity.Warning, "this paragraph has no label and follows \"{0}\"; it was read as an item of its own");

    /// <summary>A line that gave a fact of the document.</summary>
    public static readonly DiagnosticKind FactRead = new("EP2008", Severity.Note, "read as the document's {0}: {1}");

    /// <summary>A paragraph broken into lines.</summary>
    public static readonly DiagnosticKind LinesJoined = new("EP2009", Severity.Note, "{0} lines were read as one paragraph, for the sentence goes on");

    /// <summary>A table that no header word explains.</summary>
    public static readonly DiagnosticKind TableShapeGuessed = new("EP2010", Severity.Warning, "no header names the column of the practices; column {0} was taken, for it holds the most text");

    /// <summary>A table of values.</summary>
    public static readonly DiagnosticKind TableReadByCell = new("EP2011", Severity.Note, "no column of practices; each cell was read as an item");

    /// <summary>Statements that stand in one paragraph.</summary>
    public static readonly DiagnosticKind ParagraphSplit = new("EP2012", Severity.Note, "{0} numbered statements stand in one paragraph; each was read by itself");

    /// <summary>A number that stands in no section and no item.</summary>
    public static readonly DiagnosticKind OrdinalSetApart = new("EP2013", Severity.Note, "the number of a table row, not an item: {0}");

    /// <summary>The list of attachments below a notice.</summary>
    public static readonly DiagnosticKind AttachmentListed = new("EP2014", Severity.Note, "names an attachment, not an item: {0}");

    /// <summary>A heading that each row says again.</summary>
    public static readonly DiagnosticKind HeadingRepeated = new("EP2015", Severity.Note, "says again the heading that holds already: {0}");

    // ---- 32, 33: regions and documents in items ----

    /// <summary>Several divisions share the name and nothing decides.</summary>
    public static readonly DiagnosticKind RegionNotUnique = new("EP3202", Severity.Warning, "\"{0}\" names several divisions and nothing in the document decides between them: {1}");

    /// <summary>A title mark without its partner.</summary>
    public static readonly DiagnosticKind TitleMarkUnpaired = new("EP3301", Severity.Note, "the title mark {0} has no partner in this item; no title was read from it");

    // ---- 4: measures ----

    /// <summary>Two lists of different length.</summary>
    public static readonly DiagnosticKind RespectiveLengths = new("EP4201", Severity.Warning, "\"{0}\" joins {1} places and {2} others; which belongs to which cannot be told, so all keep all");

    /// <summary>A pair that nothing supports.</summary>
    public static readonly DiagnosticKind RespectiveUnsupported = new("EP4202", Severity.Note, "\"{0}\" may pair {1} with \"{2}\", but the text does not support it; the pair is not asserted");

    // ---- 5: rule files ----

    /// <summary>Not YAML.</summary>
    public static readonly DiagnosticKind RuleFileSyntax = new("EP5001", Severity.Error, "not readable as YAML: {0}");

    /// <summary>YAML of another shape.</summary>
    public static readonly DiagnosticKind RuleFileShape = new("EP5002", Severity.Error, "expected {0} here");

    /// <summary>A field that must be there.</summary>
    public static readonly DiagnosticKind RuleFieldMissing = new("EP5003", Severity.Error, "the field \"{0}\" is missing");

    /// <summary>A field of the wrong form.</summary>
    public static readonly DiagnosticKind RuleFieldForm = new("EP5004", Severity.Error, "the field \"{0}\" must be {1}");

    /// <summary>A field that no reader knows.</summary>
    public static readonly DiagnosticKind RuleFieldUnknown = new("EP5005", Severity.Error, "the field \"{0}\" is not known here; check its spelling");

    /// <summary>A rule without its proof.</summary>
    public static readonly DiagnosticKind RuleWithoutExample = new("EP5006", Severity.Error, "the rule \"{0}\" has no {1}; every rule needs one");

    /// <summary>An example without a mark.</summary>
    public static readonly DiagnosticKind RuleExampleUnmarked = new("EP5007", Severity.Error, "the example does not mark its stretch with \u3010 and \u3011");

    /// <summary>Two rules of one name.</summary>
    public static readonly DiagnosticKind RuleIdTwice = new("EP5008", Severity.Error, "the id \"{0}\" is already used at {1}");

    /// <summary>A file that must be there.</summary>
    public static readonly DiagnosticKind RuleFileMissing = new("EP5009", Severity.Error, "this rule file is missing");

    /// <summary>A table row with more fields than columns.</summary>
    public static readonly DiagnosticKind RuleRowTooLong = new("EP5010", Severity.Error, "the row has {0} fields, the table {1} columns");

    /// <summary>A table field that does not fit.</summary>
    public static readonly DiagnosticKind RuleRowField = new("EP5011", Severity.Error, "the column \"{0}\" holds \"{1}\"; expected {2}");

    /// <summary>A category file without a row in names.tsv.</summary>
    public static readonly DiagnosticKind CategoryUnnamed = new("EP5012", Severity.Error, "the category \"{0}\" has no row in categories/names.tsv");

    /// <summary>A rule file in another encoding.</summary>
    public static readonly DiagnosticKind RuleFileEncoding = new("EP5013", Severity.Error, "the rule file is not UTF-8 here; save it as UTF-8");

    // ---- 6: checks ----

    /// <summary>A golden that is not JSON.</summary>
    public static readonly DiagnosticKind GoldenSyntax = new("EP6001", Severity.Error, "not readable as JSON: {0}");

    /// <summary>A golden with a field that the output does not have.</summary>
    public static readonly DiagnosticKind GoldenFieldUnknown = new("EP6002", Severity.Error, "the field \"{0}\" is not known here; known: {1}");

    /// <summary>A golden with a value of another form than the output's.</summary>
    public static readonly DiagnosticKind GoldenForm = new("EP6003", Severity.Error, "expected {0} here");

    /// <summary>A golden of another version of its document.</summary>
    public static readonly DiagnosticKind GoldenStale = new("EP6004", Severity.Warning, "the golden is stale: it was made for another version of {0}; look through it, then renew source.sha256");

    /// <summary>A golden without its document.</summary>
    public static readonly DiagnosticKind GoldenWithoutDocument = new("EP6005", Severity.Error, "no document stands beside this golden; expected {0}");

    /// <summary>A folder without goldens.</summary>
    public static readonly DiagnosticKind GoldenFolderEmpty = new("EP6006", Severity.Error, "no golden in this folder; a golden stands beside its document and is named like it, with the ending .golden.json");

    /// <summary>A document without its golden.</summary>
    public static readonly DiagnosticKind DocumentWithoutGolden = new("EP6007", Severity.Note, "no golden stands beside this document; it was not checked");

    /// <summary>A golden beside a document that it was not made for.</summary>
    public static readonly DiagnosticKind GoldenOfAnother = new("EP6008", Severity.Error, "the golden belongs to another document: {0}; it was not compared");

    /// <summary>--accept without anything to take over.</summary>
    public static readonly DiagnosticKind DecisionWithoutDifference = new("EP6009", Severity.Error, "nothing differs at {0}; the golden was not changed; what differs: {1}");

    /// <summary>--accept of something that needs another decision first.</summary>
    public static readonly DiagnosticKind DecisionNotAlone = new("EP6010", Severity.Error, "{0} cannot be taken over by itself, because the golden lacks the mentions that it names; take those over first; the golden was not changed");

    /// <summary>An example that its rule does not meet.</summary>
    public static readonly DiagnosticKind RuleExampleFails = new("EP6011", Severity.Error, "the rule {0} does not find the marked stretch of its example: {1}");

    /// <summary>An example whose stretch is found with another value.</summary>
    public static readonly DiagnosticKind RuleExampleValue = new("EP6012", Severity.Error, "the rule {0} reads another value in its example: {1}; expected {2}, found {3}");

    /// <summary>A counter-example in which its rule speaks.</summary>
    public static readonly DiagnosticKind RuleCounterExampleFails = new("EP6013", Severity.Error, "the rule {0} speaks in its counter-example: {1}; it must not, because: {2}");

    /// <summary>--accept in a folder of several goldens.</summary>
    public static readonly DiagnosticKind GoldenUndecided = new("EP6014", Severity.Error, "which golden is meant is not clear; name one with --golden: {0}");

    /// <summary>A golden that nobody has read yet.</summary>
    public static readonly DiagnosticKind GoldenIsDraft = new("EP6015", Severity.Warning, "the golden is a draft: read the document, correct what differs from it, then take out \"draft\"");

    /// <summary>A rule that never takes effect.</summary>
    public static readonly DiagnosticKind RuleDead = new("EP6021", Severity.Warning, "the rule {0} is dead: it takes effect in none of the examples of all rules");

    /// <summary>A rule whose words another rule takes.</summary>
    public static readonly DiagnosticKind RuleShadowed = new("EP6022", Severity.Warning, "the rule {0} is shadowed: in its own examples {1} ({2}) takes the words");

    /// <summary>A phrase that stands twice.</summary>
    public static readonly DiagnosticKind RulePhraseTwice = new("EP6023", Severity.Warning, "the rule {0} is a duplicate in \"{1}\": {2} says the same at {3}");

    /// <summary>A phrase that is looked up often and decides nothing.</summary>
    public static readonly DiagnosticKind RuleSlow = new("EP6024", Severity.Warning, "the rule {0} is slow: its phrases stand {1} times in {2} characters of examples and it takes effect {3} times; give it longer phrases");

    /// <summary>A rule whose examples do not hold its words.</summary>
    public static readonly DiagnosticKind RuleUntested = new("EP6025", Severity.Warning, "the rule {0} is untested: none of its examples holds one of its phrases");

    /// <summary>A phrase that can never be found.</summary>
    public static readonly DiagnosticKind RulePhraseUnfolded = new("EP6026", Severity.Warning, "the rule {0} has a phrase that is never found, because texts are folded before they are searched: write \"{1}\" as \"{2}\"");

    // ---- 61: results that are read back ----

    /// <summary>JSON that is no result of this program.</summary>
    public static readonly DiagnosticKind NotAResult = new("EP6101", Severity.Error, "not a result of this program (schemaVersion and items are missing); give a document or the JSON that run wrote");

    /// <summary>A result of another form.</summary>
    public static readonly DiagnosticKind ResultVersion = new("EP6102", Severity.Error, "the result has schema version {0}, and {1}.x is read here; extract its document again");

    /// <summary>A result whose document is another one now.</summary>
    public static readonly DiagnosticKind ResultStale = new("EP6103", Severity.Warning, "its document {0} changed since; the document was extracted again");

    /// <summary>A folder without documents and results.</summary>
    public static readonly DiagnosticKind NothingToCompare = new("EP6104", Severity.Error, "no document and no result in this folder");

    /// <summary>A result that was named itself, whose document is another one now.</summary>
    public static readonly DiagnosticKind ResultOlder = new("EP6105", Severity.Warning, "its document {0} changed since; the result was compared as it is");
}
