using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Outline;

/// <summary>A label as it stands in a text.</summary>
/// <param name="Rule">Its form; null for a bullet or another sign without a number.</param>
/// <param name="Level">Parts of a decimal label beyond the first (1.1 has 1); 0 otherwise.</param>
/// <param name="Value">Its number; 0 without one.</param>
/// <param name="Start">Its first character.</param>
/// <param name="LabelEnd">One past its last character, the closing sign included.</param>
/// <param name="TextStart">Where the words after it begin.</param>
internal readonly record struct Marker(MarkerRule? Rule, int Level, int Value, int Start, int LabelEnd, int TextStart)
{
    /// <summary>Labels of one list have the same kind; a bullet has -1.</summary>
    public int Kind => Rule is null ? -1 : Rule.Kind + (Level * 1000);
}

/// <summary>Reads labels (一、 （一） 第一章 1. ①) at a given place. Small hand-written scanner over the marker rules; no search.</summary>
internal sealed class LabelReader
{
    /// <summary>The highest number of a point; a higher one is a year or a figure.</summary>
    private const int MaxPoint = 199;
    private const int MaxArticle = 1999;

    /// <summary>All that <see cref="char.IsWhiteSpace(char)"/> takes.</summary>
    private const string WhiteSpace = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    private readonly NumeralReader _numerals;
    private readonly Dictionary<char, List<MarkerRule>> _byFirst = [];
    private readonly CharacterSet _stops = new();

    public LabelReader(OutlineRules rules)
    {
        _numerals = new NumeralReader(rules.Numerals);
        foreach (var rule in rules.Markers)
        {
            foreach (var opening in rule.Opens) Add(opening[0], rule);
            if (rule.Opens.Count > 0) continue;
            foreach (var system in rule.Systems)
            {
                foreach (var first in _numerals.FirstCharacters(system)) Add(first, rule);
            }
        }

        foreach (var first in _byFirst.Keys) _stops.Add(first);
        _stops.Add(WhiteSpace);
    }

    public NumeralReader Numerals => _numerals;

    /// <summary>Whether some label begins with this character.</summary>
    public bool MayBegin(char c) => _byFirst.ContainsKey(c);

    /// <summary>The next place, this one included, where a label may begin or white space ends; the end of the text where there is none.</summary>
    public int NextStop(string text, int from)
    {
        if (from >= text.Length) return text.Length;
        if (from > 0 && char.IsWhiteSpace(text[from - 1]) && !char.IsWhiteSpace(text[from])) return from;
        var next = _stops.FirstIn(text.AsSpan(from));
        WorkCount.Characters(next < 0 ? text.Length - from : next + 1);
        return next < 0 ? text.Length : SkipSpaces(text, from + next, text.Length);
    }

    /// <summary>The label that stands at a place (white space before it skipped), or null.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="start">Where to look.</param>
    /// <param name="end">Where the text ends.</param>
    /// <param name="previous">The label before, if any: "2.5G" is a label 2. only where 1. went before.</param>
    public Marker? Read(string text, int start, int end, Marker? previous = null)
    {
        start = SkipSpaces(text, start, end);
        if (start >= end || !_byFirst.TryGetValue(text[start], out var rules)) return null;
        foreach (var rule in rules)
        {
            if (Read(rule, text, start, end, previous) is { } marker) return marker;
        }

        return null;
    }

    /// <summary>A label that fills the whole text, with or without its closing sign: 一, （一）, 1, 第一章; or null.</summary>
    public Marker? ReadWhole(string text)
    {
        var start = SkipSpaces(text, 0, text.Length);
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end || !_byFirst.TryGetValue(text[start], out var rules)) return null;
        foreach (var rule in rules)
        {
            if (Read(rule, text, start, end, null) is { } marker && marker.LabelEnd == end) return marker;
        }

        foreach (var rule in rules.Where(r => r.Opens.Count == 0))
        {
            if (_numerals.Read(rule.Systems, text, start, end, false) is { } number && number.End == end) return new Marker(rule, number.Level, number.Value, start, end, end);
        }

        return null;
    }

    internal static int SkipSpaces(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start;
    }

    private void Add(char first, MarkerRule rule)
    {
        if (!_byFirst.TryGetValue(first, out var list)) _byFirst.Add(first, list = []);
        if (!list.Exists(known => ReferenceEquals(known, rule))) list.Add(rule);
    }

    private Marker? Read(MarkerRule rule, string text, int start, int end, Marker? previous)
    {
        var at = start;
        if (rule.Opens.Count > 0)
        {
            var opening = Longest(rule.Opens, text, at, end);
            if (opening == 0) return null;
            at = SkipSpaces(text, at + opening, end);
        }

        var enclosed = rule.Opens.Count > 0;
        if (_numerals.Read(rule.Systems, text, at, end, enclosed) is not { } number) return null;
        if (number.Value < 1 || number.Value > (rule.Shape == MarkerShape.Point ? MaxPoint : MaxArticle)) return null;
        at = enclosed ? SkipSpaces(text, number.End, end) : number.End;
        var closing = Longest(rule.Closes, text, at, end);
        if (closing == 0 && rule.Closes.Count > 0 && !rule.Bare) return null;
        var labelEnd = at + closing;
        var marker = new Marker(rule, number.Level, number.Value, start, labelEnd, SkipSpaces(text, labelEnd, end));
        return MayStandBefore(marker, text, end, previous) ? marker : null;
    }

    private bool MayStandBefore(Marker marker, string text, int end, Marker? previous)
    {
        var next = marker.LabelEnd;
        if (next >= end) return true;
        var rule = marker.Rule!;
        if (rule.NotBefore.Count > 0 && Longest(rule.NotBefore, text, next, end) > 0) return false;
        if (marker.Level > 0) return char.IsWhiteSpace(text[next]);   // 1.1 is a number unless a space follows
        if (rule.Opens.Count > 0 || next == marker.Start) return true;
        // 一、二类新药; 1、2号楼; A、B、C类: a list of numbers begins here, not a statement.
        var isComma = text[next - 1] == '、';
        if (isComma && _numerals.Read(rule.Systems, text, next, end, false) is { } following && following.Value == marker.Value + 1) return false;
        return text[next - 1] is not ('.' or '．') || !NumeralReader.IsDigit(text[next]) || IsYear(text, next, end) || Follows(marker, previous);
    }

    /// <summary>1.2023年: four digits after the point and no fifth are a year, the beginning of the sentence.</summary>
    private static bool IsYear(string text, int at, int end)
    {
        var digits = at;
        while (digits < end && NumeralReader.IsDigit(text[digits])) digits++;
        return digits - at == 4 && text[at] is '1' or '2' && digits < end && char.IsLetter(text[digits]);
    }

    private static bool Follows(Marker marker, Marker? previous) =>
        previous is { } p && p.Kind == marker.Kind && p.Value + 1 == marker.Value;

    private static int Longest(IReadOnlyList<string> words, string text, int at, int end)
    {
        var longest = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Length > longest && at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0) longest = word.Length;
        }

        return longest;
    }
}
