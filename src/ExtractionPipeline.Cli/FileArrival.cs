using System.Diagnostics;
using System.IO.Compression;

namespace ExtractionPipeline.Cli;

/// <summary>One file of a watched folder: whether it has arrived whole since it last changed.</summary>
/// <param name="path">The file.</param>
internal sealed class FileArrival(string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);   // with a file that looks cut off: a copy over a slow line pauses
    private static readonly string[] Packages = [".docx", ".docm", ".dotx", ".dotm", ".odt"];
    private const string Pdf = ".pdf";
    private const int PdfTail = 2048;   // bytes in which a PDF ends with %%EOF

    private (long Length, DateTime Time) _state;
    private long _since;
    private bool _seen;
    private bool _taken;

    /// <summary>Whether it was ever handed over.</summary>
    public bool WasTaken { get; private set; }

    /// <summary>Looks at the file once.</summary>
    /// <returns>True once for each of its states: when it is the same on two looks and looks whole, or has looked cut off for long enough.</returns>
    public bool Look()
    {
        var info = new FileInfo(path);
        if (!info.Exists) return false;
        var now = (info.Length, info.LastWriteTimeUtc);
        if (!_seen || now != _state)
        {
            (_seen, _taken, _state, _since) = (true, false, now, Stopwatch.GetTimestamp());
            return false;
        }

        if (_taken || (!LooksWhole() && Stopwatch.GetElapsedTime(_since) < Patience)) return false;
        return WasTaken = _taken = true;
    }

    /// <summary>Whether the end is there, for formats that have one; false too where another program keeps the file to itself.</summary>
    private bool LooksWhole()
    {
        var ending = Path.GetExtension(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (Packages.Contains(ending, StringComparer.OrdinalIgnoreCase))
            {
                using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
                return package.Entries.Count > 0;
            }

            return !string.Equals(ending, Pdf, StringComparison.OrdinalIgnoreCase) || EndsAsPdf(file);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool EndsAsPdf(FileStream file)
    {
        file.Position = Math.Max(0, file.Length - PdfTail);
        var tail = new byte[PdfTail];
        var read = file.ReadAtLeast(tail, PdfTail, throwOnEndOfStream: false);
        return tail.AsSpan(0, read).IndexOf("%%EOF"u8) >= 0;
    }
}
