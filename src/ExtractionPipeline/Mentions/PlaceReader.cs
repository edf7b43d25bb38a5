using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>A stretch that names a place, or a chain of places. Folded offsets.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Form">Step of rules/regions/names.yaml that explains its form.</param>
/// <param name="Strength">How much it shows by itself.</param>
/// <param name="Candidates">What it may name; the list is shared and never changed.</param>
internal readonly record struct ReadPlace(int Start, int End, string Form, PlaceStrength Strength, List<Division> Candidates);

/// <summary>Reads the place names of an item: which stretches are names, and which names make one chain.</summary>
/// <remarks>
/// Leftmost wins, then the chain that reaches furthest, then the one with fewer links. A name is passed over where a rule
/// says that the place is not meant, where it runs across a word of the dictionary, and where it is weak and a strong name
/// begins inside it (创新安徽: 安徽, not 新安). A name that is passed over makes room for shorter ones at the same start.
/// </remarks>
internal sealed class PlaceReader(PlaceRules rules)
{
    private const int MostLinks = 8;    // names in one chain; province, prefecture, county and a new area are four

    /// <summary>Adds the names of two characters or more, in order; none overlaps another.</summary>
    public void Read(ItemText text, PlaceContexts contexts, WordBoundaries? words, List<SuppressedCandidate>? suppressed, List<ReadPlace> names) =>
        new Pass(rules, text, contexts, words, suppressed).Read(names);

    private sealed class Pass(PlaceRules rules, ItemText text, PlaceContexts contexts, WordBoundaries? words, List<SuppressedCandidate>? suppressed)
    {
        private readonly PhraseHitList _hits = text.Hits.Of(PhraseUse.Place);

        public void Read(List<ReadPlace> names)
        {
            var covered = 0;
            for (var i = 0; i < _hits.Count;)
            {
                var start = _hits[i].Start;
                var next = i;
                while (next < _hits.Count && _hits[next].Start == start) next++;
                if (start >= covered && BestAt(i, next) is { } name)
                {
                    names.Add(name);
                    covered = name.End;
                }

                i = next;
            }
        }

        private ReadPlace? BestAt(int first, int next)
        {
            ReadPlace? best = null;
            for (var i = next - 1; i >= first; i--)
            {
                var hit = _hits[i];
                if (hit.End - hit.Start < 2 || (best is not null && !IsPlaceAt(hit.End))) continue;
                if (IsPassedOver(hit) || HidesStronger(hit)) continue;
                var name = Chain(hit, NameOf(hit).Divisions, hit.Start, links: 1);
                if (best is null || name.End > best.Value.End) best = name;
            }

            return best;
        }

        /// <summary>Goes on with a name that lies within one of the divisions so far, as far as possible.</summary>
        private ReadPlace Chain(PhraseHit last, List<Division> divisions, int start, int links)
        {
            ReadPlace? best = null;
            var first = links < MostLinks ? _hits.FirstFrom(last.End) : _hits.Count;
            var next = first;
            while (next < _hits.Count && _hits[next].Start == last.End) next++;
            for (var i = next - 1; i >= first; i--)
            {
                var hit = _hits[i];
                if (hit.End - hit.Start < 2 || (best is not null && !IsPlaceAt(hit.End))) continue;
                var within = Within(NameOf(hit), divisions);
                if (within.Count == 0 || IsPassedOver(hit, start)) continue;
                var chained = Chain(hit, within, start, links + 1);
                if (best is null || chained.End > best.Value.End) best = chained;
            }

            if (best is { } chain) return new ReadPlace(last.Start, chain.End, PlaceSteps.Chain, PlaceStrength.Strong, chain.Candidates);
            var name = NameOf(last);
            var isFull = name.AllCandidates[0].Form == PlaceForm.FullName;
            return new ReadPlace(last.Start, last.End, isFull ? PlaceSteps.FullName : PlaceSteps.ShortName, name.Strength, divisions);
        }

