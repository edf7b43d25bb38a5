using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Text;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Checking;

/// <summary>What looking through all rules came to.</summary>
/// <param name="Rules">Number of rules.</param>
/// <param name="Phrases">Number of phrases of all rules.</param>
/// <param name="PhrasesInExamples">Those that stand in an example or counter-example of their own rule.</param>
/// <param name="Findings">By file and line.</param>
public sealed record RuleLintReport(int Rules, int Phrases, int PhrasesInExamples, IReadOnlyList<RuleFinding> Findings);

/// <summary>Finds rules that do nothing, say what another says, or cost more than they give.</summary>
/// <remarks>
/// All judged by the sentences that the rules themselves bring (examples and counter-examples of all rules), so the same rules give the
/// same report on every machine; "slow" counts look-ups, it measures no time.
/// </remarks>
public sealed class RuleLint
{
    /// <summary>A rule is slow whose phrases stand more often than this in a thousand characters of policy text …</summary>
    /// <remarks>
    /// Measured on the sample list (5,270 characters, 1.7 ms the whole way): 1,488 further occurrences cost less than 0.08 ms, so one costs
    /// at most 50 ns. 75 in a thousand characters are 20 microseconds, a hundredth of the 2 ms that a list of this length may take.
    /// </remarks>
    private const int HitsPerThousand = 75;

    /// <summary>… and of so many occurrences at most one takes effect …</summary>
    private const int HitsPerEffect = 40;

    /// <summary>… judged only where there is this much text.</summary>
    private const int LeastCharacters = 5_000;

    private readonly RuleFiles _files;
    private readonly PolicyPipeline _pipeline;
    private readonly RuleEffects _observed;
    private readonly List<RuleFinding> _findings = [];
    private readonly Dictionary<RuleId, int> _effects = [];
    private readonly List<string> _sentences = [];   // folded

    private RuleLint(RuleFiles files, PolicyPipeline pipeline)
    {
        _files = files;
        _pipeline = pipeline;
        _observed = new RuleEffects(pipeline);
    }

    /// <summary>Looks through all rules.</summary>
    /// <exception cref="RuleFileException">The files are invalid.</exception>
    public static RuleLintReport Run(RuleFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new RuleLint(files, new PolicyPipeline(RuleSet.Read(files))).Run();
    }

    private RuleLintReport Run()
    {
        foreach (var rule in _pipeline.Rules.All) Observe(rule);
        var (phrases, inExamples) = (0, 0);
        foreach (var rule in _pipeline.Rules.All)
        {
            phrases += rule.Phrases.Count;
            inExamples += Test(rule);
        }

        new DuplicatePhrases(_files, _findings).Find(_pipeline.Rules.All);
        _findings.Sort(RuleFinding.Compare);
        return new RuleLintReport(_pipeline.Rules.All.Count, phrases, inExamples, _findings);
    }

    /// <summary>Extracts the sentences of a rule and counts which rules take effect in them.</summary>
    private void Observe(Rule rule)
    {
        foreach (var text in rule.Examples.Select(e => e.Text).Concat(rule.CounterExamples.Select(e => e.Text)))
        {
            _sentences.Add(Fold(text));
            foreach (var effect in _observed.In(text)) _effects[effect.Rule] = _effects.GetValueOrDefault(effect.Rule) + 1;
        }
    }

    /// <summary>All tests of one rule but duplicates; gives the number of phrases that its own sentences hold.</summary>
    private int Test(Rule rule)
    {
        TestEffect(rule);
        TestCost(rule);
        var own = rule.Examples.Select(e => Fold(e.Text)).ToList();
        var countered = rule.CounterExamples.Select(e => Fold(e.Text)).ToList();
        var held = 0;
        foreach (var phrase in rule.Phrases)
        {
            var folded = Fold(phrase);
            if (!string.Equals(folded, phrase, StringComparison.Ordinal)) Add(DiagnosticKinds.RulePhraseUnfolded, rule, phrase, folded);
            if (own.Concat(countered).Any(s => Holds(s, phrase))) held++;
        }

        if (rule.Phrases.Count > 0 && !rule.Phrases.Any(p => own.Exists(s => Holds(s, p)))) Add(DiagnosticKinds.RuleUntested, rule);
        return held;
    }

    /// <summary>Another rule of the file takes the marked stretch, or the words that should call this rule up beside it.</summary>
    private void TestEffect(Rule rule)
    {
        var takers = new HashSet<RuleId>();
        foreach (var example in rule.Examples)
        {
            var effects = _observed.In(example.Text);
            if (effects.Exists(e => e.Rule == rule.Id && e.Touches(example.Marked))) return;
            takers.UnionWith(effects.Where(e => e.Words.Overlaps(example.Marked) || rule.Phrases.Contains(Fold(e.Words.In(example.Text)), StringComparer.Ordinal)).Select(e => e.Rule));
        }

        var taker = _pipeline.Rules.All.FirstOrDefault(r => takers.Contains(r.Id) && string.Equals(r.Place.File, rule.Place.File, StringComparison.Ordinal));
        if (taker is not null) Add(DiagnosticKinds.RuleShadowed, rule, taker.Id.Name, taker.Place.ToString());
        else if (!_effects.ContainsKey(rule.Id)) Add(DiagnosticKinds.RuleDead, rule);
    }

    private void TestCost(Rule rule)
    {
        var characters = _sentences.Sum(s => s.Length);
        if (characters < LeastCharacters) return;
        var hits = rule.Phrases.Sum(p => _sentences.Sum(s => Occurrences(s, p)));
        var effects = _effects.GetValueOrDefault(rule.Id);
        if ((long)hits * 1000 > (long)HitsPerThousand * characters && hits > (long)effects * HitsPerEffect) Add(DiagnosticKinds.RuleSlow, rule, Count(hits), Count(characters), Count(effects));
    }

    private void Add(DiagnosticKind kind, Rule rule, params string[] details) => _findings.Add(new RuleFinding(kind, rule.Place, [rule.Id.Name, .. details], []));

    private string Fold(string text) => SearchableText.Fold(text, _pipeline.Rules.Folding).Folded;

    /// <summary>Whether a sentence holds a phrase; one with … is held part by part, in order.</summary>
    private static bool Holds(string sentence, string phrase)
    {
        var at = 0;
        foreach (var part in phrase.Split('\u2026', StringSplitOptions.RemoveEmptyEntries))
        {
            at = sentence.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += part.Length;
        }

        return true;
    }

    private static int Occurrences(string sentence, string phrase)
    {
        var count = 0;
        var first = phrase.Split('\u2026', StringSplitOptions.RemoveEmptyEntries)[0];
        for (var at = sentence.IndexOf(first, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(first, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
