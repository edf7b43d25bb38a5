using System.Text;

namespace ExtractionPipeline.Cli;

/// <summary>What the first bytes of a file say that it is.</summary>
internal enum FileContent
{
    /// <summary>Nothing that its first bytes show: a text, or no document at all.</summary>
    Unmarked,

    /// <summary>A zip archive: .docx, or what only the Word reader can name.</summary>
    Package,

    /// <summary>.odt.</summary>
    OpenDocument,

    /// <summary>.rtf.</summary>
    RichText,

    /// <summary>A compound file: .doc, .wps, or an encrypted .docx.</summary>
    Compound,

    /// <summary>Word 2003 XML or Word flat XML, which programs save as .doc.</summary>
    WordXml,

    /// <summary>.pdf.</summary>
    Pdf,

    /// <summary>.html.</summary>
    WebPage,

    /// <summary>Bytes that no text holds.</summary>
    Binary,
}

/// <summary>Tells formats by their first bytes: an ending of a name is easily wrong (a web page saved as .doc).</summary>
internal static class FileContents
{
    private const int Looked = 4096;   // bytes

    public static FileContent Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return IsOpenDocument(bytes) ? FileContent.OpenDocument : FileContent.Package;
        if (bytes.StartsWith("%PDF-"u8)) return FileContent.Pdf;
        if (bytes.StartsWith(@"{\rtf"u8)) return FileContent.RichText;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return FileContent.Compound;
        var head = bytes[..Math.Min(bytes.Length, Looked)];
        if (IsWebPage(head)) return FileContent.WebPage;
        if (IsWordXml(head)) return FileContent.WordXml;
        return IsBinary(head) ? FileContent.Binary : FileContent.Unmarked;
    }

    /// <summary>The first entry is named "mimetype" and not packed (OpenDocument 1.3 part 2, §3.3).</summary>
    private static bool IsOpenDocument(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 80 && bytes[30..].StartsWith("mimetypeapplication/vnd.oasis.opendocument.text"u8);

    private static bool IsWebPage(ReadOnlySpan<byte> head)
    {
        var start = Start(head);
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWordXml(ReadOnlySpan<byte> head) =>
        Start(head).StartsWith("<?xml", StringComparison.Ordinal)
        && (head.IndexOf("http://schemas.microsoft.com/office/word/2003/wordml"u8) >= 0 || head.IndexOf("http://schemas.microsoft.com/office/2006/xmlPackage"u8) >= 0);

    private static string Start(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return Encoding.ASCII.GetString(head[..Math.Min(head.Length, 256)]).TrimStart();
    }

    /// <summary>A zero byte stands in no text, unless each second or fourth byte is one (UTF-16, UTF-32) or a mark says so.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return false;
        Span<int> zeros = stackalloc int[2];
        zeros.Clear();
        for (var i = 0; i < head.Length; i++) zeros[i & 1] += head[i] == 0 ? 1 : 0;
        return zeros[0] > 0 && zeros[1] > 0;
    }
}
