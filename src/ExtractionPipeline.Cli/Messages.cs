namespace ExtractionPipeline.Cli;

/// <summary>One text of the command line. The same key has its Chinese text in Messages.zh.tsv.</summary>
internal sealed record Message(string Key, string English);

/// <summary>Every text that the command line itself shows, except diagnostics (those stand in DiagnosticKinds).</summary>
internal static class Messages
{
    // ---- help ----
    public static readonly Message HelpRoot = new("help.root", "Turns Chinese policy documents into linked measures: who gives what to whom, up to which cap, on which condition, and where the text says so.");
    public static readonly Message HelpUsage = new("help.usage", "Usage");
    public static readonly Message HelpCommands = new("help.commands", "Commands");
    public static readonly Message HelpArguments = new("help.arguments", "Arguments");
    public static readonly Message HelpOptions = new("help.options", "Options");
    public static readonly Message HelpExamples = new("help.examples", "Examples");
    public static readonly Message HelpExitCodes = new("help.exit-codes", "Exit codes");
    public static readonly Message HelpExitCodeList = new("help.exit-codes.list", "0 done; 1 done, with findings that fail a check; 2 usage; 3 an input could not be read; 4 rules invalid; 130 stopped with Ctrl+C");
    public static readonly Message HelpMore = new("help.more", "Run \"{0} COMMAND --help\" for the options and examples of a command.");
    public static readonly Message HelpHelp = new("help.help", "Show this help.");
    public static readonly Message HelpVersion = new("help.version", "Show the version.");
    public static readonly Message HelpLanguage = new("help.lang", "Language of messages and tables: en or zh. The JSON stays the same.");
    public static readonly Message HelpRules = new("help.rules-folder", "Folder with rule files that replace the built-in ones.");
    public static readonly Message HelpConverter = new("help.converter", "LibreOffice (soffice), which turns .doc, .wps, .rtf and .odt into .docx; the installed one where it is not given.");
    public static readonly Message HelpRevisions = new("help.revisions", "Tracked changes in Word files: accept (insertions are text, deletions are not; the default) or reject.");
    public static readonly Message HelpTimeLimit = new("help.time-limit", "Seconds that reading a file may take, and extracting from it; {0} where it is not given, 0 for no limit. Conversions have a limit of their own.");
    public static readonly Message HelpLimit = new("help.limit", "Sets a limit that protects the machine, where a document passes it (EP1007); may be given several times. Names: {0}. What each counts: docs/formats.md.");
    public static readonly Message HelpRun = new("help.run", "Extract: documents in, JSON or other formats out.");
    public static readonly Message HelpRunInputs = new("help.run.inputs", "Documents ({0}), folders (with their subfolders), or - for standard input.");
    public static readonly Message HelpRunOutput = new("help.run.output", "Folder for the results, one file a document (a.docx gives a.json; subfolders are kept). Without it, the JSON of one document goes to standard output.");
    public static readonly Message HelpRunFormat = new("help.run.format", "Output formats, separated by commas: for each document json (the default), jsonl (an item a line), html (a page to read), docx (a copy with comments); for the whole run csv, xlsx, sqlite, parquet (tables).");
    public static readonly Message HelpRunJobs = new("help.run.jobs", "Documents to work on at the same time; as many as there are processors where it is not given. Results and messages do not depend on it.");
    public static readonly Message HelpRunFailOn = new("help.run.fail-on", "End with exit code 1 where a document has a diagnostic of this severity or a higher one: note, warning or error.");
    public static readonly Message HelpRunQuiet = new("help.run.quiet", "Show errors only.");
    public static readonly Message HelpRunResume = new("help.run.resume", "Go on where an earlier run into the same folder was cut; a fault where there was none. Unchanged documents are left alone in any case.");
    public static readonly Message HelpRunForce = new("help.run.force", "Extract every document again, also where document, rules, version and options are unchanged.");
    public static readonly Message HelpShow = new("help.show", "Show what was found as a table for people.");
    public static readonly Message HelpDocument = new("help.document", "One document, or - for standard input.");
    public static readonly Message HelpShowItem = new("help.show.item", "Only this item, with its whole text.");
    public static readonly Message HelpExplain = new("help.explain", "Say why each mention, category and measure of an item was found, and why a candidate was not.");
    public static readonly Message HelpExplainItem = new("help.explain.item", "Id of the item, such as 1.2.1; \"show\" lists them.");
    public static readonly Message HelpExplainText = new("help.explain.text", "Only what touches these words of the item.");
    public static readonly Message HelpCheck = new("help.check", "Compare documents with their goldens (a.docx with a.golden.json) and show every difference.");
    public static readonly Message HelpCheckFolder = new("help.check.folder", "Folder with documents and goldens.");
    public static readonly Message HelpCheckFormat = new("help.check.format", "Form of the report: text, json, junit or markdown.");
    public static readonly Message HelpCheckAccept = new("help.check.accept", "Take over what was found into the golden, and nothing else: ITEM, ITEM.FIELD or a field of the document, as the report names them; =WORDS singles out one of several. May stand more than once.");
    public static readonly Message HelpCheckGolden = new("help.check.golden", "The golden that --accept changes, where the folder holds several: its file name, with or without the ending.");
    public static readonly Message HelpCheckDraft = new("help.check.draft", "Write a draft of a golden beside each document that has none: what was found, below the text of each item, to be read and corrected. It fails its check until \"draft\" is taken out of it.");
    public static readonly Message HelpDiff = new("help.diff", "Compare two batches, or two states of documents, by meaning: what each place started, changed and stopped.");
    public static readonly Message HelpDiffOld = new("help.diff.old", "A document, a result of run (.json), or a folder of either, as it was.");
    public static readonly Message HelpDiffNew = new("help.diff.new", "The same, as it is.");
    public static readonly Message HelpDiffFormat = new("help.diff.format", "Form of the report: text, json or html.");
    public static readonly Message HelpDiffOutput = new("help.diff.output", "File for the report; without it, the report goes to standard output.");
    public static readonly Message HelpDiffExitCode = new("help.diff.exit-code", "End with exit code 1 where anything started, changed or stopped.");
    public static readonly Message HelpArchive = new("help.archive", "Keep many batches in one store, and ask it.");
    public static readonly Message HelpArchiveAdd = new("help.archive.add", "Extract documents into an archive; what it holds unchanged is passed over.");
    public static readonly Message HelpArchiveReplace = new("help.archive.replace", "A document takes the place of what the archive holds of the same series and batch (of the same name where no batch is named).");
    public static readonly Message HelpArchiveOutput = new("help.archive.output", "Folder for the results, one JSON file a document.");
    public static readonly Message HelpArchiveList = new("help.archive.list", "List the documents of an archive.");
    public static readonly Message HelpArchiveSearch = new("help.archive.search", "Find items by words, place, amount, role and category.");
    public static readonly Message HelpArchiveShow = new("help.archive.show", "Show a document of an archive, or one of its items.");
    public static readonly Message HelpArchiveExport = new("help.archive.export", "Write the results of all documents of an archive as JSON.");
    public static readonly Message HelpArchiveStore = new("help.archive.store", "The archive: one SQLite file (docs/archive.md). Where it is left out, list, search, show and export ask the only archive in the current folder.");
    public static readonly Message HelpArchiveWords = new("help.archive.words", "Words to find; AND, OR, NOT, brackets and quotes are understood. Words side by side must all be found.");
    public static readonly Message HelpArchiveRegion = new("help.archive.region", "Name or code of a division; those below it count too.");
    public static readonly Message HelpArchiveLeast = new("help.archive.min", "The least amount of money, as a document writes it or as a plain number.");
    public static readonly Message HelpArchiveMost = new("help.archive.max", "The greatest amount of money.");
    public static readonly Message HelpArchiveRole = new("help.archive.role", "Role of the amount: award, cap, floor, threshold, budget, spent, price, penalty, rate or other; the Chinese words do, too.");
    public static readonly Message HelpArchiveCategory = new("help.archive.category", "Code or name of a category (docs/categories.md).");
    public static readonly Message HelpArchiveSeries = new("help.archive.series", "Name of the series, or a part of it.");
    public static readonly Message HelpArchiveBatch = new("help.archive.batch", "Number of the batch.");
    public static readonly Message HelpArchiveLimit = new("help.archive.limit", "Hits at most; 50 where it is not given.");
    public static readonly Message HelpArchiveId = new("help.archive.id", "Id or name of a document, or id of an item (DOCUMENT:ITEM), as list and search show them.");
    public static readonly Message HelpWatch = new("help.watch", "Extract what is dropped into a folder, until it is stopped (Ctrl+C).");
    public static readonly Message HelpWatchOutput = new("help.watch.output", "Folder for the results, one file a document and format (a.docx gives a.json; subfolders are kept).");
    public static readonly Message HelpWatchFormat = new("help.watch.format", "Output formats, separated by commas: json (the default), jsonl (an item a line), html (a page to read), docx (a copy with comments).");
    public static readonly Message HelpWatchFolder = new("help.watch.folder", "The folder to look at, with its subfolders.");
    public static readonly Message HelpRulesCommand = new("help.rules", "Check the rule files.");
    public static readonly Message HelpRulesTest = new("help.rules.test", "Run the examples and counter-examples of all rules.");
    public static readonly Message HelpRulesLint = new("help.rules.lint", "Report dead, shadowed, duplicate, slow and untested rules.");
    public static readonly Message HelpRulesImpact = new("help.rules.impact", "Extract documents with edited rules and with the ones that they are to replace, and list what would change. Exit code 1 where anything does.");
    public static readonly Message HelpRulesImpactAgainst = new("help.rules.impact.against", "Folder with the documents.");
    public static readonly Message HelpRulesImpactRules = new("help.rules.impact.rules", "Folder with the edited rules.");
    public static readonly Message HelpRulesImpactBase = new("help.rules.impact.base", "What to compare with: a folder of rules, a revision of git such as main or HEAD~1, or built-in. Where it is not given: the committed rules (HEAD) where the edited ones lie in a git checkout, else the built-in ones.");
    public static readonly Message HelpRulesImpactFormat = new("help.rules.impact.format", "Form of the list: text or json.");
    public static readonly Message HelpSchema = new("help.schema", "Print the JSON Schema of the output.");

