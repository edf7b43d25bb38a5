using System.Globalization;

using ExtractionPipeline.Checking;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;
using ExtractionPipeline.Rules;
using ExtractionPipeline.Values;

using Newtonsoft.Json;

namespace ExtractionPipeline.Cli;

/// <summary>rules impact: what edited rules would change in a folder of documents.</summary>
internal sealed class ImpactCommand(Surroundings at, Wording say)
{
    /// <summary>The forms that --format takes; the first is the default.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json"];

    /// <param name="documents">Folder with documents.</param>
    /// <param name="edited">Folder with the edited rules.</param>
    /// <param name="committed">What to compare with, as --base names it; null for the committed rules or else the built-in ones.</param>
    /// <param name="settings">How documents are read.</param>
    /// <param name="asJson">JSON in place of lines.</param>
    public int Run(string documents, string edited, string? committed, ReadingSettings settings, bool asJson)
    {
        if (!Directory.Exists(documents)) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileMissing, documents);
        var compared = ComparedRules.Of(committed, edited, say);
        var (before, after) = (new PolicyPipeline(RuleSet.Read(compared.Files)), RuleLoading.Pipeline(edited));
        var files = InputList.Of([documents]).Files;
        var impacts = new List<Impact>(files.Count);
        var reading = new DocumentReading(at, settings);
        OrderedWork<Impact>.Run(files.Count, Environment.ProcessorCount, i => Compare(before, after, reading, files[i]), impacts.Add, CancellationToken.None);
        if (asJson) WriteJson(impacts, compared.Name, new DifferenceText(before.Rules, say), new DifferenceText(after.Rules, say));
        else WriteText(impacts, compared.Said, new DifferenceText(before.Rules, say), new DifferenceText(after.Rules, say));
        foreach (var one in impacts.Where(i => i.Fault is not null)) at.Error.WriteLine(one.Fault);
        if (impacts.Exists(i => i.Fault is not null)) return ExitCode.Unread;
        return impacts.Exists(i => i.Changes.Count > 0) ? ExitCode.Findings : ExitCode.Done;
    }

    private Impact Compare(PolicyPipeline before, PolicyPipeline after, DocumentReading reading, InputFile file)
    {
        try
        {
            if (file.Fault is { } unread) throw unread;
            var document = reading.Read(file.Shown);
            return new Impact(file.Shown, RuleImpact.Compare(reading.Extract(before, document), reading.Extract(after, document)), null);
        }
        catch (InputException fault)
        {
            return new Impact(file.Shown, [], say.Line(fault.Kind, file.Shown, fault.Details));
        }
    }

    private void WriteText(List<Impact> impacts, string compared, DifferenceText before, DifferenceText after)
    {
        foreach (var one in impacts.Where(i => i.Changes.Count > 0))
        {
            at.Output.WriteLine(one.Document);
            foreach (var change in one.Changes)
            {
                at.Output.WriteLine($"  {(change.Item is null ? "" : change.Item + " ")}{change.Field} {say.Say(Word(change.Kind))}");
                if (DifferenceText.Marked(change.Text, change.Span) is { } sentence) at.Output.WriteLine("    " + TerminalText.Of(sentence));
                at.Output.WriteLine($"    {say.Say(Messages.ImpactBefore)}: {Value(change.Before, change.RuleBefore, before)}");
                at.Output.WriteLine($"    {say.Say(Messages.ImpactAfter)}: {Value(change.After, change.RuleAfter, after)}");
            }
        }

        at.Output.WriteLine(compared);
        var kinds = impacts.SelectMany(i => i.Changes).ToLookup(c => c.Kind);
        at.Output.WriteLine(say.Say(
            Messages.ImpactSummary, Number(impacts.Count), Number(impacts.Count(i => i.Changes.Count > 0)), Number(kinds[ImpactKind.Added].Count()), Number(kinds[ImpactKind.Removed].Count()), Number(kinds[ImpactKind.Changed].Count())));
    }

    private string Value(string? value, RuleId? rule, DifferenceText rules)
    {
        if (value is null) return say.Say(Messages.CheckNothing);
        return TerminalText.Of(value) + (rule is { } r ? " \u2190 " + rules.Named(r) : "");
    }

    private void WriteJson(List<Impact> impacts, string compared, DifferenceText before, DifferenceText after)
    {
        using var json = new JsonTextWriter(at.Output) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        json.Member("base", compared);
        json.BeginList("documents");
        foreach (var one in impacts)
        {
            json.WriteStartObject();
            json.Member("document", one.Document);
            json.Member("fault", one.Fault);
            json.BeginList("changes");
            foreach (var change in one.Changes) WriteChange(change);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        at.Output.Write('\n');

        void WriteChange(ImpactChange change)
        {
            json.WriteStartObject();
            json.Member("item", change.Item);
            json.Member("field", change.Field);
            json.Member("kind", Word(change.Kind).English);
            json.Member("before", change.Before);
            json.Member("after", change.After);
            json.Member("sentence", DifferenceText.Marked(change.Text, change.Span));
            json.Member("start", change.Span?.Start);
            json.Member("end", change.Span?.End);
            json.Member("ruleBefore", change.RuleBefore?.Name);
            json.Member("placeBefore", change.RuleBefore is { } was ? before.PlaceOf(was) : null);
            json.Member("ruleAfter", change.RuleAfter?.Name);
            json.Member("placeAfter", change.RuleAfter is { } now ? after.PlaceOf(now) : null);
            json.WriteEndObject();
        }
    }

    private static Message Word(ImpactKind kind) => kind switch
    {
        ImpactKind.Added => Messages.ImpactAdded,
        ImpactKind.Removed => Messages.ImpactRemoved,
        _ => Messages.ImpactChanged,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One document and what changes in it.</summary>
    private sealed record Impact(string Document, IReadOnlyList<ImpactChange> Changes, string? Fault);
}
