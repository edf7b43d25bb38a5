using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Sets the bounds of figures: 以上, 不超过, 最高, （含）.</summary>
/// <remarks>
/// A word behind a figure touches it. A word before it belongs to the first figure behind it that it reaches (see <see cref="BoundReach"/>);
/// the nearer word comes first, and a word that contradicts the one behind the figure is left out. A bound holds for the whole
/// list in which its figure stands (最高A、B、C; A、B、C以上), but a member keeps a bound of its own. A以上B以下 becomes one figure.
/// </remarks>
internal sealed class BoundReader(FigureSource source, List<Figure> figures)
{
    private const int LongestObject = 14;       // characters of the noun between 不超过 and its figure
    private const int LongestClause = 30;       // characters between 最高 and its figure
    private const int MostBases = 8;            // figures behind 每 between a bound word and its figure
    private const int LongestGift = 10;         // characters of the name of a gift behind its figure
    private const int LongestParallel = 24;     // characters between parallel members (…每人每月1,000元、居民参保人员每人每月500元)

    private static readonly CharacterSet ClauseEnds = CharacterSet.Of(",;。!?()");
    private static readonly CharacterSet NounEnds = CharacterSet.Of(",;。:!?()");

    private readonly string _folded = source.Folded;
    private readonly List<FigureEvidence> _silent = [];

    /// <summary>Words that hide a bound word where a figure follows.</summary>
    public IReadOnlyList<FigureEvidence> Silent => _silent;

    public void Read()
    {
        for (var i = 0; i < figures.Count; i++)
        {
            ReadBehind(figures[i]);
            while (i + 1 < figures.Count && figures[i + 1].Start < figures[i].SpanEnd) figures.RemoveAt(i + 1);    // inside a bracket that restates it
        }

        for (var i = source.Bounds.Count - 1; i >= 0; i--) ReadBefore(source.Bounds[i]);
        JoinTwoEnds();
        NumberLists();
        SpreadOverLists();
        SpreadOverParallels();
        foreach (var figure in figures)
        {
            if (figure.IsImplied && figure.IsExact && !figure.Approximate) figure.Low = figure.High = null;
        }
    }

    private void ReadBehind(Figure figure)
    {
        while (true)
        {
            var at = source.SkipCurrency(figure.SpanEnd);
            var open = at < _folded.Length && _folded[at] == '(' ? 1 : 0;
            if (source.Bounds.LongestAt(at + open, h => h.Meaning.Subject is Bound { Standing: Standing.After }) is not { Meaning.Subject: Bound bound } hit) return;
            if (open == 1 && (hit.End >= _folded.Length || _folded[hit.End] != ')')) return;
            if (!Attach(figure, bound, hit)) return;
            figure.SpanEnd = hit.End + open;
            if (InclusionMark.At(source, figure.SpanEnd) is not { } mark) continue;
            mark.Apply(figure, 1);
            figure.SpanEnd = mark.End;
            if (mark.Restated is not null) figure.End = mark.End;
        }
    }

    private void ReadBefore(PhraseHit hit)
    {
        if (hit.Meaning.Subject is not Bound bound) return;
        if (bound.Standing is not (Standing.Before or Standing.Never)) return;
        if (source.IsStep(hit.Start)) return;      // 每超过1亿元 is a step, not a bound
        if (Target(hit, bound) is not { } figure || !Reaches(hit, bound, figure)) return;
        if (bound.Standing == Standing.Never)
        {
            _silent.Add(new FigureEvidence(bound.Rule, hit.Start, hit.End));
            return;
        }

        if (figure.Approximate && figure.SpanEnd > figure.End && !bound.IsLimit) return;     // 控制在5.5%左右
        if (!Attach(figure, bound, hit)) return;
        if (source.SkipCurrencyBack(figure.SpanStart) == hit.End || figure.SpanStart == hit.End) figure.SpanStart = hit.Start;
    }

