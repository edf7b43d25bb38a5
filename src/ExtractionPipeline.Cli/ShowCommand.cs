using System.Globalization;
using System.Runtime.CompilerServices;

using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;

using Spectre.Console;

using CellText = Spectre.Console.Text;

namespace ExtractionPipeline.Cli;

/// <summary>show: the result as a table for people.</summary>
internal sealed class ShowCommand
{
    private const int ShortText = 40;   // characters of an item's text in the table of all items

    private readonly ExtractionResult _result;
    private readonly RuleSet _rules;
    private readonly Surroundings _at;
    private readonly Wording _say;
    private readonly RoleWording _roles;

    private ShowCommand(ExtractionResult result, RuleSet rules, Surroundings at, Wording say)
    {
        _result = result;
        _rules = rules;
        _at = at;
        _say = say;
        _roles = new RoleWording(say);
    }

    public static int Run(string document, string? item, string? rules, ReadingSettings settings, Surroundings at, Wording say)
    {
        var pipeline = RuleLoading.Pipeline(rules);
        var result = ReadOne.Extract(pipeline, document, new DocumentReading(at, settings));
        var items = item is null ? result.Items : [ReadOne.Item(result, document, item)];
        new ShowCommand(result, pipeline.Rules, at, say).Write(items, document, whole: item is not null);
        return ExitCode.Done;
    }

    private void Write(IReadOnlyList<ExtractedItem> items, string document, bool whole)
    {
        var to = _at.Output;
        to.WriteLine(_result.Facts.Title.Length > 0 ? _result.Facts.Title : _say.Say(Messages.ShowNoTitle));
        to.WriteLine(_say.Say(Messages.ShowCounts, Count(_result.Sections.Count), Count(items.Count), Count(items.Sum(i => i.Mentions.Count))));
        to.WriteLine();
        WriteTable(items, whole);
        to.WriteLine();
        WriteLedger(items);
        WriteDiagnostics(items, document, whole);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteTable(IReadOnlyList<ExtractedItem> items, bool whole)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_at.Output),
            Ansi = _at.OutputIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = _at.OutputIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = _at.Width;
        console.Profile.Capabilities.Unicode = true;
        var table = new Table { Border = _at.OutputIsTerminal ? TableBorder.Rounded : TableBorder.Ascii, ShowRowSeparators = true };
        foreach (var column in (Message[])[Messages.ShowItem, Messages.ShowText, Messages.ShowPlaces, Messages.ShowCategories, Messages.ShowAmounts])
        {
            table.AddColumn(new TableColumn(new CellText(_say.Say(column))) { NoWrap = column == Messages.ShowItem });
        }

        foreach (var item in items)
        {
            table.AddRow(
                new CellText(item.Item.Id),
                new CellText(whole ? TerminalText.Of(item.Item.Text) : Shortened(TerminalText.Of(item.Item.Text))),
                new CellText(string.Join('\n', Places(item))),
                new CellText(string.Join('\n', item.Categories.Select(c => CategoryName(c.Code)))),
                new CellText(string.Join('\n', Amounts(item))));
        }

        console.Write(table);
    }

    private void WriteLedger(IReadOnlyList<ExtractedItem> items)
    {
        var ledger = _result.Ledger;
        _at.Output.WriteLine(_say.Say(Messages.ShowFigures, Count(ledger.Figures), Count(ledger.Explained), Count(ledger.Unexplained.Count)));
        foreach (var figure in ledger.Unexplained)
        {
            if (items.Any(i => string.Equals(i.Item.Id, figure.Item, StringComparison.Ordinal))) _at.Output.WriteLine($"  {figure.Item} {figure.Span}: {figure.Text}");
        }
    }

    private void WriteDiagnostics(IReadOnlyList<ExtractedItem> items, string document, bool whole)
    {
        var shown = _result.Diagnostics
            .Where(d => !whole || items.Any(i => string.Equals(i.Item.Id, d.Place.Item, StringComparison.Ordinal)))
            .ToList();
        _at.Output.WriteLine(_say.Say(Messages.ShowDiagnostics, Count(shown.Count)));
        foreach (var diagnostic in shown) _at.Output.WriteLine("  " + _say.Line(diagnostic, document));
    }

    private IEnumerable<string> Places(ExtractedItem item)
    {
        var known = item.Mentions.OfType<RegionMention>().ToList();
        foreach (var code in item.Regions)
        {
            var name = known.Find(k => k.Place.Code == code)?.Place.Name;
            yield return name is null ? code.ToString() : $"{name} {code}";
        }

        foreach (var mention in known.Where(k => !item.Regions.Contains(k.Place.Code)).DistinctBy(k => k.Place.Code))
        {
            yield return $"({mention.Place.Name} {mention.Place.Code}, {_roles.Of(mention)})";
        }
    }

    private IEnumerable<string> Amounts(ExtractedItem item) => item.Mentions
        .Where(m => m is MoneyMention or PercentMention)
        .Select(m => $"{TerminalText.Of(m.Span.In(item.Item.Text))} \u00B7 {_roles.Of(m)} \u00B7 {AmountText.Of(m)}");

    /// <summary>The code itself is an English word.</summary>
    private string CategoryName(string code)
    {
        var name = _rules.Categories.Names.FirstOrDefault(n => string.Equals(n.Code, code, StringComparison.Ordinal));
        return name is null || !_say.IsChinese ? code : $"{code} {name.Chinese}";
    }

    private static string Shortened(string text)
    {
        if (text.Length <= ShortText) return text;
        var end = char.IsHighSurrogate(text[ShortText - 1]) ? ShortText - 1 : ShortText;
        return text[..end] + "\u2026";
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