    // ---- examples that differ by language ----
    public static readonly Message ExampleSearch = new("example.search", "archive search lists.db \"WORD AND WORD\" --region 320500 --min 1000000 --role award");
    public static readonly Message ExampleSearchHere = new("example.search-here", "archive search \"WORD AND (WORD OR WORD)\" --region 320500 --role cap --format json");
    public static readonly Message ExampleExplain = new("example.explain", "explain list.docx 1.2.1 --text WORDS");

    // ---- command line ----
    public static readonly Message UsageUnknownWord = new("usage.unknown-word", "\"{0}\" is not known here");
    public static readonly Message UsageCommandMissing = new("usage.command-missing", "a command is missing");
    public static readonly Message UsageInputMissing = new("usage.input-missing", "a document is missing");
    public static readonly Message UsageOldMissing = new("usage.old-missing", "the old document, result or folder is missing");
    public static readonly Message UsageNewMissing = new("usage.new-missing", "the new document, result or folder is missing");
    public static readonly Message UsageStoreMissing = new("usage.store-missing", "the archive is missing");
    public static readonly Message UsageWhole = new("usage.whole", "the option {0} is a whole number from 1 on, not \"{1}\"");
    public static readonly Message UsageWatchTables = new("usage.watch-tables", "the format {0} holds the tables of a whole run, and watch never comes to the end of one; use archive add");
    public static readonly Message UsageFolderMissing = new("usage.folder-missing", "a folder is missing");
    public static readonly Message UsageItemMissing = new("usage.item-missing", "the id of an item is missing");
    public static readonly Message UsageOptionValueMissing = new("usage.option-value-missing", "the option {0} needs a value");
    public static readonly Message UsageOptionValue = new("usage.option-value", "the option {0} is one of {1}, not \"{2}\"");
    public static readonly Message UsageJobs = new("usage.jobs", "the option --jobs is a number from 1 to {0}, not \"{1}\"");
    public static readonly Message UsageTimeLimit = new("usage.time-limit", "the option --time-limit is a number of seconds from 0 to {0}, not \"{1}\"");
    public static readonly Message UsageLimit = new("usage.limit", "the option --limit is NAME=NUMBER, the number from 1 on, with one of these names: {0}; not \"{1}\"");
    public static readonly Message UsageOptionMissing = new("usage.option-missing", "the option {0} is missing");
    public static readonly Message UsageOptionAlone = new("usage.option-alone", "the option {0} goes with {1} only");
    public static readonly Message UsageOptionApart = new("usage.option-apart", "the options {0} and {1} do not go together");
    public static readonly Message UsageFormatNeedsFolder = new("usage.format-needs-folder", "the format {0} needs -o FOLDER");
    public static readonly Message UsageOutputMissing = new("usage.output-missing", "more than one document, or a folder, needs -o FOLDER");

