using ExtractionPipeline.Checking;
using ExtractionPipeline.Mentions;
using ExtractionPipeline.Output;
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
        json.Member("field", score.Field);
        json.Member("right", score.Right);
        json.Member("expected", score.Expected);
        json.Member("found", score.Found);
        Share("precision", score.Precision);
        Share("recall", score.Recall);
        Share("f1", score.F1);
    }

    private void Case(CheckedCase one)
    {
        json.Member("document", one.Document);
        json.Member("golden", one.Golden);
        json.Member("fault", one.Fault);
        json.Member("stale", one.Report?.IsStale ?? false);
        json.Member("draft", one.Report?.IsDraft ?? false);
        List("differences", one.Report?.Differences ?? [], Difference);
    }

    private void Difference(GoldenDifference difference)
    {
        json.Member("accept", DifferenceText.Where(difference));
        json.Member("item", difference.Item);
        json.Member("field", difference.Field);
        json.Member("expected", difference.Expected);
        json.Member("found", difference.Found);
        if (difference.MissingWords is { } missing)
        {
            json.Member("missingWords", missing);
            json.Member("standsIn", difference.StandsIn);
        }

        json.Member("sentence", DifferenceText.Marked(difference.Text, difference.Span));
        json.Member("start", difference.Span?.Start);
        json.Member("end", difference.Span?.End);
        json.Member("line", difference.Line);
        json.Member("column", difference.Column);
        List<RuleId>("rules", difference.Rule is { } rule ? [.. difference.FurtherRules.Prepend(rule)] : [], Rule);
        List("notTaken", difference.NotTaken, Candidate);
    }

    private void Candidate(SuppressedCandidate candidate)
    {
        Rule(candidate.Rule);
        json.Member("reason", candidate.Reason);
        json.Member("start", candidate.Span.Start);
        json.Member("end", candidate.Span.End);
    }

    private void Rule(RuleId rule)
    {
        json.Member("rule", rule.Name);
        json.Member("place", words.PlaceOf(rule));
    }

    private void List<T>(string name, IReadOnlyList<T> elements, Action<T> write)
    {
        json.BeginList(name);
        foreach (var element in elements)
        {
            json.WriteStartObject();
            write(element);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Share(string name, decimal share)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(CheckReports.Share(share));
    }
}
