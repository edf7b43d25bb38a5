using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds named authorities and bodies (机构). Immutable, thread-safe; documents and regions of the item must have been found.</summary>
/// <remarks>
/// A name is built from the right: a whole name of a central body; or a place or level, then a body's name or fields of work
/// with an ending (市|住房城乡建设|委); or a place or level, then free words with an ending (市委|全面深化改革|委员会). Without a
/// place or level nothing is a name: 有关部门, 财政部门, 各区政府 are not. Leftmost wins, then longest. Names inside titles are
/// part of the title.
/// </remarks>
public sealed class OrganisationFinder(RuleSet rules)
{
    private const int LongestFreeWords = 16;
    private const int ShortestFreeWords = 2;
    private const int MostFields = 12;      // fields of work in one name; more are a list, not a name

    private readonly DivisionTable _divisions = rules.Places.Divisions;

    /// <summary>Adds the item's organisations.</summary>
    public void Find(ItemText text, RegionContext document, ItemFindings findings)
    {
        var hits = text.Hits.Of(PhraseUse.Organisation);
        if (hits.Count == 0) return;
        var pass = new Pass(text, hits, findings);
        var found = pass.Read();
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var actors = new ActorPlaces(findings);
        var covered = 0;
        foreach (var name in found)
        {
            if (name.Start < covered || pass.IsInTitle(name)) continue;
            covered = name.End;
            findings.Mentions.Add(MentionOf(text, name, document, actors));
        }

        for (var i = 0; i < pass.Refused?.Count; i++)
        {
            var (rule, start, end) = pass.Refused[i];
            findings.Suppressed.Add(new SuppressedCandidate(MentionKind.Organisation, text.Source(start, end), rule.Rule.Id, "no name of a body"));
        }
    }

    private OrganisationMention MentionOf(ItemText text, FoundName name, RegionContext document, ActorPlaces actors)
    {
        var span = text.Source(name.Start, name.End);
        var code = name.Place is { } place ? place.Place.Code
            : name.Level is { } level ? DivisionLevels.RegionAt(_divisions, span.Start, level, document, actors)
            : null;
        var evidence = new List<Evidence>(name.Parts.Count);
        foreach (var part in name.Parts) evidence.Add(new Evidence(((OrganisationRule)part.Meaning.Subject).Rule.Id, text.Source(part.Start, part.End)));
        return new OrganisationMention(span, text.Folded[name.Start..name.End], code, evidence[0].Rule, evidence.GetRange(1, evidence.Count - 1));
    }

    private sealed record FoundName(int Start, int End, RegionMention? Place, DivisionLevel? Level, List<PhraseHit> Parts);

    private sealed class Pass(ItemText text, PhraseHitList hits, ItemFindings findings)
    {
        private readonly int _longest = text.Hits.Longest(PhraseUse.Organisation);
        private readonly SpanCover _documents = findings.CoveredByDocuments();
        private readonly PlacesByEnd _placesByEnd = new(findings);

        /// <summary>What stands where a name could be and is none; null where nothing does.</summary>
        public List<(OrganisationRule Rule, int Start, int End)>? Refused { get; private set; }

        public List<FoundName> Read()
        {
            var found = new List<FoundName>();
            foreach (var hit in hits)
            {
                switch (PartOf(hit))
                {
                    case OrganisationPart.Central:
                        if (!IsRefusedEnding(hit.End - 1, hit.End)) found.Add(new FoundName(hit.Start, hit.End, null, null, [hit]));
                        break;
                    case OrganisationPart.PartyBody:
                        if (!IsRefusedEnding(hit.End - 1, hit.End) && !IsRefusedLevel(hit.Start, hit.Start + 1)) AddParty(found, hit);
                        break;
                    case OrganisationPart.Body:
                        if (!IsRefusedEnding(hit.End - 1, hit.End)) AddPrefixed(found, hit.Start, hit.End, [hit]);
                        break;
                    case OrganisationPart.Field:
                        AddFields(found, hit);
                        break;
                    case OrganisationPart.FreeEnding:
                        AddFree(found, hit);
                        break;
                    default:
                        break;
                }
            }

            return found;
        }

        public bool IsInTitle(FoundName name) => _documents.Contains(text.Source(name.Start, name.End));

        private void AddParty(List<FoundName> found, PhraseHit hit) =>
            found.Add(new FoundName(hit.Start, hit.End, PlaceEndingAt(hit.Start), ((OrganisationRule)hit.Meaning.Subject).Region, [hit]));

