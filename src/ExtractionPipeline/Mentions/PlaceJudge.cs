using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Mentions;

/// <summary>Decides which names are places, and which division is meant where several share the name.</summary>
/// <remarks>
/// Whether a place is meant. Strong names and chains are places. A weak name is one where something beside it says so, in
/// this order: another place in the same list; a cue word (来…, …政府); a place earlier in the same clause with a separator
/// right before; the clause begins with it and goes on as a statement; the document's own region, the item or the document
/// holds it. An everyday word is a place only beside other places of the same division in a list.
///
/// Which division. Decided in this order, each step only among what the steps before left: the year of the document, the
/// neighbours in the list, the item's other places (those before it first), the document's own region, the document's other
/// places, the higher level. What is still open stays open: all candidates are kept, in order of code.
/// </remarks>
internal sealed class PlaceJudge(PlaceRules rules)
{
    // Places of an item that are asked about one of them, on each side: the nearest tell enough, and a list of thousands stays readable in time.
    private const int MostNear = 40;
    private const int FurthestNear = 400;   // names between, decided or not

    public void Judge(ItemText text, List<PlaceToken> tokens, PlaceContexts contexts, WordBoundaries? words, RegionContext document)
    {
        GroupLists(tokens, contexts);
        Accept(text, tokens, contexts, words, document);
        foreach (var token in tokens)
        {
            if (token.IsAccepted) LeaveOutFormer(token, document.Year);
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is { IsAccepted: true, IsDecided: false }) Decide(tokens, i, document);
        }
    }

    /// <summary>Divisions that differ today; a former name counts only where none in force has it, or where the year says so.</summary>
    public static List<Division> InForce(List<Division> candidates, int? year)
    {
        if (candidates.Count == 1) return candidates;
        var kept = year is { } y ? InForceIn(candidates, y) : [];
        if (kept.Count == 0) kept = candidates.FindAll(d => !d.IsFormer);
        return DistinctToday(kept.Count > 0 ? kept : candidates);
    }

    private static List<Division> InForceIn(List<Division> candidates, int year) =>
        candidates.FindAll(d => (d.From ?? 0) <= year && year <= (d.To ?? int.MaxValue));

    private static List<Division> DistinctToday(List<Division> candidates)
    {
        var distinct = new List<Division>(candidates.Count);
        foreach (var division in candidates)
        {
            var at = distinct.FindIndex(d => d.Today.Code == division.Today.Code);
            if (at < 0) distinct.Add(division);
            else if (distinct[at].Level == DivisionLevel.NewArea) distinct[at] = division;
        }

        return distinct;
    }

    private static void GroupLists(List<PlaceToken> tokens, PlaceContexts contexts)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var separator = i == 0 ? null : contexts.StartingAt(tokens[i - 1].End, PlaceEffect.Separator);
            var joined = separator?.End == tokens[i].Start;
            tokens[i].Separator = joined ? separator : null;
            tokens[i].List = joined ? tokens[i - 1].List : i;
        }
    }

    private void Accept(ItemText text, List<PlaceToken> tokens, PlaceContexts contexts, WordBoundaries? words, RegionContext document)
    {
        // A place that a later one of its list makes sure of can make sure of others: two passes reach every list.
        Dictionary<DivisionCode, PlaceToken>? accepted = null;   // the first of each division; most items never ask
        for (var pass = 0; pass < 2; pass++)
        {
            PlaceToken? earlier = null;
            for (var i = 0; i < tokens.Count; i++)
            {
                var token = tokens[i];
                if (!token.IsAccepted)
                {
                    token.IsAccepted = (document.ListsPlaces && IsMember(text.Folded, tokens, i)) || HasNeighbour(tokens, i)
                        || (token.Strength == PlaceStrength.Weak && (HasCue(text, token, earlier, contexts, words) || IsKnown(token, accepted ??= Accepted(tokens), document)));
                    if (token.IsAccepted && accepted is not null && !(accepted.TryGetValue(token.Division.Code, out var first) && first.Start < token.Start)) accepted[token.Division.Code] = token;
                }

                if (token.IsAccepted) earlier = token;
            }
        }
    }

    private static Dictionary<DivisionCode, PlaceToken> Accepted(List<PlaceToken> tokens)
    {
        var accepted = new Dictionary<DivisionCode, PlaceToken>();
        foreach (var token in tokens)
        {
            if (token.IsAccepted) accepted.TryAdd(token.Division.Code, token);
        }

        return accepted;
    }

    /// <summary>Whether a name stands between edges of the text or separators on both sides, and nothing else.</summary>
    private bool IsMember(string folded, List<PlaceToken> tokens, int index)
    {
        var token = tokens[index];
        var opens = token.Start == 0 || token.Separator is not null;
        var closes = token.End == folded.Length || (index + 1 < tokens.Count && tokens[index + 1].List == token.List);
        return opens && closes && BecauseOf(token, token, PlaceSteps.Neighbours);
    }

    /// <summary>东区和西区: full names that are everyday words are places only in a chain, or beside one that is certain.</summary>
    private static bool IsGenericFullName(PlaceToken token) =>
        token.Strength == PlaceStrength.CommonWord && string.Equals(token.Form, PlaceSteps.FullName, StringComparison.Ordinal);

    private bool HasNeighbour(List<PlaceToken> tokens, int index)
    {
        var token = tokens[index];
        for (var i = index - 1; i >= 0 && index - i <= MostNear && tokens[i].List == token.List; i--)
        {
            if (IsNeighbour(token, tokens[i])) return BecauseJoined(token, tokens[i], token.Separator);
        }

        for (var i = index + 1; i < tokens.Count && i - index <= MostNear && tokens[i].List == token.List; i++)
        {
            if (IsNeighbour(token, tokens[i])) return BecauseJoined(token, tokens[i], tokens[index + 1].Separator);
        }

        return false;
    }

    /// <summary>A certain place makes a weak neighbour a place; otherwise both must lie in the same division.</summary>
    private static bool IsNeighbour(PlaceToken token, PlaceToken other)
    {
        if (token.Strength == PlaceStrength.Weak && other.IsAccepted) return true;
        if (IsGenericFullName(token) && !other.IsAccepted) return false;
        foreach (var mine in token.Candidates)
        {
            foreach (var theirs in other.Candidates)
            {
                if (mine.Today.Parent is { } parent && parent == theirs.Today.Parent && mine.Today != theirs.Today) return true;
            }
        }

        return false;
    }

    private bool HasCue(ItemText text, PlaceToken token, PlaceToken? earlier, PlaceContexts contexts, WordBoundaries? words)
    {
        if (IsClearFullName(text.Folded, token, words)) return BecauseOf(token, token, PlaceSteps.FullName);
        if (contexts.EndingAt(token.Start, PlaceEffect.Cue) is { } before) return Because(token, before);
        if (contexts.StartingAt(token.End, PlaceEffect.Cue) is { } after) return Because(token, after);
        if (contexts.StartingAt(token.End, PlaceEffect.ActorHead) is { } head) return Because(token, head);
        if (contexts.EndingAt(token.Start, PlaceEffect.NamePrefix) is { } prefix) return Because(token, prefix);
        if (contexts.EndingAt(token.Start, PlaceEffect.Separator, PlaceSide.After) is not null
            && earlier is not null && Clauses.IsSame(text.Folded, earlier.End, token.Start))
        {
            return BecauseOf(token, earlier, PlaceSteps.Neighbours);
        }

        if (!Clauses.BeginsAt(text.Folded, token.Start) || contexts.StartingAt(token.End, PlaceEffect.Statement) is not { } verb) return false;
        token.Because(rules.Step(PlaceSteps.Subject), token.Start, verb.End);
        return true;
    }

    /// <summary>鹿|城区 or 鹿城|区: a full name of at least three characters is a place where no word runs into it from the left.</summary>
    private static bool IsClearFullName(string folded, PlaceToken token, WordBoundaries? words)
    {
        if (token.End - token.Start < 3 || !string.Equals(token.Form, PlaceSteps.FullName, StringComparison.Ordinal)) return false;
        return words is null ? token.Start == 0 || Clauses.IsMark(folded[token.Start - 1]) : words.IsAt(token.Start);
    }

    /// <param name="token">The name in question.</param>
    /// <param name="accepted">The first accepted place of the item for each division.</param>
    /// <param name="document">What the document says as a whole.</param>
    private bool IsKnown(PlaceToken token, Dictionary<DivisionCode, PlaceToken> accepted, RegionContext document)
    {
        if (document.OwnRegion is { } own && rules.Divisions.Find(own) is { } region && token.Candidates.Exists(d => d.Today.IsWithin(region)))
            return BecauseOf(token, token, PlaceSteps.Document);
        if (token.Candidates.Exists(d => document.Mentioned.Contains(d.Today.Code))) return BecauseOf(token, token, PlaceSteps.OtherMentions);
        PlaceToken? first = null;
        foreach (var candidate in token.Candidates)
        {
            for (var at = candidate.Today; at is not null; at = at.Parent)
            {
                if (accepted.TryGetValue(at.Code, out var place) && (first is null || place.Start < first.Start)) first = place;
            }
        }

        return first is not null && BecauseOf(token, first, PlaceSteps.SameItem);
    }

    private void LeaveOutFormer(PlaceToken token, int? year)
    {
        token.Candidates = InForce(token.Candidates, year);
        if (token.Candidates[0].IsFormer) token.Because(rules.Step(PlaceSteps.FormerName), token.Start, token.End);
    }

    private void Decide(List<PlaceToken> tokens, int index, RegionContext document)
    {
        var token = tokens[index];
        var near = new List<Division>();
        CollectNeighbours(tokens, index, near);
        if (Narrow(token, PlaceSteps.Neighbours, d => near.Count(n => IsSibling(d, n)))) return;

        near.Clear();
        for (var i = index - 1; i >= 0 && near.Count < MostNear && index - i <= FurthestNear; i--) AddDecided(tokens[i], near);
        if (near.Count == 0)
        {
            for (var i = index + 1; i < tokens.Count && near.Count < MostNear && i - index <= FurthestNear; i++) AddDecided(tokens[i], near);
        }

        if (Narrow(token, PlaceSteps.SameItem, d => near.Count(n => IsRelated(d, n)))) return;
        if (document.OwnRegion is { } own && rules.Divisions.Find(own) is { } region
            && Narrow(token, PlaceSteps.Document, d => d.IsWithin(region) || region.IsWithin(d) ? 2 : IsSibling(d, region) ? 1 : 0))
        {
            return;
        }

        if (Narrow(token, PlaceSteps.OtherMentions, d => document.Mentioned.Contains(d.Code) ? 2 : d.Parent is { } p && document.Mentioned.Contains(p.Code) ? 1 : 0)) return;
        if (Narrow(token, PlaceSteps.HigherLevel, d => -Math.Min((int)d.Level, (int)DivisionLevel.County))) return;
        token.Candidates = [.. token.Candidates.OrderBy(d => d.Today.Code)];
    }

    private static void CollectNeighbours(List<PlaceToken> tokens, int index, List<Division> near)
    {
        for (var i = index - 1; i >= 0 && index - i <= MostNear && tokens[i].List == tokens[index].List; i--) AddDecided(tokens[i], near);
        for (var i = index + 1; i < tokens.Count && i - index <= MostNear && tokens[i].List == tokens[index].List; i++) AddDecided(tokens[i], near);
    }

    private static void AddDecided(PlaceToken token, List<Division> near)
    {
        if (token is { IsAccepted: true, IsDecided: true }) near.Add(token.Division);
    }

    /// <summary>Keeps the candidates with the most votes; true where one is left.</summary>
    private bool Narrow(PlaceToken token, string step, Func<Division, int> votes)
    {
        var best = int.MinValue;
        var kept = new List<Division>();
        foreach (var candidate in token.Candidates)
        {
            var count = votes(candidate.Today);
            if (count < best) continue;
            if (count > best) kept.Clear();
            best = count;
            kept.Add(candidate);
        }

        if (kept.Count == token.Candidates.Count) return false;
        token.Candidates = kept;
        token.Because(rules.Step(step), token.Start, token.End);
        return kept.Count == 1;
    }

    private static bool IsSibling(Division one, Division other) =>
        one.Code != other.Code && one.Level == other.Level && one.Parent == other.Parent;

    private static bool IsRelated(Division one, Division other) => one.IsWithin(other) || other.IsWithin(one) || IsSibling(one, other);

    private bool BecauseJoined(PlaceToken token, PlaceToken other, PhraseHit? separator)
    {
        if (separator is { } hit) token.Because(hit);
        return BecauseOf(token, other, PlaceSteps.Neighbours);
    }

    private bool BecauseOf(PlaceToken token, PlaceToken other, string step)
    {
        token.Because(rules.Step(step), other.Start, other.End);
        return true;
    }

    private static bool Because(PlaceToken token, PhraseHit hit)
    {
        token.Because(hit);
        return true;
    }
}
