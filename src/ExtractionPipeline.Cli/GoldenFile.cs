using System.Globalization;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>A golden as it lies on the disk: its text and how it is encoded, so that it can be written back as it was.</summary>
/// <remarks>UTF-8 with or without a byte order mark; UTF-16 with one. The ending of its name is <see cref="Ending"/>.</remarks>
internal sealed class GoldenFile
{
    public const string Ending = ".golden.json";

    private static readonly Encoding[] Marked = [new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)];
    private static readonly UTF8Encoding Unmarked = new(false, true);

    private readonly string _path;
    private readonly Encoding _encoding;

    private GoldenFile(string path, Encoding encoding, string text)
    {
        _path = path;
        _encoding = encoding;
        Text = text;
    }

    public string Text { get; }

    /// <summary>One that is not there yet: UTF-8 without a mark.</summary>
    public static GoldenFile New(string path, string text) => new(path, Unmarked, text);

    /// <summary>Writes it as it is.</summary>
    /// <exception cref="InputException">It cannot be written (EP1022).</exception>
    public void Save() => Write(Text);

    /// <exception cref="InputException">It cannot be read (EP1006), or is no text (EP6001).</exception>
    public static GoldenFile Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var encoding = Array.Find(Marked, e => bytes.AsSpan().StartsWith(e.Preamble)) ?? Unmarked;
            return new GoldenFile(path, encoding, encoding.GetString(bytes.AsSpan(encoding.Preamble.Length)));
        }
        catch (DecoderFallbackException)
        {
            throw new InputException(DiagnosticKinds.GoldenSyntax, path, "it is not UTF-8");
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

    /// <summary>Puts another text in its place, whole or not at all.</summary>
    /// <exception cref="InputException">It cannot be written (EP1022).</exception>
    public void Write(string text)
    {
        var unfinished = Path.Join(Path.GetDirectoryName(Path.GetFullPath(_path)), string.Create(CultureInfo.InvariantCulture, $".policy-extract-{Environment.ProcessId}.tmp"));
        try
        {
            File.WriteAllBytes(unfinished, [.. _encoding.Preamble, .. _encoding.GetBytes(text)]);
            File.Move(unfinished, _path, overwrite: true);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(DiagnosticKinds.OutputUnwritable, _path, "no permission");
        }
        catch (IOException fault)
        {
            throw new InputException(DiagnosticKinds.OutputUnwritable, _path, [fault.Message], fault);
        }
    }
}
