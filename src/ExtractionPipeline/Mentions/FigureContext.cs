using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>A role word near a figure.</summary>
internal readonly record struct FoundCue(RoleCue Cue, int Start, int End)
{
    public CueKind Kind => Cue.Kind;
}

/// <summary>The words around a figure, or around the list it stands in, as far as they can tell its role.</summary>
/// <remarks>
/// A stretch is what stands between two of , ; : 。 and brackets. Left of a figure the strongest word of the nearest stretch counts,
/// of equal ones the nearest; a bracket that closes there is passed over. Right of it the first word counts, up to punctuation or the next figure.
/// </remarks>
internal sealed class FigureContext
{
    private const int LongestBehind = 18;
    private const int LongestStretch = 500;     // characters; a whole bracket counts as BracketStep
    private const int BracketStep = 25;
    private const int FurthestFigure = 100;     // figures before this one that are looked at
    private const int FurthestCue = 100;        // role words before it that are looked at for a past time
    private const int LongestSentence = 1_000;  // characters on either side that are looked at for the end of the sentence
    private static readonly CharacterSet StretchEnds = CharacterSet.Of(",;。:!?、()");

    private readonly FigureSource _source;
    private readonly IReadOnlyList<Figure> _figures;
    private readonly int _first;
    private readonly int _last;
    private readonly Figure? _previous;     // the one before it that speaks of the same

    /// <param name="source">The text.</param>
    /// <param name="figures">All figures.</param>
    /// <param name="first">Index of the first of the list.</param>
    /// <param name="last">Index of its last.</param>
    public FigureContext(FigureSource source, IReadOnlyList<Figure> figures, int first, int last)
    {
        (_source, _figures, _first, _last) = (source, figures, first, last);
        End = source.SkipCurrency(figures[last].SpanEnd);
        _previous = Previous();
        Contact = new FigureContact(source, figures, first, last);
    }

    /// <summary>One past the last figure with its bounds.</summary>
    public int End { get; }

    private bool IsShare => _figures[_first].Kind == FigureKind.Percent;

    /// <summary>What touches the figure.</summary>
    public FigureContact Contact { get; }

    /// <summary>Words that hide a role word, met on the way.</summary>
    public List<FigureEvidence> Hidden { get; } = [];

    /// <summary>Whether it is counted by something other than time: 每村, 每户, 元/平方米; not 每年.</summary>
    public bool HasUnitBase
    {
        get
        {
            if (_figures[_first].SlashBases.Count > 0) return true;
            for (var at = StretchStart; at < _figures[_first].Start; at++)
            {
                var length = _source.Words.LengthAt(_source.Folded, at, NumberWordKind.Each);
                if (length > 0 && _source.BaseAt(at + length) is not { Meaning.Subject: AmountBase { IsTime: true } }) return true;
            }

            return false;
        }
    }

    /// <summary>Whether 的 follows at once: what stands before it picks out a noun (1000万元以上的企业).</summary>
    public bool IsAttribute => _source.Words.LengthAt(_source.Folded, End, NumberWordKind.Of) > 0;

    /// <summary>Whether the sentence before the figure speaks of a whole year or region (全年, 全市, 截至): a statistic.</summary>
    public bool IsStatistic() => LastTelling(SentenceStart) is { Kind: CueKind.Spent };

    /// <summary>The word that says what is to be reached (力争, 到2027年) in the sentence before the figure, unless a past time is named behind it.</summary>
    public FoundCue? Plan() => CueBefore(cue => cue.IsPast || IsPlan(cue)) is { Cue.IsPast: false } plan ? plan : null;

    /// <summary>The past time that the sentence before the figure names (去年, 过去五年).</summary>
    public FoundCue? Past() =>
        CueBefore(cue => cue.IsPast) is { } past && !(past.Cue.Strength > 1 && _previous is { } other && other.SpanStart >= past.End) ? past : null;     // 已兑付1亿元，2024年预算9000万元: 已 speaks of its own object

    /// <summary>Whether nothing is given in the sentence and nothing was in the document so far.</summary>
    public bool IsNothingGiven => !_source.GivenAbove && _source.GivingCues.FirstFrom(_figures[_first].SpanStart) == 0 && !IsGivenLater();

