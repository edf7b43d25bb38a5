using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;

using Newtonsoft.Json;

using static ExtractionPipeline.Output.SchemaForm;

namespace ExtractionPipeline.Output;

/// <summary>The JSON Schema (draft 7) of the output, made from the forms and closed sets of this folder. docs/output.schema.json is its copy.</summary>
public static class ResultSchema
{
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly SchemaForm AnyText = new Characters();
    private static readonly SchemaForm AnyTextOrNull = new Characters { Nullable = true };
    private static readonly SchemaForm Code = new Named("code");
    private static readonly SchemaForm CodeOrNull = new Named("code") { Nullable = true };
    private static readonly SchemaForm ContentId = new Named("contentId");
    private static readonly SchemaForm Place = new Whole(1);
    private static readonly SchemaForm PlaceOrNull = new Whole(1) { Nullable = true };
    private static readonly SchemaMember Rule = new("rule", new Characters { Description = "Name of the rule that found it." });

    private static readonly SchemaMember[] Span =
    [
        new("start", new Whole(0) { Description = "First UTF-16 code unit in the item's text." }),
        new("end", new Whole(0) { Description = "One past the last code unit." }),
    ];

    private static readonly SchemaMember[] Stretch = [.. Span, new("text", AnyText)];

    private static readonly SchemaMember[] Interval =
    [
        new("min", new Number { Nullable = true }),
        new("max", new Number { Nullable = true }),
        new("minInclusive", new Flag { Nullable = true }),
        new("maxInclusive", new Flag { Nullable = true }),
    ];

    private static readonly SchemaMember[] Division =
    [
        new("code", Code), new("name", AnyText), new("level", new OneOf(["province", "prefecture", "county", "new-area"])), new("path", new List(AnyText)),
    ];

    /// <summary>The first part of the version: within it nothing is taken away.</summary>
    public static string Major { get; } = ResultJsonWriter.SchemaVersion.Split('.')[0];

    /// <summary>Whether an output of that version can be read as one of this: whatever it has besides.</summary>
    public static bool Reads(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return string.Equals(version.Split('.')[0], Major, StringComparison.Ordinal);
    }

