using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>Which results of which documents stand in an output folder: a later run leaves alone what is unchanged, and goes on where one was cut.</summary>
/// <remarks>
/// Two hidden files. The manifest has one line a document (<see cref="ManifestEntry"/>), in ordinal order of their names, and is replaced whole
/// when a run ends. The journal has one line for each document that the run has finished so far; it is held open, which keeps a second run out
/// of the folder, and goes when the run ends: where it is still there, a run was cut. A result gets its name before its line is written, so
/// whenever a run is cut, each result is whole, and is either known or made again with the same bytes. Safe for several threads.
/// </remarks>
internal sealed class RunManifest : IDisposable
{
    public const string FileName = ".policy-extract.manifest";
    public const string JournalName = ".policy-extract.journal";

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly string _settings;
    private readonly FileStream _journal;
    private readonly Dictionary<string, ManifestEntry> _entries = new(StringComparer.Ordinal);
    private bool _closed;

    private RunManifest(string folder, string settings, FileStream journal)
    {
        _folder = folder;
        _settings = settings;
        _journal = journal;
    }

    /// <summary>Whether the run before was cut: its unfinished files have been taken away.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Opens the manifest of a folder that can be written.</summary>
    /// <param name="folder">Where results go.</param>
    /// <param name="settings">SHA-256 of all that results depend on beside their documents.</param>
    /// <param name="resume">Whether there must be a run to go on with.</param>
    /// <exception cref="CommandFault">Another run writes there (EP1026); nothing to go on with (EP1027); it cannot be written (EP1022).</exception>
    public static RunManifest Open(string folder, string settings, bool resume)
    {
        var (manifest, journal) = (Path.Join(folder, FileName), Path.Join(folder, JournalName));
        if (resume && !File.Exists(manifest) && !File.Exists(journal)) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.NothingToResume, folder);
        try
        {
            var wasCut = File.Exists(journal);
            var opened = new RunManifest(folder, settings, new FileStream(journal, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0)) { WasCut = wasCut };
            if (File.Exists(manifest)) opened.Read(File.ReadAllText(manifest, Encoding.UTF8));
            if (wasCut) opened.GoOn();
            return opened;
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Usage, DiagnosticKinds.OutputUnwritable, folder, "no permission");
        }
        catch (IOException) when (IsHeld(journal))
        {
            throw new CommandFault(ExitCode.Usage, DiagnosticKinds.OutputInUse, folder);
        }
        catch (IOException fault)
        {
            throw new CommandFault(ExitCode.Usage, DiagnosticKinds.OutputUnwritable, folder, DiskFault.Why(fault));
        }
    }

    /// <summary>What an earlier run made of this document, where document, settings and results are as they were; else null.</summary>
    /// <param name="name">Of its results, without an ending.</param>
    /// <param name="document">The file.</param>
    public ManifestEntry? Unchanged(string name, string document)
    {
        ManifestEntry? entry;
        lock (_gate) entry = _entries.GetValueOrDefault(name);
        if (entry is null || !string.Equals(entry.Settings, _settings, StringComparison.Ordinal)) return null;
        if (!string.Equals(entry.Document, HashOf(document), StringComparison.Ordinal)) return null;
        foreach (var (file, sha) in entry.Files)
        {
            if (!string.Equals(sha, HashOf(Path.Join(_folder, file)), StringComparison.Ordinal)) return null;
        }

        return entry;
    }

    /// <summary>Records a document whose results are all in their place.</summary>
    /// <exception cref="InputException">The journal cannot be written (EP1022).</exception>
    public void Add(string name, string document, ResultCounts counts, IReadOnlyList<WrittenFile> files)
    {
        var entry = new ManifestEntry(name, document, _settings, counts, files);
        var line = Encoding.UTF8.GetBytes(entry.ToLine() + "\n");
        try
        {
            lock (_gate)
            {
                if (_closed) return;   // a stop does not wait for work that is under way
                _entries[name] = entry;
                _journal.Write(line);
            }
        }
        catch (IOException fault)
        {
            throw new InputException(DiagnosticKinds.OutputUnwritable, _journal.Name, [DiskFault.Why(fault)], fault);
        }
    }

    /// <summary>The run is over, finished or stopped: the manifest takes in the journal.</summary>
    public void Close(OutputFolder output)
    {
        lock (_gate)
        {
            _closed = true;
            output.Write(FileName, to =>
            {
                foreach (var entry in _entries.Values.OrderBy(e => e.Name, StringComparer.Ordinal)) to.Write(entry.ToLine() + "\n");
            });
            _journal.Dispose();
            File.Delete(_journal.Name);
        }
    }

    /// <summary>A run that ended before its first document leaves nothing behind.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            var unused = !WasCut && _journal.Length == 0;
            _journal.Dispose();
            if (unused) File.Delete(_journal.Name);
        }
    }

    private void Read(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ManifestEntry.Parse(line) is { } entry) _entries[entry.Name] = entry;
        }
    }

    /// <summary>Reads what the run before came to, and takes away what it left unfinished.</summary>
    private void GoOn()
    {
        using (var reader = new StreamReader(_journal, Encoding.UTF8, leaveOpen: true)) Read(reader.ReadToEnd());
        _journal.Seek(0, SeekOrigin.End);
        _journal.Write("\n"u8);   // its last line may be cut off
        foreach (var left in Directory.EnumerateFiles(_folder, OutputFolder.UnfinishedPattern, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            File.Delete(left);
    }

    private static string? HashOf(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;   // what cannot be read is not known; reading it in earnest says why
        }
    }

    private static bool IsHeld(string journal)
    {
        if (!File.Exists(journal)) return false;
        try
        {
            using var file = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
