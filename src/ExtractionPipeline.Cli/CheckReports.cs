using System.Globalization;
using System.Xml;

using ExtractionPipeline.Checking;

namespace ExtractionPipeline.Cli;

/// <summary>The report of check, for people and for other tools.</summary>
internal static class CheckReports
{
    public static void Write(IReadOnlyList<CheckedCase> cases, string format, DifferenceText words, Surroundings at, Wording say)
    {
        switch (format)
        {
            case "json": CheckJson.Write(cases, Sum(cases), words, at.Output); break;
            case "junit": WriteJunit(cases, words, at.Output, say); break;
            case "markdown": WriteMarkdown(cases, words, at.Output, say); break;
            default: WriteText(cases, words, at.Output, say); break;
        }

        // In every form the faults stand on standard error too: a pipe into another tool must not hide them.
        foreach (var one in cases.Where(c => c.Fault is not null)) at.Error.WriteLine(one.Fault);
    }

    private static void WriteText(IReadOnlyList<CheckedCase> cases, DifferenceText words, TextWriter to, Wording say)
    {
        foreach (var one in cases)
        {
            foreach (var remark in one.Remarks(say)) to.WriteLine(remark);
            foreach (var difference in one.Report?.Differences ?? [])
            {
                to.WriteLine($"{Place(one, difference)}: {DifferenceText.Where(difference)}");
                foreach (var line in words.Lines(difference)) to.WriteLine("  " + line);
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

    private static void WriteMarkdown(IReadOnlyList<CheckedCase> cases, DifferenceText words, TextWriter to, Wording say)
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
            foreach (var remark in one.Remarks(say)) to.WriteLine("- " + remark);
            foreach (var difference in one.Report?.Differences ?? [])
            {
                to.WriteLine($"- `{Place(one, difference)}` {DifferenceText.Where(difference)}");
                foreach (var line in words.Lines(difference)) to.WriteLine($"  - {line}");
            }
        }
    }

    private static void WriteJunit(IReadOnlyList<CheckedCase> cases, DifferenceText words, TextWriter to, Wording say)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false, CloseOutput = false };
        using (var xml = XmlWriter.Create(to, settings))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "policy-extract check");
            xml.WriteAttributeString("tests", Number(cases.Count));
            xml.WriteAttributeString("failures", Number(cases.Count(c => c.Fault is null && !c.Passes)));
            xml.WriteAttributeString("errors", Number(cases.Count(c => c.Fault is not null)));
            foreach (var one in cases) WriteJunitCase(xml, one, words, say);
            xml.WriteEndElement();
        }

        to.Write('\n');
    }

    private static void WriteJunitCase(XmlWriter xml, CheckedCase one, DifferenceText words, Wording say)
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
            foreach (var remark in one.Remarks(say)) xml.WriteString(remark + "\n");
            foreach (var difference in one.Report!.Differences) xml.WriteString($"{Place(one, difference)}: {DifferenceText.Where(difference)}\n  {string.Join("\n  ", words.Lines(difference))}\n");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Place(CheckedCase one, GoldenDifference difference) => string.Create(CultureInfo.InvariantCulture, $"{one.Golden}:{difference.Line}:{difference.Column}");

    private static IReadOnlyList<FieldScore> Sum(IReadOnlyList<CheckedCase> cases) => FieldScore.Sum(cases.SelectMany(c => c.Report?.Scores ?? []));

    private static string Summary(IReadOnlyList<CheckedCase> cases, Wording say) =>
        say.Say(Messages.CheckSummary, Number(cases.Count), Number(cases.Sum(c => c.Report?.Differences.Count ?? 0)));

    private static string Counts(FieldScore score, Wording say) => string.Create(
        CultureInfo.InvariantCulture,
        $"{say.Say(Messages.CheckRight)} {score.Right}, {say.Say(Messages.CheckExpected)} {score.Expected}, {say.Say(Messages.CheckFound)} {score.Found}");

    internal static string Share(decimal share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
