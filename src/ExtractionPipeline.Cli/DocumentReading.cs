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

    /// <summary>Larger files are not read into memory (EP1007), unless --limit says so. A policy of 500 pages is below 5 MB.</summary>
    private const long LargestFile = 512L << 20;

    private static readonly string[] WordEndings = [".docx", ".docm", ".dotx", ".dotm"];
    private static readonly string[] ConvertedEndings = [".doc", ".wps", ".rtf", ".odt"];
    private static readonly string[] PdfEndings = [".pdf"];
    private static readonly string[] HtmlEndings = [".html", ".htm"];
    private static readonly string[] MarkdownEndings = [".md", ".markdown"];
    private static readonly string[] TextEndings = [".txt", .. MarkdownEndings];
    private static readonly string[] AllEndings = [.. WordEndings, .. ConvertedEndings, .. PdfEndings, .. HtmlEndings, .. TextEndings];

    /// <summary>What can be read, as messages and help name it.</summary>
    public static string KnownEndings => string.Join(' ', AllEndings);

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
    /// <exception cref="InputException">EP1007 or EP1014.</exception>
    public ExtractionResult Extract(PolicyPipeline pipeline, PolicyDocument document) =>
        Timed(document.Source.Name, time => pipeline.Extract(
            document, ExtractionLimits.Default with { MaxItems = settings.Limits.Count(ReadingLimits.Items, ExtractionLimits.Default.MaxItems) }, time));

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

        var bytes = ReadBytes(path, HasEnding(name, TextEndings) ? settings.Limits.Bytes(ReadingLimits.TextMegabytes, TextReadingOptions.Default.MaxBytes) : LargestFileAllowed);
        var content = FileContents.Of(bytes);
        if (content is FileContent.Binary && !HasEnding(name, WordEndings) && !HasEnding(name, PdfEndings) && !HasEnding(name, ConvertedEndings))
            throw new InputException(DiagnosticKinds.FormatNotSupported, path, "bytes that are no text", KnownEndings);
        if (content is FileContent.Unmarked or FileContent.Binary) return ReadUnmarked(bytes, name);
        if (content is FileContent.WebPage && HasEnding(name, MarkdownEndings)) return ReadText(bytes, name);   // Markdown may begin with HTML
        if (content is FileContent.WebPage or FileContent.Pdf && HasEnding(name, WordEndings)) return ReadWord(bytes, name);   // no program makes those: refused
        return AsItIs(Read(content, bytes, name), name);
    }

    /// <summary>A file without a mark in its bytes is what its name says, or refused.</summary>
    private PolicyDocument ReadUnmarked(byte[] bytes, string name)
    {
        if (HasEnding(name, PdfEndings)) return ReadPdf(bytes, name);
        if (HasEnding(name, HtmlEndings)) return ReadHtml(bytes, name);
        return HasEnding(name, TextEndings) ? ReadText(bytes, name) : ReadWord(bytes, name);
    }

    /// <summary>A file that its first bytes name.</summary>
    private PolicyDocument Read(FileContent content, byte[] bytes, string name) => content switch
    {
        FileContent.Package => ReadWord(bytes, name),
        FileContent.OpenDocument => ReadConverted(bytes, name, "odt"),
        FileContent.RichText => ReadConverted(bytes, name, "rtf"),
        FileContent.Compound => ReadConverted(bytes, name, name.EndsWith(".wps", StringComparison.OrdinalIgnoreCase) ? "wps" : "doc"),
        FileContent.WordXml => ReadConverted(bytes, name, "doc"),
        FileContent.Pdf => ReadPdf(bytes, name),
        FileContent.WebPage => ReadHtml(bytes, name),
        _ => ReadText(bytes, name),
    };

    /// <summary>Says where the name of a file names another format than its content has.</summary>
    private static PolicyDocument AsItIs(PolicyDocument document, string name)
    {
        var format = document.Source.Format;
        var fits = format switch
        {
            "docx" => HasEnding(name, WordEndings),
            "html" => HasEnding(name, HtmlEndings),
            _ => name.EndsWith("." + format, StringComparison.OrdinalIgnoreCase),
        };
        return fits ? document : document with
        {
            Diagnostics = [new Diagnostic(DiagnosticKinds.ContentDecides, DiagnosticPlace.Document, [Path.GetExtension(name).ToLowerInvariant(), "." + format]), .. document.Diagnostics],
        };
    }

    private long LargestFileAllowed => settings.Limits.Bytes(ReadingLimits.FileMegabytes, LargestFile);

    /// <summary>Standard input has no name, so its first bytes decide.</summary>
    private PolicyDocument ReadStandardInput()
    {
        using var buffer = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = at.Input.Read(block)) > 0;)
        {
            if (buffer.Length + read > LargestFileAllowed) throw new InputException(DiagnosticKinds.LimitExceeded, StandardInput, "its size", Megabytes(LargestFileAllowed));
            buffer.Write(block, 0, read);
        }

        var bytes = buffer.ToArray();
        var content = FileContents.Of(bytes);
        if (content is FileContent.Binary) throw new InputException(DiagnosticKinds.FormatNotSupported, StandardInput, "bytes that are no text", KnownEndings);
        return Read(content, bytes, StandardInput);
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
            MaxUnpackedBytes = settings.Limits.Bytes(ReadingLimits.UnpackedMegabytes, WordReadingOptions.Default.MaxUnpackedBytes),
            MaxCompressionRatio = settings.Limits.Count(ReadingLimits.Ratio, WordReadingOptions.Default.MaxCompressionRatio),
            MaxParts = settings.Limits.Count(ReadingLimits.Parts, WordReadingOptions.Default.MaxParts),
            MaxTableCells = settings.Limits.Count(ReadingLimits.Cells, WordReadingOptions.Default.MaxTableCells),
            MaxParagraphs = settings.Limits.Count(ReadingLimits.Paragraphs, WordReadingOptions.Default.MaxParagraphs),
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
                return ReadWord(bytes, name);
            }
            catch (InputException fault) when (fault.Kind == DiagnosticKinds.FormatNotSupported)
            {
                // What the converter is for; an encrypted file and one of another program are refused there.
            }
        }

        var options = ConversionOptions.Default with
        {
            Converter = settings.Converter,
            TimeLimit = TimeSpan.FromSeconds(settings.Limits.Count(ReadingLimits.ConversionSeconds, (int)ConversionOptions.Default.TimeLimit.TotalSeconds)),
        };
        var converted = new LibreOfficeConverter(options).ToDocx(bytes, name, format, at.Stop);
        var source = new DocumentSource(name, format, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return ReadWord(converted, name) with { Source = source };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyDocument ReadPdf(byte[] bytes, string name)
    {
        var options = PdfReadingOptions.Default with
        {
            MaxPages = settings.Limits.Count(ReadingLimits.Pages, PdfReadingOptions.Default.MaxPages),
            MaxLetters = settings.Limits.Count(ReadingLimits.Letters, PdfReadingOptions.Default.MaxLetters),
            MaxUnpackedBytes = settings.Limits.Bytes(ReadingLimits.UnpackedMegabytes, PdfReadingOptions.Default.MaxUnpackedBytes),
        };
        return Timed(name, time => new PdfDocumentReader(options).Read(bytes, name, time));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyDocument ReadHtml(byte[] bytes, string name)
    {
        var options = HtmlReadingOptions.Default with
        {
            MaxBytes = settings.Limits.SmallBytes(ReadingLimits.TextMegabytes, HtmlReadingOptions.Default.MaxBytes),
            FreeElements = settings.Limits.Count(ReadingLimits.Elements, HtmlReadingOptions.Default.FreeElements),
            MaxTableCells = settings.Limits.Count(ReadingLimits.Cells, HtmlReadingOptions.Default.MaxTableCells),
        };
        return Timed(name, time => new HtmlDocumentReader(options).Read(bytes, name, time));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PolicyDocument ReadInsertedPage(ReadOnlyMemory<byte> bytes, string name, CancellationToken time) => new HtmlDocumentReader(HtmlReadingOptions.Default).Read(bytes, name, time);

    private PolicyDocument ReadText(byte[] bytes, string name)
    {
        var options = TextReadingOptions.Default with
        {
            MaxBytes = settings.Limits.SmallBytes(ReadingLimits.TextMegabytes, TextReadingOptions.Default.MaxBytes),
            MaxLines = settings.Limits.Count(ReadingLimits.Lines, TextReadingOptions.Default.MaxLines),
        };
        return TextDocumentReader.Read(bytes, name, HasEnding(name, MarkdownEndings) ? "md" : "txt", options);
    }

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
