using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds shares (比例) with bounds, roles and what they are a share of.</summary>
/// <remarks>Immutable; one instance may serve many threads. Reads <see cref="ItemText.Figures"/>.</remarks>
public sealed class PercentFinder
{
    private readonly RuleSet _rules;
    private const int LongestBase = 20;     // characters of what a share is of (上一年度实际研发投入…)

    /// <param name="rules">The rules; the figures of an item must have been read with the same.</param>
    public PercentFinder(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
    }

    /// <summary>Adds the shares of an item, in order.</summary>
    public void Find(ItemText text, ItemFindings found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        var figures = text.Figures;
        if (!ReferenceEquals(figures.Source.Rules, _rules)) throw new ArgumentException("The item was read with other rules.", nameof(text));
        var roles = new Dictionary<Figure, PercentRole>();
        for (var first = 0; first < figures.All.Count; first++)
        {
            if (figures.All[first].Kind != FigureKind.Percent) continue;
            var last = first;
            while (last + 1 < figures.All.Count && figures.All[last + 1].List == figures.All[first].List) last++;
            var context = new FigureContext(figures.Source, figures.All, first, last);
            var (role, cue) = PercentRoleReader.Decide(context, figures.All[first], f => roles.TryGetValue(f, out var known) ? known : PercentRole.Other);
            foreach (var hidden in context.Hidden) found.Suppressed.Add(new SuppressedCandidate(MentionKind.Percent, text.Source(hidden.Start, hidden.End), hidden.Rule.Id, "hides a word that would tell the role of the share"));
            if (IsDivision(figures.All, first, last) && !(role == PercentRole.Rate && context.IsShareOf)) role = PercentRole.Other;
            for (var i = first; i <= last; i++) roles[figures.All[i]] = role;
            for (var i = first; i <= last; i++) Add(text, found, figures.All[i], role, cue, Base(text, figures.All[first], context));
            first = last;
        }

        foreach (var (hider, start, end) in figures.HiddenUnits)
        {
            if (hider.Of == HiddenUnit.Percent) found.Suppressed.Add(new SuppressedCandidate(MentionKind.Percent, text.Source(start, end), hider.Rule.Id, "part of another word, not a share"));
        }
    }

    // 按40%、30%、30%兑付: parts of one whole; 年租金的50%、30%、20%补贴 are shares of something else.
    private static bool IsDivision(IReadOnlyList<Figure> figures, int first, int last)
    {
        const decimal Whole = 100;
        var sum = 0m;
        for (var i = first; i <= last; i++)
        {
            if (!figures[i].IsExact || figures[i].Low is not { } part) return false;
            sum += part;
        }

        return first < last && sum == Whole;
    }

    private static void Add(ItemText text, ItemFindings found, Figure figure, PercentRole role, FoundCue? cue, SourceSpan? shareOf)
    {
        if (figure.Low is null) return;     // 百分之几: no number is named
        List<FigureEvidence> evidence = [.. figure.Evidence];
        if (cue is { } told) evidence.Add(new FigureEvidence(told.Cue.Rule, told.Start, told.End));
        found.Mentions.Add(new PercentMention(
            text.Source(figure.SpanStart, figure.SpanEnd),
            text.Source(figure.Start, figure.End),
            new Percentage(figure.Range, figure.Approximate),
            role,
            shareOf,
            figure.Rule.Id,
            text.Figures.ToSource(evidence)));
    }

    // 按(投资额)的20%, 不超过(项目投资)30%, 缩短约50%(工期): before 的, between the bound word and the figure, or behind it.
    private static SourceSpan? Base(ItemText text, Figure figure, FigureContext context)
    {
        var source = text.Figures.Source;
        var of = source.Words.LengthBefore(source.Folded, figure.SpanStart, NumberWordKind.Of);
        var end = figure.SpanStart - of;
        var start = end;
        while (start > context.StretchStart && end - start < LongestBase && !EndsBase(source, start)) start--;
        if (of > 0 && start < end) return text.Source(Whole(source, context, start, end), end);
        if (of == 0 && start < end && source.Words.LengthBefore(source.Folded, start, NumberWordKind.ShareOf) > 0 && NamesSum(source, start, end)) return text.Source(start, end);      // 按照设备购置费用80%
        var bound = figure.Evidence.FirstOrDefault(e => e.End <= figure.Start && e.End > context.StretchStart - 1);
        if (bound.Rule is not null && bound.End < figure.Start)
        {
            var noun = figure.Start - source.Words.LengthBefore(source.Folded, figure.Start, NumberWordKind.ShareOf);
            return noun > bound.End ? text.Source(bound.End, noun) : null;
        }

        return bound.Rule is null || bound.End != figure.Start || figure.Upper is not null || figure.Lower is not null ? null : Behind(text, figure);
    }

    // What is longer than a base may be is cut behind its first 的, not within a word.
    private static int Whole(FigureSource source, FigureContext context, int start, int end)
    {
        if (end - start < LongestBase || start == context.StretchStart) return start;
        for (var at = start; at < end; at++)
        {
            if (source.Words.LengthAt(source.Folded, at, NumberWordKind.Of) is > 0 and var of && at + of < end) return at + of;
        }

        return start;
    }

    // Whether the stretch ends in a word for money: 费用, 投资额, 收入.
    private static bool NamesSum(FigureSource source, int start, int end)
    {
        for (var i = source.Cues.FirstFrom(start); i < source.Cues.Count && source.Cues[i].End <= end; i++)
        {
            if (source.Cues[i].End == end && source.Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Measure or CueKind.Investment or CueKind.Price }) return true;
        }

        return false;
    }

    // Whether what stands right before this place is no part of the base any more: 按, a bound word, a word that gives.
    private static bool EndsBase(FigureSource source, int place)
    {
        for (var length = 1; length <= 4 && length <= place; length++)
        {
            // none overlaps another, so at most one begins here
            if (source.Bounds.LongestAt(place - length)?.End == place) return true;
        }

        return source.Words.LengthBefore(source.Folded, place, NumberWordKind.ShareOf) > 0 || source.Folded[place - 1] is '、' or '(' or ')' or '"' or '“' or '”';
    }

    private static SourceSpan? Behind(ItemText text, Figure figure)
    {
        var folded = text.Folded;
        var end = figure.SpanEnd;
        while (end < folded.Length && char.IsLetter(folded[end]) && end - figure.SpanEnd < LongestBase && text.Figures.Source.Boundaries.LongestAt(end) is null) end++;
        return end > figure.SpanEnd ? text.Source(figure.SpanEnd, end) : null;
    }
}
