using System.Text;

namespace ExtractionPipeline.Export.Tables;

/// <summary>Names of tables and columns for people who read Chinese; the names in files for programs never change.</summary>
public static class TableHeadings
{
    private const string Resource = "headings.zh.tsv";

    private static readonly Lazy<Dictionary<string, string>> Rows = new(Read);

    /// <summary>Heading of a column.</summary>
    public static string Of(FlatTable table, TableColumn column, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(column);
        if (!chinese) return column.Name;
        return Rows.Value.GetValueOrDefault($"{table.Name}.{column.Name}") ?? Rows.Value[column.Name];
    }

    /// <summary>A value of a closed set (kind, role, reason) in words; every other value as it is.</summary>
    public static string Value(TableColumn column, string value, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(column);
        return chinese ? Rows.Value.GetValueOrDefault($"{column.Name}:{value}", value) : value;
    }

    /// <summary>Name of a table.</summary>
    public static string Of(FlatTable table, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(table);
        return chinese ? Rows.Value[table.Name] : table.Name;
    }

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(TableHeadings).Assembly.GetManifestResourceStream(Resource)!, Encoding.UTF8);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var name, var heading]) rows.Add(name, heading);
        }

        return rows;
    }
}
