using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>One row of a table file, its fields by the names of the header row.</summary>
public sealed class RuleRow
{
    private readonly string[] _header;
    private readonly string[] _fields;

    internal RuleRow(string[] header, string[] fields, RulePlace place)
    {
        _header = header;
        _fields = fields;
        Place = place;
    }

    /// <summary>Where the row begins.</summary>
    public RulePlace Place { get; }

    /// <summary>The field of a column; empty where the row ends before it.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public string this[string column]
    {
        get
        {
            var index = Array.IndexOf(_header, column);
            if (index < 0) throw new ArgumentException($"The table has no column \"{column}\".", nameof(column));
            return index < _fields.Length ? _fields[index] : "";
        }
    }
}

/// <summary>A flat table: tab-separated, lines that begin with # are remarks, the first other line names the columns.</summary>
public static class RuleTable
{
    /// <summary>The rows in order; a missing file, a missing column or a row with too many fields is a fault.</summary>
    public static IReadOnlyList<RuleRow> Read(RuleFiles files, string path, IReadOnlyList<string> columns, RuleFaults faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        var shown = files.Root + "/" + path;
        if (files.Find(path) is not { } file)
        {
            faults.Add(DiagnosticKinds.RuleFileMissing, new RulePlace(shown, 1, 1));
            return [];
        }

        string[]? header = null;
        var rows = new List<RuleRow>();
        var number = 0;
        foreach (var line in file.Text.Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            var place = new RulePlace(shown, number, 1);
            if (header is null)
            {
                header = fields;
                if (LacksColumns(header, columns, place, faults)) return [];
                continue;
            }

            if (fields.Length > header.Length) faults.Add(DiagnosticKinds.RuleRowTooLong, place, $"{fields.Length}", $"{header.Length}");
            else rows.Add(new RuleRow(header, fields, place));
        }

        return rows;
    }

    private static bool LacksColumns(string[] header, IReadOnlyList<string> columns, RulePlace place, RuleFaults faults)
    {
        var lacks = false;
        for (var i = 0; i < columns.Count; i++)
        {
            if (Array.IndexOf(header, columns[i]) >= 0) continue;
            faults.Add(DiagnosticKinds.RuleFieldMissing, place, columns[i]);
            lacks = true;
        }

        return lacks;
    }
}
