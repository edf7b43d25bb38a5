using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Measures;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Export.Tables;

/// <summary>The rows of one document in the four tables, made once and written by every format of tables.</summary>
/// <remarks>Cells stand in the order of <see cref="FlatTables"/>; their types are those of <see cref="ColumnKind"/>. Immutable.</remarks>
public sealed class DocumentRows
{
    private const int IdLength = 16;

    private readonly ExtractionResult _result;
    private readonly RuleSet _rules;
    private readonly List<object?[]> _items = [];
    private readonly List<object?[]> _measures = [];
    private readonly List<object?[]> _amounts = [];

    private DocumentRows(ExtractionResult result, string name, RuleSet rules)
    {
        (_result, _rules) = (result, rules);
        Id = result.Source.Sha256[..IdLength];
        foreach (var item in result.Items) AddItem(item);
        Document = DocumentRow(name);
    }

    /// <summary>Key of the document: the first 16 hexadecimal digits of the SHA-256 of the file.</summary>
    public string Id { get; }

    /// <summary>The row in documents.</summary>
    public IReadOnlyList<object?> Document { get; }

    /// <summary>The rows.</summary>
    /// <param name="result">What was extracted.</param>
    /// <param name="name">Name of the document in the run: its path below the folder that was named, or its file name.</param>
    /// <param name="rules">The rules of the run; they know the names of regions and categories.</param>
    public static DocumentRows Of(ExtractionResult result, string name, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(rules);
        return new DocumentRows(result, name, rules);
    }

    /// <summary>The rows in one of the four tables, in document order.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> In(FlatTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Name switch
        {
            "documents" => [Document],
            "items" => _items,
            "measures" => _measures,
            "amounts" => _amounts,
            _ => throw new ArgumentException($"No rows are made for a table {table.Name}.", nameof(table)),
        };
    }

    /// <summary>The result itself, as the JSON of docs/output-format.md.</summary>
    public void WriteJson(TextWriter writer) => ResultJsonWriter.Write(_result, writer);

    /// <summary>A cell as text, for formats that have nothing else: lists joined, numbers and dates as ISO, true and false; null stays null.</summary>
    public static string? AsText(object? cell) => cell switch
    {
        null => null,
        string text => text,
        decimal number => Interval.Write(number),
        long number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IReadOnlyList<string> list => string.Join(';', list),
        _ => throw new ArgumentException($"A cell cannot hold {cell.GetType()}.", nameof(cell)),
    };

    private object?[] DocumentRow(string name)
    {
        var (source, facts) = (_result.Source, _result.Facts);
        return
        [
            Id, name, source.Format, source.Sha256, facts.Title, facts.Series, (long?)facts.Batch, facts.Issuer,
            _result.IssuerCode?.ToString(), facts.DocumentNumber, facts.Date, (long)_items.Count, (long)_measures.Count, (long)_result.Ledger.Figures, (long)_result.Ledger.Unexplained.Count,
            Count(Severity.Error), Count(Severity.Warning), Count(Severity.Note), ResultJsonWriter.SchemaVersion, GeneratorInfo.Version, _result.RulesFingerprint,
        ];
    }

    private void AddItem(ExtractedItem extracted)
    {
        var (item, id) = (extracted.Item, $"{Id}:{extracted.Item.Id}");
        var categories = extracted.Categories.Select(c => c.Code).Distinct(StringComparer.Ordinal).ToList();
        _items.Add(
        [
            id, Id, item.Id, extracted.ContentId, item.Section, SectionTitles(item.Section), item.Label, item.Text,
            (long?)item.Location.Table, (long?)item.Location.Row, (long?)item.Location.Column, (long)item.Location.Paragraph,
            Codes(extracted.Regions), Names(extracted.Regions), categories, CategoryNames(categories),
        ]);

        var amountIds = AmountIds(extracted.Mentions, id);
        var owners = new Dictionary<Mention, (string Id, Measure Measure)>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < extracted.Measures.Count; i++)
        {
            var (measure, place) = (extracted.Measures[i], string.Create(CultureInfo.InvariantCulture, $"{item.Id}/{i + 1}"));
            AddMeasure(measure, place, id, item.Text, amountIds);
            foreach (var amount in measure.Amounts) owners.TryAdd(amount, ($"{Id}:{place}", measure));
        }

        foreach (var mention in extracted.Mentions)
        {
            if (amountIds.TryGetValue(mention, out var amountId)) AddAmount(mention, amountId, id, item.Text, owners.GetValueOrDefault(mention), extracted.Regions);
        }
    }

    private void AddMeasure(Measure measure, string place, string itemId, string text, Dictionary<Mention, string> amountIds) => _measures.Add(
    [
        $"{Id}:{place}", itemId, Id, place, measure.ContentId, (long)measure.Span.Start, (long)measure.Span.End, measure.Span.In(text),
        Codes(measure.Regions), Names(measure.Regions), OutputWords.Of(measure.Reason), measure.Categories, CategoryNames(measure.Categories),
        measure.Amounts.Select(a => amountIds[a]).ToList(),
        measure.Beneficiary?.In(text), measure.Purpose?.In(text), measure.Condition?.In(text),
    ]);

    private void AddAmount(Mention mention, string id, string itemId, string text, (string Id, Measure Measure) owner, IReadOnlyList<DivisionCode> itemRegions)
    {
        var money = mention as MoneyMention;
        var percent = mention as PercentMention;
        var range = money?.Amount.Range ?? percent!.Share.Range;
        var regions = owner.Measure?.Regions ?? itemRegions;
        _amounts.Add(
        [
            id, itemId, owner.Id, Id, OutputWords.Of(mention.Kind), money is null ? OutputWords.Of(percent!.Role) : OutputWords.Of(money.Role), mention.Span.In(text),
            (money?.Figure ?? percent!.Figure).In(text), money?.Amount.Currency ?? "%",
            range.Min, range.Max, range.MinInclusive, range.MaxInclusive, money?.Amount.Per ?? [], percent?.Base?.In(text), money?.Amount.Approximate ?? percent!.Share.Approximate,
            Codes(regions), Names(regions), (long)mention.Span.Start, (long)mention.Span.End, mention.Rule.Name,
        ]);
    }

    /// <summary>Ids as the JSON gives them to mentions: m1, m2 … over all kinds.</summary>
    private static Dictionary<Mention, string> AmountIds(IReadOnlyList<Mention> mentions, string itemId)
    {
        var ids = new Dictionary<Mention, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i] is MoneyMention or PercentMention) ids.Add(mentions[i], string.Create(CultureInfo.InvariantCulture, $"{itemId}#m{i + 1}"));
        }

        return ids;
    }

    /// <summary>Headings from the outermost to the item's own.</summary>
    private List<string> SectionTitles(string section) =>
        [.. _result.Sections.Where(s => s.Id == section || section.StartsWith(s.Id + ".", StringComparison.Ordinal)).Select(s => s.Title)];

    private static List<string> Codes(IReadOnlyList<DivisionCode> regions) => [.. regions.Select(r => r.ToString())];

    private List<string> Names(IReadOnlyList<DivisionCode> regions) => [.. regions.Select(r => _rules.Places.Divisions.Find(r)?.Name ?? r.ToString())];

    private List<string> CategoryNames(IReadOnlyList<string> codes) =>
        [.. codes.Select(code => _rules.Categories.Names.FirstOrDefault(n => string.Equals(n.Code, code, StringComparison.Ordinal))?.Chinese ?? code)];

    private long Count(Severity severity) => _result.Diagnostics.Count(d => d.Kind.Severity == severity);
}
