using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

using ExtractionPipeline.Conversion;
using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Html;
using ExtractionPipeline.Output;
using ExtractionPipeline.Pdf;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Cli;

/// <summary>Which reader reads which file. The only place that joins file names and readers.</summary>
/// <remarks>Each reader is called from a method of its own, so that a run loads only the assemblies of the formats that it meets.</remarks>
internal sealed class DocumentReading(Surroundings at, ReadingSettings settings)
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Larger files are not read into memory (EP1007). A policy of 500 pages is below 5 MB.</summary>
    private const long LargestFile = 512L << 20;

    /// <summary>Larger texts are not read (EP1007): a result takes some 200 bytes a character while it is made, so 32 MB need about 2 GB.</summary>
    private const long LargestText = 32L << 20;

    private static readonly string[] WordEndings = [".docx", ".docm", ".dotx", ".dotm"];
    private static readonly string[] ConvertedEndings = [".doc", ".wps", ".rtf", ".odt"];
    private static readonly string[] PdfEndings = [".pdf"];
    private static readonly string[] HtmlEndings = [".html", ".htm"];
    private static readonly string[] MarkdownEndings = [".md", ".markdown"];
    private static readonly string[] TextEndings = [".txt", .. MarkdownEndings];
    private static readonly string[] AllEndings = [.. WordEndings, .. ConvertedEndings, .. PdfEndings, .. HtmlEndings, .. TextEndings];

    /// <summary>What can be read, as messages and help name it.</summary>
    public static string KnownEndings { get; } = string.Join(' ', AllEndings);

    /// <summary>Whether a walk through a folder takes this file: Word's own lock files (~$a.docx) and hidden files are none of ours.</summary>
    public static bool IsDocument(string fileName) =>
        !fileName.StartsWith("~$", StringComparison.Ordinal) && !fileName.StartsWith('.') && HasEnding(fileName, AllEndings);

    /// <summary>Reads one document.</summary>
    /// <param name="path">A file, or - for standard input.</param>
    /// <exception cref="InputException">It cannot be read, or holds no text: an empty success would hide a loss.</exception>
    /// <exception cref="OperationCanceledException">The user has stopped a conversion.</exception>
    public PolicyDocument Read(string path)
    {
        var document = ReadAny(path);
        return document.HasText ? document : throw new InputException(DiagnosticKinds.EmptyDocument, path);
    }

    /// <summary>Extracts from a document that was read.</summary>
    /// <exception cref="InputException">EP1014.</exception>
    public ExtractionResult Extract(PolicyPipeline pipeline, PolicyDocument document) =>
        Timed(document.Source.Name, time => pipeline.Extract(document, time));

    /// <summary>Reading stops where it is when the time is over; a conversion before it has its own limit.</summary>
    private T Timed<T>(string file, Func<CancellationToken, T> work)
    {
        if (settings.TimeLimit is not { } limit) return work(CancellationToken.None);
        using var clock = new CancellationTokenSource(limit);
        try
        {
            return work(clock.Token);
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested)
        {
            throw new InputException(DiagnosticKinds.TimeExceeded, file, limit.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }
    }

    private PolicyDocument ReadAny(string path)
    {
        if (string.Equals(path, StandardInput, StringComparison.Ordinal)) return ReadStandardInput();
        var name = Path.GetFileName(path);
        if (!HasEnding(name, AllEndings))
        {
            if (Directory.Exists(path)) throw new InputException(DiagnosticKinds.FormatNotSupported, path, "a folder", KnownEndings);
            if (!File.Exists(path)) throw new InputException(DiagnosticKinds.FileMissing, path);
            throw new InputException(DiagnosticKinds.FormatNotSupported, path, Path.GetExtension(name) is { Length: > 0 } ending ? ending : "without an ending", KnownEndings);
        }

        var bytes = ReadBytes(path, HasEnding(name, TextEndings) ? LargestText : LargestFile);
        if (HasEnding(name, WordEndings)) return ReadWord(bytes, name);
        if (HasEnding(name, ConvertedEndings)) return ReadConverted(bytes, name, Path.GetExtension(name)[1..].ToLowerInvariant());
        if (HasEnding(name, PdfEndings)) return ReadPdf(bytes, name);
        return HasEnding(name, HtmlEndings) ? ReadHtml(bytes, name) : ReadText(bytes, name);
    }

    /// <summary>Standard input has no name, so its first bytes decide.</summary>
    private PolicyDocument ReadStandardInput()
    {
        using var buffer = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = at.Input.Read(block)) > 0;)
        {
            if (buffer.Length + read > LargestFile) throw new InputException(DiagnosticKinds.LimitExceeded, StandardInput, "its size", Megabytes(LargestFile));
            buffer.Write(block, 0, read);
        }

        var bytes = buffer.ToArray();
        var start = bytes.AsSpan();
        if (start.StartsWith("PK\u0003\u0004"u8)) return IsOpenDocument(start) ? ReadConverted(bytes, StandardInput, "odt") : ReadWord(bytes, StandardInput);
        if (start.StartsWith("%PDF-"u8)) return ReadPdf(bytes, StandardInput);
        if (start.StartsWith(@"{\rtf"u8)) return ReadConverted(bytes, StandardInput, "rtf");
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return ReadConverted(bytes, StandardInput, "doc");
        if (IsHtml(start)) return ReadHtml(bytes, StandardInput);
        if (bytes.Length > LargestText) throw new InputException(DiagnosticKinds.LimitExceeded, StandardInput, Megabytes(bytes.Length), Megabytes(LargestText));
        return ReadText(bytes, StandardInput);
    }

    /// <summary>The first entry is named "mimetype" and not packed (OpenDocument 1.3 part 2, §3.3).</summary>
    private static bool IsOpenDocument(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 80 && bytes[30..].StartsWith("mimetypeapplication/vnd.oasis.opendocument.text"u8);

    private static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var start = System.Text.Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 256)]).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>SHA-256 of a file in lower-case hexadecimal, as results name it.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(ReadBytes(path, LargestFile)));

    /// <summary>The whole text of a file that is no document: a result, a golden.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string TextOf(string path, System.Text.Encoding encoding) => encoding.GetString(ReadBytes(path, LargestFile));

    private static byte[] ReadBytes(string path, long largest)
    {
        try
        {
            if (Directory.Exists(path)) throw new InputException(DiagnosticKinds.FileUnreadable, path, "it is a folder");
            var length = new FileInfo(path) is { Exists: true } file ? file.Length : throw new InputException(DiagnosticKinds.FileMissing, path);
            if (length > largest) throw new InputException(DiagnosticKinds.LimitExceeded, path, Megabytes(length), Megabytes(largest));
            return File.ReadAllBytes(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(DiagnosticKinds.FileUnreadable, path, "no permission");
        }
        catch (IOException fault)
        {
            throw new InputException(DiagnosticKinds.FileUnreadable, path, [fault.Message], fault);
        }
    }

    private PolicyDocument ReadWord(byte[] bytes, string name)
    {
        var options = WordReadingOptions.Default with
        {
            Revisions = settings.RejectRevisions ? RevisionReading.Reject : RevisionReading.Accept,
            WebPages = ReadInsertedPage,
        };
        return Timed(name, time => new WordDocumentReader(options).Read(bytes, name, time));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyDocument ReadConverted(byte[] bytes, string name, string format)
    {
        if (!string.Equals(format, "odt", StringComparison.Ordinal))
        {
            try
            {
                return ReadWord(bytes, name);   // a .docx whose name was changed to .doc
            }
            catch (InputException fault) when (fault.Kind == DiagnosticKinds.FormatNotSupported)
            {
                // What it is for; an encrypted file and one of another program are refused there.
            }
        }

        var converted = new LibreOfficeConverter(ConversionOptions.Default with { Converter = settings.Converter }).ToDocx(bytes, name, format, at.Stop);
        var source = new DocumentSource(name, format, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return ReadWord(converted, name) with { Source = source };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyDocument ReadPdf(byte[] bytes, string name) => Timed(name, time => new PdfDocumentReader(PdfReadingOptions.Default).Read(bytes, name, time));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyDocument ReadHtml(byte[] bytes, string name) => Timed(name, time => new HtmlDocumentReader(HtmlReadingOptions.Default).Read(bytes, name, time));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PolicyDocument ReadInsertedPage(ReadOnlyMemory<byte> bytes, string name, CancellationToken time) => new HtmlDocumentReader(HtmlReadingOptions.Default).Read(bytes, name, time);

    private static PolicyDocument ReadText(byte[] bytes, string name) =>
        TextDocumentReader.Read(bytes, name, HasEnding(name, MarkdownEndings) ? "md" : "txt");

    private static bool HasEnding(string name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB");
}
