using ExtractionPipeline.Documents;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Outline;

/// <summary>What a column is for.</summary>
internal enum ColumnUse
{
    /// <summary>Numbers of rows or sections.</summary>
    Ordinal,

    /// <summary>Headings.</summary>
    Section,

    /// <summary>Items.</summary>
    Practice,

    /// <summary>Responsible units, kept apart.</summary>
    Unit,

    /// <summary>Anything else: one item a cell.</summary>
    Value,
}

/// <summary>How a table is to be read.</summary>
/// <param name="Uses">By grid column, 0-based.</param>
/// <param name="Headers">Header text by grid column; null without one.</param>
/// <param name="HeaderRow">Index of the last row of the header; -1 without one.</param>
/// <param name="Guessed">1-based column of the items where only their shape tells, else 0.</param>
internal sealed record TablePlan(ColumnUse[] Uses, string?[] Headers, int HeaderRow, int Guessed)
{
    /// <summary>Whether some column holds items under headings; else the table is read cell by cell.</summary>
    public bool IsList
    {
        get
        {
            foreach (var use in Uses)
            {
                if (use == ColumnUse.Practice) return true;
            }

            return false;
        }
    }
}

/// <summary>Works out what the columns of a table are for: by the words of the header, else by numbering and shape.</summary>
internal sealed class TablePlanner(OutlineRules rules, LabelReader labels, LineContents contents)
{
    private const int MaxHeaderLength = 14;
    private const int MinPracticeLength = 25;

    /// <summary>The plan of a table; that of the table before where this one carries it on.</summary>
    public TablePlan Plan(Table table, TablePlan? before)
    {
        var (header, kinds) = Header(table);
        if (header < 0 && before is { IsList: true } && before.Uses.Length == table.ColumnCount) return before with { HeaderRow = -1, Guessed = 0 };
        var headers = HeaderTexts(table, header);
        var uses = new ColumnUse[table.ColumnCount];
        for (var c = 0; c < uses.Length; c++)
        {
            if (kinds[c] == ColumnKind.Ordinal || (kinds[c] == ColumnKind.Unknown && IsOrdinal(table, header, c + 1))) uses[c] = ColumnUse.Ordinal;
            else uses[c] = kinds[c] == ColumnKind.Unit ? ColumnUse.Unit : ColumnUse.Value;
        }

        var named = NamedPractices(table, header, kinds);
        var amounts = new AmountColumns(table, header, contents);
        var guessed = named.Count == 0 ? GuessPractice(table, header, kinds, uses, amounts) : -1;
        var first = named.Count > 0 ? named[0] : guessed;
        if (first < 0) return new TablePlan(uses, headers, header, 0);
        foreach (var c in named) uses[c] = ColumnUse.Practice;
        uses[first] = ColumnUse.Practice;
        for (var c = 0; c < first; c++)
        {
            if (uses[c] == ColumnUse.Value && !amounts.Has(c)) uses[c] = ColumnUse.Section;
        }

        // 做法 | 地区: a column of regions behind the practices heads its row as one before them does.
        if (!HasRegion(kinds, 0, first))
        {
            for (var c = first + 1; c < uses.Length; c++)
            {
                if (kinds[c] == ColumnKind.Region) uses[c] = ColumnUse.Section;
            }
        }

        return new TablePlan(uses, headers, header, guessed + 1);
    }

    private static string?[] HeaderTexts(Table table, int header)
    {
        var texts = new string?[table.ColumnCount];
        if (header < 0) return texts;
        foreach (var cell in table.Rows[header].Cells)
        {
            if (cell.Column <= texts.Length && Signs.TitleText(cell.Paragraphs.Select(p => p.Text)) is { Length: > 0 } text) texts[cell.Column - 1] = text;
        }

        return texts;
    }

    private static bool HasRegion(ColumnKind[] kinds, int from, int to)
    {
        for (var c = from; c < to; c++)
        {
            if (kinds[c] == ColumnKind.Region) return true;
        }

        return false;
    }

    /// <summary>Whether a row repeats the header on a new page.</summary>
    public static bool RepeatsHeader(TableRow row, TablePlan plan)
    {
        var same = 0;
        foreach (var cell in row.Cells)
        {
            var header = cell.Column <= plan.Headers.Length ? plan.Headers[cell.Column - 1] : null;
            if (!string.Equals(Signs.Compact(cell.Text), Signs.Compact(header ?? ""), StringComparison.Ordinal)) return false;
            if (header is not null) same++;
        }

        return same > 0;
    }

