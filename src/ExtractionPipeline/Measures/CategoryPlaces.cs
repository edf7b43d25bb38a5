using ExtractionPipeline.Mentions;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Measures;

/// <summary>What a place of a text is worth to the words that speak there for a category; asked in order of the text.</summary>
/// <remarks>
/// A plain place is worth <see cref="Plain"/> for one point of weight. One more where the words close their clause, one more in the clause
/// that first speaks of any category: Chinese puts the object last and the main thing first. Half of all that inside 《》, for a title says
/// what a document is about and not what is done, and half between 对 and the giving word of its sentence (对…给予), for that says
/// who receives. Nothing inside the name of an authority.
/// </remarks>
internal sealed class CategoryPlaces
{
    /// <summary>Worth of a plain place.</summary>
    public const int Plain = 5;

    private const int ClosesClause = 1;
    private const int FirstClause = 1;

    /// <summary>Words that end at most this far before the end of their clause close it, in characters.</summary>
    private const int CloseReach = 4;

    /// <summary>Longest distance between 对 and the giving word, in characters.</summary>
    private const int ReceiverReach = 80;

    private const string SentenceMarks = "。;";

    private readonly List<Clause> _clauses;
    private Stretches _names;
    private Stretches _titles;
    private Stretches _receivers;
    private int _clause;
    private int _firstClause = -1;

    private CategoryPlaces(string folded, List<Clause> clauses, List<(int Start, int End)>? names, List<(int Start, int End)>? receivers)
    {
        _clauses = clauses;
        _names = new Stretches(names);
        _titles = new Stretches(Titles(folded));
        _receivers = new Stretches(receivers);
    }

    public static CategoryPlaces OfItem(ItemText text, ItemFindings found, List<Clause> clauses)
    {
        List<(int Start, int End)>? names = null;
        foreach (var mention in found.Mentions)   // in document order
        {
            if (mention is OrganisationMention) (names ??= []).Add((text.Search.FromSource(mention.Span.Start), text.Search.FromSource(mention.Span.End)));
        }

        return new CategoryPlaces(text.Folded, clauses, names, Receivers(text.Folded, text.Hits.Of(PhraseUse.Clause)));
    }

    public static CategoryPlaces OfHeading(string folded) => new(folded, ClauseSplitter.Split(folded), null, null);

    /// <summary>The points of a rule of this weight whose words stand here; 0 where nothing counts.</summary>
    public int Weigh(int weight, int start, int end)
    {
        if (_names.Contain(start)) return 0;
        while (_clause < _clauses.Count - 1 && _clauses[_clause].End <= start) _clause++;
        var inTitle = _titles.Contain(start);
        if (_firstClause < 0 && !inTitle) _firstClause = _clause;
        var worth = Plain + (_clause == _firstClause ? FirstClause : 0) + (Closes(end) ? ClosesClause : 0);
        return weight * worth / (inTitle || _receivers.Contain(start) ? 2 : 1);
    }

    private bool Closes(int end)
    {
        var clause = _clause;
        while (clause < _clauses.Count - 1 && _clauses[clause].End < end) clause++;
        return _clauses[clause].End - end <= CloseReach;
    }

    /// <summary>What stands inside 《》; an open one reaches to the end of the text. Null where there is none.</summary>
    private static List<(int Start, int End)>? Titles(string folded)
    {
        List<(int Start, int End)>? titles = null;
        for (var open = folded.IndexOf('《', StringComparison.Ordinal); open >= 0;)
        {
            var close = folded.IndexOf('》', open);
            if (close < 0) close = folded.Length;
            (titles ??= []).Add((open, close));
            open = close < folded.Length ? folded.IndexOf('《', close) : -1;
        }

        return titles;
    }

    /// <summary>The stretches between 对 and the first giving word behind it in the same sentence; null where there is none.</summary>
    private static List<(int Start, int End)>? Receivers(string folded, PhraseHitList hits)
    {
        List<(int Start, int End)>? receivers = null;
        var open = -1;
        foreach (var hit in hits)
        {
            if (hit.Start - open > ReceiverReach || (open >= 0 && hit.Start > open && folded.AsSpan(open, hit.Start - open).IndexOfAny(SentenceMarks) >= 0)) open = -1;
            var kind = ((ClauseRule)hit.Meaning.Subject).Kind;
            if (kind is ClauseWordKind.OpensBeneficiary && open < 0) open = hit.End;
            if (kind is not ClauseWordKind.Gives || open < 0 || hit.Start < open) continue;
            (receivers ??= []).Add((open, hit.Start));
            open = -1;
        }

        return receivers;
    }

    /// <summary>Stretches in order of start; asked in order of the text, so that each is looked at once.</summary>
    private struct Stretches(List<(int Start, int End)>? stretches)
    {
        private int _next;

        public bool Contain(int index)
        {
            if (stretches is null) return false;
            while (_next < stretches.Count && stretches[_next].End <= index) _next++;
            return _next < stretches.Count && stretches[_next].Start <= index;
        }
    }
}
