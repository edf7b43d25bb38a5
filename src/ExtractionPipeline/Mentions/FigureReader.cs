using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Reads numbers and units into figures: 50万元, 8—10万元, 10、20、30万元, 1亿（含）至5亿元, 60%.</summary>
/// <remarks>
/// A unit belongs to all numbers that 至, — or 、 join in front of it, and lends them its 万 or 亿. Of several units at one
/// place the longest counts; of equal ones money before percent before quantity. A figure never begins inside another.
/// </remarks>
internal sealed class FigureReader(FigureSource source)
{
    private const int MostMembers = 32;     // numbers that share one unit; of a longer list the last ones do

    private readonly string _folded = source.Folded;
    private readonly List<Figure> _figures = [];
    private readonly List<Member> _members = [];
    private readonly UnitReader _units = new(source);

    /// <summary>All figures in order, without bounds.</summary>
    public List<Figure> Read()
    {
        for (var n = 0; n < source.Numbers.Count;)
        {
            var before = _figures.Count;
            var read = ReadChain(n);
            n += Math.Max(1, read);
            if (_figures.Count == before) continue;
            while (n < source.Numbers.Count && source.Numbers[n].Start < _figures[^1].SpanEnd) n++;
        }

        ReadSharesInWords();
        foreach (var figure in _figures) figure.Bracket = source.Brackets.Around(figure.Start);
        JoinRestatements();
        return _figures;
    }

    /// <summary>Candidates that a hiding word forbade: the rule, start and end.</summary>
    public IReadOnlyList<(NotAUnit Hider, int Start, int End)> Hidden => _units.Hidden;

    // 的一半: a share that brings its own number.
    private void ReadSharesInWords()
    {
        var place = 0;
        foreach (var hit in source.Percent)
        {
            if (hit.Meaning.Subject is not PercentUnit { Standing: Standing.Alone } share) continue;
            while (place < _figures.Count && _figures[place].Start <= hit.Start) place++;
            var figure = new Figure(FigureKind.Percent, hit.Start + 1, hit.End, share.Value, share.Value) { Rule = share.Rule };
            _figures.Insert(place, figure);
        }
    }

    // How many numbers were used; 0 where no unit follows.
    private int ReadChain(int first)
    {
        _members.Clear();
        var n = first;
        var at = AddMember(n, NumberWordKind.Whole);
        FoundUnit? unit;
        while ((unit = _units.At(at, source.Numbers[n], source.Numbers[first].Start)) is null)
        {
            var next = Joined(at, out var kind);
            if (next < 0 || _members.Count == MostMembers) break;
            n = next;
            at = AddMember(n, kind);
        }

        if (unit is not { } found) return 0;
        var from = DropLabel();
        for (var m = from; m < _members.Count; m++)
        {
            if (source.Numbers[_members[m].Number].Fault == NumberFault.NotANumber) return 0;
        }

        BuildFigures(from, found);
        var last = _figures[^1];
        ReadBehindUnit(last, found);
        MergeRange(last, found);
        return n - first + 1;
    }

    private int AddMember(int number, NumberWordKind join)
    {
        var at = source.Numbers[number].End;
        var mark = InclusionMark.At(source, at);
        _members.Add(new Member(number, join, mark));
        return mark?.End ?? at;
    }

    private int Joined(int at, out NumberWordKind kind)
    {
        kind = NumberWordKind.Range;
        var length = source.Words.LengthAt(_folded, at, NumberWordKind.Range);
        if (length == 0)
        {
            kind = NumberWordKind.List;
            length = source.Words.LengthAt(_folded, at, NumberWordKind.List);
        }

        if (length == 0 && at < _folded.Length && _folded[at] == ',' && CommaList(at)) length = 1;
        return length == 0 ? -1 : source.NumberAt(at + length);
    }

    // 10,20,30万元: a comma shares a unit only between three and more numbers in digits.
    private bool CommaList(int at)
    {
        var next = source.NumberAt(at + 1);
        if (next < 0) return false;
        var end = source.Numbers[next].End;
        var again = end < _folded.Length && _folded[end] == ',' && source.NumberAt(end + 1) >= 0;
        return again || (_members.Count >= 2 && _members[^1].Join == NumberWordKind.List);
    }

    // 1、500万元: a small number at the beginning of a statement is its label. Three and more members are a list.
    private int DropLabel()
    {
        if (_members.Count != 2 || _members[1].Join != NumberWordKind.List) return 0;
        var token = source.Numbers[_members[0].Number];
        var start = token.Start;
        var begins = start == 0 || _folded[start - 1] is '。' or ';' or ':' || (source.Text.HasGapBefore(start) && source.Text.GapBefore(start).ContainsAny('\n', '\t'));
        return begins && token.Value is > 0 and <= 30 && token.Scale == 1 ? 1 : 0;
    }