    // ---- severities, counts ----
    public static readonly Message SeverityNote = new("severity.note", "note");
    public static readonly Message SeverityWarning = new("severity.warning", "warning");
    public static readonly Message SeverityError = new("severity.error", "error");
    public static readonly Message PlaceItem = new("place.item", "item {0}");
    public static readonly Message PlaceParagraph = new("place.paragraph", "paragraph {0}");
    public static readonly Message PlaceCell = new("place.cell", "table {0}, row {1}, column {2}, paragraph {3}");
    public static readonly Message InTheWay = new("fault.in-the-way", "a file of this name is in the way");
    public static readonly Message IsAFolder = new("fault.is-a-folder", "it is a folder");

    // ---- run ----
    public static readonly Message RunSummary = new("run.summary", "{0} of {1} documents written to {2}: {3} items, {4} mentions, {5} unexplained figures, {6} errors, {7} warnings, {8} notes");
    public static readonly Message RunUnchanged = new("run.unchanged", "{0}: unchanged since an earlier run and left as they are: {1} (--force extracts them again)");
    public static readonly Message RunStopped = new("run.stopped", "stopped; what was written so far is whole");
    public static readonly Message RunOthers = new("run.others", "{0}: files of other kinds passed over: {1}");
    public static readonly Message RunMoreOfAKind = new("run.more-of-a-kind", "{0} more of this kind, {1} in all; the JSON has each");
    public static readonly Message RunDocuments = new("run.documents", "Documents");