    /// <summary>The last word beyond doubt of the sentence before the figure that gives or fines.</summary>
    public FoundCue? Told() => CueBefore(cue => cue is { Kind: CueKind.Award or CueKind.Penalty, Strength: > 1, OfPercent: false });

    /// <summary>The past time of which the text before the figure tells, where it tells of no coming one since.</summary>
    public FoundCue? Report()
    {
        var telling = _source.StatisticCues;
        var last = telling.FirstFrom(_figures[_first].SpanStart) - 1;
        for (var i = last; i >= 0 && last - i < FurthestCue; i--)
        {
            if (telling[i].Meaning.Subject is not RoleCue cue) continue;
            if (cue.IsPast) return new FoundCue(cue, telling[i].Start, telling[i].End);
            if (IsPlan(cue)) return null;
        }

        return null;
    }

    /// <summary>Whether a word beyond doubt that tells this stands in the sentence before the figure.</summary>
    public bool IsToldBefore(CueKind kind) => CueBefore(cue => cue.Kind == kind && cue.Strength > 1 && !cue.OfPercent && cue.Standing != Standing.After) is not null;

    /// <summary>The verb that gives and touches the figure from behind: 按每床200元(给予)补贴.</summary>
    public FoundCue? GivingVerbBehind() =>
        _source.Cues.LongestAt(End, h => h.Meaning.Subject is RoleCue { Kind: CueKind.Award, Standing: Standing.Before, OfPercent: false }) is { Meaning.Subject: RoleCue cue } hit ? new FoundCue(cue, hit.Start, hit.End) : null;

    /// <summary>Whether only a bound word stands between the figure and the beginning of its stretch: …，最低不少于3000元.</summary>
    public bool StandsAlone => _source.SkipCurrencyBack(_figures[_first].SpanStart) == StretchStart;

    private static bool IsPlan(RoleCue cue) => cue is { Kind: CueKind.Budget, Strength: 1, OfPercent: false };

    private int SentenceStart
    {
        get
        {
            var start = _figures[_first].SpanStart;
            var from = Math.Max(0, start - LongestSentence);
            return from + _source.Folded.AsSpan(from, start - from).LastIndexOfAny('。', ';') + 1;
        }
    }

    private ReadOnlySpan<char> Rest => _source.Folded.AsSpan(End, Math.Min(LongestSentence, _source.Folded.Length - End));

    private FoundCue? LastTelling(int sentence)
    {
        var start = _figures[_first].SpanStart;
        var telling = _source.StatisticCues;
        var last = telling.FirstFrom(start) - 1;
        if (last >= 0 && telling[last].End > start) last--;
        return last >= 0 && telling[last].Start >= sentence && telling[last].Meaning.Subject is RoleCue cue ? new FoundCue(cue, telling[last].Start, telling[last].End) : null;
    }

    private FoundCue? CueBefore(Func<RoleCue, bool> tells)
    {
        var (start, sentence) = (_figures[_first].SpanStart, SentenceStart);
        var cues = _source.Cues;
        var last = cues.FirstFrom(start) - 1;
        for (var i = last; i >= 0 && last - i < FurthestCue && cues[i].Start >= sentence; i--)
        {
            if (cues[i].End <= start && cues[i].Meaning.Subject is RoleCue cue && tells(cue)) return new FoundCue(cue, cues[i].Start, cues[i].End);
        }

        return null;
    }

    /// <summary>Whether 的 stands right before it: a share of what is named there.</summary>
    public bool IsShareOf => _source.Words.LengthBefore(_source.Folded, _figures[_first].SpanStart, NumberWordKind.Of) > 0;

    /// <summary>Whether 每 stands right before it: each such amount counts (每100万美元奖励8万元).</summary>
    public bool IsCounted => _source.Words.LengthBefore(_source.Folded, _source.SkipCurrencyBack(_figures[_first].SpanStart), NumberWordKind.Each) > 0;

    /// <summary>Whether a portion is picked out by it: 5万元至10万元(部分), 500万元以下(的部分).</summary>
    public bool IsPortion => _source.Words.LengthAt(_source.Folded, End + _source.Words.LengthAt(_source.Folded, End, NumberWordKind.Of), NumberWordKind.Portion) > 0;

