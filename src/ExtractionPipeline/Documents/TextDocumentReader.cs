using System.Globalization;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Documents;

/// <summary>Reads plain text and Markdown: bytes to <see cref="PolicyDocument"/>.</summary>
/// <remarks>Paragraph numbers count the lines that hold text.</remarks>
public static class TextDocumentReader
{
    /// <summary>The formats read here, as <see cref="DocumentSource.Format"/> names them.</summary>
    public static readonly IReadOnlyList<string> Formats = ["txt", "md"];

    /// <summary>Reads a stream up to the limit.</summary>
    /// <param name="stream">The bytes; standard input too.</param>
    /// <param name="name">File name without folder, "-" for standard input.</param>
    /// <param name="format">txt or md.</param>
    /// <param name="options">The limits; null for the usual ones.</param>
    /// <exception cref="InputException">Too large, empty, or in an encoding that is not read.</exception>
    public static PolicyDocument Read(Stream stream, string name, string format, TextReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= TextReadingOptions.Default;
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (bytes.Length + read > options.MaxBytes) throw TooLarge(name, options);
            bytes.Write(buffer, 0, read);
        }

        return Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), name, format, options);
    }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="InputException">Too large, empty, or in an encoding that is not read.</exception>
    /// <exception cref="ArgumentException">The format is neither txt nor md.</exception>
    public static PolicyDocument Read(ReadOnlySpan<byte> bytes, string name, string format, TextReadingOptions? options = null)
    {
        options ??= TextReadingOptions.Default;
        if (!Formats.Contains(format, StringComparer.Ordinal)) throw new ArgumentException($"No reader for the format \"{format}\".", nameof(format));
        if (bytes.Length > options.MaxBytes) throw TooLarge(name, options);
        var diagnostics = new List<Diagnostic>();
        var text = TextDecoder.Decode(bytes, name, diagnostics);
        var lines = Lines(text, options.MaxLines, name);
        var blocks = string.Equals(format, "md", StringComparison.Ordinal)
            ? new MarkdownLines(diagnostics).Read(lines)
            : new PlainTextLines(diagnostics).Read(lines);
        if (blocks.Count == 0) throw new InputException(DiagnosticKinds.EmptyDocument, name);
        var source = DocumentSource.Of(name, format, bytes);
        return new PolicyDocument(source, blocks, [], diagnostics);
    }

    private static InputException TooLarge(string name, TextReadingOptions options) =>
        new(DiagnosticKinds.LimitExceeded, name, "the size", (options.MaxBytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture) + " MB");

    /// <summary>Lines at any line end: LF, CR LF, CR, form feed, vertical tab, NEL, line and paragraph separator.</summary>
    private static List<string> Lines(string text, int most, string name)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var rest = line;
            for (int tab; (tab = rest.IndexOf('\v')) >= 0; rest = rest[(tab + 1)..]) Add(rest[..tab]);
            Add(rest);
        }

        return lines;

        void Add(ReadOnlySpan<char> line)
        {
            if (lines.Count == most) throw new InputException(DiagnosticKinds.LimitExceeded, name, "the number of lines", most.ToString(CultureInfo.InvariantCulture));
            lines.Add(line.ToString());
        }
    }
}
