using ExtractionPipeline.Checking;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

namespace ExtractionPipeline.Cli;

/// <summary>The report of check as JSON.</summary>
internal sealed class CheckJson(JsonTextWriter json, DifferenceText words)
{
    public static void Write(IReadOnlyList<CheckedCase> cases, IReadOnlyList<FieldScore> scores, DifferenceText words, TextWriter to)
    {
        using var json = new JsonTextWriter(to) { Formatting = Formatting.Indented, CloseOutput = false };
        new CheckJson(json, words).Write(cases, scores);
        json.Flush();
        to.Write('\n');
    }

    private void Write(IReadOnlyList<CheckedCase> cases, IReadOnlyList<FieldScore> scores)
    {
        json.WriteStartObject();
        List("scores", scores, Score);
        List("cases", cases, Case);
        json.WriteEndObject();
    }

    private void Score(FieldScore score)
    {
        Pair("field", score.Field);
        Pair("right", score.Right);
        Pair("expected", score.Expected);
        Pair("found", score.Found);
        json.WritePropertyName("precision");
        json.WriteRawValue(CheckReports.Share(score.Precision));
        json.WritePropertyName("recall");
        json.WriteRawValue(CheckReports.Share(score.Recall));
        json.WritePropertyName("f1");
        json.WriteRawValue(CheckReports.Share(score.F1));
    }

    private void Case(CheckedCase one)
    {
        Pair("document", one.Document);
        Pair("golden", one.Golden);
        Pair("fault", one.Fault);
        json.WritePropertyName("stale");
        json.WriteValue(one.Report?.IsStale ?? false);
        List("differences", one.Report?.Differences ?? [], Difference);
    }

    private void Difference(GoldenDifference difference)
    {
        Pair("accept", DifferenceText.Where(difference));
        Pair("item", difference.Item);
        Pair("field", difference.Field);
        Pair("expected", difference.Expected);
        Pair("found", difference.Found);
        Pair("sentence", DifferenceText.Marked(difference.Text, difference.Span));
        Pair("start", difference.Span?.Start);
        Pair("end", difference.Span?.End);
        Pair("line", difference.Line);
        Pair("column", difference.Column);
        List<RuleId>("rules", difference.Rule is { } rule ? [.. difference.FurtherRules.Prepend(rule)] : [], Rule);
        List("notTaken", difference.NotTaken, Candidate);
    }

    private void Candidate(SuppressedCandidate candidate)
    {
        Rule(candidate.Rule);
        Pair("reason", candidate.Reason);
        Pair("start", candidate.Span.Start);
        Pair("end", candidate.Span.End);
    }

    private void Rule(RuleId rule)
    {
        Pair("rule", rule.Name);
        Pair("place", words.PlaceOf(rule));
    }

    private void List<T>(string name, IReadOnlyList<T> elements, Action<T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var element in elements)
        {
            json.WriteStartObject();
            write(element);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Pair(string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private void Pair(string name, int? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
