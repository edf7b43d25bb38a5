using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Text;

namespace ExtractionPipeline.Rules;

/// <summary>What a rule of rules/regions/*.yaml does with a place name.</summary>
public enum PlaceEffect
{
    /// <summary>Names the form in which a place is mentioned (full name, chain, short form …); has no phrases.</summary>
    Form,

    /// <summary>One step of deciding between divisions that share a name; has no phrases.</summary>
    Decision,

    /// <summary>The place is not meant: 中山路, 长治久安.</summary>
    NotAPlace,

    /// <summary>The place is not meant where its name is a weak one: 朝阳小学.</summary>
    NotAWeakPlace,

    /// <summary>The phrases are names of places that are everyday words as well: 合作, 公安.</summary>
    CommonWord,

    /// <summary>The phrases are names that need something beside them that speaks of places: 朝阳, 大同.</summary>
    Weak,

    /// <summary>The words that end a full name of three characters and are words of their own: 中+山区, 海+城区.</summary>
    GenericEnding,

    /// <summary>Something beside a weak name that speaks of places: 来…, …政府.</summary>
    Cue,

    /// <summary>Something beside a short form of one character that shows it to be a place: 在…就业.</summary>
    Bound,

    /// <summary>Short forms of one character that stand together for several places: 京津冀.</summary>
    Compound,

    /// <summary>Ends a proper name that begins with the place: …博览会.</summary>
    NameHead,

    /// <summary>Stands before the place and makes it part of a proper name: 数字…, 中国（….</summary>
    NamePrefix,

    /// <summary>A word that begins like a head of a name and is none: 银行业, 大学生.</summary>
    NotAHead,

    /// <summary>The government of the place, or a part of it: the place itself is meant.</summary>
    ActorHead,

    /// <summary>A verb or particle: what follows is said of the place and is not part of its name.</summary>
    Statement,

    /// <summary>Brings a title without marks: 印发….</summary>
    TitleVerb,

    /// <summary>Ends a title without marks: …办法.</summary>
    TitleHead,

    /// <summary>Joins the members of a list: 、 和.</summary>
    Separator,

    /// <summary>Stands for the document's own region: 我市, 本区.</summary>
    Self,
}

/// <summary>Where a phrase stands, seen from the place name.</summary>
public enum PlaceSide
{
    /// <summary>Ends where the place begins.</summary>
    Before,

    /// <summary>Begins where the place ends, or within the rule's distance.</summary>
    After,

    /// <summary>Covers the place name or crosses its edge.</summary>
    Over,
}

/// <summary>One rule about place names.</summary>
/// <param name="Rule">Id, phrases, source, examples.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Side">Where its phrases stand.</param>
/// <param name="Within">For <see cref="PlaceEffect.NameHead"/>: how many characters may stand between place and head.</param>
/// <param name="AlsoFirst">For <see cref="PlaceEffect.NameHead"/>: whether it makes a name of a place that begins the clause.</param>
/// <param name="Level">For <see cref="PlaceEffect.Self"/>: the level that 我市 names; municipalities count as 市.</param>
/// <param name="Step">For forms and decisions: which.</param>
public sealed record PlaceRule(Rule Rule, PlaceEffect Effect, PlaceSide Side, int Within, bool AlsoFirst, DivisionLevel Level, string Step);

/// <summary>Names of places, and the rules about them.</summary>
public sealed class PlaceRules
{
    private static readonly string[] Files = ["regions/names.yaml", "regions/contexts.yaml", "regions/heads.yaml"];

