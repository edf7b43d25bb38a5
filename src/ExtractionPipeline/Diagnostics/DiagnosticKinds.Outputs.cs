namespace ExtractionPipeline.Diagnostics;

/// <content>Outputs for other tools, and the archive.</content>
public static partial class DiagnosticKinds
{
    // ---- 7: outputs for other tools ----

    /// <summary>A text longer than a cell of a sheet.</summary>
    public static readonly DiagnosticKind CellCut = new("EP7001", Severity.Warning, "the {0} of {1} has {2} characters and a cell holds {3}; it was cut in {4}; json, csv and sqlite hold the whole");

    /// <summary>A table longer than a sheet.</summary>
    public static readonly DiagnosticKind RowsCarriedOver = new("EP7002", Severity.Note, "the table {0} has {1} rows and a sheet holds {2}; the others stand in further sheets of {3}");

    /// <summary>Words that a review copy or page cannot mark.</summary>
    public static readonly DiagnosticKind MentionsUnplaced = new("EP7003", Severity.Warning, "{0} mention(s) of {1} could not be marked in {2}, because the words stand otherwise in the file; json holds them");

    /// <summary>The same file twice in one run.</summary>
    public static readonly DiagnosticKind DocumentTwice = new("EP7004", Severity.Note, "holds the same bytes as {0}; its rows stand in the tables once");

    /// <summary>--format docx of another file.</summary>
    public static readonly DiagnosticKind ReviewNeedsWord = new("EP7005", Severity.Warning, "a review copy (docx) is made of Word documents, and this is {0}; use the format html");

    /// <summary>A document that changed between reading and the review copy.</summary>
    public static readonly DiagnosticKind SourceChanged = new("EP7006", Severity.Error, "the file changed while it was read; its review copy was not written; run again");

    /// <summary>A file of another program where a database of this one is expected.</summary>
    public static readonly DiagnosticKind DatabaseForeign = new("EP7007", Severity.Error, "not a database of this program ({0}); nothing was changed; give another file or folder");

    /// <summary>xlsx or parquet in a native build.</summary>
    public static readonly DiagnosticKind FormatNotBuilt = new("EP7008", Severity.Error, "the format {0} is not in this native build; use csv or sqlite, or policy-extract as a .NET tool");

    /// <summary>--format html into the folder of the documents.</summary>
    public static readonly DiagnosticKind ResultOverDocument = new("EP7009", Severity.Error, "its result would be written over a document of this run ({0}); nothing was written; use another output folder");

    /// <summary>A database of an earlier form.</summary>
    public static readonly DiagnosticKind DatabaseOlder = new("EP7010", Severity.Error, "the database has the earlier form {0}, and this program writes form {1}; nothing was changed; add the documents to a new one, and keep this one until you have looked at it");

    /// <summary>A database of a later form.</summary>
    public static readonly DiagnosticKind DatabaseNewer = new("EP7011", Severity.Error, "a later version of this program made the database (form {0}, and form {1} is known here); nothing was changed; use that version");

    /// <summary>A database whose content is destroyed.</summary>
    public static readonly DiagnosticKind DatabaseDamaged = new("EP7012", Severity.Error, "the database is damaged ({0}); nothing was changed; take a copy from before, or add the documents to a new one");

    /// <summary>More comments than Word opens.</summary>
    public static readonly DiagnosticKind CommentsLeftOut = new("EP7013", Severity.Warning, "{0} mention(s) are highlighted in {1} without a comment, because Word opens no file with more than {2} comments; json and html hold them");

    /// <summary>A query that cannot be read.</summary>
    public static readonly DiagnosticKind QueryInvalid = new("EP7020", Severity.Error, "the query cannot be read ({0}); terms, AND, OR, NOT, brackets and \"quotes\" are understood");

    /// <summary>A place that is not known.</summary>
    public static readonly DiagnosticKind RegionUnknown = new("EP7021", Severity.Error, "\"{0}\" names no division in force; give its name or its six-digit code");

    /// <summary>A name of several places.</summary>
    public static readonly DiagnosticKind RegionShared = new("EP7022", Severity.Error, "\"{0}\" names several divisions; give the code of one: {1}");

    /// <summary>An amount that cannot be read.</summary>
    public static readonly DiagnosticKind AmountUnreadable = new("EP7023", Severity.Error, "\"{0}\" is no amount of money; write it as a document does, or as a plain number of yuan");

    /// <summary>A document or item that the archive does not hold.</summary>
    public static readonly DiagnosticKind NotInArchive = new("EP7024", Severity.Error, "the archive holds no \"{0}\"; list and search show the ids");

    /// <summary>No such archive.</summary>
    public static readonly DiagnosticKind ArchiveMissing = new("EP7025", Severity.Error, "no such archive; make it with archive add");

    /// <summary>A role that is none.</summary>
    public static readonly DiagnosticKind RoleUnknown = new("EP7026", Severity.Error, "\"{0}\" is no role of an amount; the roles are {1}");

    /// <summary>A category that is none.</summary>
    public static readonly DiagnosticKind CategoryUnknown = new("EP7027", Severity.Error, "\"{0}\" is no category; the categories are {1}");

    /// <summary>No archive named, and none to be seen.</summary>
    public static readonly DiagnosticKind ArchiveNotNamed = new("EP7028", Severity.Error, "no archive is named, and this folder holds none; give the file that archive add made");

    /// <summary>No archive named, and several to be seen.</summary>
    public static readonly DiagnosticKind ArchiveNotClear = new("EP7029", Severity.Error, "no archive is named, and this folder holds several; give one of {0}");

    /// <summary>Two states of one batch in an archive.</summary>
    public static readonly DiagnosticKind ArchiveHoldsAnother = new("EP7030", Severity.Warning, "the archive holds another document of this series and batch, {0}; both are kept; archive add --replace keeps the new one only");
}
