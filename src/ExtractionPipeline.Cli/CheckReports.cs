using System.Globalization;
using System.Xml;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;

using Newtonsoft.Json;

namespace ExtractionPipeline.Cli;

/// <summary>The report of check, for people and for other tools.</summary>
internal static class CheckReports
{
    private const int Around = 24;   // characters of the sentence shown on each side of a marked stretch

    public static void Write(IReadOnlyList<CheckedCase> cases, string format, Surroundings at, Wording say)
    {
        switch (format)
        {
            case "json": WriteJson(cases, at.Output); break;
            case "junit": WriteJunit(cases, at.Output, say); break;
            case "markdown": WriteMarkdown(cases, at.Output, say); break;
            default: WriteText(cases, at.Output, say); break;
        }

        // In every form the faults stand on standard error too: a pipe into another tool must not hide them.
        foreach (var one in cases.Where(c => c.Fault is not null)) at.Error.WriteLine(one.Fault);
    }

    private static void WriteText(IReadOnlyList<CheckedCase> cases, TextWriter to, Wording say)
    {
        foreach (var one in cases)
        {
            if (one.Report is { IsStale: true }) to.WriteLine(say.Line(DiagnosticKinds.GoldenStale, one.Golden, [one.Document]));
            foreach (var difference in one.Report?.Differences ?? [])
            {
                to.WriteLine($"{Place(one, difference)}: {Where(difference)}");
                foreach (var line in Lines(difference, say)) to.WriteLine("  " + line);
            }
        }

        var scores = Sum(cases);
        if (scores.Count > 0)
        {
            to.WriteLine();
            to.WriteLine($"{say.Say(Messages.CheckField),-22} {say.Say(Messages.CheckPrecision),10} {say.Say(Messages.CheckRecall),10} {"F1",10}");
            foreach (var score in scores) to.WriteLine($"{score.Field,-22} {Share(score.Precision),10} {Share(score.Recall),10} {Share(score.F1),10}   {Counts(score, say)}");
        }

        to.WriteLine(Summary(cases, say));
    }

    private static void WriteMarkdown(IReadOnlyList<CheckedCase> cases, TextWriter to, Wording say)
    {
        to.WriteLine($"# {Summary(cases, say)}");
        to.WriteLine();
        to.WriteLine($"| {say.Say(Messages.CheckField)} | {say.Say(Messages.CheckPrecision)} | {say.Say(Messages.CheckRecall)} | F1 | |");
        to.WriteLine("|---|---:|---:|---:|---|");
        foreach (var score in Sum(cases)) to.WriteLine($"| {score.Field} | {Share(score.Precision)} | {Share(score.Recall)} | {Share(score.F1)} | {Counts(score, say)} |");
        foreach (var one in cases.Where(c => !c.Passes))
        {
            to.WriteLine();
            to.WriteLine($"## {one.Document}");
            to.WriteLine();
            if (one.Fault is not null) to.WriteLine($"- {one.Fault}");
            if (one.Report is { IsStale: true }) to.WriteLine("- " + say.Line(DiagnosticKinds.GoldenStale, one.Golden, [one.Document]));
            foreach (var difference in one.Report?.Differences ?? [])
            {
                to.WriteLine($"- `{Place(one, difference)}` {Where(difference)}");
                foreach (var line in Lines(difference, say)) to.WriteLine($"  - {line}");
            }
        }
    }