    private static readonly (string Word, PlaceEffect Value)[] Effects =
    [
        ("form", PlaceEffect.Form),
        ("decision", PlaceEffect.Decision),
        ("not-a-place", PlaceEffect.NotAPlace),
        ("not-a-weak-place", PlaceEffect.NotAWeakPlace),
        ("common-word", PlaceEffect.CommonWord),
        ("weak", PlaceEffect.Weak),
        ("generic-ending", PlaceEffect.GenericEnding),
        ("cue", PlaceEffect.Cue),
        ("bound", PlaceEffect.Bound),
        ("compound", PlaceEffect.Compound),
        ("name-head", PlaceEffect.NameHead),
        ("name-prefix", PlaceEffect.NamePrefix),
        ("not-a-head", PlaceEffect.NotAHead),
        ("actor-head", PlaceEffect.ActorHead),
        ("statement", PlaceEffect.Statement),
        ("title-verb", PlaceEffect.TitleVerb),
        ("title-head", PlaceEffect.TitleHead),
        ("separator", PlaceEffect.Separator),
        ("self", PlaceEffect.Self),
    ];

    private static readonly (string Word, PlaceSide Value)[] Sides =
        [("after", PlaceSide.After), ("before", PlaceSide.Before), ("over", PlaceSide.Over)];

    private static readonly (string Word, DivisionLevel Value)[] Levels =
        [("prefecture", DivisionLevel.Prefecture), ("province", DivisionLevel.Province), ("county", DivisionLevel.County)];

    private readonly Dictionary<string, PlaceRule> _steps = new(StringComparer.Ordinal);

    private PlaceRules(DivisionTable divisions, IReadOnlyList<PlaceRule> all, CompiledBytes? names)
    {
        Divisions = divisions;
        All = all;
        var endings = new List<string>();
        foreach (var rule in all)
        {
            if (rule.Step.Length > 0) _steps.TryAdd(rule.Step, rule);
            if (rule.Effect == PlaceEffect.GenericEnding) endings.AddRange(rule.Rule.Phrases);
        }

        GenericEndings = endings;
        Names = PlaceNames.Open(names ?? PlaceNames.Compile(divisions, new PlaceStrengths(all, GenericEndings)), divisions);
    }

    /// <summary>The divisions.</summary>
    public DivisionTable Divisions { get; }

    /// <summary>Every phrase that names a place.</summary>
    internal PlaceNames Names { get; }

    /// <summary>All rules, in reading order.</summary>
    public IReadOnlyList<PlaceRule> All { get; }

    /// <summary>Words such as 山区 that end some full names of three characters.</summary>
    public IReadOnlyList<string> GenericEndings { get; }

    /// <summary>The rule behind a form or a step of decision.</summary>
    /// <exception cref="KeyNotFoundException">No rule file names this step.</exception>
    public PlaceRule Step(string step) => _steps[step];

    internal static PlaceRules Read(RuleReader reader)
    {
        var divisions = DivisionTable.Read(reader.Files, reader.Faults);
        var all = new List<PlaceRule>();
        foreach (var file in Files) all.AddRange(reader.ReadRules(file, PhraseUse.PlaceContext, ReadRule));
        var rules = new PlaceRules(divisions, all, reader.Files.Compiled?.PlaceNames);
        foreach (var step in PlaceSteps.All)
        {
            if (!rules._steps.ContainsKey(step)) reader.Faults.Add(DiagnosticKinds.RuleFieldMissing, new RulePlace(reader.Files.Root + "/" + Files[0], 1, 1), "step: " + step);
        }

        return rules;
    }

    private static PlaceRule ReadRule(RuleNode node, Rule rule) => new(
        rule,
        node.Choice("effect", Effects),
        node.Choice("stands", Sides, optional: true),
        (int)node.Number("within", 0),
        node.Flag("alsoFirst", true),
        node.Choice("level", Levels, optional: true),
        node.OptionalText("step") ?? "");
}

/// <summary>The forms and steps of decision that code names and rules/regions/names.yaml explains.</summary>
public static class PlaceSteps
{
    /// <summary>One full name.</summary>
    public const string FullName = "full-name";

    /// <summary>A short form or alias.</summary>
    public const string ShortName = "short-name";

    /// <summary>A short form of one character.</summary>
    public const string Abbreviation = "abbreviation";

