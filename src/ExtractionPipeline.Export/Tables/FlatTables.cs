namespace ExtractionPipeline.Export.Tables;

/// <summary>The four tables of a run and how they join. docs/tables.md explains each column.</summary>
/// <remarks>
/// document_id is the content of the file, item_id = document_id:place, measure_id = item_id/number, amount_id = item_id#mention.
/// Every row names its document and its item, so that a table can be read without the others.
/// </remarks>
public static class FlatTables
{
    private const int Id = 22;
    private const int Long = 60;

    /// <summary>One row a document.</summary>
    public static FlatTable Documents { get; } = new("documents",
    [
        Text("document_id", Id), Text("name", 30), Text("format", 8), Text("sha256"), Text("title", 40), Text("series", 40), Whole("batch"), Text("issuer", 30),
        Text("issuer_code"), Text("document_number", 20), new("date", ColumnKind.Date, 12), Whole("items"), Whole("measures"), Whole("figures"), Whole("unexplained"),
        Whole("errors"), Whole("warnings"), Whole("notes"), Text("schema_version", 10), Text("generator_version", 10), Text("rules"),
    ]);

    /// <summary>One row an item.</summary>
    public static FlatTable Items { get; } = new("items",
    [
        Text("item_id", Id), Text("document_id", Id), Text("item", 10), Text("content_id", 20), Text("section", 10), List("section_titles", 40), Text("label", 8), Text("text", Long),
        Whole("table_number"), Whole("row_number"), Whole("column_number"), Whole("paragraph_number"),
        List("regions"), List("region_names", 20), List("categories"), List("category_names", 20),
    ]);

    /// <summary>One row a measure.</summary>
    public static FlatTable Measures { get; } = new("measures",
    [
        Text("measure_id", Id), Text("item_id", Id), Text("document_id", Id), Text("measure", 10), Text("content_id", 20), Whole("start_offset"), Whole("end_offset"), Text("text", Long),
        List("regions"), List("region_names", 20), Text("reason"), List("categories"), List("category_names", 20), List("amounts"),
        Text("beneficiary", 24), Text("purpose", 24), Text("condition", 40),
    ]);

    /// <summary>One row a sum of money or share.</summary>
    public static FlatTable Amounts { get; } = new("amounts",
    [
        Text("amount_id", Id), Text("item_id", Id), Text("measure_id", Id), Text("document_id", Id), Text("kind", 10), Text("role", 10), Text("text", 24), Text("figure", 18), Text("unit", 8),
        Amount("min_value"), Amount("max_value"), Flag("min_inclusive"), Flag("max_inclusive"), List("per"), Text("base", 18), Flag("approximate"),
        List("regions"), List("region_names", 20), Whole("start_offset"), Whole("end_offset"), Text("rule", 26),
    ]);

    /// <summary>All, those that others refer to first.</summary>
    public static IReadOnlyList<FlatTable> All { get; } = [Documents, Items, Measures, Amounts];

    private static TableColumn Text(string name, int width = 14) => new(name, ColumnKind.Text, width);

    private static TableColumn List(string name, int width = 14) => new(name, ColumnKind.List, width);

    private static TableColumn Whole(string name) => new(name, ColumnKind.Whole, 10);

    private static TableColumn Amount(string name) => new(name, ColumnKind.Amount, 16);

    private static TableColumn Flag(string name) => new(name, ColumnKind.Flag, 10);
}
