using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>watch: extracts what is dropped into a folder, until it is stopped.</summary>
/// <remarks>
/// The folder is looked through once a second, which works on network drives too. A document is taken when its size and time were the
/// same on two looks and it does not look cut off, so that one that is still being copied is left in peace. What is unchanged since an
/// earlier run is not extracted again. Results of documents that went away stay, and that is said.
/// </remarks>
internal sealed class WatchCommand(string folder, RunCommand.Settings settings, Surroundings at, Wording say)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, FileArrival> _seen = new(StringComparer.Ordinal);
    private string? _lastFault;

    /// <returns>Done, when it is stopped.</returns>
    /// <exception cref="CommandFault">No such folder, or it went away.</exception>
    public int Run()
    {
        if (!Directory.Exists(folder)) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileMissing, folder);
        Say(Messages.WatchBegins, folder, settings.Output!);
        var stop = at.Stop;
        while (!stop.IsCancellationRequested)
        {
            if (!Directory.Exists(folder)) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileMissing, folder);
            if (Settled() is { Files.Count: > 0 } documents) Extract(documents);
            stop.WaitHandle.WaitOne(Pause);
        }

        Say(Messages.RunStopped);
        return ExitCode.Done;
    }

    /// <summary>Extracts documents. Where nothing can be written just now, that is said once and tried again.</summary>
    private void Extract(InputList documents)
    {
        try
        {
            new RunCommand(settings, at, say).Run(documents);
            _lastFault = null;
        }
        catch (CommandFault fault)
        {
            var line = say.Line(fault.Kind, fault.Subject, fault.Details);
            if (!string.Equals(line, _lastFault, StringComparison.Ordinal)) at.Error.WriteLine(_lastFault = line);
            foreach (var file in documents.Files) _seen.Remove(file.Shown);
        }
    }

    /// <summary>Documents that are new or changed and no longer being written.</summary>
    private InputList Settled()
    {
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Output!)) + Path.DirectorySeparatorChar;
        var present = new HashSet<string>(StringComparer.Ordinal);
        var settled = InputList.Of([folder]).Only(file =>
        {
            if (file.Fault is not null || Path.GetFullPath(file.Shown).StartsWith(output, StringComparison.Ordinal)) return false;
            present.Add(file.Shown);
            if (!_seen.TryGetValue(file.Shown, out var arrival)) _seen.Add(file.Shown, arrival = new FileArrival(file.Shown));
            return arrival.Look();
        });
        foreach (var (gone, arrival) in _seen.Where(s => !present.Contains(s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal).ToList())
        {
            _seen.Remove(gone);
            if (arrival.WasTaken) Say(Messages.WatchGone, gone);
        }

        return settled;
    }

    private void Say(Message message, params string[] details)
    {
        if (!settings.Quiet) at.Error.WriteLine(say.Say(message, details));
    }
}
