using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

using YamlDotNet.RepresentationModel;

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
        var stream = new YamlStream();
        stream.Load(new StringReader(file.Text));
        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlSequenceNode list) yield break;
        foreach (var node in list.Children.OfType<YamlMappingNode>())
        {
            if (!node.Children.TryGetValue("id", out var id) || id is not YamlScalarNode { Value: { } name }) continue;
            var text = new StringBuilder();
            foreach (var (key, value) in node.Children.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal))
            {
                if (!FieldsOfProof.Contains(key.ToString())) Write(text.Append(key).Append('='), value).Append('\n');
            }

            yield return (name, text.ToString());
        }
    }

    private static StringBuilder Write(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar: return text.Append(scalar.Value);
            case YamlSequenceNode list:
                foreach (var child in list.Children) Write(text.Append('['), child).Append(']');
                return text;
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children) Write(text.Append('{').Append(key).Append('='), value).Append('}');
                return text;
            default: return text;
        }
    }
}
