using System.Text;

using ExtractionPipeline.Export.Tables;

namespace ExtractionPipeline.Export.Text;

/// <summary>The tables as CSV (RFC 4180): UTF-8 with a byte order mark, so that Excel shows Chinese; CR LF line ends; a header row.</summary>
/// <remarks>
/// A text that a spreadsheet would take for a formula (it begins with =, +, -, @, their full-width forms, a tab or a carriage return) gets an
/// apostrophe in front, so that no sheet runs what a document says. Numbers are never changed. Null is an empty field.
/// </remarks>
public sealed class CsvTables : ITableSink
{
    private const string FormulaSigns = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private readonly List<(FlatTable Table, StreamWriter Writer)> _files = [];

    /// <param name="open">Opens the file of a name: documents.csv, items.csv … The caller closes the streams.</param>
    public CsvTables(Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        foreach (var table in FlatTables.All)
        {
            var writer = new StreamWriter(open(table.Name + ".csv"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
            _files.Add((table, writer));
            WriteRow(writer, table.Columns.Select(c => c.Name));
        }
    }

    /// <inheritdoc/>
    public void Add(DocumentRows document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var (table, writer) in _files)
        {
            foreach (var row in document.In(table)) WriteRow(writer, row.Select((cell, i) => Field(cell, table.Columns[i].Kind)));
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        foreach (var (_, writer) in _files) writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A writer that is disposed would write what it still holds, also after a fault; the streams belong to the caller.
    }

    private static string? Field(object? cell, ColumnKind kind)
    {
        var text = DocumentRows.AsText(cell);
        var isText = kind is ColumnKind.Text or ColumnKind.List;
        return isText && text is { Length: > 0 } && FormulaSigns.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
    }

    private static void WriteRow(StreamWriter writer, IEnumerable<string?> fields)
    {
        var first = true;
        foreach (var field in fields)
        {
            if (!first) writer.Write(',');
            first = false;
            WriteField(writer, field ?? "");
        }

        writer.WriteLine();
    }

    private static void WriteField(StreamWriter writer, string field)
    {
        if (field.AsSpan().ContainsAny("\",\r\n"))
        {
            writer.Write('"');
            writer.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
            writer.Write('"');
        }
        else
        {
            writer.Write(field);
        }
    }
}