    // ---- show ----
    public static readonly Message ShowItem = new("show.item", "Item");
    public static readonly Message ShowText = new("show.text", "Text");
    public static readonly Message ShowPlaces = new("show.places", "Places");
    public static readonly Message ShowCategories = new("show.categories", "Categories");
    public static readonly Message ShowAmounts = new("show.amounts", "Amounts");
    public static readonly Message ShowCounts = new("show.counts", "{0} sections, {1} items, {2} mentions");
    public static readonly Message ShowFigures = new("show.figures", "Figures in the document: {0}, explained: {1}, unexplained: {2}");
    public static readonly Message ShowDiagnostics = new("show.diagnostics", "Diagnostics: {0}");
    public static readonly Message ShowNoTitle = new("show.no-title", "(no title)");

    // ---- explain ----
    public static readonly Message ExplainMentions = new("explain.mentions", "Mentions");
    public static readonly Message ExplainCategories = new("explain.categories", "Categories");
    public static readonly Message ExplainMeasures = new("explain.measures", "Measures");
    public static readonly Message ExplainSuppressed = new("explain.suppressed", "Not taken");
    public static readonly Message ExplainNothing = new("explain.nothing", "nothing was found at these words, and no candidate was turned down");
    public static readonly Message ExplainNoRule = new("explain.no-rule", "No rule speaks of these words: none looks for them, or what they need beside them is missing.");
    public static readonly Message ExplainReadAs = new("explain.read-as", "read as {0}");
    public static readonly Message ExplainIs = new("explain.is", "is {0}");
    public static readonly Message ExplainSaid = new("explain.said", "Said of it");
    public static readonly Message ExplainUnexplained = new("explain.unexplained", "no rule reads this figure; the ledger lists it as unexplained");
    public static readonly Message ExplainRule = new("explain.rule", "rule {0}");
    public static readonly Message ExplainSource = new("explain.source", "source: {0}");
    public static readonly Message ExplainBuiltIn = new("explain.built-in", "no rule file: grammar of the program or a table");
    public static readonly Message ExplainRegions = new("explain.regions", "places: {0} ({1})");
    public static readonly Message ExplainNoRegions = new("explain.no-regions", "places: none; neither the clause nor a heading nor the document names one");
    public static readonly Message ExplainMeasureCategories = new("explain.measure-categories", "categories: {0}");
    public static readonly Message ExplainMeasureAmounts = new("explain.measure-amounts", "amounts: {0}");
    public static readonly Message ExplainBeneficiary = new("explain.beneficiary", "for whom: {0}");
    public static readonly Message ExplainPurpose = new("explain.purpose", "for what: {0}");
    public static readonly Message ExplainCondition = new("explain.condition", "on which condition: {0}");
    public static readonly Message ExplainReasonSubject = new("reason.subject", "the clause names them");
    public static readonly Message ExplainReasonInherited = new("reason.inherited", "from the clause before");
    public static readonly Message ExplainReasonRespective = new("reason.respective", "paired one by one");
    public static readonly Message ExplainReasonSection = new("reason.section", "from the heading above");
    public static readonly Message ExplainReasonIssuer = new("reason.issuer", "from who issued the document");
    public static readonly Message KindRegion = new("kind.region", "region");
    public static readonly Message KindMoney = new("kind.money", "money");
    public static readonly Message KindPercent = new("kind.percent", "percent");
    public static readonly Message KindQuantity = new("kind.quantity", "quantity");
    public static readonly Message KindPeriod = new("kind.period", "period");
    public static readonly Message KindDocument = new("kind.document", "document");
    public static readonly Message KindOrganisation = new("kind.organisation", "organisation");
    public static readonly Message RoleActor = new("role.actor", "actor");
    public static readonly Message RoleName = new("role.name", "in a name");
    public static readonly Message RoleAward = new("role.award", "award");
    public static readonly Message RoleCap = new("role.cap", "cap");
    public static readonly Message RoleFloor = new("role.floor", "floor");
    public static readonly Message RoleThreshold = new("role.threshold", "threshold");
    public static readonly Message RoleBudget = new("role.budget", "budget");
    public static readonly Message RoleSpent = new("role.spent", "spent");
    public static readonly Message RolePrice = new("role.price", "price");
    public static readonly Message RolePenalty = new("role.penalty", "penalty");
    public static readonly Message RoleRate = new("role.rate", "rate");
    public static readonly Message RoleOther = new("role.other", "other");

