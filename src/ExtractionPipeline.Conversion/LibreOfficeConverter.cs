using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Conversion;

/// <summary>Turns .doc, .wps, .rtf and .odt into .docx with LibreOffice, which must be installed.</summary>
/// <remarks>
/// Each conversion has a temporary folder with a profile of its own, so that several may run at once and none touches the user's
/// LibreOffice; the folder is gone afterwards. The program and all its children are ended when the time is over or the caller cancels.
/// </remarks>
public sealed class LibreOfficeConverter(ConversionOptions options)
{
    private const int MaxManifest = 16 << 20;   // bytes of META-INF/manifest.xml that are looked through
    private const int MaxSaid = 200;            // characters of the program's own words in a message

    /// <summary>The formats that are converted, by the endings of their names, without the dot.</summary>
    public static readonly IReadOnlyList<string> Formats = ["doc", "wps", "rtf", "odt"];

    /// <summary>Converts one document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name without folder, for messages; the program never sees it.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <returns>The bytes of a .docx.</returns>
    /// <exception cref="InputException">EP1007, EP1008, EP1010 (not installed) or EP1011 (it failed).</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public byte[] ToDocx(ReadOnlyMemory<byte> bytes, string name, string format, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Formats.Contains(format, StringComparer.Ordinal)) throw new ArgumentException($"No conversion from \"{format}\".", nameof(format));
        if (IsEncryptedOdt(bytes)) throw new InputException(DiagnosticKinds.Encrypted, name);
        var program = ConverterSearch.Find(options.Converter, name);
        var folder = Directory.CreateTempSubdirectory("policy-extract-");
        try
        {
            var source = Path.Join(folder.FullName, "document." + format);
            using (var file = File.Create(source)) file.Write(bytes.Span);
            ConverterProfile.Write(Path.Join(folder.FullName, "profile"));
            var said = Run(program, folder.FullName, source, name, cancellation);
            return ReadResult(Path.Join(folder.FullName, "out", "document.docx"), said, name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(DiagnosticKinds.ConversionFailed, name, [fault.Message], fault);
        }
        finally
        {
            Remove(folder);
        }
    }

    private string Run(string program, string folder, string source, string name, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartOf(program, folder, source) };
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            throw new InputException(DiagnosticKinds.ConversionFailed, name, [$"{program} cannot be started: {fault.Message}"], fault);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        // A caller who stops does not wait for this thread: program and folder go before the cancelling returns.
        using var stop = cancellation.Register(() =>
        {
            End(process);
            Remove(new DirectoryInfo(folder));
        });
        using var limit = new CancellationTokenSource(options.TimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            process.WaitForExitAsync(either.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            End(process);
            cancellation.ThrowIfCancellationRequested();
            throw new InputException(DiagnosticKinds.ConversionFailed, name, string.Create(CultureInfo.InvariantCulture, $"not finished after {options.TimeLimit.TotalSeconds:0.#} s"));
        }

        lock (said) return string.Join("; ", said);

        void Keep(string? line)
        {
            // The line about Java says nothing about the document: no conversion of text needs Java.
            if (string.IsNullOrWhiteSpace(line) || line.Contains("javaldx", StringComparison.Ordinal)) return;
            lock (said)
            {
                if (said.Count < 3) said.Add(line.Trim().Replace(folder, "", StringComparison.Ordinal));
            }
        }
    }

    private static ProcessStartInfo StartOf(string program, string folder, string source)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            "-env:UserInstallation=" + new Uri(Path.Join(folder, "profile")).AbsoluteUri,
            "--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard",
            "--convert-to", "docx:Office Open XML Text", "--outdir", Path.Join(folder, "out"), source,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(10));
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
        catch (AggregateException)
        {
            // A child ended by itself meanwhile.
        }
    }

    private byte[] ReadResult(string path, string said, string name)
    {
        var result = new FileInfo(path);
        if (!result.Exists) throw new InputException(DiagnosticKinds.ConversionFailed, name, said.Length == 0 ? "it wrote no result" : said[..Math.Min(MaxSaid, said.Length)]);
        if (result.Length > options.MaxResultBytes)
            throw new InputException(DiagnosticKinds.LimitExceeded, name, "the size of its .docx", string.Create(CultureInfo.InvariantCulture, $"{options.MaxResultBytes >> 20} MB"));
        return File.ReadAllBytes(path);
    }

    /// <summary>OpenDocument 1.3 part 2, §4.8: an encrypted entry has manifest:encryption-data.</summary>
    private static bool IsEncryptedOdt(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("PK\u0003\u0004"u8)) return false;
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.GetEntry("META-INF/manifest.xml") is not { } entry) return false;
            using var manifest = entry.Open();
            var text = new byte[(int)Math.Min(Math.Max(entry.Length, 0), MaxManifest)];
            var read = manifest.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return text.AsSpan(0, read).IndexOf("encryption-data"u8) >= 0;
        }
        catch (InvalidDataException)
        {
            return false;   // damaged: the program says so
        }
    }

    /// <summary>A child that is just ending may still hold a file; a folder that stays is no fault of the document.</summary>
    private static void Remove(DirectoryInfo folder)
    {
        for (var attempt = 0; attempt < 5 && Directory.Exists(folder.FullName); attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(50 << attempt);
            }
        }
    }
}