    /// <summary>The word above the item, as a last resort. It stands outside the item, so its place is given as that of the figure.</summary>
    public FoundCue? LeadIn(Func<CueKind, bool> tells) =>
        _source.LeadIn is { } cue && tells(cue.Kind) ? new FoundCue(cue, _figures[_first].Start, _figures[_first].End) : null;

    /// <summary>Whether a base stands before it in its stretch (每人每月) or behind a slash.</summary>
    public bool HasBase
    {
        get
        {
            if (_figures[_first].SlashBases.Count > 0) return true;
            for (var at = StretchStart; at < _figures[_first].Start; at++)
            {
                if (_source.Words.LengthAt(_source.Folded, at, NumberWordKind.Each) > 0) return true;
            }

            return false;
        }
    }

    /// <summary>Whether the stretch of the figure ends in 的: 投资5亿元且建成的，.</summary>
    public bool EndsInAttribute
    {
        get
        {
            var end = Rest.IndexOfAny(',', ';', '。');
            return end > 0 && _source.Words.LengthBefore(_source.Folded, End + end, NumberWordKind.Of) > 0;
        }
    }

    /// <summary>Whether something is given later in the sentence, before the next full stop or semicolon.</summary>
    public bool IsGivenLater()
    {
        var length = Rest.IndexOfAny('。', ';');
        var end = End + (length < 0 ? Rest.Length : length);
        var giving = _source.GivingCues;
        var first = giving.FirstFrom(End);
        return first < giving.Count && giving[first].Start <= end;
    }

    /// <summary>The word behind the figure that says what it is: 50万元(资金补贴), 20万元以下(罚款).</summary>
    /// <param name="verbsToo">Whether words that stand before what they give count here as well: 按20%(给予补助).</param>
    public FoundCue? Behind(bool verbsToo)
    {
        var folded = _source.Folded;
        var next = _last + 1;
        while (next < _figures.Count && _figures[next].IsArticle) next++;
        var stop = Math.Min(next < _figures.Count ? _figures[next].SpanStart : folded.Length, End + LongestBehind);
        if (stop <= End) return null;
        var punctuation = StretchEnds.FirstIn(folded.AsSpan(End, stop - End));
        var givesNext = punctuation < 0 && next < _figures.Count && stop == _figures[next].SpanStart;
        if (punctuation >= 0) stop = End + punctuation;
        FoundCue? weak = null;
        for (var i = _source.Cues.FirstFrom(End); i < _source.Cues.Count && _source.Cues[i].End <= stop; i++)
        {
            var hit = _source.Cues[i];
            if (hit.Meaning.Subject is not RoleCue cue || cue.Kind == CueKind.None || (cue.OfPercent && !IsShare)) continue;
            if (IsShare && !cue.OfPercent && i + 1 < _source.Cues.Count && _source.Cues[i + 1] is { Meaning.Subject: RoleCue { OfPercent: true, Standing: not Standing.Before } } same && same.Start == hit.Start && same.End <= stop) continue;     // what the word tells of shares
            if (cue.Standing == Standing.Before && !(verbsToo && cue.Kind == CueKind.Award)) return weak;
            if (IsAttribute && !verbsToo && ThingBetween(End, hit.Start)) return null;
            if (givesNext && cue.Kind == CueKind.Award && stop - hit.End <= 8 && !(verbsToo && cue.Standing == Standing.Before)) return null;
            if (cue.Strength > 1) return new FoundCue(cue, hit.Start, hit.End);
            weak ??= new FoundCue(cue, hit.Start, hit.End);
        }

        return weak;
    }

    /// <summary>Start of the stretch in which the figure stands, or the end of an earlier figure of its kind in it.</summary>
    public int StretchStart => Stretch(_figures[_first].SpanStart, out _);

    /// <summary>The word of the nearest stretch left of the figure, or null.</summary>
    public FoundCue? Nearest() => Best(Stretch(_figures[_first].SpanStart, out _), _figures[_first].SpanStart);