    // ---- rules ----
    public static readonly Message RulesTested = new("rules.tested", "{0} rules: {1} examples and {2} counter-examples hold, {3} fail");
    public static readonly Message RulesFaults = new("rules.faults", "faults: {0}; the rules were not used");
    public static readonly Message RulesLinted = new("rules.linted", "{0} rules: {1} findings; {2} of {3} phrases stand in an example");
    public static readonly Message RulesFound = new("rules.found", "found there: {0}");
    public static readonly Message RulesFoundNothing = new("rules.found-nothing", "found there: nothing");

    public static readonly Message ImpactAdded = new("impact.added", "added");
    public static readonly Message ImpactRemoved = new("impact.removed", "removed");
    public static readonly Message ImpactChanged = new("impact.changed", "changed");
    public static readonly Message ImpactBefore = new("impact.before", "now");
    public static readonly Message ImpactAfter = new("impact.after", "then");
    public static readonly Message ImpactComparedFolder = new("impact.compared-folder", "compared with the rules in {0}");
    public static readonly Message ImpactComparedBuiltIn = new("impact.compared-built-in", "compared with the built-in rules");
    public static readonly Message ImpactComparedCommit = new("impact.compared-commit", "compared with the committed rules of {0} ({1})");
    public static readonly Message ImpactSummary = new("impact.summary", "documents: {0}, with changes: {1}; added: {2}, removed: {3}, changed: {4}");

