using System.Globalization;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Documents;
using ExtractionPipeline.Word;

namespace ExtractionPipeline.Cli;

/// <summary>Which reader reads which file. The only place that joins file names and readers.</summary>
internal static class DocumentReading
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Larger files are not read into memory (EP1007). A policy of 500 pages is below 5 MB.</summary>
    private const long LargestFile = 512L << 20;

    /// <summary>Larger texts are not read (EP1007): a result takes some 200 bytes a character while it is made, so 32 MB need about 2 GB.</summary>
    private const long LargestText = 32L << 20;

    private static readonly string[] WordEndings = [".docx", ".docm", ".dotx", ".dotm"];
    private static readonly string[] MarkdownEndings = [".md", ".markdown"];
    private static readonly string[] TextEndings = [".txt", .. MarkdownEndings];

    /// <summary>What can be read, as messages and help name it.</summary>
    public static string KnownEndings { get; } = string.Join(' ', [.. WordEndings, .. TextEndings]);

    /// <summary>Whether a walk through a folder takes this file: Word's own lock files (~$a.docx) and hidden files are none of ours.</summary>
    public static bool IsDocument(string fileName) =>
        !fileName.StartsWith("~$", StringComparison.Ordinal) && !fileName.StartsWith('.') && (HasEnding(fileName, WordEndings) || HasEnding(fileName, TextEndings));

    /// <summary>Reads one document.</summary>
    /// <param name="path">A file, or - for standard input.</param>
    /// <param name="standardInput">Read where the path is -.</param>
    /// <exception cref="InputException">It cannot be read, or holds no text: an empty success would hide a loss.</exception>
    public static PolicyDocument Read(string path, Stream standardInput)
    {
        var document = ReadAny(path, standardInput);
        return document.HasText ? document : throw new InputException(DiagnosticKinds.EmptyDocument, path);
    }

    private static PolicyDocument ReadAny(string path, Stream standardInput)
    {
        if (string.Equals(path, StandardInput, StringComparison.Ordinal)) return ReadStandardInput(standardInput);
        var name = Path.GetFileName(path);
        var isWord = HasEnding(name, WordEndings);
        if (!isWord && !HasEnding(name, TextEndings))
        {
            if (Directory.Exists(path)) throw new InputException(DiagnosticKinds.FormatNotSupported, path, "a folder", KnownEndings);
            if (!File.Exists(path)) throw new InputException(DiagnosticKinds.FileMissing, path);
            throw new InputException(DiagnosticKinds.FormatNotSupported, path, Path.GetExtension(name) is { Length: > 0 } ending ? ending : "without an ending", KnownEndings);
        }

        var bytes = ReadBytes(path, isWord ? LargestFile : LargestText);
        return isWord ? ReadWord(bytes, name) : ReadText(bytes, name);
    }

    private static PolicyDocument ReadStandardInput(Stream standardInput)
    {
        using var buffer = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = standardInput.Read(block)) > 0;)
        {
            if (buffer.Length + read > LargestFile) throw new InputException(DiagnosticKinds.LimitExceeded, StandardInput, "its size", Megabytes(LargestFile));
            buffer.Write(block, 0, read);
        }

        var bytes = buffer.ToArray();
        var isPackage = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8);
        if (!isPackage && bytes.Length > LargestText) throw new InputException(DiagnosticKinds.LimitExceeded, StandardInput, Megabytes(bytes.Length), Megabytes(LargestText));
        return isPackage ? ReadWord(bytes, StandardInput) : ReadText(bytes, StandardInput);
    }

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

    private static PolicyDocument ReadWord(byte[] bytes, string name) => new WordDocumentReader(WordReadingOptions.Default).Read(bytes, name);

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
