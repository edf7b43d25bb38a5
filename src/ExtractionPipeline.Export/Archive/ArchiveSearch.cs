using ExtractionPipeline.Values;

using Microsoft.Data.Sqlite;

namespace ExtractionPipeline.Export.Archive;

/// <summary>What is looked for; what is null does not matter.</summary>
/// <param name="Query">Words; null for all items.</param>
/// <param name="Region">Code of the place; the divisions below it count too.</param>
/// <param name="Least">The least amount, in whole units of its currency; an upper end counts with its value.</param>
/// <param name="Most">The greatest amount; a lower end counts with its value.</param>
/// <param name="Role">Role of the amount.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="Series">Name of the series, or a part of it.</param>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Limit">Hits at most.</param>
public sealed record ArchiveFilter(ArchiveQuery? Query, DivisionCode? Region, decimal? Least, decimal? Most, string? Role, string? Category, string? Series, int? Batch, int Limit);

/// <summary>An amount that fits the filter.</summary>
public sealed record ArchiveAmount(string Role, string Text, string? Beneficiary, string? Condition);

/// <summary>An item that fits.</summary>
/// <param name="ItemId">Key in the archive: document_id:item.</param>
/// <param name="Document">File name of the document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Batch">Its batch.</param>
/// <param name="Item">Id of the item in its document.</param>
/// <param name="Text">The item's text.</param>
/// <param name="Place">Table, row, column, paragraph; table, row and column null outside tables.</param>
/// <param name="Regions">Names of its places.</param>
/// <param name="Categories">Codes of its categories.</param>
/// <param name="CategoryNames">Their names in Chinese.</param>
/// <param name="Amounts">Its amounts that fit; all of its amounts where none is asked for.</param>
public sealed record ArchiveHit(
    string ItemId, string Document, string Title, int? Batch, string Item, string Text, BlockLocation Place,
    IReadOnlyList<string> Regions, IReadOnlyList<string> Categories, IReadOnlyList<string> CategoryNames, IReadOnlyList<ArchiveAmount> Amounts);

/// <summary>Answers questions from an archive.</summary>
/// <remarks>
/// A place, an amount, a role and a category must hold for one measure: 苏州 with 100万元 means that 苏州 gives it. Best matches first (bm25),
/// then by series, batch and place in the document.
/// </remarks>
internal sealed class ArchiveSearch(SqliteConnection connection)
{
    private const string Columns = "i.item_id, d.name, d.title, d.batch, i.item, i.text, i.table_number, i.row_number, i.column_number, i.paragraph_number, i.region_names, i.categories, i.category_names";