    /// <summary>Two or more names, one within the other.</summary>
    public const string Chain = "chain";

    /// <summary>A name no more in force.</summary>
    public const string FormerName = "former-name";

    /// <summary>Other places in the same list decide, or show that a place is meant.</summary>
    public const string Neighbours = "neighbours";

    /// <summary>Another place in the item decides.</summary>
    public const string SameItem = "same-item";

    /// <summary>The document's own region decides, or shows that a place is meant.</summary>
    public const string Document = "document";

    /// <summary>Other places of the document decide.</summary>
    public const string OtherMentions = "other-mentions";

    /// <summary>The higher division wins.</summary>
    public const string HigherLevel = "higher-level";

    /// <summary>Nothing shows that a place is meant.</summary>
    public const string NoEvidence = "no-evidence";

    /// <summary>The name runs across a word.</summary>
    public const string AcrossWords = "across-words";

    /// <summary>A full name that ends in a word of its own: 海|城区.</summary>
    public const string GenericEnding = "generic-ending";

    /// <summary>The clause begins with it, and goes on as a statement.</summary>
    public const string Subject = "subject";

    /// <summary>Inside 《》.</summary>
    public const string InTitle = "in-title";

    /// <summary>Inside “” together with more words.</summary>
    public const string InQuotes = "in-quotes";

    /// <summary>Inside the abbreviation of a document number.</summary>
    public const string InNumber = "in-number";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        FullName, ShortName, Abbreviation, Chain, FormerName, Neighbours, SameItem, Document, OtherMentions, HigherLevel, NoEvidence,
        AcrossWords, GenericEnding, Subject, InTitle, InQuotes, InNumber,
    ];
}

/// <summary>How much each name shows by itself; the policy in words stands at <see cref="Of"/>.</summary>
internal sealed class PlaceStrengths
{
    private readonly HashSet<string> _common;
    private readonly HashSet<string> _weak;
    private readonly IReadOnlyList<string> _genericEndings;

    public PlaceStrengths(IReadOnlyList<PlaceRule> rules, IReadOnlyList<string> genericEndings)
    {
        _common = PhrasesOf(rules, PlaceEffect.CommonWord);
        _weak = PhrasesOf(rules, PlaceEffect.Weak);
        _genericEndings = genericEndings;
    }

    /// <remarks>
    /// The lists in the rule files go first. Then a full name is strong unless it has three characters and ends in a word of
    /// its own (中+山区) or two (和县). A short form of a province or a prefecture is strong, of a county only
    /// from three characters on (张家港). An alias is strong from three characters on (恩施州), a shorter one weak. One character is never strong.
    /// </remarks>
    public PlaceStrength Of(string phrase, IReadOnlyList<PlaceCandidate> candidates)
    {
        if (_common.Contains(phrase)) return PlaceStrength.CommonWord;
        if (_weak.Contains(phrase)) return PlaceStrength.Weak;
        foreach (var (division, form) in candidates)
        {
            var strong = form switch
            {
                PlaceForm.FullName => phrase.Length >= 3 && !(phrase.Length == 3 && _genericEndings.Any(e => phrase.EndsWith(e, StringComparison.Ordinal))),
                PlaceForm.Alias => phrase.Length >= 3,
                PlaceForm.ShortName => phrase.Length >= 2 && (phrase.Length >= 3 || division.Level != DivisionLevel.County),
                _ => false,
            };
            if (strong) return PlaceStrength.Strong;
        }

        return PlaceStrength.Weak;
    }

    /// <summary>合作市: without its last character an everyday word.</summary>
    public bool HasEverydayStem(string phrase) => phrase.Length == 3 && _common.Contains(phrase[..2]);

    private static HashSet<string> PhrasesOf(IReadOnlyList<PlaceRule> rules, PlaceEffect effect) =>
        rules.Where(r => r.Effect == effect).SelectMany(r => r.Rule.Phrases).ToHashSet(StringComparer.Ordinal);
}
