using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>One item while its measures are put together: clauses, places and clause words in folded offsets (end exclusive).</summary>
internal sealed class ItemReading
{
    private const int MostPlacesOfList = 100;   // that are looked through for the word before their list

    private static readonly List<RegionMention> NoPlaces = [];   // never changed

    private readonly List<Placed<RegionMention>> _actors = [];
    private readonly List<Placed<Mention>> _amounts = [];
    private readonly ClauseWordIndex _words;

    /// <param name="context">The item; its mentions are in document order.</param>
    public ItemReading(ItemContext context)
    {
        Context = context;
        Folded = context.Text.Folded;
        Clauses = ClauseSplitter.Split(Folded);
        foreach (var mention in context.Found.Mentions)
        {
            switch (mention)
            {
                case RegionMention { Role: RegionRole.Actor } actor: _actors.Add(Place(actor)); break;
                case MoneyMention or PercentMention: _amounts.Add(Place(mention)); break;
            }
        }

        _words = new ClauseWordIndex(context.Text.Hits.Of(PhraseUse.Clause), context.Text.Boundaries);
    }

    public ItemContext Context { get; }

    public string Folded { get; }

    /// <summary>No clause word is longer, in characters.</summary>
    public int LongestWord => Context.Text.Hits.Longest(PhraseUse.Clause);

    public List<Clause> Clauses { get; }

    public SourceSpan Source(int start, int end) => Context.Text.Source(start, end);

    /// <summary>The clause word of a kind that begins exactly here (the longest), or null.</summary>
    public ClauseWord? WordAt(int start, ClauseWordKind kind) => _words.LongestAt(start, kind);

    /// <summary>The clause words of a kind inside a stretch, in order.</summary>
    public ClauseWords Words(int start, int end, ClauseWordKind kind) => _words.Words(start, end, kind);

    /// <summary>The clause words of some kinds inside a stretch, in order; of all kinds where none is named.</summary>
    public ClauseWords Words(int start, int end, params scoped ReadOnlySpan<ClauseWordKind> kinds) => _words.Words(start, end, kinds);

    /// <summary>The first of them, or null.</summary>
    public ClauseWord? FirstWord(int start, int end, ClauseWordKind kind)
    {
        foreach (var word in Words(start, end, kind)) return word;
        return null;
    }

    /// <summary>Whether such a word stands in a stretch.</summary>
    public bool HasWord(int start, int end, ClauseWordKind kind) => FirstWord(start, end, kind) is not null;

    /// <summary>Whether such a word ends a stretch.</summary>
    public bool EndsWith(int start, int end, ClauseWordKind kind) => StartOf(start, end, kind) >= 0;

    /// <summary>Where the word of a kind that ends a stretch begins; -1 where none does.</summary>
    public int StartOf(int start, int end, ClauseWordKind kind) => _words.LongestEndingAt(end, Math.Max(start, end - LongestWord), kind)?.Start ?? -1;

    /// <summary>Where a mention ends, in folded offsets.</summary>
    public int FoldedEnd(Mention mention) => Context.Text.Search.FromSource(mention.Span.End);

    /// <summary>Whether a place lies between the first and the last of some amounts.</summary>
    public bool IsAmountBetween(List<Mention> amounts, int at) =>
        at >= Context.Text.Search.FromSource(amounts[0].Span.Start) && at < FoldedEnd(amounts[^1]);

    /// <summary>Whether money or a percentage begins here.</summary>
    public bool IsAmountAt(int start) => FirstFrom(_amounts, start) is var first && first < _amounts.Count && _amounts[first].Start == start;

    /// <summary>Whether money or a percentage ends here.</summary>
    public bool IsAmountBefore(int end) => FirstFrom(_amounts, end) is > 0 and var next && _amounts[next - 1].End == end;

    /// <summary>The money and percents of a stretch with their places, in order.</summary>
    public List<Placed<Mention>> PlacedAmounts(int start, int end)
    {
        var first = FirstFrom(_amounts, start);
        return _amounts.GetRange(first, Math.Max(0, FirstFrom(_amounts, end) - first));
    }

    /// <summary>Whether a place is only where or with whom something is done (在…, 与…): such a word stands right before it or its list.</summary>
    public bool IsRelated(RegionMention place, List<Evidence> evidence)
    {
        var start = Context.Text.Search.FromSource(place.Span.Start);
        var last = FirstFrom(_actors, start) - 1;
        for (var i = last; i >= 0 && last - i < MostPlacesOfList && _actors[i].End == start - 1 && Folded[start - 1] is '、' or '/'; i--) start = _actors[i].Start;
        if (_words.LongestEndingAt(start, start - LongestWord, ClauseWordKind.Relates) is not { } word) return false;
        evidence.Add(new Evidence(word.Rule.Rule.Id, Source(word.Start, word.End)));
        return true;
    }