    /// <summary>The word of an earlier stretch of the same text, nearest first, up to the last figure of the same kind.</summary>
    public FoundCue? Earlier(Func<CueKind, bool> tells, out Figure? before)
    {
        before = null;
        var previous = _previous;
        var end = Stretch(_figures[_first].SpanStart, out _);
        for (var steps = 0; steps < 12 && end > 0; steps++)
        {
            if (previous is not null && end <= previous.SpanEnd) break;
            var start = Stretch(end - 1, out _);
            if (Best(start, end) is { } cue && tells(cue.Kind) && !IsPassing(cue, start, end)) return cue;
            if (start >= end) break;
            end = start;
        }

        before = previous;
        return null;
    }

    /// <summary>A word of growth that touches the figure: 提高(5.5%).</summary>
    public FoundCue? Growth()
    {
        var start = _figures[_first].SpanStart;
        for (var i = _source.Cues.FirstFrom(Math.Max(0, start - 5)); i < _source.Cues.Count && _source.Cues[i].Start < start; i++)
        {
            if (_source.Cues[i].End == start && _source.Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Growth, Strength: > 1 } cue) return new FoundCue(cue, _source.Cues[i].Start, start);
        }

        return null;
    }

    /// <summary>The step word that touches the figure: 每超过(1亿元).</summary>
    public FoundCue? Step()
    {
        var start = _figures[_first].SpanStart;
        for (var i = _source.Cues.FirstFrom(Math.Max(0, start - 9)); i < _source.Cues.Count && _source.Cues[i].Start < _figures[_first].Start; i++)
        {
            var hit = _source.Cues[i];
            if (hit.Meaning.Subject is RoleCue { Kind: CueKind.Step } cue && (_first == 0 || _figures[_first - 1].End <= hit.Start) && start - hit.End <= 5 && !GivesWithin(hit.End, start)
                && (hit.End > start || StretchEnds.FirstIn(_source.Folded.AsSpan(hit.End, start - hit.End)) < 0))
            {
                return new FoundCue(cue, hit.Start, hit.End);
            }
        }

        return null;
    }

    /// <summary>Whether the bound word itself says that something is given: 最高补贴(50元).</summary>
    public bool IsGivenByBound => GivesWithin(_figures[_first].SpanStart, _figures[_first].Start);

    // 每提前1天奖励100元: the step is the day, not the amount.
    private bool GivesWithin(int start, int end)
    {
        for (var i = _source.Cues.FirstFrom(start); i < _source.Cues.Count && _source.Cues[i].End <= end; i++)
        {
            if (_source.Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Award, OfPercent: false }) return true;
        }

        return false;
    }

    /// <summary>The last figure of the same kind before it, in the same bracket or outside any.</summary>
    public Figure? Previous()
    {
        for (var i = _first - 1; i >= Math.Max(0, _first - FurthestFigure); i--)
        {
            if (_figures[i].Kind == _figures[_first].Kind && (_figures[i].Bracket == _figures[_first].Bracket || _figures[i].Bracket < 0)) return _figures[i];
        }

        return null;
    }

    /// <summary>The same, where no full stop stands between.</summary>
    public Figure? PreviousInSentence() =>
        Previous() is { } previous && !_source.Folded.AsSpan(previous.SpanEnd, Math.Max(0, _figures[_first].SpanStart - previous.SpanEnd)).Contains('。') ? previous : null;

    /// <summary>Whether one of the figures of the same kind before it in the sentence is as asked.</summary>
    public bool AnyInSentence(Predicate<Figure> asked)
    {
        for (var i = _first - 1; i >= Math.Max(0, _first - FurthestFigure) && !_source.Folded.AsSpan(_figures[i].SpanEnd, Math.Max(0, _figures[_first].SpanStart - _figures[i].SpanEnd)).Contains('。'); i--)
        {
            if (_figures[i].Kind == _figures[_first].Kind && asked(_figures[i])) return true;
        }

        return false;
    }

    /// <summary>The same, where no semicolon stands between either.</summary>
    public Figure? PreviousInClause() =>
        PreviousInSentence() is { } previous && !_source.Folded.AsSpan(previous.SpanEnd, Math.Max(0, _figures[_first].SpanStart - previous.SpanEnd)).Contains(';') ? previous : null;

    // Walks left to the nearest , ; : 。 or open bracket; brackets that close on the way are passed over.
    private int Stretch(int from, out char sign)
    {
        var folded = _source.Folded;
        var previous = _previous;
        for (var (at, steps) = (from - 1, 0); at >= 0; at--, steps++)
        {
            if (steps > LongestStretch)
            {
                sign = '\0';
                return at;
            }

            sign = folded[at];
            if (previous is not null && at < previous.SpanEnd && at >= previous.SpanStart) return previous.SpanEnd <= from ? previous.SpanEnd : at;
            if (sign is ')' && _source.Brackets.OpenOf(at) is >= 0 and var open) (at, steps) = (open, steps + BracketStep);
            else if (sign is ',' or ';' or ':' or '。' or '!' or '?' or '(') return at + 1;
        }

        sign = '\0';
        return 0;
    }

    /// <summary>Notes a hiding word once: the same stretch is looked at for several ends.</summary>
    private void Hide(Rule rule, PhraseHit hit)
    {
        if (!Hidden.Exists(h => h.Start == hit.Start && h.End == hit.End && ReferenceEquals(h.Rule, rule))) Hidden.Add(new FigureEvidence(rule, hit.Start, hit.End));
    }

    private FoundCue? Best(int start, int end)
    {
        FoundCue? best = null;
        for (var i = _source.Cues.FirstFrom(start); i < _source.Cues.Count && _source.Cues[i].End <= end; i++)
        {
            var hit = _source.Cues[i];
            if (hit.Meaning.Subject is not RoleCue cue || cue.Standing == Standing.After || cue.Kind == CueKind.Step || (cue.OfPercent && !IsShare)) continue;
            if (IsShare && !cue.OfPercent && cue.Kind is CueKind.Measure or CueKind.Investment or CueKind.Price) continue;     // what the share is of
            if (cue.Touches && !Contact.Touches(new FoundCue(cue, hit.Start, hit.End))) continue;
            if (cue.Kind == CueKind.None) Hide(cue.Rule, hit);
            else if (IsAside(hit.Start, end)) continue;
            else if (best is not { } b || cue.Strength >= b.Cue.Strength || PaysFor(b, cue, hit.Start)) best = Over(best, cue, hit);
        }

        return best;
    }

    // 补贴租金50元: what is paid for stands between the word that gives and the figure; the word that gives decides.
    private static FoundCue? Over(FoundCue? best, RoleCue cue, PhraseHit hit) =>
        best is { Kind: CueKind.Award } award && cue.Kind is CueKind.Price or CueKind.Measure && hit.Start - award.End <= 1 && award.Cue.Strength >= cue.Strength
            ? award
            : new FoundCue(cue, hit.Start, hit.End);

    private static bool PaysFor(FoundCue best, RoleCue cue, int start) => best.Cue.Strength == 1 && cue.Strength == 1 && start >= best.End;

    private bool IsAside(int at, int end) => _source.Brackets.Around(at) is >= 0 and var open && _source.Brackets.CloseOf(open) < end;

    // 逾期仍未完成的, 并缴纳社保的,: a clause that ends in 的 reports nothing; 予以定额扣减, takes nothing off what another clause gives.
    private bool IsPassing(FoundCue cue, int start, int end)
    {
        if (cue is { Kind: CueKind.Penalty or CueKind.Price, Cue.Strength: 1 }) return true;
        if (cue is not ({ Kind: CueKind.Spent, Cue.Strength: 1 } or { Kind: CueKind.Price, Cue.Strength: 2 })) return false;
        while (end > start && !char.IsLetter(_source.Folded[end - 1])) end--;
        return _source.Words.LengthBefore(_source.Folded, end, NumberWordKind.Of) > 0;
    }

    private bool ThingBetween(int start, int end)
    {
        for (var i = _source.Bases.FirstFrom(start); i < _source.Bases.Count && _source.Bases[i].Start < end; i++)
        {
            if (_source.Bases[i].End <= end && _source.Bases[i].End - _source.Bases[i].Start > 1) return true;
        }

        return false;
    }
}