    /// <summary>The schema as text, with LF line ends.</summary>
    public static string Text()
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        json.Member("$schema", Draft);
        json.Member("title", $"ExtractionPipeline output {ResultJsonWriter.SchemaVersion}");
        Result().Write(json);
        json.BeginObject("definitions");
        foreach (var (name, form) in Definitions()) SchemaForm.Write(json, name, form);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return writer + "\n";
    }

    private static Members Result() => new(
        new("schemaVersion", new OneOf([ResultJsonWriter.SchemaVersion])),
        new("generator", new Members(new("name", AnyText), new("version", AnyText), new("rules", new Characters("^sha256:[0-9a-f]{64}$"))) { Description = "What made it." }),
        new("source", new Members(new("name", AnyText), new("format", AnyText), new("sha256", new Characters("^[0-9a-f]{64}$"))) { Description = "The file." }),
        new("document", new Members(
            new("title", AnyText),
            new("series", AnyText),
            new("batch", PlaceOrNull),
            new("issuer", new Named("issuer") { Nullable = true }),
            new("documentNumber", AnyTextOrNull),
            new("date", new Characters("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") { Nullable = true }))
        { Description = "What the document says of itself." }),
        new("sections", new List(new Named("section"))),
        new("items", new List(new Named("item"))),
        new("ledger", new Members(new("figures", new Whole(0)), new("explained", new Whole(0)), new("unexplained", new List(new Named("unexplained"))))
        { Description = "The account of all figures." }),
        new("diagnostics", new List(new Named("diagnostic"))))
    {
        Description = "The output of one document. Offsets count UTF-16 code units in the text of the item; the end is exclusive.",
    };

    private static IEnumerable<(string Name, SchemaForm Form)> Definitions() => [.. Parts(), .. Values(), .. MentionForms(), .. Statements()];

    private static IEnumerable<(string Name, SchemaForm Form)> Parts()
    {
        yield return ("code", new Characters("^[1-9][0-9]{5}$") { Description = "Division code of six digits, as in GB/T 2260." });
        yield return ("mentionId", new Characters("^m[1-9][0-9]*$"));
        yield return ("contentId", new Characters("^[is][0-9a-f]{16}(-[1-9][0-9]*)?$") { Description = "Names an item or a measure by its words; the same after renumbering and changes of white space." });
        yield return ("location", new Members(new("table", PlaceOrNull), new("row", PlaceOrNull), new("column", PlaceOrNull), new("paragraph", Place))
        { Description = "Where a paragraph stands; 1-based; table, row and column are null outside tables." });
        yield return ("section", new Members(new("id", AnyText), new("level", Place), new("label", AnyTextOrNull), new("title", AnyText), new("column", AnyTextOrNull)) { Description = "A heading." });
        yield return ("stretch", new Members(Stretch) { Description = "AnyText of the item's text." });
        yield return ("issuer", new Members(new("name", AnyText), new("code", CodeOrNull)) { Description = "Who issued it." });
    }

    private static IEnumerable<(string Name, SchemaForm Form)> Values()
    {
        yield return ("place", new Members(Division) { Description = "A division or area." });
        yield return ("regionValue", new Members([.. Division, new("candidates", new List(new Named("place")), MayBeMissing: true)])
        { Description = "A division; candidates where several share the name and nothing decides." });
        yield return ("moneyValue", new Members([new("currency", new Characters("^[A-Z]{3}$")), .. Interval, new("per", new List(AnyText)), new("approximate", new Flag())])
        { Description = "An amount in whole units of its currency; exact." });
        yield return ("percentValue", new Members([.. Interval, new("approximate", new Flag())]) { Description = "A share in percent." });
        yield return ("quantityValue", new Members([.. Interval, new("approximate", new Flag()), new("unit", AnyText), new("noun", AnyTextOrNull)]) { Description = "A counted or measured quantity." });
        yield return ("documentValue", new Members(new("title", AnyTextOrNull), new("number", AnyTextOrNull)) { Description = "A title and a document number." });
        yield return ("organisationValue", new Members(new("name", AnyText), new("code", CodeOrNull)) { Description = "An authority or body." });
    }

    private static IEnumerable<(string Name, SchemaForm Form)> MentionForms()
    {
        foreach (var kind in Enum.GetValues<MentionKind>())
        {
            var word = OutputWords.Of(kind);
            SchemaMember[] members = [new("id", new Named("mentionId")), new("kind", new OneOf([word])), .. Stretch, .. Particulars(kind), Rule, new("value", ValueOf(kind))];
            yield return (word, new Members(members) { Description = Meaning(kind) });
        }
    }

    private static SchemaMember[] Particulars(MentionKind kind) => kind switch
    {
        MentionKind.Region => [new("role", WordsOf<RegionRole>(OutputWords.Of))],
        MentionKind.Money => [new("figure", AnyText), new("role", WordsOf<MoneyRole>(OutputWords.Of))],
        MentionKind.Percent => [new("figure", AnyText), new("role", WordsOf<PercentRole>(OutputWords.Of)), new("base", AnyTextOrNull)],
        _ => [],
    };

    private static SchemaForm ValueOf(MentionKind kind) => kind == MentionKind.Period ? AnyText : new Named(OutputWords.Of(kind) + "Value");

    private static string Meaning(MentionKind kind) => kind switch
    {
        MentionKind.Region => "A place.",
        MentionKind.Money => "An amount of money.",
        MentionKind.Percent => "A share.",
        MentionKind.Quantity => "A quantity that is not money.",
        MentionKind.Period => "A time in ISO 8601.",
        MentionKind.Document => "A document that is named.",
        _ => "An authority or body.",
    };

    private static IEnumerable<(string Name, SchemaForm Form)> Statements()
    {
        var stretchOrNull = new Named("stretch") { Nullable = true };
        yield return ("pair", new Members([new("region", Code), .. Stretch]) { Description = "One region of a list and what it is paired with." });
        yield return ("category", new Members([new("code", AnyText), Rule, .. Span]) { Description = "What kind of measure the item is about." });
        yield return ("measure", new Members([
            new("id", AnyText), new("contentId", ContentId), .. Span, new("regions", new List(Code)), new("categories", new List(AnyText)), new("amounts", new List(new Named("mentionId"))),
            new("beneficiary", stretchOrNull), new("purpose", stretchOrNull), new("condition", stretchOrNull),
            new("reason", WordsOf<AttributionReason>(OutputWords.Of)), new("pairs", new List(new Named("pair")), MayBeMissing: true)])
        { Description = "One statement of who does or gives what." });
        yield return ("item", new Members(
            new("id", AnyText), new("contentId", ContentId), new("section", AnyText), new("label", AnyTextOrNull), new("text", AnyText), new("location", new Named("location")),
            new("regions", new List(Code)), new("categories", new List(new Named("category"))),
            new("mentions", new List(new Named([.. Enum.GetValues<MentionKind>().Select(OutputWords.Of)]))), new("measures", new List(new Named("measure"))))
        { Description = "The smallest numbered or separate statement." });
        yield return ("unexplained", new Members([new("item", AnyText), .. Stretch]) { Description = "A figure that nothing explains." });
        yield return ("diagnostic", new Members(
            new("code", new Characters("^EP[0-9]{4}$")), new("severity", WordsOf<Severity>(OutputWords.Of)), new("item", AnyTextOrNull),
            new("start", new Whole(0) { Nullable = true }), new("end", new Whole(0) { Nullable = true }), new("message", AnyText), new("location", new Named("location"), MayBeMissing: true))
        { Description = "What was skipped, guessed or ambiguous, and where." });
    }

    private static OneOf WordsOf<T>(Func<T, string> word)
        where T : struct, Enum => new([.. Enum.GetValues<T>().Select(word)]);
}
