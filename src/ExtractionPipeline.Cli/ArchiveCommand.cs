using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Archive;

namespace ExtractionPipeline.Cli;

/// <summary>archive list, search, show and export: what a store of many batches answers.</summary>
internal sealed class ArchiveCommand(string store, Surroundings at, Wording say)
{
    private const string IdSeparator = ":";

    /// <summary>The forms that --format takes; the first is the default.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json"];

    public int List(bool asJson) => Reading(archive =>
    {
        var documents = archive.Documents();
        if (asJson)
        {
            ArchiveJson.Write(documents, at.Output);
            return ExitCode.Done;
        }

        foreach (var document in documents)
        {
            var batch = document.Batch is { } number ? " " + say.Say(Messages.DiffBatch, Number(number)) : "";
            at.Output.WriteLine($"{document.Id}  {document.Name}  {TerminalText.Of(document.Series)}{batch}  {say.Say(Messages.ArchiveItems, Number(document.Items), Number(document.Measures))}");
        }

        at.Output.WriteLine(say.Say(Messages.ArchiveDocuments, Number(documents.Count)));
        return ExitCode.Done;
    });

    /// <param name="asked">What is looked for, as it was typed.</param>
    /// <param name="rules">Folder of rule files; null for the built-in ones.</param>
    /// <param name="asJson">JSON in place of lines.</param>
    public int Search(ArchiveQuestion asked, string? rules, bool asJson) => Reading(archive =>
    {
        var pipeline = RuleLoading.Pipeline(rules);
        var filter = asked.Filter(pipeline);
        var hits = archive.Search(filter);
        if (asJson)
        {
            ArchiveJson.Write(hits, at.Output);
            return ExitCode.Done;
        }

        var text = new ArchiveText(at.Output, say);
        var snippets = new Snippets(filter.Query, pipeline.Rules.Folding);
        foreach (var hit in hits) text.Write(hit, snippets.Of(hit.Text));
        at.Output.WriteLine(say.Say(Messages.ArchiveHits, Number(hits.Count)) + (hits.Count == filter.Limit ? " " + say.Say(Messages.ArchiveMore) : ""));
        if (hits.Count > 0) return ExitCode.Done;
        foreach (var (left, wider) in ArchiveQuestion.Wider(filter))
        {
            if (archive.Search(wider).Count is > 0 and var found) at.Output.WriteLine("  " + say.Say(Messages.ArchiveWithout, left ?? say.Say(Messages.ArchiveTheWords), Number(found)));
        }

        return ExitCode.Done;
    });

    /// <param name="id">Id of a document, or of one of its items: "3f2a90bc11d04e55" or "3f2a90bc11d04e55:1.2.4". Names of documents do, too.</param>
    public int Show(string id) => Reading(archive =>
    {
        var (document, item) = id.Split(IdSeparator, 2) is [var before, var after] ? (before, after) : (id, null);
        var known = archive.Documents().FirstOrDefault(d => string.Equals(d.Id, document, StringComparison.Ordinal) || string.Equals(d.Name, document, StringComparison.Ordinal));
        var items = known is null ? [] : archive.Items(known.Id).Where(i => item is null || string.Equals(i.Item, item, StringComparison.Ordinal)).ToList();
        if (items.Count == 0) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.NotInArchive, store, id);
        var text = new ArchiveText(at.Output, say);
        foreach (var hit in items) text.Write(hit, hit.Text.ReplaceLineEndings(" "));
        return ExitCode.Done;
    });

    /// <summary>Writes the whole result of every document, as run wrote it.</summary>
    public int Export(string folder) => Reading(archive =>
    {
        var output = OutputFolder.Open(folder, say);
        try
        {
            var documents = archive.Documents();
            foreach (var (document, name) in documents.Zip(Names(documents)))
            {
                at.Stop.ThrowIfCancellationRequested();
                output.Write(name, to => to.Write(archive.Result(document.Id)));
            }

            at.Error.WriteLine(say.Say(Messages.ArchiveExported, Number(documents.Count), folder));
            return ExitCode.Done;
        }
        finally
        {
            output.Close();
        }
    });

    /// <summary>a.docx gives a.json; documents that would share a name carry their ids.</summary>
    private static IEnumerable<string> Names(IReadOnlyList<ArchiveDocument> documents)
    {
        var plain = documents.Select(d => Path.ChangeExtension(d.Name, ".json")).ToList();
        var uses = plain.CountBy(n => n, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return plain.Select((name, i) => uses[name] == 1 ? name : Path.ChangeExtension(name, "." + documents[i].Id + ".json"));
    }

    private int Reading(Func<ArchiveStore, int> answer)
    {
        try
        {
            using var archive = ArchiveStore.Open(store);
            return answer(archive);
        }
        catch (IOException fault)
        {
            throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileUnreadable, store, DiskFault.Why(fault));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
