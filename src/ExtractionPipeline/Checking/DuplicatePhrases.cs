using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Checking;

/// <summary>Finds phrases that two rules of one file give the same meaning, or that one rule names twice.</summary>
/// <remarks>
/// Two rules mean the same where all their fields are equal but id, phrases, source and examples; the same phrase with another bound
/// or another place (before, after) is no duplicate.
/// </remarks>
internal sealed class DuplicatePhrases(RuleFiles files, List<RuleFinding> findings)
{
    private static readonly HashSet<string> FieldsOfProof = new(StringComparer.Ordinal) { "id", "phrases", "source", "examples", "counterExamples" };

    public void Find(IReadOnlyList<Rule> rules)
    {
        var meanings = files.All.Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(Meanings).ToDictionary(m => m.Id, m => m.Meaning, StringComparer.Ordinal);
        var first = new Dictionary<(string File, string Meaning, string Phrase), Rule>();
        foreach (var rule in rules)
        {
            foreach (var phrase in rule.Phrases)
            {
                var key = (rule.Place.File, meanings.GetValueOrDefault(rule.Id.Name, ""), phrase);
                if (first.TryAdd(key, rule)) continue;
                var earlier = first[key];
                findings.Add(new RuleFinding(DiagnosticKinds.RulePhraseTwice, rule.Place, [rule.Id.Name, phrase, earlier.Id.Name, earlier.Place.ToString()], []));
            }
        }
    }

    private static IEnumerable<(string Id, string Meaning)> Meanings(RuleFile file)
    {
        if (file.ParseTree() is not RuleList list) yield break;
        foreach (var node in list.Items.OfType<RuleMap>())
        {
            if (node.Find("id") is not RuleScalar { Text: var name }) continue;
            var text = new StringBuilder();
            foreach (var (key, value) in node.Fields.OrderBy(f => f.Key.Text, StringComparer.Ordinal))
            {
                if (!FieldsOfProof.Contains(key.Text)) Write(text.Append(key.Text).Append('='), value).Append('\n');
            }

            yield return (name, text.ToString());
        }
    }

    private static StringBuilder Write(StringBuilder text, RuleValue value)
    {
        switch (value)
        {
            case RuleScalar scalar: return text.Append(scalar.Text);
            case RuleList list:
                foreach (var item in list.Items) Write(text.Append('['), item).Append(']');
                return text;
            case RuleMap map:
                foreach (var (key, child) in map.Fields) Write(text.Append('{').Append(key.Text).Append('='), child).Append('}');
                return text;
            default: return text;
        }
    }
}