    private void BuildFigures(int from, FoundUnit unit)
    {
        var lender = source.Numbers[_members[^1].Number];
        for (var m = from; m < _members.Count; m++)
        {
            var (number, _, lowMark) = _members[m];
            var isRange = m + 1 < _members.Count && _members[m + 1].Join == NumberWordKind.Range;
            if (isRange) m++;
            var (topNumber, _, topMark) = _members[m];
            var (token, topToken) = (source.Numbers[number], source.Numbers[topNumber]);
            var start = number == _members[from].Number ? Math.Min(unit.Start, token.Start) : token.Start;
            var top = Value(topToken, lender, null, unit.Factor);
            var low = isRange ? Value(token, lender, top, unit.Factor) : top;
            var figure = new Figure(unit.Kind, start, m == _members.Count - 1 ? unit.End : topToken.End, low, top)
            {
                Rule = unit.Rule,
                IsRange = isRange && low is not null && top is not null,
                Approximate = token.Approximate || topToken.Approximate,
                IsImplied = token.Form == NumberForm.Implied,
                IsArticle = unit.Kind == FigureKind.Quantity && token is { Form: NumberForm.Numerals, Value: 1 },
                Currency = unit.Currency,
                TakesNoun = unit.TakesNoun,
                UnitText = unit.Text,
            };
            if (low is null || top is null) figure.Low = figure.High = null;
            if (isRange && lowMark?.Included is { } included) figure.LowIncluded = included;
            topMark?.Apply(figure, unit.Factor);
            _figures.Add(figure);
        }
    }

    // 8—10万元: 8 borrows 万. 5000—1万元 and 5000、1万元 do not: the loan would turn the order round.
    private static decimal? Value(NumberToken token, NumberToken lender, decimal? top, decimal factor)
    {
        if (token.Value is not { } value) return null;
        if (token.Scale != 1 || lender.Scale == 1 || token.Start == lender.Start) return value * factor;
        var lent = value * lender.Scale * factor;
        var tooMuch = top is { } high ? lent > high && value * factor <= high : value >= 1000 && lent > 50 * lender.Value * factor;
        return tooMuch ? value * factor : lent;
    }

    // Behind the unit: 角 and 分, 整, the bases behind a slash, a bracket with 含.
    private void ReadBehindUnit(Figure figure, FoundUnit unit)
    {
        var at = figure.End;
        if (figure.Kind == FigureKind.Money)
        {
            at = AddParts(figure, at);
            at += source.Words.LengthAt(_folded, at, NumberWordKind.Whole);
            at = BaseReader.ReadSlash(source, source.SkipCurrency(at), figure.SlashBases, figure.BaseEvidence) is var end && figure.SlashBases.Count > 0 ? end : at;
        }

        figure.End = figure.SpanEnd = at;
        if (InclusionMark.At(source, source.SkipCurrency(at)) is not { } mark) return;
        mark.Apply(figure, unit.Factor);
        figure.SpanEnd = mark.End;
        if (mark.Restated is not null) figure.End = mark.End;
    }

    // 3元5角2分.
    private int AddParts(Figure figure, int at)
    {
        while (!figure.IsRange && source.NumberAt(at) is >= 0 and var n && source.Numbers[n].Value is < 10 and { } value
            && source.Money.LongestAt(source.Numbers[n].End, h => h.Meaning.Subject is MoneyUnit { Factor: < 1 }) is { Meaning.Subject: MoneyUnit part } hit)
        {
            figure.Low = figure.High = figure.High + (value * part.Factor);
            figure.Evidence.Add(new FigureEvidence(part.Rule, hit.Start, hit.End));
            at = hit.End;
        }

        return at;
    }

    // 0.5万元—1万元: the unit stands twice. The second end is read as a chain of its own, then joined.
    private void MergeRange(Figure low, FoundUnit unit)
    {
        if (low.IsRange || low.Low is null) return;
        var length = source.Words.LengthAt(_folded, low.SpanEnd, NumberWordKind.Range);
        if (length == 0) return;
        var start = low.SpanEnd + length;
        var prefix = unit.Kind == FigureKind.Percent ? source.Percent.LongestAt(start, h => h.Meaning.Subject is PercentUnit { Standing: Standing.Before }) : null;
        var n = source.NumberAt(prefix?.End ?? source.SkipCurrency(start));
        if (n < 0 || source.Numbers[n].Value is not { } value) return;
        var mark = InclusionMark.At(source, source.Numbers[n].End);
        var second = _units.At(mark?.End ?? source.Numbers[n].End, source.Numbers[n], start);
        if (second is null && unit.IsPrefix) second = unit with { End = source.Numbers[n].End };
        if (second is not { } top || top.Kind != low.Kind || !string.Equals(top.Currency, low.Currency, StringComparison.Ordinal)) return;
        if (low.Kind == FigureKind.Quantity && !string.Equals(top.Text, low.UnitText, StringComparison.Ordinal)) return;
        low.High = value * top.Factor;
        low.IsRange = true;
        low.Approximate |= source.Numbers[n].Approximate;
        low.End = low.UnitEnd = top.End;
        mark?.Apply(low, top.Factor);
        ReadBehindUnit(low, top);
    }

    // 壹佰万元整（¥1,000,000）: a bracket with the same amount and hardly anything else restates the figure before it.
    private void JoinRestatements()
    {
        for (var i = 1; i < _figures.Count; i++)
        {
            var (figure, again) = (_figures[i - 1], _figures[i]);
            if (again.Bracket < 0 || again.Bracket != source.SkipCurrency(figure.End) || figure.Kind != again.Kind || figure.Low is null || figure.Low != again.Low || figure.High != again.High) continue;
            var close = source.Brackets.CloseOf(again.Bracket);
            if (close - again.Bracket - (again.End - again.Start) > 7) continue;
            figure.End = figure.SpanEnd = close + 1;
            _figures.RemoveAt(i--);
        }
    }

    private readonly record struct Member(int Number, NumberWordKind Join, InclusionMark? Mark);
}
