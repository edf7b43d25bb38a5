using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>One place name in an item, on its way to a mention. Folded offsets.</summary>
internal sealed class PlaceToken(int start, int end, string form, PlaceStrength strength, List<Division> candidates)
{
    private static readonly List<(PlaceRule Rule, int Start, int End)> s_none = [];    // never changed

    private List<(PlaceRule Rule, int Start, int End)>? _evidence;    // most names have none

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>Step of rules/regions/names.yaml that explains its form.</summary>
    public string Form { get; } = form;

    public PlaceStrength Strength { get; } = strength;

    public bool IsChain => string.Equals(Form, PlaceSteps.Chain, StringComparison.Ordinal);

    /// <summary>What it may name; one where it is decided. The list is shared and never changed, only replaced.</summary>
    public List<Division> Candidates { get; set; } = candidates;

    /// <summary>The reading that is decided, or the first of the candidates. Today's division.</summary>
    public Division Division => Candidates[0].Today;

    public bool IsDecided => Candidates.Count == 1;

    /// <summary>Whether it is taken for a place.</summary>
    public bool IsAccepted { get; set; } = strength == PlaceStrength.Strong || string.Equals(form, PlaceSteps.Chain, StringComparison.Ordinal);

    /// <summary>What joins it to the token before in a list; null where nothing does.</summary>
    public PhraseHit? Separator { get; set; }

    /// <summary>Number of the list that it stands in; tokens of one list follow one another with nothing but separators between.</summary>
    public int List { get; set; }

    public RegionRole Role { get; set; } = RegionRole.Actor;

    /// <summary>Rules that took part, with folded offsets of their words.</summary>
    public List<(PlaceRule Rule, int Start, int End)> Evidence => _evidence ?? s_none;

    public void Because(PlaceRule rule, int start, int end) => (_evidence ??= new(1)).Add((rule, start, end));

    public void Because(PhraseHit hit) => Because(PlaceContexts.RuleOf(hit), hit.Start, hit.End);
}
