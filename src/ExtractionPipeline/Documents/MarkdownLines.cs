using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Documents;

/// <summary>Lines of Markdown to blocks: headings (# and underlined), paragraphs, lists, pipe tables, quotes; emphasis marks are taken off.</summary>
/// <remarks>What policy texts in Markdown use, not all of CommonMark: no nested blocks, no reference links, HTML comments dropped with a note.</remarks>
internal sealed class MarkdownLines(List<Diagnostic> diagnostics)
{
    private const int MaxHeading = 6;
    private const int MaxLink = 200;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("*_`~\\[]");

    private readonly List<Block> _blocks = [];
    private readonly List<string> _open = [];
    private int _paragraphs;
    private int _tables;

    public IReadOnlyList<Block> Read(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].TrimStart('>', ' ');
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || IsRule(trimmed) && _open.Count == 0)
            {
                Close();
                if (trimmed.Length > 0) Note(trimmed);
            }
            else if (trimmed.StartsWith("<!--", StringComparison.Ordinal) && trimmed.EndsWith("-->", StringComparison.Ordinal))
            {
                Note(trimmed);
            }
            else if (HeadingLevel(trimmed) is var level and > 0)
            {
                Close();
                Add(trimmed[level..].Trim().TrimEnd('#').TrimEnd(), level, null);
            }
            else if (_open.Count > 0 && IsUnderline(trimmed))
            {
                Close(trimmed[0] == '=' ? 1 : 2);
            }
            else if (trimmed[0] == '|' || (i + 1 < lines.Count && trimmed.Contains('|', StringComparison.Ordinal) && IsDelimiterRow(lines[i + 1].Trim())))
            {
                Close();
                i = ReadTable(lines, i);
            }
            else
            {
                AddLine(line);
            }
        }

        Close();
        return _blocks;
    }

    // ---- paragraphs, headings, lists ----

    private void AddLine(string line)
    {
        var text = line.Trim();
        var bullet = text.Length > 1 && text[0] is '-' or '*' or '+' && text[1] == ' ';
        if (bullet)
        {
            Close();
            Add(text[2..].TrimStart(), null, text[..1]);
            return;
        }

        // A numbered line or a hard break ends the paragraph before it.
        if (StartsNumbered(text) || (_open.Count > 0 && _open[^1].EndsWith("  ", StringComparison.Ordinal))) Close();
        _open.Add(line.TrimStart());
    }

    private void Close(int? heading = null)
    {
        if (_open.Count == 0) return;
        var text = string.Join('\n', _open.Select(l => l.TrimEnd().TrimEnd('\\')));
        _open.Clear();
        Add(text, heading, null);
    }

    private void Add(string text, int? heading, string? label)
    {
        var plain = Plain(text);
        if (string.IsNullOrWhiteSpace(plain)) return;
        _blocks.Add(new Paragraph { Text = plain, Location = BlockLocation.InBody(++_paragraphs), HeadingLevel = heading, Label = label, ListLevel = label is null ? null : 0 });
    }

    private static int HeadingLevel(string text)
    {
        var level = 0;
        while (level < text.Length && text[level] == '#') level++;
        return level is > 0 and <= MaxHeading && level < text.Length && char.IsWhiteSpace(text[level]) ? level : 0;
    }

    private static bool StartsNumbered(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits is > 0 and < 4 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }

    private static bool IsUnderline(string text) => text.Length >= 2 && (text.All(c => c == '=') || text.All(c => c == '-'));

    private static bool IsRule(string text) => text.Length >= 3 && text[0] is '-' or '*' or '_' && text.All(c => c == text[0] || c == ' ');

    // ---- tables ----

    private int ReadTable(IReadOnlyList<string> lines, int i)
    {
        var rows = new List<(bool Header, List<string> Cells)>();
        for (; i < lines.Count && lines[i].Contains('|', StringComparison.Ordinal); i++)
        {
            if (IsDelimiterRow(lines[i].Trim()))
            {
                if (rows.Count == 1) rows[0] = (rows[0].Cells.Any(c => c.Length > 0), rows[0].Cells);
                continue;
            }

            rows.Add((false, Cells(lines[i].Trim())));
        }

        _tables++;
        var built = rows.Where(r => r.Cells.Any(c => c.Length > 0)).Select((row, r) => new TableRow(r + 1, row.Header, [.. row.Cells.Select((cell, c) => Cell(cell, r + 1, c + 1))])).ToList();
        if (built.Count > 0) _blocks.Add(new Table { Number = _tables, ColumnCount = built.Max(r => r.Cells.Count), Rows = built });
        else _tables--;
        return i - 1;
    }

    private TableCell Cell(string text, int row, int column)
    {
        var parts = text.Split(["<br>", "<br/>", "<br />"], StringSplitOptions.RemoveEmptyEntries);
        var paragraphs = parts.Select(Plain).Where(p => !string.IsNullOrWhiteSpace(p))
            .Select((p, n) => (Block)new Paragraph { Text = p.Trim(), Location = new BlockLocation(_tables, row, column, n + 1) });
        return new TableCell(column, 1, row, [.. paragraphs]);
    }

    private static bool IsDelimiterRow(string text) =>
        text.Contains('-', StringComparison.Ordinal) && text.Contains('|', StringComparison.Ordinal) && text.All(c => c is '|' or '-' or ':' or ' ');

    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '\\' && i + 1 < row.Length && row[i + 1] == '|')
            {
                cell.Append('|');
                i++;
            }
            else if (row[i] != '|')
            {
                cell.Append(row[i]);
            }
            else
            {
                if (i > 0) cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
        }

        if (cell.ToString().Trim() is { Length: > 0 } last) cells.Add(last);
        return cells;
    }

    // ---- marks ----

    /// <summary>Takes off ** __ ` ~~, backslashes before signs, and keeps the words of links and images.</summary>
    private string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0) return text;
        var plain = new StringBuilder(text.Length);
        var lastClose = text.LastIndexOf(')');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1]) == false && text[i + 1] < '\u0080')
            {
                plain.Append(text[++i]);
            }
            else if (c is '*' or '`' || (c is '_' or '~' && i + 1 < text.Length && text[i + 1] == c) || (c is '_' or '~' && i > 0 && text[i - 1] == c))
            {
                if (c == '*' && IsTimes(text, i)) plain.Append(c);
            }
            else if (c == ']' && i + 1 < lastClose && text[i + 1] == '(')
            {
                var close = text.IndexOf(')', i);
                Note(text[(i + 1)..(close + 1)]);
                i = close;
            }
            else if (c != '[' || !IsLink(text, i))
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    /// <summary>Whether this bracket opens the words of a link or image: [words](address), on at most 200 characters.</summary>
    private static bool IsLink(string text, int at)
    {
        var end = text.IndexOf("](", at, Math.Min(MaxLink, text.Length - at), StringComparison.Ordinal);
        return end > 0 && text.IndexOf('[', at + 1, end - at - 1) < 0;
    }

    /// <summary>0.77*2400: a sign of multiplication, not of emphasis.</summary>
    private static bool IsTimes(string text, int at) => at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private void Note(string dropped) => diagnostics.Add(new Diagnostic(DiagnosticKinds.MarkupDropped, DiagnosticPlace.At(BlockLocation.InBody(Math.Max(1, _paragraphs))), [dropped]));
}