    public IReadOnlyList<ArchiveHit> Find(ArchiveFilter filter)
    {
        using var command = connection.CreateCommand();
        var conditions = new List<string>();
        var order = "";
        var from = "items i JOIN documents d ON d.document_id = i.document_id";
        if (filter.Query is { } query)
        {
            from += " JOIN item_words w ON w.rowid = i.item_number";
            conditions.Add("item_words MATCH $match");
            command.Parameters.AddWithValue("$match", query.Match);
            order = "bm25(item_words), ";
        }

        if (filter.Series is { } series) Add("instr(d.series, $series) > 0", "$series", series);
        if (filter.Batch is { } batch) Add("d.batch = $batch", "$batch", batch);
        if (MeasureCondition(filter, command) is { } ofMeasure) conditions.Add(ofMeasure);
        command.CommandText = $"""
            SELECT {Columns}
            FROM {from}
            {(conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions))}
            ORDER BY {order}d.series, d.batch, d.document_id, i.item_number
            LIMIT $limit
            """;
        command.Parameters.AddWithValue("$limit", filter.Limit);
        return [.. Read(command).Select(h => h with { Amounts = Amounts(h.ItemId, filter) })];

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            command.Parameters.AddWithValue(name, value);
        }
    }

    /// <summary>All items of one document, in their order.</summary>
    public IReadOnlyList<ArchiveHit> Of(string documentId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM items i JOIN documents d ON d.document_id = i.document_id WHERE d.document_id = $id ORDER BY i.item_number";
        command.Parameters.AddWithValue("$id", documentId);
        var everything = new ArchiveFilter(null, null, null, null, null, null, null, null, int.MaxValue);
        return [.. Read(command).Select(h => h with { Amounts = Amounts(h.ItemId, everything) })];
    }

    private static List<ArchiveHit> Read(SqliteCommand command)
    {
        var hits = new List<ArchiveHit>();
        using var row = command.ExecuteReader();
        while (row.Read()) hits.Add(Hit(row));
        return hits;
    }

    /// <summary>The condition that one measure of the item must fulfil as a whole; null where none is asked for.</summary>
    private static string? MeasureCondition(ArchiveFilter filter, SqliteCommand command)
    {
        var parts = new List<string>();
        if (filter.Region is { } region)
        {
            parts.Add("EXISTS (SELECT 1 FROM measure_regions r WHERE r.measure_id = m.measure_id AND r.region GLOB $region)");
            command.Parameters.AddWithValue("$region", Below(region));
        }

        if (filter.Category is { } category)
        {
            parts.Add("EXISTS (SELECT 1 FROM measure_categories c WHERE c.measure_id = m.measure_id AND c.category = $category)");
            command.Parameters.AddWithValue("$category", category);
        }

        if (AmountCondition(filter, command) is { } amount) parts.Add($"EXISTS (SELECT 1 FROM amounts a WHERE a.measure_id = m.measure_id AND {amount})");
        return parts.Count == 0 ? null : $"EXISTS (SELECT 1 FROM measures m WHERE m.item_id = i.item_id AND {string.Join(" AND ", parts)})";
    }

    private static string? AmountCondition(ArchiveFilter filter, SqliteCommand command)
    {
        var parts = new List<string>();
        if (filter.Role is { } role)
        {
            parts.Add("a.role = $role");
            command.Parameters.AddWithValue("$role", role);
        }

        if (filter.Least is { } least)
        {
            parts.Add("a.kind = 'money' AND coalesce(a.max_value, a.min_value) >= CAST($least AS NUMERIC)");
            command.Parameters.AddWithValue("$least", Interval.Write(least));
        }

        if (filter.Most is { } most)
        {
            parts.Add("a.kind = 'money' AND coalesce(a.min_value, a.max_value) <= CAST($most AS NUMERIC)");
            command.Parameters.AddWithValue("$most", Interval.Write(most));
        }

        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    private List<ArchiveAmount> Amounts(string item, ArchiveFilter filter)
    {
        using var command = connection.CreateCommand();
        var condition = AmountCondition(filter, command);
        if (filter.Region is { } region)
        {
            condition = (condition is null ? "" : condition + " AND ") + "EXISTS (SELECT 1 FROM measure_regions r WHERE r.measure_id = a.measure_id AND r.region GLOB $region)";
            command.Parameters.AddWithValue("$region", Below(region));
        }

        command.CommandText = $"SELECT a.role, a.text, m.beneficiary, m.condition FROM amounts a LEFT JOIN measures m ON m.measure_id = a.measure_id WHERE a.item_id = $item{(condition is null ? "" : " AND " + condition)} ORDER BY a.start_offset";
        command.Parameters.AddWithValue("$item", item);
        var amounts = new List<ArchiveAmount>();
        using var row = command.ExecuteReader();
        while (row.Read()) amounts.Add(new ArchiveAmount(row.GetString(0), row.GetString(1), Text(row, 2), Text(row, 3)));
        return amounts;
    }

    private static ArchiveHit Hit(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), Number(row, 3), row.GetString(4), row.GetString(5),
        new BlockLocation(Number(row, 6), Number(row, 7), Number(row, 8), row.GetInt32(9)), Members(row.GetString(10)), Members(row.GetString(11)), Members(row.GetString(12)), []);

    /// <summary>A division and those below it: 320000 is 32????, 320500 is 3205??, 320583 only itself.</summary>
    private static string Below(DivisionCode region)
    {
        var code = region.ToString();
        return code.EndsWith("0000", StringComparison.Ordinal) ? code[..2] + "????" : code.EndsWith("00", StringComparison.Ordinal) ? code[..4] + "??" : code;
    }

    private static string[] Members(string list) => list.Length == 0 ? [] : list.Split(';');

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