        private static List<Division> Within(PlaceName name, List<Division> divisions)
        {
            var within = new List<Division>();
            foreach (var (division, form) in name.AllCandidates)
            {
                // 湖北公安: an everyday word is a link only with its full name.
                if (name.Strength == PlaceStrength.CommonWord && form != PlaceForm.FullName) continue;
                foreach (var above in divisions)
                {
                    if (!division.Today.IsWithin(above.Today)) continue;
                    if (division.Today.Code == above.Today.Code && division.Level != DivisionLevel.NewArea) continue;
                    within.Add(division);
                    break;
                }
            }

            return within;
        }

        private bool IsPassedOver(PhraseHit hit) => IsPassedOver(hit, hit.Start);

        private bool IsPassedOver(PhraseHit hit, int chainStart)
        {
            var name = NameOf(hit);
            if (contexts.Over(hit.Start, hit.End, PlaceEffect.NotAPlace) is { } over) return PassOver(hit, over, PlaceContexts.RuleOf(over));
            if (!name.IsFullName)
            {
                if (contexts.StartingAt(hit.End, PlaceEffect.NotAPlace) is { } after) return PassOver(hit, after, PlaceContexts.RuleOf(after));
                if (contexts.EndingAt(hit.Start, PlaceEffect.NotAPlace) is { } before) return PassOver(hit, before, PlaceContexts.RuleOf(before));
                if (name.Strength != PlaceStrength.Strong && contexts.StartingAt(hit.End, PlaceEffect.NotAWeakPlace) is { } brand)
                    return PassOver(hit, brand, PlaceContexts.RuleOf(brand));
            }

            return IsAcrossWords(hit, name, chainStart) && PassOver(hit, hit, rules.Step(name.IsFullName ? PlaceSteps.GenericEnding : PlaceSteps.AcrossWords));
        }

        /// <summary>Dictionary words against the name: see <see cref="WordBoundaries"/>.</summary>
        /// <remarks>
        /// A strong short form loses where a word begins inside it and goes on behind it (长江+西岸, 中+山区), unless that word
        /// is a place itself (河+北京: the leftmost name stays). A weak one loses wherever it is not a row of whole words.
        /// A full name keeps its ground, except the weak ones (海+城区) and those of an everyday word (合作+市场).
        /// A link may stand inside the word that begins with its chain (山西大同 is one word of the dictionary).
        /// </remarks>
        private bool IsAcrossWords(PhraseHit hit, PlaceName name, int chainStart)
        {
            if (words is null) return false;
            if (chainStart < hit.Start && words.IsAt(hit.End) && words.WordStart(hit.Start) == chainStart) return false;
            if (name.HasEverydayStem) return !words.IsWhole(hit.Start, hit.End);
            if (name is { Strength: PlaceStrength.Strong, IsFullName: true }) return false;
            if (name.Strength == PlaceStrength.Strong) return words.IsCutByWord(hit.Start, hit.End) && !IsPlaceAt(words.WordStart(hit.End));
            return name.IsFullName ? !words.IsAt(hit.Start) : !words.IsWhole(hit.Start, hit.End);
        }

        private bool IsPlaceAt(int start)
        {
            for (var i = _hits.FirstFrom(start); i < _hits.Count && _hits[i].Start == start; i++)
            {
                if (_hits[i].End - start >= 2) return true;
            }

            return false;
        }

        private bool HidesStronger(PhraseHit hit)
        {
            if (NameOf(hit).Strength == PlaceStrength.Strong) return false;
            for (var i = _hits.FirstFrom(hit.Start + 1); i < _hits.Count && _hits[i].Start < hit.End; i++)
            {
                if (_hits[i].End > hit.End && NameOf(_hits[i]).Strength == PlaceStrength.Strong && !IsPassedOver(_hits[i])) return true;
            }

            return false;
        }

        private bool PassOver(PhraseHit hit, PhraseHit words, PlaceRule rule)
        {
            var (start, end) = (Math.Min(hit.Start, words.Start), Math.Max(hit.End, words.End));
            suppressed?.Add(SuppressedCandidate.NotMeant(text.Source(start, end), rule.Rule.Id, text.Folded, (start, end), (hit.Start, hit.End)));
            return true;
        }

        private static PlaceName NameOf(PhraseHit hit) => (PlaceName)hit.Meaning.Subject;
    }
}
