using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Outline;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>Finds the places (地区) of an item: divisions of county level and above, and national new areas.</summary>
/// <remarks>
/// Immutable, thread-safe. The steps: <see cref="PlaceReader"/> reads names and chains, <see cref="PlaceJudge"/> decides which
/// are places and which division is meant, <see cref="PlaceRoles"/> what they do in the sentence, <see cref="AbbreviatedPlaces"/>
/// adds short forms of one character. Documents of the item must have been found before.
/// </remarks>
public sealed class RegionFinder
{
    private const int FewSuppressed = 12;   // are compared faster one by one

    private static readonly List<SelfReference> s_noReferences = [];   // never changed

    private readonly PlaceRules _rules;
    private readonly PlaceReader _reader;
    private readonly PlaceJudge _judge;
    private readonly PlaceRoles _roles;
    private readonly AbbreviatedPlaces _abbreviations;
    private readonly RegionContextReader _contexts;

    /// <param name="rules">The rules.</param>
    public RegionFinder(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules.Places;
        _reader = new PlaceReader(_rules);
        _judge = new PlaceJudge(_rules);
        _roles = new PlaceRoles(_rules);
        _abbreviations = new AbbreviatedPlaces(_rules);
        _contexts = new RegionContextReader(rules, _reader);
    }

    /// <summary>What the document says about regions as a whole.</summary>
    /// <param name="facts">Issuer, number and date.</param>
    /// <param name="title">Its title.</param>
    /// <param name="items">All its items.</param>
    public RegionContext ReadContext(DocumentFacts facts, ItemText title, IEnumerable<ItemText> items) => _contexts.Read(facts, title, items);

    /// <summary>Adds the item's region mentions.</summary>
    /// <param name="text">The item.</param>
    /// <param name="document">What the document says as a whole.</param>
    /// <param name="findings">What was found so far; documents are in it.</param>
    /// <param name="words">Where words begin and end, as evidence; null where no segmenter is at hand.</param>
    /// <param name="diagnostics">Gets EP3202 where nothing decides between divisions of one name.</param>
    public void Find(ItemText text, RegionContext document, ItemFindings findings, WordBoundaries? words = null, DiagnosticBag? diagnostics = null)
    {
        var contexts = text.PlaceContexts;
        var places = text.Hits.Of(PhraseUse.Place);
        foreach (var self in FindSelfReferences(text))
            findings.Suppressed.Add(new SuppressedCandidate(MentionKind.Region, self.Span, self.Rule, "stands for the document's own region"));
        if (places.Count == 0) return;

        var suppressedBefore = findings.Suppressed.Count;
        var tokens = ReadNames(text, contexts, words, findings);
        _abbreviations.Find(text, tokens, contexts, findings);
        _judge.Judge(text, tokens, contexts, words, document);
        _roles.Assign(text, tokens, contexts, words, findings);
        foreach (var token in tokens)
        {
            if (token.IsAccepted) AddMention(text, token, findings, diagnostics);
            else Suppress(text, token, contexts, findings);
        }

        RemoveRepeated(findings.Suppressed, suppressedBefore);
    }

    /// <summary>The words of an item that stand for the document's own region, with the region that they mean.</summary>
    /// <param name="text">The item.</param>
    /// <param name="document">What the document says as a whole.</param>
    /// <param name="findings">The item's findings, with its regions.</param>
    public IReadOnlyList<SelfReference> ReadSelfReferences(ItemText text, RegionContext document, ItemFindings findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        var references = FindSelfReferences(text);
        if (references.Count == 0) return references;
        var actors = new ActorPlaces(findings);
        for (var i = 0; i < references.Count; i++)
            references[i] = references[i] with { Code = DivisionLevels.RegionAt(_rules.Divisions, references[i].Span.Start, references[i].Level, document, actors) };
        return references;
    }

