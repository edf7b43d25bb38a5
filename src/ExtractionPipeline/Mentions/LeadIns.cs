using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Reads the items of one document in order, each with the word above it that tells what its amounts are.</summary>
/// <remarks>
/// Above an item stand a line that ends in a colon (收费标准：) or has no figures (the head of a flat table) in the same section, its headings, nearest first (（一）租金标准), and the title of the document. The word is
/// evidence of last resort: it counts only for amounts of which the item itself says nothing. Weak words are left out, because a heading
/// such as 减免租金 tells nothing of its amounts; words of measure (纳税情况) stay, because only ranges listen to them.
/// </remarks>
public sealed class LeadIns
{
    private const int LongestHeadLine = 40;

    private readonly RuleSet _rules;
    private readonly Dictionary<string, RoleCue?> _bySection = new(StringComparer.Ordinal);
    private readonly HeadingTexts _headings;
    private RoleCue? _line;
    private bool _given;        // whether a heading or an item so far gives something
    private string _lineSection = "";

    /// <param name="headings">The title and all headings of the document.</param>
    /// <param name="rules">The rules.</param>
    public LeadIns(HeadingTexts headings, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(headings);
        _rules = rules;
        _headings = headings;
        var title = CuesOf(headings.Title);
        _bySection[""] = Strongest(title);
        _given = Gives(title);
        for (var i = 0; i < headings.Sections.Count && !_given; i++) _given = Gives(CuesOf(headings.Sections[i].Text));
    }

    /// <summary>Reads the next item.</summary>
    public ItemText Read(OutlineItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var line = string.Equals(item.Section, _lineSection, StringComparison.Ordinal) ? _line : null;
        var text = ItemText.Read(item, _rules, line ?? OfSection(item.Section), _given);
        _given = _given || text.Figures.Source.GivingCues.Count > 0;
        var cue = text.Folded.EndsWith(':') || IsHeadLine(text) ? Strongest(text.Figures.Source.Cues) : null;
        if (cue is not null || text.Folded.EndsWith(':'))
        {
            _line = cue;
            _lineSection = item.Section;
        }

        return text;
    }

    // 类别 阶梯 现行价格: a line without figures and sentence marks, such as the head of a table that lost its lines.
    private static bool IsHeadLine(ItemText text) => text.Figures.All.Count == 0 && text.Folded.Length <= LongestHeadLine && !text.Folded.AsSpan().ContainsAny('\u3002', ';', ',');

    private RoleCue? OfSection(string id)
    {
        if (_bySection.TryGetValue(id, out var known)) return known;
        var cue = _headings.Of(id) is { } heading ? Strongest(CuesOf(heading)) : null;
        return _bySection[id] = cue ?? OfSection(id[..Math.Max(0, id.LastIndexOf('.'))]);
    }

    private static PhraseHitList CuesOf(ItemText heading) => heading.Hits.Of(PhraseUse.RoleCue).LeftmostLongest();

    private static bool Gives(PhraseHitList hits)
    {
        foreach (var hit in hits)
        {
            if (hit.Meaning.Subject is RoleCue { Kind: CueKind.Award, Strength: > 1, OfPercent: false }) return true;
        }

        return false;
    }

    // Of equal ones the last, which is the noun in Chinese (补贴租金标准).
    private static RoleCue? Strongest(PhraseHitList hits)
    {
        RoleCue? best = null;
        foreach (var hit in hits)
        {
            if (hit.Meaning.Subject is RoleCue { OfPercent: false } cue && (best is null || cue.Strength >= best.Strength)) best = cue;
        }

        return best is { Strength: > 2 } or { Kind: CueKind.Measure or CueKind.Investment } ? best : null;
    }
}