    // The first figure behind the word; a quantity behind 每 is a base and is passed over.
    private Figure? Target(PhraseHit hit, Bound bound)
    {
        var passed = 0;
        for (var i = FirstFrom(hit.End); i < figures.Count && passed <= MostBases; i++)
        {
            WorkCount.Finds(1);
            var figure = figures[i];
            if (figure.SpanStart < hit.End) continue;
            passed++;
            var isBase = figure.Kind == FigureKind.Quantity && source.Words.LengthBefore(_folded, figure.Start, NumberWordKind.Each) > 0;
            if (!isBase) return figure.Bracket == source.Brackets.Around(hit.Start) || bound.Reach == BoundReach.Touching ? figure : null;
        }

        return null;
    }

    private int FirstFrom(int start)
    {
        var (low, high) = (0, figures.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (figures[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool Reaches(PhraseHit hit, Bound bound, Figure figure)
    {
        var between = _folded.AsSpan(hit.End, figure.SpanStart - hit.End);
        if (between.Length == 0 || source.SkipCurrency(hit.End) == figure.SpanStart) return true;
        if (bound.Standing == Standing.Never) return between.Length <= LongestObject && between.IndexOfAny(",;。:") < 0;
        if (bound.Reach == BoundReach.Touching) return false;
        if (AreBases(hit.End, figure.SpanStart)) return true;
        var join = source.Words.LengthAt(_folded, hit.End, NumberWordKind.List);
        if (join > 0 && hit.End + join == figure.SpanStart) return true;       // 上限调整为31302元
        if (source.Words.LengthAt(_folded, hit.End, NumberWordKind.Of) > 0 || join > 0) return false;    // 费率上限及保费的80%
        if (PicksOut(hit.End, figure.SpanStart, bound)) return false;
        if (bound.Reach == BoundReach.Clause) return figure.Kind != FigureKind.Quantity || between.Length <= 4 ? between.Length <= LongestClause && ClauseEnds.FirstIn(between) < 0 : false;
        if (figure is { Kind: FigureKind.Percent, UnitText.Length: > 0 }) return false;     // 高于全省平均2.3个百分点 names the difference
        return bound.Reach == BoundReach.Object && IsNounOf(hit.End, figure, between);
    }

    // 最高贷款额度上浮20%, 超过上年度部分的50%: the bound is of the noun, the figure is of something else. 最高上浮20% and 提高到20% are bounded.
    private bool PicksOut(int start, int end, Bound bound)
    {
        for (var at = start; at < end && bound.IsLower; at++)
        {
            if (source.Words.LengthAt(_folded, at, NumberWordKind.Portion) > 0) return true;
        }

        for (var i = source.Cues.FirstFrom(start + 1); i < source.Cues.Count && source.Cues[i].Start < end; i++)
        {
            if (source.Cues[i].End == end && source.Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Growth }) return true;
        }

        return false;
    }

    private bool IsNounOf(int start, Figure figure, ReadOnlySpan<char> between)
    {
        if (figure.Kind == FigureKind.Quantity || between.Length > LongestObject || NounEnds.FirstIn(between) >= 0) return false;
        var gives = false;
        for (var i = source.Cues.FirstFrom(start); i < source.Cues.Count && source.Cues[i].End <= figure.SpanStart; i++)
        {
            gives |= source.Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Award, Strength: > 1 } cue && !cue.OfPercent && (figure.Kind == FigureKind.Money || cue.Standing == Standing.Before);
        }

        return !gives && (figure.Kind == FigureKind.Percent || !source.EndsClauseWithin(start, figure.SpanStart));
    }

    // 每人每月, 为, 人民币, in any order.
    private bool AreBases(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var next = source.SkipCurrency(at);
            if (next == at && _folded[at] is ':') next = at + 1;
            if (next == at && source.Words.LengthAt(_folded, at, NumberWordKind.Each) is > 0 and var each) next = at + each;
            if (next == at && source.BaseAt(at) is { } known) next = known.End;
            if (next == at) return false;
            at = next;
        }

        return true;
    }

    private static bool Attach(Figure figure, Bound bound, PhraseHit hit)
    {
        if (bound.IsLower)
        {
            if (figure.Upper is not null) return false;
            if (figure.Lower is null || bound.IsExclusive || (bound.IsRequired && !figure.Lower.IsExclusive)) figure.Lower = bound;
        }
        else if (bound.IsUpper)
        {
            if (figure.Lower is not null) return false;
            if (figure.Upper is null || bound.IsExclusive) figure.Upper = bound;
            figure.IsLimited |= bound.IsLimit;
        }
        else if (bound.Sense == BoundSense.About)
        {
            figure.Approximate = true;
        }

        figure.Evidence.Add(new FigureEvidence(bound.Rule, hit.Start, hit.End));
        return true;
    }

    private void JoinTwoEnds()
    {
        for (var i = 1; i < figures.Count; i++)
        {
            var (low, high) = (figures[i - 1], figures[i]);
            if (low.Kind != high.Kind || !string.Equals(low.Currency, high.Currency, StringComparison.Ordinal) || low.IsRange || high.IsRange) continue;
            var toBareEnd = high.IsExact && source.Words.LengthAt(_folded, low.SpanEnd, NumberWordKind.Range) is > 0 and var to && low.SpanEnd + to == high.SpanStart;
            if (low.Lower is null || high.IsLimited || !(low.Low < high.High) || !(toBareEnd || (high.Upper is not null && IsJoint(low.SpanEnd, high.SpanStart)))) continue;
            low.LowIncluded ??= !low.Lower.IsExclusive;
            low.HighIncluded = high.HighIncluded ?? high.LowIncluded ?? high.Upper?.IsExclusive != true;
            low.Upper = high.Upper;
            low.High = high.High;
            low.IsRange = true;
            low.End = high.End;
            low.UnitEnd = high.UnitEnd;
            low.SpanEnd = high.SpanEnd;
            low.SlashBases.AddRange(high.SlashBases);
            low.Evidence.AddRange(high.Evidence);
            figures.RemoveAt(i--);
        }
    }

    private bool IsJoint(int start, int end)
    {
        if (start < end && _folded[start] is ',' or '、') start++;
        return start + source.Words.LengthAt(_folded, start, NumberWordKind.And) == end || start + source.Words.LengthAt(_folded, start, NumberWordKind.Range) == end || start == end;
    }

    private void NumberLists()
    {
        for (var i = 0; i < figures.Count; i++)
        {
            figures[i].List = i > 0 && InOneList(figures[i - 1], figures[i]) ? figures[i - 1].List : i;
        }
    }

    private bool InOneList(Figure left, Figure right)
    {
        if (left.Kind != right.Kind || left.Bracket != right.Bracket) return false;
        if (left.IsExact && (right.Lower ?? right.Upper)?.Standing == Standing.Before && !right.IsRange && _folded[source.SkipCurrency(left.SpanEnd)] == '、') return false;     // 满200元减50元、满500元减120元
        if ((left.Upper is not null && right.Lower?.Standing == Standing.Before) || (left.Lower is not null && right.Upper?.Standing == Standing.Before)) return false;      // 封顶6万元、保底3000元
        var start = source.SkipCurrency(left.SpanEnd);
        var length = source.Words.LengthAt(_folded, start, NumberWordKind.List);
        return length > 0 && source.SkipCurrency(start + length) >= right.SpanStart;
    }

    private void SpreadOverLists()
    {
        for (var i = 1; i < figures.Count; i++)
        {
            if (figures[i].List == figures[i - 1].List && figures[i].IsExact) Copy(figures[i - 1], figures[i], Standing.Before);
        }

        for (var i = figures.Count - 2; i >= 0; i--)
        {
            if (figures[i].List == figures[i + 1].List && figures[i].IsExact) Copy(figures[i + 1], figures[i], Standing.After);
        }
    }

    private static void Copy(Figure from, Figure to, Standing standing)
    {
        if (from.IsRange) return;
        if (from.Lower?.Standing == standing) to.Lower = from.Lower;
        else if (from.Upper?.Standing == standing) to.Upper = from.Upper;
        else return;
        to.LowIncluded ??= standing == Standing.After ? from.LowIncluded : null;
        to.IsLimited = from.IsLimited;
        foreach (var evidence in from.Evidence)
        {
            if (evidence.Rule == (to.Lower ?? to.Upper)!.Rule) to.Evidence.Add(evidence);
        }
    }

    // 限额标准为职工参保人员每人每天120元（…），居民参保人员每人每天60元: the same base before both, or labels of one ending.
    private void SpreadOverParallels()
    {
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i] is not { Upper.Standing: Standing.Before, IsRange: false } figure) continue;
            for (var k = i + 1; k < figures.Count; k++)
            {
                if (figures[k].Bracket != figure.Bracket || figures[k].IsArticle) continue;
                if (figures[k].Kind == figure.Kind && figures[k].IsExact && (AreParallel(figure, figures[k]) || AreRaised(figure, figures[k]))) Copy(figure, figures[k], Standing.Before);
                break;
            }
        }
    }

    private bool AreParallel(Figure left, Figure right)
    {
        if (left.Upper?.Reach != BoundReach.Clause) return false;
        if (AreGifts(left, right)) return true;
        var at = left.SpanEnd;
        if (at < _folded.Length && _folded[at] == '(' && source.Brackets.CloseOf(at) is > 0 and var close) at = close + 1;
        if (at >= right.Start || _folded[at] is not ('、' or ',') || right.Start - at > LongestParallel) return false;
        var between = _folded.AsSpan(at + 1, right.Start - at - 1);
        if (between.IndexOfAny("。;,(") >= 0 || source.Cues.FirstFrom(at) is var c && c < source.Cues.Count && source.Cues[c].Start < right.Start && source.Cues[c].Meaning.Subject is RoleCue { Strength: > 1 }) return false;
        var (l, r) = (EachStart(left.Start), EachStart(right.Start));
        if (l < left.Start && r < right.Start) return _folded.AsSpan(l, left.Start - l).SequenceEqual(_folded.AsSpan(r, right.Start - r));
        return (r == right.Start && _folded[at] == '、' && l < left.Start || l == left.Start && r == right.Start && left.SpanStart == left.Start) && between.Length is > 1 and <= 10;
    }

    // 最高额度由50万元调整为60万元，双缴存由70万元调整为90万元: the same change of the same limit.
    private bool AreRaised(Figure left, Figure right)
    {
        if (left.List == right.List) return true;
        var old = figures.Find(f => f.List == left.List) ?? left;
        return left.Upper?.Reach == BoundReach.Clause && IsOld(old) && IsOld(right) && right.Start - left.SpanEnd <= LongestParallel && _folded[left.SpanEnd] is ',' or ';' or '、' && !_folded.AsSpan(left.SpanEnd, right.Start - left.SpanEnd).Contains('。');
    }

    private bool IsOld(Figure figure) => source.Words.LengthBefore(_folded, source.SkipCurrencyBack(figure.Start), NumberWordKind.From) > 0;

    // 最高1亿元项目资助、1000万元购房补贴: each figure with the name of its gift.
    private bool AreGifts(Figure left, Figure right)
    {
        var mark = right.SpanStart - 1;
        return left.SpanStart < left.Start && mark > left.SpanEnd && mark - left.SpanEnd <= LongestGift && _folded[mark] == '、'
            && NamesGift(left.SpanEnd, mark, h => h.End == mark) && NamesGift(right.SpanEnd, Math.Min(_folded.Length, right.SpanEnd + LongestGift), _ => true);
    }

    private bool NamesGift(int start, int end, Predicate<PhraseHit> stands)
    {
        if (NounEnds.FirstIn(_folded.AsSpan(start, end - start)) is >= 0 and var mark) end = start + mark;
        for (var i = source.Cues.FirstFrom(start); i < source.Cues.Count && source.Cues[i].End <= end; i++)
        {
            if (source.Cues[i].Meaning.Subject is RoleCue { Kind: CueKind.Award, OfPercent: false } cue && cue.Standing != Standing.Before && stands(source.Cues[i])) return true;
        }

        return false;
    }

    // Start of the 每… words that touch a figure; the figure's start where there are none.
    private int EachStart(int start)
    {
        var first = start;
        for (var at = start - 1; at >= Math.Max(0, start - 8); at--)
        {
            if (source.Words.LengthAt(_folded, at, NumberWordKind.Each) > 0 && AreBases(at, first)) first = at;
        }

        return first;
    }
}
