using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Cli;

/// <summary>explain: which rules, in which lines of which files, made what was found in one item, and which kept a candidate out.</summary>
internal sealed class ExplainCommand
{
    private readonly ExtractedItem _item;
    private readonly Dictionary<RuleId, Rule> _rules = [];
    private readonly IReadOnlyList<SourceSpan>? _asked;   // occurrences of --text; null for the whole item
    private readonly TextWriter _to;
    private readonly Wording _say;
    private readonly RoleWording _roles;
    private bool _wroteAny;

    private ExplainCommand(ExtractedItem item, RuleSet rules, IReadOnlyList<SourceSpan>? asked, TextWriter to, Wording say)
    {
        _item = item;
        _asked = asked;
        _to = to;
        _say = say;
        _roles = new RoleWording(say);
        foreach (var rule in rules.All) _rules.TryAdd(rule.Id, rule);
    }

    public static int Run(string document, string item, string? text, string? rules, ReadingSettings settings, Surroundings at, Wording say)
    {
        var pipeline = RuleLoading.Pipeline(rules);
        var found = ReadOne.Item(ReadOne.Extract(pipeline, document, new DocumentReading(at, settings)), document, item);
        var asked = text is null ? null : Occurrences(found.Item.Text, text);
        if (asked is { Count: 0 }) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.TextMissing, document, text!, item);
        new ExplainCommand(found, pipeline.Rules, asked, at.Output, say).Write();
        return ExitCode.Done;
    }

    private void Write()
    {
        _to.WriteLine($"{_item.Item.Id}  {_item.Item.Text}");
        Group(Messages.ExplainMentions, _item.Mentions.Where(m => IsAsked(m.Span)).ToList(), WriteMention);
        Group(Messages.ExplainCategories, _item.Categories.Where(c => IsAsked(c.Span) || c.Evidence.Any(e => IsAsked(e.Span))).ToList(), category =>
        {
            _to.WriteLine($"  {category.Code}");
            WriteRule(category.Rule, category.Span);
            WriteEvidence([.. category.Evidence.Where(e => IsAsked(e.Span))]);
        });
        Group(Messages.ExplainMeasures, _item.Measures.Where(m => IsAsked(m.Span)).ToList(), WriteMeasure);
        Group(Messages.ExplainSuppressed, _item.Suppressed.Where(s => IsAsked(s.Span)).ToList(), candidate =>
        {
            _to.WriteLine($"  {_roles.Of(candidate.Kind)} {Quoted(candidate.Span)}: {candidate.Reason}");
            WriteRule(candidate.Rule, null);
        });
        if (!_wroteAny) _to.WriteLine(_say.Say(Messages.ExplainNothing));
    }

    private void Group<T>(Message heading, List<T> found, Action<T> write)
    {
        if (found.Count == 0) return;
        _wroteAny = true;
        _to.WriteLine();
        _to.WriteLine(_say.Say(heading));
        foreach (var one in found) write(one);
    }

    private void WriteMention(Mention mention)
    {
        var role = _roles.Of(mention);
        _to.WriteLine($"  {_roles.Of(mention.Kind)} {Quoted(mention.Span)}: {AmountText.Of(mention)}{(role.Length == 0 ? "" : " \u00B7 " + role)}");
        WriteRule(mention.Rule, mention.Span);
        WriteEvidence(mention.Evidence);
    }

    private void WriteMeasure(Measures.Measure measure)
    {
        _to.WriteLine($"  {Quoted(measure.Span)}");
        if (measure.Regions.Count > 0) Detail(Messages.ExplainRegions, string.Join(", ", measure.Regions), _roles.Of(measure.Reason));
        else Detail(Messages.ExplainNoRegions);
        if (measure.Categories.Count > 0) Detail(Messages.ExplainMeasureCategories, string.Join(", ", measure.Categories));
        if (measure.Amounts.Count > 0) Detail(Messages.ExplainMeasureAmounts, string.Join(", ", measure.Amounts.Select(a => a.Span.In(_item.Item.Text))));
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

    private string Quoted(SourceSpan span) => $"\"{span.In(_item.Item.Text)}\" {span}";

    private bool IsAsked(SourceSpan span) => _asked is null || _asked.Any(a => a.Overlaps(span));

    private static List<SourceSpan> Occurrences(string text, string words)
    {
        var found = new List<SourceSpan>();
        if (words.Length == 0) return found;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) found.Add(new SourceSpan(at, at + words.Length));
        return found;
    }
}
