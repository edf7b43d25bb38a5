using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Measures;

/// <summary>One item while its measures are put together: clauses, places and clause words in folded offsets (end exclusive).</summary>
internal sealed class ItemReading
{
    private static readonly List<RegionMention> NoPlaces = [];   // never changed

    private readonly List<Placed<RegionMention>> _actors = [];
    private readonly List<Placed<Mention>> _amounts = [];
    private readonly List<ClauseWord> _words;

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

        var hits = context.Text.Hits.Of(PhraseUse.Clause);
        _words = new List<ClauseWord>(hits.Count);
        foreach (var hit in hits)
        {
            if (context.Text.Boundaries.IsWhole(hit.Start, hit.End)) _words.Add(new ClauseWord(hit.Start, hit.End, (ClauseRule)hit.Meaning.Subject));
        }
    }

    public ItemContext Context { get; }

    public string Folded { get; }

    /// <summary>No clause word is longer, in characters.</summary>
    public int LongestWord => Context.Text.Hits.Longest(PhraseUse.Clause);

    public List<Clause> Clauses { get; }

    public SourceSpan Source(int start, int end) => Context.Text.Source(start, end);

    /// <summary>The clause word of a kind that begins exactly here (the longest), or null.</summary>
    public (int End, ClauseRule Rule)? WordAt(int start, ClauseWordKind kind)
    {
        (int, ClauseRule)? longest = null;
        for (var i = FirstWordFrom(start); i < _words.Count && _words[i].Start == start; i++)
        {
            if (_words[i].Rule.Kind == kind) longest = (_words[i].End, _words[i].Rule);
        }

        return longest;
    }

    /// <summary>The clause words of a kind inside a stretch, in order.</summary>
    public ClauseWords Words(int start, int end, ClauseWordKind kind) => new(_words, FirstWordFrom(start), end, kind);

    /// <summary>The first of them, or null.</summary>
    public ClauseWord? FirstWord(int start, int end, ClauseWordKind kind)
    {
        foreach (var word in Words(start, end, kind)) return word;
        return null;
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
            if (_actors[i].End <= end) (actors ??= []).Add(_actors[i].Mention);
        }

        return actors ?? NoPlaces;
    }

    /// <summary>The money and percents of a stretch, in order.</summary>
    public IReadOnlyList<Mention> AmountsIn(int start, int end)
    {
        List<Mention>? amounts = null;
        for (var i = FirstFrom(_amounts, start); i < _amounts.Count && _amounts[i].Start < end; i++) (amounts ??= []).Add(_amounts[i].Mention);
        return amounts ?? (IReadOnlyList<Mention>)[];
    }

    /// <summary>Where the first amount of a stretch begins; the stretch's end where it has none.</summary>
    public int FirstAmount(int start, int end)
    {
        var first = FirstFrom(_amounts, start);
        return first < _amounts.Count && _amounts[first].Start < end ? _amounts[first].Start : end;
    }

    /// <summary>Whether something is given in a clause: an award, cap, floor or rate.</summary>
    public bool HasGift(Clause clause)
    {
        for (var i = FirstFrom(_amounts, clause.Start); i < _amounts.Count && _amounts[i].Start < clause.End; i++)
        {
            if (_amounts[i].Mention is MoneyMention { Role: MoneyRole.Award or MoneyRole.Cap or MoneyRole.Floor } or PercentMention { Role: PercentRole.Rate or PercentRole.Cap }) return true;
        }

        return false;
    }

    /// <summary>Adds which narrowing and pairing words stand in a stretch.</summary>
    public void AddClauseEvidence(int start, int end, List<Evidence> evidence)
    {
        for (var i = FirstWordFrom(start); i < _words.Count && _words[i].Start < end; i++)
        {
            var word = _words[i];
            if (word.End > end || word.Rule.Kind is not (ClauseWordKind.Narrows or ClauseWordKind.Respectively or ClauseWordKind.Joins)) continue;
            evidence.Add(new Evidence(word.Rule.Rule.Id, Source(word.Start, word.End)));
        }
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

    private int FirstWordFrom(int start)
    {
        var (low, high) = (0, _words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

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

/// <summary>A clause word with its folded offsets.</summary>
internal readonly record struct ClauseWord(int Start, int End, ClauseRule Rule);

/// <summary>The clause words of one kind inside a stretch, in order.</summary>
internal struct ClauseWords(List<ClauseWord> words, int first, int end, ClauseWordKind kind)
{
    private int _at = first - 1;

    public readonly ClauseWord Current => words[_at];

    public readonly ClauseWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++_at < words.Count && words[_at].Start < end)
        {
            if (words[_at].End <= end && words[_at].Rule.Kind == kind) return true;
        }

        return false;
    }
}

/// <summary>A mention with its folded offsets.</summary>
internal readonly record struct Placed<T>(T Mention, int Start, int End)
    where T : Mention;
