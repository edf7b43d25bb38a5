using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>Where results go. A result is there whole or not at all: it is written beside its place under another name and then renamed.</summary>
/// <remarks>Safe for several threads. After <see cref="Close"/> nothing more appears, and no unfinished file stays.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "Late threads still ask the gate when the folder is closed; a lock that nobody holds has nothing to free.")]
internal sealed class OutputFolder
{
    /// <summary>The names of unfinished files.</summary>
    public const string UnfinishedPattern = ".policy-extract-*.tmp";

    // Characters. A text writer makes one array of so many and one of three bytes for each; from 85,000 bytes on the runtime keeps an array among the large
    // objects, and a few of those for each document would have it look through all memory every ten documents while all jobs wait.
    private const int TextBufferSize = 28_000;

    private const int FileBufferSize = 1 << 16;    // bytes, of a file that is written bit by bit

    // Making and renaming files go on side by side; closing waits for them and keeps out all that come later.
    private readonly ReaderWriterLockSlim _gate = new(LockRecursionPolicy.NoRecursion);
    private readonly ConcurrentDictionary<string, bool> _unfinished = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly string _folder;
    private int _number;
    private bool _closed;

    private OutputFolder(string folder) => _folder = folder;

    /// <summary>Makes the folder where it is not there, and tries whether it can be written.</summary>
    /// <exception cref="CommandFault">It cannot.</exception>
    public static OutputFolder Open(string folder, Wording say)
    {
        var output = new OutputFolder(folder);
        try
        {
            if (File.Exists(folder)) throw Unwritable(folder, say.Say(Messages.InTheWay));
            Directory.CreateDirectory(folder);
            var trial = output.UnfinishedName(folder);
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return output;
        }
        catch (UnauthorizedAccessException)
        {
            throw Unwritable(folder, "no permission");
        }
        catch (IOException fault)
        {
            throw Unwritable(folder, DiskFault.Why(fault));
        }
    }

    /// <summary>Writes one result as text; false where the folder was closed before it was whole.</summary>
    /// <exception cref="InputException">It cannot be written (EP1022): no room, no permission, a folder of that name.</exception>
    public bool Write(string name, Action<TextWriter> write)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var written = WriteBytes(name, stream =>
        {
            using var writer = new StreamWriter(new HashingStream(stream, hash), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), TextBufferSize) { NewLine = "\n" };
            write(writer);
        });
        if (written) _hashes[name] = Convert.ToHexStringLower(hash.GetHashAndReset());
        return written;
    }

    /// <summary>The hash of a file that this run has written; null where it has not. Each is told once.</summary>
    public WrittenFile? TakeHash(string name)
    {
        if (_hashes.TryRemove(name, out var known)) return new WrittenFile(name, known);
        var path = Path.Join(_folder, name);
        if (!File.Exists(path)) return null;
        using var file = File.OpenRead(path);
        return new WrittenFile(name, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    /// <summary>Writes one result as bytes; false where the folder was closed before it was whole.</summary>
    /// <exception cref="InputException">It cannot be written (EP1022).</exception>
    public bool WriteBytes(string name, Action<Stream> write)
    {
        var target = Path.Join(_folder, name);
        string? unfinished = null;
        try
        {
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            if (Begin(folder, ref unfinished) is not { } stream) return false;
            using (stream) write(stream);
            return Finish(unfinished!, target);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(DiagnosticKinds.OutputUnwritable, target, Directory.Exists(target) ? "a folder of this name is in the way" : "no permission");
        }
        catch (IOException fault)
        {
            throw new InputException(DiagnosticKinds.OutputUnwritable, target, [DiskFault.Why(fault)], fault);
        }
        finally
        {
            if (unfinished is not null) Forget(unfinished);
        }
    }

    /// <summary>Opens a file that is written bit by bit and appears when it is finished.</summary>
    /// <exception cref="IOException">It cannot be written, or the folder was closed.</exception>
    public OutputFile OpenFile(string name)
    {
        string? unfinished = null;
        var stream = Begin(_folder, ref unfinished) ?? throw new IOException("stopped");
        return new OutputFile(new BufferedStream(stream, FileBufferSize), () => Finish(unfinished!, Path.Join(_folder, name)), () => Forget(unfinished!));
    }

    /// <summary>Takes away what is unfinished and lets nothing more appear.</summary>
    public void Close()
    {
        _gate.EnterWriteLock();
        try
        {
            _closed = true;
            foreach (var unfinished in _unfinished.Keys) File.Delete(unfinished);
            _unfinished.Clear();
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private FileStream? Begin(string folder, ref string? unfinished)
    {
        _gate.EnterReadLock();
        try
        {
            if (_closed) return null;
            unfinished = UnfinishedName(folder);
            _unfinished[unfinished] = true;
            return new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.Delete, bufferSize: 0);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private bool Finish(string unfinished, string target)
    {
        _gate.EnterReadLock();
        try
        {
            if (_closed) return false;
            File.Move(unfinished, target, overwrite: true);
            _unfinished.TryRemove(unfinished, out _);
            return true;
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private void Forget(string unfinished)
    {
        _gate.EnterReadLock();
        try
        {
            if (_unfinished.TryRemove(unfinished, out _)) File.Delete(unfinished);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Short, so that it fits wherever the result's own name fits.</summary>
    private string UnfinishedName(string folder) =>
        Path.Join(folder, string.Create(CultureInfo.InvariantCulture, $".policy-extract-{Environment.ProcessId}-{Interlocked.Increment(ref _number)}.tmp"));

    private static CommandFault Unwritable(string folder, string why) => new(ExitCode.Usage, DiagnosticKinds.OutputUnwritable, folder, why);
}
