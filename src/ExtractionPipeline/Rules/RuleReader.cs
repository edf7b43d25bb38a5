using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Rules;

/// <summary>What the readers of all domains share while rule files are read: faults, the order of rules, unique ids, the phrases.</summary>
internal sealed class RuleReader(RuleFiles files, RuleFaults faults)
{
    private const char PartMark = '…';

    private readonly List<Rule> _rules = [];
    private readonly List<PhraseMeaning> _meanings = [];
    private readonly Dictionary<string, RulePlace> _ids = new(StringComparer.Ordinal);

    public RuleFiles Files => files;

    public RuleFaults Faults => faults;

    public IReadOnlyList<Rule> AllRules => _rules;

    public IReadOnlyList<PhraseMeaning> AllMeanings => _meanings;

    /// <summary>Reads every rule of a YAML file; the domain reads its own fields and gives the record that its finder knows.</summary>
    /// <param name="path">Below rules/; a missing file is a fault.</param>
    /// <param name="use">What the phrases are looked up for.</param>
    /// <param name="read">Gives the domain's record for one rule; null where its fields have faults.</param>
    public IReadOnlyList<T> ReadRules<T>(string path, PhraseUse use, Func<RuleNode, Rule, T?> read)
        where T : class
    {
        if (files.Find(path) is not { } file)
        {
            faults.Add(DiagnosticKinds.RuleFileMissing, new RulePlace(files.Root + "/" + path, 1, 1));
            return [];
        }

        return ReadRules(file, use, read);
    }

    /// <summary>The same for a file at hand.</summary>
    public IReadOnlyList<T> ReadRules<T>(RuleFile file, PhraseUse use, Func<RuleNode, Rule, T?> read)
        where T : class
    {
        var found = new List<T>();
        foreach (var node in RuleNode.ReadList(files, file, faults))
        {
            var rule = Rule.Read(node, _rules.Count);
            var domain = read(node, rule);
            node.ReportUnknownFields();
            if (!_ids.TryAdd(rule.Id.Name, rule.Place)) faults.Add(DiagnosticKinds.RuleIdTwice, node.PlaceOf("id"), rule.Id.Name, _ids[rule.Id.Name].ToString());
            _rules.Add(rule);
            if (domain is null) continue;
            found.Add(domain);
            foreach (var phrase in rule.Phrases) AddPhrase(use, phrase, domain);
        }

        return found;
    }

    /// <summary>Adds a phrase; one with … is added part by part.</summary>
    public void AddPhrase(PhraseUse use, string phrase, object subject)
    {
        if (!phrase.Contains(PartMark, StringComparison.Ordinal))
        {
            _meanings.Add(new PhraseMeaning(use, phrase, subject));
            return;
        }

        var parts = phrase.Split(PartMark, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++) _meanings.Add(new PhraseMeaning(use, parts[i], subject, i, parts.Length));
    }
}