    private (int Row, ColumnKind[] Kinds) Header(Table table)
    {
        var none = new ColumnKind[table.ColumnCount];
        for (var r = 0; r < Math.Min(table.Rows.Count, 3); r++)
        {
            var row = table.Rows[r];
            var texts = new List<string>();
            var kinds = new ColumnKind[table.ColumnCount];
            foreach (var cell in row.Cells)
            {
                if (cell.OriginRow != row.Number || cell.Column > table.ColumnCount) continue;
                texts.Add(Signs.Compact(cell.Text));
                kinds[cell.Column - 1] = KindOf(texts[^1]);
            }

            if (texts.Count < 2 && table.ColumnCount > 1) continue;   // a title across all columns
            var known = 0;
            foreach (var kind in kinds) known += kind == ColumnKind.Unknown ? 0 : 1;
            var filled = texts.FindAll(t => t.Length > 0).Count;
            if (known > 0 && known * 2 >= filled) return (r, kinds);
            if (row.IsHeader || IsShapedAsHeader(table, r, texts)) return (r, kinds);
            break;
        }

        return (-1, none);
    }

    private ColumnKind KindOf(string header)
    {
        return header.Length is 0 or > MaxHeaderLength ? ColumnKind.Unknown : rules.KindOfColumn(header);
    }

    /// <summary>Short names without numbers or sentences, over cells of which some are much longer.</summary>
    private bool IsShapedAsHeader(Table table, int row, IReadOnlyList<string> texts)
    {
        if (row + 1 >= table.Rows.Count) return false;
        if (texts.Any(t => t.Length is 0 or > MaxHeaderLength || t.Any(c => Signs.IsInSentence(c) || NumeralReader.IsDigit(c)) || labels.ReadWhole(t) is not null)) return false;
        var below = table.Rows.Skip(row + 1).SelectMany(r => r.Cells).Select(c => c.Text).ToList();
        return below.Any(t => t.Length > 2 * MaxHeaderLength || t.Any(NumeralReader.IsDigit));
    }

    private bool IsOrdinal(Table table, int header, int column)
    {
        var texts = Texts(table, header, column);
        return texts.Count > 0 && texts.All(t => t.Length <= 8 && labels.ReadWhole(t) is not null);
    }

    private static List<string> Texts(Table table, int header, int column)
    {
        var texts = new List<string>();
        for (var r = header + 1; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            foreach (var cell in row.Cells)
            {
                if (cell.Column != column || cell.OriginRow != row.Number || cell.ColumnSpan >= Math.Max(2, table.ColumnCount)) continue;
                var text = cell.Text.Trim();
                if (text.Length > 0) texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>The columns that the header names as practices; one of short names left of statements heads them (建设内容 | 经验做法).</summary>
    private static List<int> NamedPractices(Table table, int header, ColumnKind[] kinds)
    {
        var named = new List<int>();
        for (var c = 0; c < kinds.Length; c++)
        {
            if (kinds[c] == ColumnKind.Practice) named.Add(c);
        }

        if (named.Count < 2 || HasStatements(table, header, named[0]) || named.FindIndex(1, c => HasStatements(table, header, c)) < 0) return named;
        named.RemoveAt(0);
        return named;
    }

    private static bool HasStatements(Table table, int header, int column)
    {
        var cells = Texts(table, header, column + 1);
        return cells.Count(t => t.Length >= MinPracticeLength && t.Any(Signs.EndsSentence)) * 2 >= cells.Count;
    }

    /// <summary>The column with the most text, where its cells are statements and headings stand to its left; else -1.</summary>
    private int GuessPractice(Table table, int header, ColumnKind[] kinds, ColumnUse[] uses, AmountColumns amounts)
    {
        var (best, most) = (-1, 0);
        for (var c = 0; c < uses.Length; c++)
        {
            var length = uses[c] == ColumnUse.Value ? Texts(table, header, c + 1).Sum(t => t.Length) : 0;
            if (length > most) (best, most) = (c, length);
        }

        // 购房补贴 | 租房补贴: sums are said, so the first column of them holds statements as well as a longer one does.
        for (var c = 0; c < best; c++)
        {
            if (uses[c] == ColumnUse.Value && amounts.Has(c)) best = c;
        }

        var hasLeft = best > 0 && Enumerable.Range(0, best).Any(c => uses[c] == ColumnUse.Value);
        if (!hasLeft || kinds[best] is ColumnKind.Region || (kinds[best] is ColumnKind.Subject && !HasStatements(table, header, best))) return -1;
        var cells = Texts(table, header, best + 1);
        var statements = cells.Count(t => labels.Read(t, 0, t.Length) is not null || (t.Length >= MinPracticeLength && t.Any(Signs.EndsSentence)));
        var hasSubject = Enumerable.Range(0, best).Any(c => kinds[c] is ColumnKind.Subject or ColumnKind.Region);
        return statements * 2 >= cells.Count || hasSubject ? best : -1;
    }

    /// <summary>What states an amount is said, not a heading: a column of sums (购房补贴) heads nothing. Each column is read when somebody first asks.</summary>
    private sealed class AmountColumns(Table table, int header, LineContents contents)
    {
        private readonly bool?[] _has = new bool?[table.ColumnCount];

        public bool Has(int column) => _has[column] ??= Texts(table, header, column + 1).Exists(contents.HasAmount);
    }
}