        /// <summary>One field of work or several (规划+自然资源), then an ending.</summary>
        private void AddFields(List<FoundName> found, PhraseHit first)
        {
            var parts = new List<PhraseHit> { first };
            var end = first.End;
            while (parts.Count < MostFields && Longest(end, OrganisationPart.Field) is { } next)
            {
                parts.Add(next);
                end = next.End;
            }

            if (Longest(end, OrganisationPart.Ending) is not { } ending || IsRefusedEnding(ending.Start, ending.End)) return;
            parts.Insert(0, ending);
            AddPrefixed(found, first.Start, ending.End, parts);
        }

        private void AddPrefixed(List<FoundName> found, int start, int end, List<PhraseHit> parts)
        {
            if (PlaceEndingAt(start) is { } place)
            {
                found.Add(new FoundName(text.Search.FromSource(place.Span.Start), end, place, null, parts));
                return;
            }

            if (LevelEndingAt(start) is not { } level) return;
            parts.Add(level);
            found.Add(new FoundName(level.Start, end, PlaceEndingAt(level.Start), ((OrganisationRule)level.Meaning.Subject).Region, parts) is var name && name.Place is { } before
                ? name with { Start = text.Search.FromSource(before.Span.Start) }
                : name);
        }

        /// <summary>Free words between a place or level and the ending: the nearest place or level counts.</summary>
        private void AddFree(List<FoundName> found, PhraseHit ending)
        {
            if (IsRefusedEnding(ending.Start, ending.End)) return;
            for (var start = ending.Start; start > 0 && ending.Start - start <= LongestFreeWords; start--)
            {
                if (Clauses.IsMark(text.Folded[start - 1]) && start < ending.Start) return;
                if (EndsWithStop(start, ending.Start)) return;
                if (ending.Start - start < ShortestFreeWords) continue;
                if (PartyBodyEndingAt(start) is { } party)
                {
                    found.Add(new FoundName(party.Start, ending.End, PlaceEndingAt(party.Start), ((OrganisationRule)party.Meaning.Subject).Region, [ending, party]));
                    return;
                }

                if (PlaceEndingAt(start) is null && LevelEndingAt(start) is null) continue;
                AddPrefixed(found, start, ending.End, [ending]);
                return;
            }
        }

        private bool EndsWithStop(int start, int limit)
        {
            for (var i = hits.FirstFrom(start); i < hits.Count && hits[i].Start == start; i++)
            {
                if (hits[i].End <= limit && PartOf(hits[i]) == OrganisationPart.Stop) return Refuse(hits[i]);
            }

            return false;
        }

        private RegionMention? PlaceEndingAt(int end)
        {
            return end == 0 || _placesByEnd.IsEmpty ? null : _placesByEnd.At(text.Search.ToSource(end - 1) + 1);
        }

        private PhraseHit? LevelEndingAt(int end)
        {
            for (var i = hits.FirstFrom(end - _longest); i < hits.Count && hits[i].Start < end; i++)
            {
                var hit = hits[i];
                if (hit.End == end && PartOf(hit) == OrganisationPart.Level && !IsRefusedLevel(hit.Start, hit.End)) return hit;
            }

            return null;
        }

        private PhraseHit? PartyBodyEndingAt(int end)
        {
            for (var i = hits.FirstFrom(end - _longest); i < hits.Count && hits[i].Start < end; i++)
            {
                var hit = hits[i];
                if (hit.End == end && PartOf(hit) == OrganisationPart.PartyBody && !IsRefusedLevel(hit.Start, hit.Start + 1)) return hit;
            }

            return null;
        }

        private bool IsRefusedLevel(int start, int end)
        {
            for (var i = hits.FirstFrom(end - _longest); i < hits.Count && hits[i].Start < start; i++)
            {
                if (hits[i].End >= end && PartOf(hits[i]) == OrganisationPart.NotALevel) return Refuse(hits[i]);
            }

            return false;
        }

        private bool IsRefusedEnding(int start, int end)
        {
            for (var i = hits.FirstFrom(end - _longest); i < hits.Count && hits[i].Start <= start; i++)
            {
                if (hits[i].End > end && PartOf(hits[i]) == OrganisationPart.NotAnEnding) return Refuse(hits[i]);
            }

            return false;
        }

        private bool Refuse(PhraseHit hit)
        {
            (Refused ??= []).Add(((OrganisationRule)hit.Meaning.Subject, hit.Start, hit.End));
            return true;
        }

        private PhraseHit? Longest(int start, OrganisationPart part)
        {
            PhraseHit? found = null;
            for (var i = hits.FirstFrom(start); i < hits.Count && hits[i].Start == start; i++)
            {
                if (PartOf(hits[i]) == part) found = hits[i];
            }

            return found;
        }

        private static OrganisationPart PartOf(PhraseHit hit) => ((OrganisationRule)hit.Meaning.Subject).Part;
    }
}