    // ---- check ----
    public static readonly Message CheckField = new("check.field", "Field");
    public static readonly Message CheckPrecision = new("check.precision", "Precision");
    public static readonly Message CheckRecall = new("check.recall", "Recall");
    public static readonly Message CheckRight = new("check.right", "right");
    public static readonly Message CheckExpected = new("check.expected", "expected");
    public static readonly Message CheckFound = new("check.found", "found");
    public static readonly Message CheckNothing = new("check.nothing", "nothing");
    public static readonly Message CheckNotTaken = new("check.not-taken", "not taken");
    public static readonly Message CheckWordsElsewhere = new("check.words-elsewhere", "\"{0}\" does not stand in this item; it stands in {1}");
    public static readonly Message CheckWordsNowhere = new("check.words-nowhere", "\"{0}\" stands in no item of the document");
    public static readonly Message CheckDraftNote = new("check.draft-note", "A draft, written by the program: read the document, correct what is wrong here, add what is missing, take out what is not to be judged; then take out \"draft\".");
    public static readonly Message CheckDrafted = new("check.drafted", "{0}: draft of {1} items");
    public static readonly Message CheckDrafts = new("check.drafts", "drafts written: {0}, documents that have a golden: {1}");
    public static readonly Message CheckTaken = new("check.taken", "{0}: taken over: {1}, differences left: {2}");
    public static readonly Message CheckSummary = new("check.summary", "goldens: {0}, differences: {1}");

    // ---- diff ----
    public static readonly Message DiffBatch = new("diff.batch", "batch {0}");
    public static readonly Message DiffCounts = new("diff.counts", "carried over: {0} (unchanged {1}, reworded {2}, changed {3}); started: {4}; stopped: {5}");
    public static readonly Message DiffNewCategories = new("diff.new-categories", "categories not seen before: {0}");
    public static readonly Message DiffNewPlaces = new("diff.new-places", "places not seen before: {0}");
    public static readonly Message DiffStarted = new("diff.started", "started");
    public static readonly Message DiffChanged = new("diff.changed", "changed");
    public static readonly Message DiffStopped = new("diff.stopped", "stopped");
    public static readonly Message DiffNoPlace = new("diff.no-place", "(without a place)");
    public static readonly Message DiffWhySame = new("diff.why.same", "the same words, {0}");
    public static readonly Message DiffWhySimilar = new("diff.why.similar", "{0} % of the words alike, places and figures apart; {1}");
    public static readonly Message DiffWhyOnly = new("diff.why.only", "the only measure of these places, categories and instruments left on either side; {0} % of the words alike, places and figures apart");
    public static readonly Message DiffWhyPlaces = new("diff.why.places", "{0} in common");
    public static readonly Message DiffWhyNoPlace = new("diff.why.no-place", "neither names a place");
    public static readonly Message DiffStoppedMeans = new("diff.stopped-means", "stopped: the new batch does not name it; whether the place ended it, the batch does not say");
    public static readonly Message DiffAndMore = new("diff.and-more", "{0} and {1} more");
    public static readonly Message DiffBeneficiary = new("diff.beneficiary", "for whom");
    public static readonly Message DiffPurpose = new("diff.purpose", "for what");
    public static readonly Message DiffCondition = new("diff.condition", "on which condition");
    public static readonly Message DiffFind = new("diff.find", "Find: place, word, figure");

    // ---- watch ----
    public static readonly Message WatchBegins = new("watch.begins", "watching {0}; results go to {1}; Ctrl+C ends it");

    public static readonly Message WatchDone = new("watch.done", "{0}: {1} items, {2} mentions, {3} unexplained figures, {4} warnings, {5} notes");
    public static readonly Message WatchUnchanged = new("watch.unchanged", "{0}: unchanged since an earlier run and left as they are: {1}");
    public static readonly Message WatchGone = new("watch.gone", "{0} is gone from the folder; its results stay");

    // ---- archive ----
    public static readonly Message ArchiveAdded = new("archive.added", "{0} document(s) added to {1}; unchanged and passed over: {2}; not readable: {3}");
    public static readonly Message ArchiveReplaced = new("archive.replaced", "{0} document(s) gave way to newer states");
    public static readonly Message ArchiveAsked = new("archive.asked", "asking the archive {0}");
    public static readonly Message ArchiveWithout = new("archive.without", "without {0}: {1}");
    public static readonly Message ArchiveTheWords = new("archive.the-words", "the words");
    public static readonly Message ArchiveItems = new("archive.items", "{0} items, {1} measures");
    public static readonly Message ArchiveDocuments = new("archive.documents", "documents: {0}");
    public static readonly Message ArchiveHits = new("archive.hits", "items found: {0}");
    public static readonly Message ArchiveMore = new("archive.more", "(there may be more; raise --limit)");
    public static readonly Message ArchiveExported = new("archive.exported", "{0} result(s) written to {1}");
}