    private static List<SelfReference> FindSelfReferences(ItemText text)
    {
        var contexts = text.PlaceContexts;
        var hits = contexts.All(PlaceEffect.Self);
        if (hits.Length == 0) return s_noReferences;
        var references = new List<SelfReference>();
        var end = 0;
        foreach (var hit in hits)
        {
            if (hit.Start < end || contexts.Over(hit.Start, hit.End, PlaceEffect.NotAPlace) is not null) continue;
            end = hit.End;
            var rule = PlaceContexts.RuleOf(hit);
            references.Add(new SelfReference(text.Source(hit.Start, hit.End), rule.Level, null, rule.Rule.Id));
        }

        return references;
    }

    private List<PlaceToken> ReadNames(ItemText text, PlaceContexts contexts, WordBoundaries? words, ItemFindings findings)
    {
        var names = new List<ReadPlace>();
        _reader.Read(text, contexts, words, findings.Suppressed, names);
        var tokens = new List<PlaceToken>(names.Count);
        foreach (var name in names) tokens.Add(new PlaceToken(name.Start, name.End, name.Form, name.Strength, name.Candidates));
        return tokens;
    }

    private void AddMention(ItemText text, PlaceToken token, ItemFindings findings, DiagnosticBag? diagnostics)
    {
        var span = text.Source(token.Start, token.End);
        var candidates = token.IsDecided ? [] : ReadingsOf(token.Candidates);
        Evidence[] evidence = token.Evidence.Count == 0 ? [] : new Evidence[token.Evidence.Count];
        for (var i = 0; i < evidence.Length; i++) evidence[i] = new Evidence(token.Evidence[i].Rule.Rule.Id, text.Source(token.Evidence[i].Start, token.Evidence[i].End));
        findings.Mentions.Add(new RegionMention(span, ReadingOf(token.Division), candidates, token.Role, _rules.Step(token.Form).Rule.Id, evidence));
        if (candidates.Length > 0)
            diagnostics?.Add(DiagnosticKinds.RegionNotUnique, DiagnosticPlace.InItem(text.Item.Id, span), span.In(text.Item.Text), string.Join(", ", token.Candidates));
    }

    private static PlaceReading[] ReadingsOf(List<Division> divisions)
    {
        var readings = new PlaceReading[divisions.Count];
        for (var i = 0; i < readings.Length; i++) readings[i] = ReadingOf(divisions[i].Today);
        return readings;
    }

    private static PlaceReading ReadingOf(Division division) => new(division.Code, division.Name, LevelWord(division.Level), division.Path);

    private static string LevelWord(DivisionLevel level) => level switch
    {
        DivisionLevel.Province => "province",
        DivisionLevel.Prefecture => "prefecture",
        DivisionLevel.County => "county",
        _ => "new-area",
    };

    private void Suppress(ItemText text, PlaceToken token, PlaceContexts contexts, ItemFindings findings)
    {
        var listed = contexts.Exactly(token.Start, token.End, PlaceEffect.CommonWord) ?? contexts.Exactly(token.Start, token.End, PlaceEffect.Weak);
        var isFull = string.Equals(token.Form, PlaceSteps.FullName, StringComparison.Ordinal);
        var rule = listed is { } hit ? PlaceContexts.RuleOf(hit) : _rules.Step(isFull ? PlaceSteps.GenericEnding : PlaceSteps.NoEvidence);
        findings.Suppressed.Add(new SuppressedCandidate(
            MentionKind.Region, text.Source(token.Start, token.End), rule.Rule.Id, "nothing beside it shows that a place is meant"));
    }

    /// <summary>Of equal candidates the first stays.</summary>
    private static void RemoveRepeated(List<SuppressedCandidate> suppressed, int from)
    {
        if (suppressed.Count - from < 2) return;
        var seen = suppressed.Count - from > FewSuppressed ? new HashSet<SuppressedCandidate>(suppressed.Count - from) : null;
        var kept = from;
        for (var i = from; i < suppressed.Count; i++)
        {
            if (seen?.Add(suppressed[i]) ?? suppressed.IndexOf(suppressed[i], from, kept - from) < 0) suppressed[kept++] = suppressed[i];
        }

        suppressed.RemoveRange(kept, suppressed.Count - kept);
    }
}
