using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Html;

/// <summary>Bytes of a web page to text.</summary>
/// <remarks>
/// In this order: a byte order mark; UTF-8 where the bytes beyond ASCII obey it, whatever the page declares (browsers save in UTF-8
/// and leave the old declaration); the encoding that the page declares (charset= in the first 4,096 bytes); GB18030. GB2312 and GBK
/// are parts of GB18030. Big5 is refused as in text files.
/// </remarks>
internal static class PageDecoder
{
    private const int Head = 4096;
    private const int Gb18030 = 54936;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_:");

    /// <exception cref="InputException">EP1210.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string file, List<Diagnostic> diagnostics)
    {
        var (encoding, name, skip) = Detect(bytes, file);
        if (encoding is not UTF8Encoding) Note(diagnostics, DiagnosticKinds.EncodingDetected, name);
        var text = encoding.GetString(bytes[skip..]);
        var replaced = text.AsSpan().Count('\ufffd');
        if (replaced > 0) Note(diagnostics, DiagnosticKinds.BytesUndecodable, replaced.ToString(CultureInfo.InvariantCulture), name);
        return text;
    }

    private static (Encoding Encoding, string Name, int Skip) Detect(ReadOnlySpan<byte> bytes, string file)
    {
        var utf8 = (new UTF8Encoding(false), "UTF-8", 0);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return utf8 with { Item3 = 3 };
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (new UnicodeEncoding(false, true), "UTF-16", 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (new UnicodeEncoding(true, true), "UTF-16", 2);
        if (Utf8.IsValid(bytes)) return utf8;
        var declared = Declared(bytes[..Math.Min(bytes.Length, Head)]);
        if (declared is "utf-8" or "utf8") return utf8;
        if (declared.StartsWith("big5", StringComparison.Ordinal)) throw new InputException(DiagnosticKinds.EncodingNotSupported, file, "Big5");
        var isGb = declared.Length == 0 || declared.StartsWith("gb", StringComparison.Ordinal) || declared is "x-gbk" or "chinese" or "hz-gb-2312";
        if (!isGb && CodePagesEncodingProvider.Instance.GetEncoding(declared) is { } other) return (other, declared, 0);
        return (CodePagesEncodingProvider.Instance.GetEncoding(Gb18030)!, "GB18030", 0);
    }

    /// <summary>The name after charset=, in lower case; empty where there is none.</summary>
    private static string Declared(ReadOnlySpan<byte> head)
    {
        var text = Encoding.ASCII.GetString(head).ToLowerInvariant();
        var at = text.IndexOf("charset", StringComparison.Ordinal);
        if (at < 0) return "";
        var name = text.AsSpan(at + "charset".Length).TrimStart(" =\"'");
        var end = name.IndexOfAnyExcept(NameCharacters);
        return (end < 0 ? name : name[..end]).ToString();
    }

    private static void Note(List<Diagnostic> diagnostics, DiagnosticKind kind, params string[] details) =>
        diagnostics.Add(new Diagnostic(kind, DiagnosticPlace.Document, details));
}
