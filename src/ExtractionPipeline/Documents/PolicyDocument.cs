using System.Security.Cryptography;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Documents;

/// <summary>Where the text came from.</summary>
/// <param name="Name">File name without folder; "-" for standard input.</param>
/// <param name="Format">docx, txt, md …</param>
/// <param name="Sha256">Of the bytes, 64 lower-case hexadecimal digits.</param>
public sealed record DocumentSource(string Name, string Format, string Sha256)
{
    /// <summary>The source of a file at hand.</summary>
    /// <param name="name">Its name without folder.</param>
    /// <param name="format">docx, txt, md …</param>
    /// <param name="bytes">The whole file.</param>
    public static DocumentSource Of(string name, string format, ReadOnlySpan<byte> bytes)
    {
        Span<char> digits = stackalloc char[2 * SHA256.HashSizeInBytes];
        Hexadecimal.Write(SHA256.HashData(bytes), digits);
        return new DocumentSource(name, format, digits.ToString());
    }
}

/// <summary>What a file says, in reading order, free of its format.</summary>
/// <param name="Source">The file.</param>
/// <param name="Blocks">Paragraphs and tables of the body, in order.</param>
/// <param name="Asides">Text that belongs to no sentence of the body: notes, comments, headers, footers.</param>
/// <param name="Diagnostics">What reading the file met.</param>
public sealed record PolicyDocument(
    DocumentSource Source,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Aside> Asides,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether any paragraph of the body has a visible character.</summary>
    public bool HasText => Blocks.Any(b => b.HasText);
}

/// <summary>What kind of text stands apart from the body.</summary>
public enum AsideKind
{
    /// <summary>脚注.</summary>
    Footnote,

    /// <summary>尾注.</summary>
    Endnote,

    /// <summary>批注.</summary>
    Comment,

    /// <summary>页眉.</summary>
    Header,

    /// <summary>页脚.</summary>
    Footer,
}

/// <summary>A stretch of text apart from the body.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Anchor">The paragraph that refers to it, or null.</param>
/// <param name="Text">Its paragraphs, joined by line feeds.</param>
public sealed record Aside(AsideKind Kind, Values.BlockLocation? Anchor, string Text);
