using System.Globalization;

using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>Tells which rules of rules/outline/ are at work in a line: labels, lines about the page, column headers, words of titles.</summary>
/// <remarks>Each is asked by itself, as the outline reader asks it; where a line stands in its document is not judged here.</remarks>
internal sealed class LineRuleEffects
{
    private readonly OutlineRules _rules;
    private readonly LabelReader _labels;
    private readonly PageLines _pageLines;
    private readonly FactReader _facts;

    public LineRuleEffects(OutlineRules rules)
    {
        _rules = rules;
        _labels = new LabelReader(rules);
        _pageLines = new PageLines(rules);
        _facts = new FactReader(rules, _labels.Numerals);
    }

    public IEnumerable<RuleEffect> In(string line)
    {
        if (line.Length == 0) yield break;
        var whole = new SourceSpan(0, line.Length);
        if (_labels.Read(line, 0, line.Length) is { Rule: { } marker } label)
        {
            yield return Effect(marker.Rule, new SourceSpan(label.Start, label.LabelEnd), line[label.Start..label.LabelEnd]);
        }

        if (_pageLines.Read(line) is { } page) yield return Effect(page.Rule.Rule, whole, Word(page.Rule.Gives.ToString()));
        foreach (var column in _rules.Columns)
        {
            if (!column.Words.Any(w => line.EndsWith(w, StringComparison.Ordinal))) continue;
            yield return Effect(column.Rule, whole, Word(column.Kind.ToString()));
            break;
        }

        foreach (var title in _rules.Titles)
        {
            if (Part(title.Tells, line, whole) is { } part) yield return Effect(title.Rule, part.Span, part.Value);
        }
    }

    private (SourceSpan Span, string Value)? Part(TitlePart part, string line, SourceSpan whole)
    {
        switch (part)
        {
            case TitlePart.Batch: return _facts.Batch(line) is { } batch ? (batch.Span, batch.Batch.ToString(CultureInfo.InvariantCulture)) : null;
            case TitlePart.Number: return _facts.Number(line) is { } number ? (number, number.In(line)) : null;
            case TitlePart.Date: return _facts.WholeDate(line) is { } date ? (whole, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
            case TitlePart.Issuer: return _facts.Issuer(line) is not null ? (whole, "issuer") : null;
            case TitlePart.Title: return _facts.EndsAsTitle(line) ? (whole, "title") : null;
            case TitlePart.Letterhead: return _facts.Issuer(line) is { } issuer && issuer.Length < line.Length ? (whole, "letterhead") : null;
            case TitlePart.Issues or TitlePart.Wrapper: return _facts.Wrapping(line) is { } around ? (part == TitlePart.Issues ? around.Issues : around.Wrapper, part == TitlePart.Issues ? "issues" : "wrapper") : null;
            default: return _facts.IssuerOfTitle(line) is not null ? (whole, "about") : null;
        }
    }

    private static RuleEffect Effect(Rule rule, SourceSpan span, string value) => new(rule.Id, span, span, value, IsSuppression: false);

    private static string Word(string name) => name.ToLowerInvariant();
}
