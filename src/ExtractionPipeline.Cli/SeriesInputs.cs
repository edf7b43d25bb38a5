using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Series;

namespace ExtractionPipeline.Cli;

/// <summary>Turns an argument of diff into documents of a series: a document, a result that run wrote, or a folder of either.</summary>
/// <remarks>
/// In a folder a result stands for its document where both are there and the hash agrees; where it does not, the document is
/// extracted again (EP6103). Goldens (.golden.json) and hidden files are passed over. What cannot be read in a folder is named,
/// and the rest is done.
/// </remarks>
internal sealed class SeriesInputs(PolicyPipeline pipeline, DocumentReading documents, Surroundings at, Wording say)
{
    private const string ResultEnding = ".json";
    private const string GoldenEnding = ".golden.json";

    private readonly ResultReader _results = new(pipeline.Rules);

    /// <summary>Whether anything in a folder could not be read.</summary>
    public bool HasFaults { get; private set; }

    /// <exception cref="CommandFault">The argument itself cannot be read.</exception>
    public IReadOnlyList<SeriesDocument> Read(string argument)
    {
        try
        {
            return Directory.Exists(argument) ? ReadFolder(argument) : [IsResult(argument) ? ReadNamedResult(argument) : ReadDocument(argument)];
        }
        catch (InputException fault)
        {
            throw new CommandFault(ExitCode.Unread, fault.Kind, argument, [.. fault.Details]);   // readers know the file by its bare name
        }
    }

    private List<SeriesDocument> ReadFolder(string folder)
    {
        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var sources = all.Where(f => DocumentReading.IsDocument(Path.GetFileName(f))).ToList();
        var results = all.Where(IsResult).ToList();
        if (sources.Count + results.Count == 0) throw new InputException(DiagnosticKinds.NothingToCompare, folder);
        var read = new List<SeriesDocument>();
        var standFor = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            Attempt(result, () =>
            {
                var (document, name, hash) = ReadResult(result);
                if (SourceOf(result, name, hash, sources) is { } source)
                {
                    if (!string.Equals(DocumentReading.HashOf(source), hash, StringComparison.Ordinal))
                    {
                        at.Error.WriteLine(say.Line(DiagnosticKinds.ResultStale, result, [source]));
                        return;
                    }

                    standFor.Add(source);
                }

                read.Add(document);
            });
        }

        foreach (var source in sources.Where(s => !standFor.Contains(s))) Attempt(source, () => read.Add(ReadDocument(source)));
        return read;
    }

    /// <summary>The document of a result among those of its name: the one with its bytes, else the one beside it, else the only one.</summary>
    private static string? SourceOf(string result, string? name, string? hash, List<string> sources)
    {
        var named = sources.Where(s => string.Equals(Path.GetFileName(s), name, StringComparison.Ordinal)).ToList();
        return named.Find(s => string.Equals(DocumentReading.HashOf(s), hash, StringComparison.Ordinal))
            ?? named.Find(s => string.Equals(Path.GetDirectoryName(s), Path.GetDirectoryName(result), StringComparison.Ordinal))
            ?? (named.Count == 1 ? named[0] : null);
    }

    /// <summary>A result that was named itself is taken as it is; where its document lies beside it and is another one now, that is said.</summary>
    private SeriesDocument ReadNamedResult(string path)
    {
        var (document, name, hash) = ReadResult(path);
        var source = name is null ? null : Path.Join(Path.GetDirectoryName(path), Path.GetFileName(name));
        if (source is not null && File.Exists(source) && !string.Equals(DocumentReading.HashOf(source), hash, StringComparison.Ordinal))
            at.Error.WriteLine(say.Line(DiagnosticKinds.ResultOlder, path, [source]));
        return document;
    }

    private void Attempt(string file, Action read)
    {
        try
        {
            at.Stop.ThrowIfCancellationRequested();
            read();
        }
        catch (InputException fault)
        {
            HasFaults = true;
            at.Error.WriteLine(say.Line(fault.Kind, file, fault.Details));
        }
    }

    private SeriesDocument ReadDocument(string path) => _results.Read(documents.Extract(pipeline, documents.Read(path)));

    private (SeriesDocument Document, string? Name, string? Hash) ReadResult(string path)
    {
        var json = DocumentReading.TextOf(path, Encoding.UTF8);
        var document = _results.Read(json, path);
        var made = ResultReader.DocumentOf(json, path);
        return (document, made?.Name, made?.Hash);
    }

    private static bool IsResult(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(ResultEnding, StringComparison.OrdinalIgnoreCase) && !name.EndsWith(GoldenEnding, StringComparison.OrdinalIgnoreCase) && !name.StartsWith('.');
    }
}
