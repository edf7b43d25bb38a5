using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>watch: extracts what is dropped into a folder, until it is stopped.</summary>
/// <remarks>
/// The folder is looked through once a second, which works on network drives too. A document is taken when its size and time were the
/// same on two looks, so that one that is still being copied is left in peace. What is unchanged since an earlier run is not extracted again.
/// </remarks>
internal sealed class WatchCommand(string folder, RunCommand.Settings settings, Surroundings at, Wording say)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long Length, DateTime Time)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);

    /// <returns>Done, when it is stopped.</returns>
    /// <exception cref="CommandFault">No such folder, or the output folder cannot be written.</exception>
    public int Run()
    {
        if (!Directory.Exists(folder)) throw new CommandFault(ExitCode.Unread, DiagnosticKinds.FileMissing, folder);
        if (!settings.Quiet) at.Error.WriteLine(say.Say(Messages.WatchBegins, folder, settings.Output!));
        var stop = at.Stop;
        while (!stop.IsCancellationRequested)
        {
            if (Settled() is { Files.Count: > 0 } documents) new RunCommand(settings, at, say).Run(documents);
            stop.WaitHandle.WaitOne(Pause);
        }

        if (!settings.Quiet) at.Error.WriteLine(say.Say(Messages.RunStopped));
        return ExitCode.Done;
    }

    /// <summary>Documents that are new or changed and no longer being written.</summary>
    private InputList Settled()
    {
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Output!)) + Path.DirectorySeparatorChar;
        return InputList.Of([folder]).Only(file =>
        {
            if (file.Fault is not null || Path.GetFullPath(file.Shown).StartsWith(output, StringComparison.Ordinal)) return false;
            var info = new FileInfo(file.Shown);
            if (!info.Exists) return false;
            var now = (info.Length, info.LastWriteTimeUtc);
            var same = _seen.TryGetValue(file.Shown, out var before) && before == now;
            _seen[file.Shown] = now;
            if (!same) _settled.Remove(file.Shown);
            return same && _settled.Add(file.Shown);
        });
    }
}