    private static void WriteJson(IReadOnlyList<CheckedCase> cases, TextWriter to)
    {
        using var json = new JsonTextWriter(to) { Formatting = Newtonsoft.Json.Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        json.WritePropertyName("scores");
        json.WriteStartArray();
        foreach (var score in Sum(cases))
        {
            json.WriteStartObject();
            Pair(json, "field", score.Field);
            Pair(json, "right", score.Right);
            Pair(json, "expected", score.Expected);
            Pair(json, "found", score.Found);
            json.WritePropertyName("precision");
            json.WriteRawValue(Share(score.Precision));
            json.WritePropertyName("recall");
            json.WriteRawValue(Share(score.Recall));
            json.WritePropertyName("f1");
            json.WriteRawValue(Share(score.F1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("cases");
        json.WriteStartArray();
        foreach (var one in cases) WriteJsonCase(json, one);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        to.Write('\n');
    }

    private static void WriteJsonCase(JsonTextWriter json, CheckedCase one)
    {
        json.WriteStartObject();
        Pair(json, "document", one.Document);
        Pair(json, "golden", one.Golden);
        Pair(json, "fault", one.Fault);
        json.WritePropertyName("stale");
        json.WriteValue(one.Report?.IsStale ?? false);
        json.WritePropertyName("differences");
        json.WriteStartArray();
        foreach (var difference in one.Report?.Differences ?? [])
        {
            json.WriteStartObject();
            Pair(json, "item", difference.Item);
            Pair(json, "field", difference.Field);
            Pair(json, "expected", difference.Expected);
            Pair(json, "found", difference.Found);
            Pair(json, "rule", difference.Rule);
            Pair(json, "start", difference.Span?.Start);
            Pair(json, "end", difference.Span?.End);
            Pair(json, "line", difference.Line);
            Pair(json, "column", difference.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteJunit(IReadOnlyList<CheckedCase> cases, TextWriter to, Wording say)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false, CloseOutput = false };
        using (var xml = XmlWriter.Create(to, settings))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "policy-extract check");
            xml.WriteAttributeString("tests", Number(cases.Count));
            xml.WriteAttributeString("failures", Number(cases.Count(c => c.Fault is null && !c.Passes)));
            xml.WriteAttributeString("errors", Number(cases.Count(c => c.Fault is not null)));
            foreach (var one in cases) WriteJunitCase(xml, one, say);
            xml.WriteEndElement();
        }

        to.Write('\n');
    }

    private static void WriteJunitCase(XmlWriter xml, CheckedCase one, Wording say)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "golden");
        xml.WriteAttributeString("name", one.Document);
        xml.WriteAttributeString("file", one.Golden);
        if (one.Fault is not null)
        {
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", one.Fault);
            xml.WriteEndElement();
        }
        else if (!one.Passes)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Summary([one], say));
            if (one.Report!.IsStale) xml.WriteString(say.Line(DiagnosticKinds.GoldenStale, one.Golden, [one.Document]) + "\n");
            foreach (var difference in one.Report.Differences) xml.WriteString($"{Place(one, difference)}: {Where(difference)}\n  {string.Join("\n  ", Lines(difference, say))}\n");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The sentence with its stretch marked, what was expected, what was found and by which rule.</summary>
    private static IEnumerable<string> Lines(GoldenDifference difference, Wording say)
    {
        if (difference is { Text: { } text, Span: { } span })
        {
            var (from, to) = (Math.Max(0, span.Start - Around), Math.Min(text.Length, span.End + Around));
            var line = (from > 0 ? "\u2026" : "") + text[from..span.Start] + "\u3010" + text[span.Start..span.End] + "\u3011" + text[span.End..to] + (to < text.Length ? "\u2026" : "");
            yield return Printable(line);
        }

        yield return $"{say.Say(Messages.CheckExpected)}: {Printable(difference.Expected ?? say.Say(Messages.CheckNothing))}";
        var rule = difference.Rule is null ? "" : $" ({say.Say(Messages.ExplainRule, difference.Rule)})";
        yield return $"{say.Say(Messages.CheckFound)}: {Printable(difference.Found ?? say.Say(Messages.CheckNothing))}{rule}";
    }

    private static string Place(CheckedCase one, GoldenDifference difference) => string.Create(CultureInfo.InvariantCulture, $"{one.Golden}:{difference.Line}:{difference.Column}");

    private static string Where(GoldenDifference difference) => difference.Item is null ? difference.Field : $"{difference.Item} {difference.Field}";

    private static IReadOnlyList<FieldScore> Sum(IReadOnlyList<CheckedCase> cases) => FieldScore.Sum(cases.SelectMany(c => c.Report?.Scores ?? []));

    private static string Summary(IReadOnlyList<CheckedCase> cases, Wording say) =>
        say.Say(Messages.CheckSummary, Number(cases.Count), Number(cases.Sum(c => c.Report?.Differences.Count ?? 0)));

    private static string Counts(FieldScore score, Wording say) => string.Create(
        CultureInfo.InvariantCulture,
        $"{say.Say(Messages.CheckRight)} {score.Right}, {say.Say(Messages.CheckExpected)} {score.Expected}, {say.Say(Messages.CheckFound)} {score.Found}");

    private static string Share(decimal share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static void Pair(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Pair(JsonTextWriter json, string name, int? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
