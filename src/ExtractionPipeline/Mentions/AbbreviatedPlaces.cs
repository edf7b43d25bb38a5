using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds short forms of one character (沪, 苏, 鹿) where something shows them to be places.</summary>
/// <remarks>
/// That is: a bound word on both sides (在鹿工作, 来鹿就业); a list of at least three of them with 、 between, or of two where
/// both are provinces (沪、苏、浙); a fixed compound (粤港澳), whose members are neither actors nor names; the beginning of a
/// document number (京商财务字).
/// </remarks>
internal sealed class AbbreviatedPlaces(PlaceRules rules)
{
    public void Find(ItemText text, List<PlaceToken> tokens, PlaceContexts contexts, ItemFindings findings)
    {
        var singles = Singles(text, tokens);
        if (singles.Count == 0) return;
        var runEnds = RunEnds(singles, contexts);
        var numbers = findings.CoveredByDocumentNumbers();
        List<DocumentMention>? numbered = null;
        Namesakes? namesakes = null;
        var first = 0;      // of the list that a single stands in
        var found = new List<PlaceToken>();
        for (var i = 0; i < singles.Count; i++)
        {
            if (i > 0 && runEnds[i] != runEnds[i - 1]) first = i;
            var isInNumber = numbers.Contains(text.Source(singles[i].Start, singles[i].End));
            if (!isInNumber && runEnds[i] == first && !StandsBesideWord(singles[i], contexts)) continue;   // most stand alone
            var token = new PlaceToken(singles[i].Start, singles[i].End, PlaceSteps.Abbreviation, PlaceStrength.Weak, Divisions(singles[i]));
            if (isInNumber && !BeginsNumber(text, token, contexts, numbered ??= Numbered(findings), findings)) continue;
            if (!isInNumber && !IsBound(token, contexts) && !IsCompounded(token, contexts) && !IsListed(singles, first, runEnds[i], token)) continue;
            if (!isInNumber && (namesakes ??= new Namesakes(tokens)).Before(token, text.Folded[token.Start]) is { } named) token.Candidates = named.Candidates;
            token.IsAccepted = true;
            found.Add(token);
        }

        if (found.Count == 0) return;
        tokens.AddRange(found);
        tokens.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>Whether a bound word stands before it or a compound around it: without either a single one that is in no list is no place.</summary>
    private static bool StandsBesideWord(PhraseHit single, PlaceContexts contexts) =>
        contexts.EndingAt(single.Start, PlaceEffect.Bound) is not null || contexts.Over(single.Start, single.End, PlaceEffect.Compound) is not null;

    private static bool IsBound(PlaceToken token, PlaceContexts contexts)
    {
        if (contexts.EndingAt(token.Start, PlaceEffect.Bound) is not { } before) return false;
        if (contexts.StartingAt(token.End, PlaceEffect.Bound) is not { } after) return false;
        token.Because(before);
        token.Because(after);
        return true;
    }

    /// <summary>The names of one character that are not part of an accepted longer one.</summary>
    private static List<PhraseHit> Singles(ItemText text, List<PlaceToken> tokens)
    {
        var singles = new List<PhraseHit>();
        var next = 0;   // first token that does not end before the hit; tokens are in order and do not overlap
        foreach (var hit in text.Hits.Of(PhraseUse.Place))
        {
            if (hit.End - hit.Start != 1) continue;
            while (next < tokens.Count && tokens[next].End < hit.End) next++;
            if (next == tokens.Count || !tokens[next].IsAccepted || tokens[next].Start > hit.Start) singles.Add(hit);
        }

        return singles;
    }

    /// <summary>For each name the last one of its list.</summary>
    private static int[] RunEnds(List<PhraseHit> singles, PlaceContexts contexts)
    {
        var ends = new int[singles.Count];
        for (var i = singles.Count - 1; i >= 0; i--) ends[i] = i + 1 < singles.Count && AreJoined(singles[i], singles[i + 1], contexts) ? ends[i + 1] : i;
        return ends;
    }

    private bool IsListed(List<PhraseHit> singles, int first, int last, PlaceToken token)
    {
        if (last - first < 1) return false;
        if (last - first == 1 && !(NamesProvince(singles[first]) && NamesProvince(singles[last]))) return false;
        token.Because(rules.Step(PlaceSteps.Neighbours), singles[first].Start, singles[last].End);
        return true;
    }

    private static bool IsCompounded(PlaceToken token, PlaceContexts contexts)
    {
        if (contexts.Over(token.Start, token.End, PlaceEffect.Compound) is not { } compound) return false;
        token.Because(compound);
        token.Role = RegionRole.Other;
        return true;
    }

    private static bool AreJoined(PhraseHit one, PhraseHit next, PlaceContexts contexts) =>
        contexts.StartingAt(one.End, PlaceEffect.Separator) is { } separator && separator.End == next.Start && separator.End - separator.Start == 1;

    private static bool NamesProvince(PhraseHit hit) =>
        Array.Exists(((PlaceName)hit.Meaning.Subject).AllCandidates, c => c.Division.Level == DivisionLevel.Province);

    private static List<Division> Divisions(PhraseHit hit) => ((PlaceName)hit.Meaning.Subject).Divisions;

    /// <summary>The first character of a number: 京 in 京商财务字〔2022〕16号.</summary>
    private bool BeginsNumber(ItemText text, PlaceToken token, PlaceContexts contexts, List<DocumentMention> numbered, ItemFindings findings)
    {
        var word = text.Source(token.Start, token.End).In(text.Item.Text);
        var start = text.Search.ToSource(token.Start);
        if (LastFrom(numbered, start) is not { Number: { } number } mention || !number.StartsWith(word, StringComparison.Ordinal)) return false;
        if (mention.Span.Start != start && !IsNumberBehindTitle(mention, start, number.Length)) return false;
        if (contexts.StartingAt(token.Start, PlaceEffect.NotAPlace) is { } other)
        {
            findings.Suppressed.Add(new SuppressedCandidate(
                MentionKind.Region, text.Source(other.Start, other.End), PlaceContexts.RuleOf(other).Rule.Id, "the abbreviation of another issuer"));
            return false;
        }

        token.Because(rules.Step(PlaceSteps.InNumber), token.Start, token.End);
        return true;
    }

    /// <summary>The documents with a number, in order of start; none overlaps another.</summary>
    private static List<DocumentMention> Numbered(ItemFindings findings)
    {
        var numbered = findings.Mentions.OfType<DocumentMention>().Where(d => d.Number is not null).ToList();
        numbered.Sort((one, other) => one.Span.CompareTo(other.Span));
        return numbered;
    }

    /// <summary>The last document that begins here or before, or null.</summary>
    private static DocumentMention? LastFrom(List<DocumentMention> numbered, int start)
    {
        var (low, high) = (0, numbered.Count);
        while (low < high)
        {
            WorkCount.Finds(1);
            var middle = (low + high) / 2;
            if (numbered[middle].Span.Start <= start) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : numbered[low - 1];
    }

    /// <summary>《title》(number): the number fills the end of the mention, but for a bracket and spaces.</summary>
    private static bool IsNumberBehindTitle(Mention mention, int start, int length)
    {
        const int Slack = 4;
        return mention is DocumentMention { Title: not null } && mention.Span.End - start >= length && mention.Span.End - start <= length + Slack;
    }

    /// <summary>在昆就业 behind 昆山市: the place that was named before and begins with the character, where the character's own is not named. Asked in order of the text.</summary>
    private sealed class Namesakes(List<PlaceToken> tokens)
    {
        private readonly Dictionary<char, PlaceToken> _byFirst = [];
        private readonly HashSet<Division> _named = [];
        private int _next;

        public PlaceToken? Before(PlaceToken token, char name)
        {
            for (; _next < tokens.Count && tokens[_next].Start < token.Start; _next++)
            {
                var earlier = tokens[_next];
                if (!earlier.IsAccepted) continue;
                _named.UnionWith(earlier.Candidates);
                if (earlier.IsDecided) _byFirst[earlier.Division.Name[0]] = earlier;
            }

            return token.Candidates.Exists(_named.Contains) ? null : _byFirst.GetValueOrDefault(name);
        }
    }
}
