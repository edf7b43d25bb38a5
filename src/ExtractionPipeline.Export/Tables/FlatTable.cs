namespace ExtractionPipeline.Export.Tables;

/// <summary>What kind of values a column holds; any cell may be null.</summary>
public enum ColumnKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>Strings in order (IReadOnlyList of string); formats without lists join them with a semicolon.</summary>
    List,

    /// <summary>A long.</summary>
    Whole,

    /// <summary>A decimal, exact.</summary>
    Amount,

    /// <summary>A bool.</summary>
    Flag,

    /// <summary>A DateOnly.</summary>
    Date,
}

/// <summary>One column of a table.</summary>
/// <param name="Name">Lower case with underscores, the same in every format.</param>
/// <param name="Kind">Of its values.</param>
/// <param name="Width">Characters that a sheet shows.</param>
public sealed record TableColumn(string Name, ColumnKind Kind, int Width = 14);

/// <summary>One table: its columns, fixed, without rows.</summary>
/// <param name="Name">documents, items, measures or amounts.</param>
/// <param name="Columns">The first is the key.</param>
public sealed record FlatTable(string Name, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>Position of a column.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, column, StringComparison.Ordinal)) return i;
        }

        throw new ArgumentException($"The table {Name} has no column {column}.", nameof(column));
    }
}
