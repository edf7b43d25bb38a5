using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Cli;

/// <summary>explain: which rules, in which lines of which files, made what was found in one item, and which kept a candidate out.</summary>
internal sealed class ExplainCommand
{
    private static readonly string[] DivisionTables = ["regions/divisions.tsv", "regions/areas.tsv"];

    private readonly ExtractionResult _result;
    private readonly ExtractedItem _item;
    private readonly RuleFiles _files;
    private readonly RuleSet _set;
    private readonly Dictionary<RuleId, Rule> _rules = [];
    private readonly IReadOnlyList<SourceSpan>? _asked;   // occurrences of --text; null for the whole item
    private readonly TextWriter _to;
    private readonly Wording _say;
    private readonly RoleWording _roles;
    private bool _wroteAny;
    private bool _wroteFinding;   // anything but the measure, which holds all words of its clause

    private ExplainCommand(ExtractionResult result, ExtractedItem item, RuleFiles files, RuleSet rules, IReadOnlyList<SourceSpan>? asked, TextWriter to, Wording say)
    {
        _result = result;
        _item = item;
        _files = files;
        _set = rules;
        _asked = asked;
        _to = to;
        _say = say;
        _roles = new RoleWording(say);
        foreach (var rule in rules.All) _rules.TryAdd(rule.Id, rule);
    }

