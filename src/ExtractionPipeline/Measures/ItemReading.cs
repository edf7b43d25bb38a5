using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>One item while its measures are put together: clauses, places and clause words in folded offsets (end exclusive).</summary>
internal sealed class ItemReading
{
    private readonly List<Placed<RegionMention>> _actors = [];
    private readonly List<Placed<Mention>> _amounts = [];
    private readonly List<(int Start, int End, ClauseRule Rule)> _words = [];

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

        foreach (var hit in context.Text.Hits.Of(PhraseUse.Clause))
        {
            var rule = (ClauseRule)hit.Meaning.Subject;
            if (IsWord(context.Text.Boundaries, hit.Start, hit.End, rule.Kind)) _words.Add((hit.Start, hit.End, rule));
        }
    }

    public ItemContext Context { get; }

    public string Folded { get; }

    public IReadOnlyList<Clause> Clauses { get; }

    public SourceSpan Source(int start, int end) => Context.Text.Source(start, end);

    /// <summary>The clause word of a kind that begins exactly here (the longest), or null.</summary>
    public (int End, ClauseRule Rule)? WordAt(int start, ClauseWordKind kind)
    {
        (int, ClauseRule)? longest = null;
        foreach (var word in _words)
        {
            if (word.Start == start && word.Rule.Kind == kind) longest = (word.End, word.Rule);
        }

        return longest;
    }

    /// <summary>The clause words of a kind inside a stretch, in order.</summary>
    public IEnumerable<(int Start, int End, ClauseRule Rule)> Words(int start, int end, ClauseWordKind kind)
    {
        foreach (var word in _words)
        {
            if (word.Start >= start && word.End <= end && word.Rule.Kind == kind) yield return word;
        }
    }

    /// <summary>All clause words inside a stretch, in order.</summary>
    public IEnumerable<(int Start, int End, ClauseRule Rule)> Words(int start, int end)
    {
        foreach (var word in _words)
        {
            if (word.Start >= start && word.End <= end) yield return word;
        }
    }

    /// <summary>Where a mention ends, in folded offsets.</summary>
    public int FoldedEnd(Mention mention) => Context.Text.Search.FromSource(mention.Span.End);

    /// <summary>Whether a place lies between the first and the last of some amounts.</summary>
    public bool IsAmountBetween(List<Mention> amounts, int at) =>
        at >= Context.Text.Search.FromSource(amounts[0].Span.Start) && at < FoldedEnd(amounts[^1]);

    /// <summary>Whether money or a percentage begins here.</summary>
    public bool IsAmountAt(int start) => _amounts.Exists(a => a.Start == start);

    /// <summary>Whether money or a percentage ends here.</summary>
    public bool IsAmountBefore(int end) => _amounts.Exists(a => a.End == end);

    /// <summary>Whether a place is only where or with whom something is done (在…, 与…): such a word stands right before it or its list.</summary>
    public bool IsRelated(RegionMention place, List<Evidence> evidence)
    {
        var start = Context.Text.Search.FromSource(place.Span.Start);
        for (var i = _actors.Count - 1; i >= 0; i--)
        {
            if (_actors[i].End == start - 1 && Folded[start - 1] is '、' or '/') start = _actors[i].Start;
        }

        foreach (var word in _words)
        {
            if (word.End != start || word.Rule.Kind is not ClauseWordKind.Relates) continue;
            evidence.Add(new Evidence(word.Rule.Rule.Id, Source(word.Start, word.End)));
            return true;
        }

        return false;
    }

    /// <summary>The places of a bracket that closes the item and holds nothing else: …。（长沙市）; empty where there is none.</summary>
    public IReadOnlyList<RegionMention> SignedBy(out Clause bracket)
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
    public IReadOnlyList<RegionMention> SubjectOf(Clause clause, List<Evidence> evidence)
    {
        var start = clause.Start;
        while ((WordAt(start, ClauseWordKind.Narrows) ?? WordAt(start, ClauseWordKind.Joins)) is { } word) start = word.End;
        var subject = new List<RegionMention>();
        foreach (var actor in _actors)
        {
            if (actor.Start < start) continue;
            if (actor.Start >= clause.End || (actor.Start > start && !(subject.Count > 0 && IsListMark(start, actor.Start, evidence)))) break;
            subject.Add(actor.Mention);
            start = actor.End;
        }

        return subject;
    }

    /// <summary>All places that act in a stretch.</summary>
    public List<RegionMention> ActorsIn(int start, int end) => [.. _actors.Where(a => a.Start >= start && a.End <= end).Select(a => a.Mention)];

    /// <summary>The money and percents of a stretch, in order.</summary>
    public List<Mention> AmountsIn(int start, int end) => [.. _amounts.Where(a => a.Start >= start && a.Start < end).Select(a => a.Mention)];

    /// <summary>The same with their places.</summary>
    public IEnumerable<Placed<Mention>> PlacedAmounts(int start, int end) => _amounts.Where(a => a.Start >= start && a.Start < end);

    /// <summary>Whether something is given in a clause: an award, cap, floor or rate.</summary>
    public bool HasGift(Clause clause) => _amounts.Exists(a => a.Start >= clause.Start && a.Start < clause.End && a.Mention is
        MoneyMention { Role: MoneyRole.Award or MoneyRole.Cap or MoneyRole.Floor } or PercentMention { Role: PercentRole.Rate or PercentRole.Cap });

    /// <summary>Which narrowing and pairing words stand in a stretch.</summary>
    public IEnumerable<Evidence> ClauseEvidence(int start, int end)
    {
        foreach (var word in _words)
        {
            if (word.Start < start || word.End > end) continue;
            if (word.Rule.Kind is ClauseWordKind.Narrows or ClauseWordKind.Respectively or ClauseWordKind.Joins)
            {
                yield return new Evidence(word.Rule.Rule.Id, Source(word.Start, word.End));
            }
        }
    }

    /// <summary>A row of whole words; a receiver may also open a compound that the dictionary holds as one word (企业应用, but not 企业家).</summary>
    private static bool IsWord(WordBoundaries boundaries, int start, int end, ClauseWordKind kind)
    {
        if (boundaries.IsWhole(start, end)) return true;
        return kind is ClauseWordKind.Receiver && end - start >= 2 && boundaries.IsAt(start) && boundaries.WordStart(end) == start && !boundaries.IsAt(end + 1);
    }

    private bool IsListMark(int start, int end, List<Evidence> evidence)
    {
        if (end == start + 1 && Folded[start] is '、' or '/') return true;
        if (WordAt(start, ClauseWordKind.JoinsList) is not { } join || join.End != end) return false;
        evidence.Add(new Evidence(join.Rule.Rule.Id, Source(start, end)));
        return true;
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
