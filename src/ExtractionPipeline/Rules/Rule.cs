using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Rules;

/// <summary>A sentence in which a rule must be at work on the marked stretch.</summary>
/// <param name="Text">The sentence without its marks.</param>
/// <param name="Marked">What stood between 【 and 】.</param>
/// <param name="Value">The value expected there, as the value's own ToString writes it; null where the rule yields none.</param>
/// <param name="Place">Line and column of the example.</param>
public sealed record RuleExample(string Text, SourceSpan Marked, string? Value, RulePlace Place);

/// <summary>A sentence in which a rule must stay silent.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Because">Why.</param>
/// <param name="Place">Line and column of the counter-example.</param>
public sealed record RuleCounterExample(string Text, string Because, RulePlace Place);

/// <summary>What every rule has, whatever it yields.</summary>
/// <param name="Id">Stable name; unique over all files.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Order">Number in reading order of all rules: the earlier rule wins where policy says so.</param>
/// <param name="Phrases">Words that call it up; a phrase with … has parts that follow one another within a clause.</param>
/// <param name="Source">The law, standard, document or observation behind it.</param>
/// <param name="Examples">At least one.</param>
/// <param name="CounterExamples">At least one.</param>
public sealed record Rule(
    RuleId Id,
    RulePlace Place,
    int Order,
    IReadOnlyList<string> Phrases,
    string Source,
    IReadOnlyList<RuleExample> Examples,
    IReadOnlyList<RuleCounterExample> CounterExamples)
{
    private const char OpeningMark = '【';
    private const char ClosingMark = '】';

    /// <summary>Reads the common fields id, phrases, source, examples, counterExamples.</summary>
    public static Rule Read(RuleNode node, int order)
    {
        ArgumentNullException.ThrowIfNull(node);
        var id = node.Text("id");
        if (node.IsChecked) return new Rule(new RuleId(id), node.Place, order, node.Texts("phrases"), node.Text("source"), new OnDemand<RuleExample>(() => ReadExamples(node)), new OnDemand<RuleCounterExample>(() => ReadCounterExamples(node)));
        var examples = ReadExamples(node);
        var counterExamples = ReadCounterExamples(node);
        if (examples.Count == 0) node.Faults.Add(DiagnosticKinds.RuleWithoutExample, node.Place, id, "example");
        if (counterExamples.Count == 0) node.Faults.Add(DiagnosticKinds.RuleWithoutExample, node.Place, id, "counter-example");
        return new Rule(new RuleId(id), node.Place, order, node.Texts("phrases"), node.Text("source"), examples, counterExamples);
    }

    private static List<RuleExample> ReadExamples(RuleNode node) => [.. node.Maps("examples").Select(ReadExample).OfType<RuleExample>()];

    private static List<RuleCounterExample> ReadCounterExamples(RuleNode node) => [.. node.Maps("counterExamples").Select(ReadCounterExample)];

    private static RuleExample? ReadExample(RuleNode node)
    {
        var marked = node.Text("text");
        var value = node.OptionalText("value");
        node.ReportUnknownFields();
        var open = marked.IndexOf(OpeningMark, StringComparison.Ordinal);
        var close = marked.IndexOf(ClosingMark, StringComparison.Ordinal);
        if (open < 0 || close <= open + 1)
        {
            node.Faults.Add(DiagnosticKinds.RuleExampleUnmarked, node.PlaceOf("text"));
            return null;
        }

        var text = marked.Remove(close, 1).Remove(open, 1);
        return new RuleExample(text, new SourceSpan(open, close - 1), value, node.PlaceOf("text"));
    }

    private static RuleCounterExample ReadCounterExample(RuleNode node)
    {
        var example = new RuleCounterExample(node.Text("text"), node.Text("because"), node.PlaceOf("text"));
        node.ReportUnknownFields();
        return example;
    }
}