    public static int Run(string document, string item, string? text, string? rules, ReadingSettings settings, Surroundings at, Wording say)
    {
        var files = RuleLoading.Files(rules);
        var pipeline = new PolicyPipeline(RuleSet.Read(files));
        var result = ReadOne.Extract(pipeline, document, new DocumentReading(at, settings));
        var found = ReadOne.Item(result, document, item);
        var asked = text is null ? null : Occurrences(found.Item.Text, text);
        if (asked is { Count: 0 }) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.TextMissing, document, text!, item);
        new ExplainCommand(result, found, files, pipeline.Rules, asked, at.Output, say).Write();
        return ExitCode.Done;
    }

    private void Write()
    {
        _to.WriteLine($"{_item.Item.Id}  {TerminalText.Of(_item.Item.Text)}");
        Group(Messages.ExplainMentions, _item.Mentions.Where(m => IsAsked(m.Span)), WriteMention);
        Group(Messages.ExplainCategories, _item.Categories.Where(c => IsAsked(c.Span) || c.Evidence.Any(e => IsAsked(e.Span))), category =>
        {
            _to.WriteLine($"  {category.Code}");
            WriteRule(category.Rule, category.Span);
            WriteEvidence([.. category.Evidence.Where(e => IsAsked(e.Span))]);
        });
        _wroteFinding = _wroteAny;
        Group(Messages.ExplainMeasures, _item.Measures.Where(m => IsAsked(m.Span)), WriteMeasure);
        Group(Messages.ExplainSuppressed, _item.Suppressed.Where(s => IsAsked(s.Span)), candidate =>
        {
            _wroteFinding = true;
            _to.WriteLine($"  {_roles.Of(candidate.Kind)} {Quoted(candidate.Span)}: {TerminalText.Of(candidate.Reason)}");
            WriteRule(candidate.Rule, null);
        });
        Group(Messages.ExplainSaid, Said(), line =>
        {
            _wroteFinding = true;
            _to.WriteLine("  " + line);
        });
        if (!_wroteAny) _to.WriteLine(_say.Say(Messages.ExplainNothing));
        else if (_asked is not null && !_wroteFinding) _to.WriteLine($"\n{_say.Say(Messages.ExplainNoRule)}");
    }

    /// <summary>Diagnostics of the item, and its figures that no rule reads.</summary>
    private IEnumerable<string> Said()
    {
        foreach (var diagnostic in _result.Diagnostics.Where(d => IsHere(d.Place.Item) && (d.Place.Span is not { } span || IsAsked(span))))
        {
            yield return $"{(diagnostic.Place.Span is { } stretch ? Quoted(stretch) + ": " : "")}{_say.Line(diagnostic.Kind, null, diagnostic.Details)}";
        }

        foreach (var figure in _result.Ledger.Unexplained.Where(f => IsHere(f.Item) && IsAsked(f.Span))) yield return $"{Quoted(figure.Span)}: {_say.Say(Messages.ExplainUnexplained)}";
    }

    private bool IsHere(string? item) => string.Equals(item, _item.Item.Id, StringComparison.Ordinal);

    private void Group<T>(Message heading, IEnumerable<T> found, Action<T> write)
    {
        var first = true;
        foreach (var one in found)
        {
            if (first) _to.WriteLine($"\n{_say.Say(heading)}");
            first = false;
            _wroteAny = true;
            write(one);
        }
    }

    private void WriteMention(Mention mention)
    {
        var role = _roles.Of(mention);
        _to.WriteLine($"  {_roles.Of(mention.Kind)} {Quoted(mention.Span)}: {AmountText.Of(mention)}{(role.Length == 0 ? "" : " \u00B7 " + role)}");
        if (ReadAs(mention.Span) is { } folded) Detail(Messages.ExplainReadAs, $"\"{folded}\"");
        if (mention is RegionMention region)
        {
            foreach (var place in region.Candidates.Count == 0 ? [region.Place] : region.Candidates) Detail(Messages.ExplainIs, string.Join(' ', place.Path) + RowOf(place));
        }

        WriteRule(mention.Rule, mention.Span);
        WriteEvidence(mention.Evidence);
    }

    /// <summary>The words as they are searched, where a digit, space or private-use character is another there; null where they only differ in marks.</summary>
    private string? ReadAs(SourceSpan span)
    {
        var words = span.In(_item.Item.Text);
        var folded = SearchableText.Fold(words, _set.Folding).Folded;
        return string.Equals(WithoutMarks(words), WithoutMarks(folded), StringComparison.Ordinal) ? null : folded;

        static string WithoutMarks(string text) => string.Concat(text.Where(c => !char.IsPunctuation(c)));
    }

    /// <summary>The row of the tables of divisions: " (rules/regions/divisions.tsv:1417:1)".</summary>
    private string RowOf(PlaceReading place)
    {
        foreach (var path in DivisionTables)
        {
            if (_files.Find(path)?.Text is not { } text) continue;
            var at = text.IndexOf($"\n{place.Code}\t{place.Name}\t", StringComparison.Ordinal);
            if (at >= 0) return string.Create(CultureInfo.InvariantCulture, $" ({_files.Root}/{path}:{text.AsSpan(0, at).Count('\n') + 2}:1)");
        }

        return "";
    }

    private void WriteMeasure(Measures.Measure measure)
    {
        _to.WriteLine($"  {Quoted(measure.Span)}");
        if (measure.Regions.Count > 0) Detail(Messages.ExplainRegions, string.Join(", ", measure.Regions.Select(r => _set.Places.Divisions.Find(r)?.ToString() ?? r.ToString())), _roles.Of(measure.Reason));
        else Detail(Messages.ExplainNoRegions);
        if (measure.Categories.Count > 0) Detail(Messages.ExplainMeasureCategories, string.Join(", ", measure.Categories));
        if (measure.Amounts.Count > 0) Detail(Messages.ExplainMeasureAmounts, string.Join(", ", measure.Amounts.Select(a => TerminalText.Of(a.Span.In(_item.Item.Text)))));
        if (measure.Beneficiary is { } beneficiary) Detail(Messages.ExplainBeneficiary, Quoted(beneficiary));
        if (measure.Purpose is { } purpose) Detail(Messages.ExplainPurpose, Quoted(purpose));
        if (measure.Condition is { } condition) Detail(Messages.ExplainCondition, Quoted(condition));
        WriteEvidence(measure.Evidence);
    }

    private void Detail(Message message, params string[] details) => _to.WriteLine("    " + _say.Say(message, details));

    private void WriteEvidence(IReadOnlyList<Evidence> evidence)
    {
        foreach (var one in evidence) WriteRule(one.Rule, one.Span);
    }

    /// <summary>The rule with its place and source, and the words that called it up.</summary>
    private void WriteRule(RuleId id, SourceSpan? words)
    {
        var called = words is { } span ? $" \u2190 {Quoted(span)}" : "";
        _to.WriteLine($"    {_say.Say(Messages.ExplainRule, id.Name)}{called}");
        if (_rules.TryGetValue(id, out var rule)) _to.WriteLine($"      {rule.Place}  {_say.Say(Messages.ExplainSource, rule.Source)}");
        else _to.WriteLine($"      {_say.Say(Messages.ExplainBuiltIn)}");
    }

    private string Quoted(SourceSpan span) => $"\"{TerminalText.Of(span.In(_item.Item.Text))}\" {span}";

    private bool IsAsked(SourceSpan span) => _asked is null || _asked.Any(a => a.Overlaps(span));

    private static List<SourceSpan> Occurrences(string text, string words)
    {
        var found = new List<SourceSpan>();
        if (words.Length == 0) return found;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) found.Add(new SourceSpan(at, at + words.Length));
        return found;
    }
}
