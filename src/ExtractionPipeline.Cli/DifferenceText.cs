using System.Buffers;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Cli;

/// <summary>One difference in words: the sentence with its stretch marked, what was expected, what was found, and the rules behind it.</summary>
internal sealed class DifferenceText
{
    private const int LongestSide = 80;   // characters of the sentence shown on each side of the stretch
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\u3002\uFF1B\uFF01\uFF1F;!?\n");   // full stop, semicolon, exclamation and question mark

    private readonly Dictionary<RuleId, Rule> _rules = [];
    private readonly Wording _say;

    public DifferenceText(RuleSet rules, Wording say)
    {
        _say = say;
        foreach (var rule in rules.All) _rules.TryAdd(rule.Id, rule);
    }

    /// <summary>Item and field, as --accept takes them.</summary>
    public static string Where(GoldenDifference difference) => difference.Item is null ? difference.Field : $"{difference.Item}.{difference.Field}";

    /// <summary>Three to five lines.</summary>
    public IEnumerable<string> Lines(GoldenDifference difference)
    {
        if (Marked(difference.Text, difference.Span) is { } sentence) yield return Printable(sentence);
        yield return $"{_say.Say(Messages.CheckExpected)}: {Printable(difference.Expected ?? _say.Say(Messages.CheckNothing))}";
        yield return $"{_say.Say(Messages.CheckFound)}: {Printable(difference.Found ?? _say.Say(Messages.CheckNothing))}";
        if (difference.Rule is { } rule) yield return string.Join("; ", difference.FurtherRules.Prepend(rule).Select(Named));
        foreach (var candidate in difference.NotTaken) yield return $"{_say.Say(Messages.CheckNotTaken)}: {Named(candidate.Rule)}: {Printable(candidate.Reason)}";
    }

    /// <summary>The sentence in which the stretch stands, with the stretch between 【 and 】; null where no stretch is known.</summary>
    public static string? Marked(string? itemText, SourceSpan? stretch)
    {
        if (itemText is not { } text || stretch is not { } span) return null;
        var start = span.Start == 0 ? 0 : text.AsSpan(0, span.Start).LastIndexOfAny(SentenceEnds) + 1;
        var length = text.AsSpan(span.End).IndexOfAny(SentenceEnds);
        var end = length < 0 ? text.Length : span.End + length + 1;
        var (from, to) = (Math.Max(start, span.Start - LongestSide), Math.Min(end, span.End + LongestSide));
        return (from > start ? "\u2026" : "") + text[from..span.Start] + "\u3010" + span.In(text) + "\u3011" + text[span.End..to] + (to < end ? "\u2026" : "");
    }

    /// <summary>file:line:column of a rule; null where no rule file has it.</summary>
    public string? PlaceOf(RuleId rule) => _rules.TryGetValue(rule, out var known) ? known.Place.ToString() : null;

    /// <summary>Control characters must not break the line or steer the terminal.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>The rule with its place.</summary>
    public string Named(RuleId rule) => _say.Say(Messages.ExplainRule, rule.Name) + (PlaceOf(rule) is { } place ? $" ({place})" : "");
}
