using System.Buffers;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Cli;

/// <summary>One difference in words: the sentence with its stretch marked, what was expected, what was found, and the rules behind it.</summary>
internal sealed class DifferenceText
{
    private const int LongestSide = 80;   // characters of the sentence shown on each side of the stretch
    private const int NamedItems = 5;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\u3002\uFF1B\uFF01\uFF1F;!?\n");   // full stop, semicolon, exclamation and question mark

    private readonly Dictionary<RuleId, Rule> _rules = [];
    private readonly DivisionTable _divisions;
    private readonly Wording _say;

    public DifferenceText(RuleSet rules, Wording say)
    {
        _divisions = rules.Places.Divisions;
        _say = say;
        foreach (var rule in rules.All) _rules.TryAdd(rule.Id, rule);
    }

    /// <summary>Item and field, as --accept takes them.</summary>
    public static string Where(GoldenDifference difference) => difference.Item is null ? difference.Field : $"{difference.Item}.{difference.Field}";

    /// <summary>Three to six lines.</summary>
    public IEnumerable<string> Lines(GoldenDifference difference)
    {
        if (Marked(difference.Text, difference.Span) is { } sentence) yield return TerminalText.Of(sentence);
        yield return $"{_say.Say(Messages.CheckExpected)}: {Value(difference.Expected)}";
        yield return $"{_say.Say(Messages.CheckFound)}: {Value(difference.Found)}";
        if (difference.MissingWords is { } words)
        {
            yield return TerminalText.Of(difference.StandsIn.Count == 0 ? _say.Say(Messages.CheckWordsNowhere, words) : _say.Say(Messages.CheckWordsElsewhere, words, string.Join(", ", difference.StandsIn.Take(NamedItems))));
        }

        if (difference.Rule is { } rule) yield return string.Join("; ", difference.FurtherRules.Prepend(rule).Select(Named));
        foreach (var candidate in difference.NotTaken) yield return $"{_say.Say(Messages.CheckNotTaken)}: {Named(candidate.Rule)}: {TerminalText.Of(candidate.Reason)}";
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

    /// <summary>A value for people: a bare code of a division with its name.</summary>
    public string Value(string? value)
    {
        if (value is null) return _say.Say(Messages.CheckNothing);
        return TerminalText.Of(DivisionCode.TryParse(value, out var code) && _divisions.Find(code) is { } division ? $"{value} {division.Name}" : value);
    }

    /// <summary>file:line:column of a rule; null where no rule file has it.</summary>
    public string? PlaceOf(RuleId rule) => _rules.TryGetValue(rule, out var known) ? known.Place.ToString() : null;

    /// <summary>The rule with its place.</summary>
    public string Named(RuleId rule) => _say.Say(Messages.ExplainRule, rule.Name) + (PlaceOf(rule) is { } place ? $" ({place})" : "");
}