    /// <summary>The places of a bracket that closes the item and holds nothing else: …。（长沙市）; empty where there is none.</summary>
    public List<RegionMention> SignedBy(out Clause bracket)
    {
        bracket = Clauses.Count > 0 ? Clauses[^1] : default;
        if (Clauses.Count == 0 || bracket.End - bracket.Start < 3) return [];
        var end = Folded[bracket.End - 1] == ')' ? bracket.End : -1;
        var open = end < 0 ? -1 : Folded.LastIndexOf('(', end - 1);
        if (open < bracket.Start) return [];
        var at = open + 1;
        var places = new List<RegionMention>();
        foreach (var actor in _actors)
        {
            if (actor.Start < at) continue;
            if (actor.Start > at && !IsListMark(at, actor.Start, [])) return [];
            places.Add(actor.Mention);
            at = actor.End;
        }

        if (at != end - 1) return [];
        bracket = bracket with { Start = open };
        return places;
    }

    /// <summary>The list of places that opens a clause, behind words such as 其中; empty where none does.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="evidence">Gets the words that join the list.</param>
    public List<RegionMention> SubjectOf(Clause clause, List<Evidence> evidence)
    {
        var start = clause.Start;
        while ((WordAt(start, ClauseWordKind.Narrows) ?? WordAt(start, ClauseWordKind.Joins)) is { } word) start = word.End;
        List<RegionMention>? subject = null;
        for (var i = FirstFrom(_actors, start); i < _actors.Count; i++)
        {
            var actor = _actors[i];
            if (actor.Start < start) continue;
            if (actor.Start >= clause.End || (actor.Start > start && !(subject is not null && IsListMark(start, actor.Start, evidence)))) break;
            (subject ??= []).Add(actor.Mention);
            start = actor.End;
        }

        return subject ?? NoPlaces;
    }

    /// <summary>All places that act in a stretch.</summary>
    public List<RegionMention> ActorsIn(int start, int end)
    {
        List<RegionMention>? actors = null;
        for (var i = FirstFrom(_actors, start); i < _actors.Count && _actors[i].Start < end; i++)
        {
            WorkCount.Finds(1);
            if (_actors[i].End <= end) (actors ??= []).Add(_actors[i].Mention);
        }

        return actors ?? NoPlaces;
    }

    /// <summary>The money and percents of a stretch, in order.</summary>
    public IReadOnlyList<Mention> AmountsIn(int start, int end)
    {
        List<Mention>? amounts = null;
        for (var i = FirstFrom(_amounts, start); i < _amounts.Count && _amounts[i].Start < end; i++) (amounts ??= []).Add(_amounts[i].Mention);
        WorkCount.Finds(amounts?.Count ?? 0);
        return amounts ?? (IReadOnlyList<Mention>)[];
    }

    /// <summary>Where the first amount of a stretch begins; the stretch's end where it has none.</summary>
    public int FirstAmount(int start, int end)
    {
        var first = FirstFrom(_amounts, start);
        return first < _amounts.Count && _amounts[first].Start < end ? _amounts[first].Start : end;
    }

    /// <summary>Whether something is given or taken in a clause: an award, cap, floor, rate or penalty.</summary>
    public bool HasGift(Clause clause)
    {
        for (var i = FirstFrom(_amounts, clause.Start); i < _amounts.Count && _amounts[i].Start < clause.End; i++)
        {
            WorkCount.Finds(1);
            if (_amounts[i].Mention is MoneyMention { Role: MoneyRole.Award or MoneyRole.Cap or MoneyRole.Floor or MoneyRole.Penalty } or PercentMention { Role: PercentRole.Rate or PercentRole.Cap }) return true;
        }

        return false;
    }

    /// <summary>Adds which narrowing and pairing words stand in a stretch.</summary>
    public void AddClauseEvidence(int start, int end, List<Evidence> evidence)
    {
        foreach (var word in Words(start, end, ClauseWordKind.Narrows, ClauseWordKind.Respectively, ClauseWordKind.Joins))
            evidence.Add(new Evidence(word.Rule.Rule.Id, Source(word.Start, word.End)));
    }

    /// <summary>Whether a clause ends between two places.</summary>
    public bool EndsClauseBetween(int start, int end)
    {
        var (low, high) = (0, Clauses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Clauses[middle].End < start) low = middle + 1;
            else high = middle;
        }

        return low < Clauses.Count && Clauses[low].End < end;
    }

    private bool IsListMark(int start, int end, List<Evidence> evidence)
    {
        if (end == start + 1 && Folded[start] is '、' or '/') return true;
        if (WordAt(start, ClauseWordKind.JoinsList) is not { } join || join.End != end) return false;
        evidence.Add(new Evidence(join.Rule.Rule.Id, Source(start, end)));
        return true;
    }

    /// <summary>The last clause word of a kind inside a stretch that is wanted, or null; looks at so many at most.</summary>
    public ClauseWord? LastWord(int start, int end, ClauseWordKind kind, int most, Predicate<ClauseWord> wanted) => _words.LastWithin(start, end, kind, most, wanted);

    private static int FirstFrom<T>(List<Placed<T>> mentions, int start)
        where T : Mention
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private Placed<T> Place<T>(T mention)
        where T : Mention
    {
        var search = Context.Text.Search;
        return new Placed<T>(mention, search.FromSource(mention.Span.Start), search.FromSource(mention.Span.End));
    }
}

/// <summary>A mention with its folded offsets.</summary>
internal readonly record struct Placed<T>(T Mention, int Start, int End)
    where T : Mention;
