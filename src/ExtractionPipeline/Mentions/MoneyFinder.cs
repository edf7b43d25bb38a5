using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds amounts of money (金额) with bounds, bases and roles.</summary>
/// <remarks>Immutable; one instance may serve many threads. Reads <see cref="ItemText.Figures"/>.</remarks>
public sealed class MoneyFinder
{
    private readonly RuleSet _rules;

    /// <param name="rules">The rules; the figures of an item must have been read with the same.</param>
    public MoneyFinder(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
    }

    /// <summary>Adds the amounts of an item, in order.</summary>
    public void Find(ItemText text, ItemFindings found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        var figures = text.Figures;
        if (!ReferenceEquals(figures.Source.Rules, _rules)) throw new ArgumentException("The item was read with other rules.", nameof(text));
        if (figures.All.Count == 0 && figures.HiddenUnits.Count == 0 && figures.SilentBounds.Count == 0) return;
        var suppressed = new HashSet<SuppressedCandidate>();    // each once
        var roles = new Dictionary<Figure, MoneyRole>();
        for (var first = 0; first < figures.All.Count; first++)
        {
            if (figures.All[first].Kind != FigureKind.Money) continue;
            var last = first;
            while (last + 1 < figures.All.Count && figures.All[last + 1].List == figures.All[first].List) last++;
            AddList(text, found, first, last, roles, suppressed);
            first = last;
        }

        AddHidden(text, found, suppressed);
    }

    private static void AddList(ItemText text, ItemFindings found, int first, int last, Dictionary<Figure, MoneyRole> roles, HashSet<SuppressedCandidate> suppressed)
    {
        var figures = text.Figures;
        var context = new FigureContext(figures.Source, figures.All, first, last);
        var (role, cue) = MoneyRoleReader.Decide(context, figures.All, first, last, f => roles.TryGetValue(f, out var known) ? known : MoneyRole.Award);
        var bases = new List<string>();
        var baseEvidence = new List<FigureEvidence>();
        BaseReader.ReadEach(figures.Source, context.StretchStart, figures.All[first].Start, bases, baseEvidence);
        foreach (var hidden in context.Hidden) Suppress(text, found, hidden, "hides a word that would tell the role of the amount", suppressed);
        for (var i = first; i <= last; i++)
        {
            var figure = figures.All[i];
            roles[figure] = role;
            List<FigureEvidence> evidence = [.. figure.Evidence];
            List<string> per = [.. bases, .. figure.SlashBases];
            if (per.Count == 0) per = BaseReader.ReadEachBehind(figures.Source, figure.SpanEnd, evidence);
            evidence.AddRange(baseEvidence);
            evidence.AddRange(figure.BaseEvidence);
            if (cue is { } told) evidence.Add(new FigureEvidence(told.Cue.Rule, told.Start, told.End));
            found.Mentions.Add(new MoneyMention(
                text.Source(figure.SpanStart, figure.SpanEnd),
                text.Source(figure.Start, figure.End),
                new MoneyAmount(figure.Currency, figure.Range, per.Count < 2 ? per : [.. per.Distinct(StringComparer.Ordinal)], figure.Approximate),
                role,
                figure.Rule.Id,
                figures.ToSource(evidence)));
        }
    }

    private static void AddHidden(ItemText text, ItemFindings found, HashSet<SuppressedCandidate> suppressed)
    {
        foreach (var (hider, start, end) in text.Figures.HiddenUnits)
        {
            if (hider.Of == HiddenUnit.Money) Suppress(text, found, new FigureEvidence(hider.Rule, start, end), "part of another word, not an amount", suppressed);
        }

        foreach (var silent in text.Figures.SilentBounds) Suppress(text, found, silent, "hides a bound word: it sets no bound here", suppressed);
    }

    private static void Suppress(ItemText text, ItemFindings found, FigureEvidence evidence, string reason, HashSet<SuppressedCandidate> seen)
    {
        var candidate = new SuppressedCandidate(MentionKind.Money, text.Source(evidence.Start, evidence.End), evidence.Rule.Id, reason);
        if (seen.Add(candidate)) found.Suppressed.Add(candidate);
    }
}
