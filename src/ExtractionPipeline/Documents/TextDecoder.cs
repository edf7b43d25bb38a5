using System.Globalization;
using System.Text;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Documents;

/// <summary>Bytes to text: finds the encoding, and drops what no text holds.</summary>
/// <remarks>
/// In this order: a byte order mark (UTF-8, UTF-16, UTF-32 little endian); UTF-16 without one, when nearly all of its units are usual in Chinese texts; UTF-8
/// when all bytes obey it; line by line where some lines are surely UTF-8 and others surely GB18030 (a file put together from two); UTF-8 with
/// some broken bytes; else GB18030. Big5 is told from GB18030 by its most frequent pairs and refused: the rules are written in simplified
/// characters, and a text read wrongly would give wrong findings. Linear in the number of bytes.
/// </remarks>
internal static class TextDecoder
{
    private const int MaxSampled = 65_536;

    internal static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    // 的 一 是 在 不 有 ， 。 、 in each of the two encodings; facts of the code charts.
    private static readonly ushort[] FrequentInGb = [0xB5C4, 0xD2BB, 0xCAC7, 0xD4DA, 0xB2BB, 0xD3D0, 0xA3AC, 0xA1A3, 0xA1A2];
    private static readonly ushort[] FrequentInBig5 = [0xAABA, 0xA440, 0xAC4F, 0xA662, 0xA4A3, 0xA6B3, 0xA141, 0xA143, 0xA142];

    /// <summary>The text of a file.</summary>
    /// <exception cref="InputException">The bytes are Big5.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string name, List<Diagnostic> diagnostics)
    {
        var (encoding, skip) = Detect(bytes, name);
        if (encoding is null) return WithoutControls(MixedLines.Decode(bytes, diagnostics), diagnostics);
        if (encoding is not UTF8Encoding) Note(diagnostics, DiagnosticKinds.EncodingDetected, NameOf(encoding));
        var text = encoding.GetString(bytes[skip..]);
        var replaced = 0;
        var first = text.IndexOf('\ufffd', StringComparison.Ordinal);
        for (var i = first; i >= 0 && i < text.Length; i++)
        {
            if (text[i] == '\ufffd') replaced++;
        }

        if (replaced > 0) Note(diagnostics, DiagnosticKinds.BytesUndecodable, replaced.ToString(CultureInfo.InvariantCulture), NameOf(encoding));
        return WithoutControls(text, diagnostics);
    }

    /// <summary>The encoding and the length of its mark; no encoding where the lines are not all in one.</summary>
    private static (Encoding? Encoding, int Skip) Detect(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (new UTF8Encoding(false), 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (new UTF32Encoding(false, true), 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (new UnicodeEncoding(false, true), 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (new UnicodeEncoding(true, true), 2);
        if (Utf16(bytes) is { } bigEndian) return (new UnicodeEncoding(bigEndian, false), 0);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return (new UTF8Encoding(false), 0);
        if (MixedLines.Has(bytes)) return (null, 0);
        if (IsBig5(bytes)) throw new InputException(DiagnosticKinds.EncodingNotSupported, name, "Big5");
        if (IsNearlyUtf8(bytes)) return (new UTF8Encoding(false), 0);
        return (Gb18030, 0);
    }

    private static string NameOf(Encoding encoding) => encoding switch
    {
        UTF8Encoding => "UTF-8",
        UTF32Encoding => "UTF-32",
        UnicodeEncoding => "UTF-16",
        _ => "GB18030",
    };

    /// <summary>Whether the bytes are UTF-16 without a mark, and whether big endian; null where they are not.</summary>
    /// <remarks>Nine of ten units must be ASCII, Chinese punctuation or Han characters. Valid UTF-8 without NUL bytes is never asked: "ab" would be one Han character.</remarks>
    private static bool? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        var sample = bytes[..Math.Min(bytes.Length, MaxSampled)];
        if (!sample.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        int little = 0, big = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (IsUsual((char)(sample[i] | (sample[i + 1] << 8)))) little++;
            if (IsUsual((char)(sample[i + 1] | (sample[i] << 8)))) big++;
        }

        var units = sample.Length / 2;
        return Math.Max(little, big) * 10 < units * 9 ? null : big > little;
    }

    internal static bool IsUsual(char c) =>
        c is (>= ' ' and < '\u007f') or '\n' or '\r' or '\t' or (>= '\u2010' and <= '\u2026') or (>= '\u3000' and <= '\u3020') or (>= '\u4e00' and <= '\u9fa5') or (>= '\uff01' and <= '\uff5e');

    /// <summary>Some faults among more right sequences: a damaged UTF-8 file, not GB18030.</summary>
    /// <remarks>In GB18030 about every seventh character looks like a right sequence by accident, and the other six are faults.</remarks>
    internal static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int right = 0, wrong = 0;
        var rest = bytes[..Math.Min(bytes.Length, MaxSampled)];
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var used);
            if (status == System.Buffers.OperationStatus.Done)
            {
                if (used > 1) right++;
            }
            else
            {
                wrong++;
            }

            rest = rest[used..];
        }

        return right > wrong * 2;
    }

    private static bool IsBig5(ReadOnlySpan<byte> bytes)
    {
        int gb = 0, big5 = 0;
        var sample = bytes[..Math.Min(bytes.Length, MaxSampled)];
        for (var i = 0; i + 1 < sample.Length;)
        {
            if (sample[i] < 0x81)
            {
                i++;
                continue;
            }

            var pair = (ushort)((sample[i] << 8) | sample[i + 1]);
            if (Array.IndexOf(FrequentInGb, pair) >= 0) gb++;
            if (Array.IndexOf(FrequentInBig5, pair) >= 0) big5++;
            i += 2;
        }

        return big5 >= 3 && big5 > gb * 2;
    }

    private static string WithoutControls(string text, List<Diagnostic> diagnostics)
    {
        var (count, first) = (0, '\0');
        StringBuilder? kept = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var control = c is (< ' ' and not ('\t' or '\n' or '\r' or '\v' or '\f')) or '\u007f' or '\ufeff';
            if (control && kept is null) kept = new StringBuilder(text.Length).Append(text, 0, i);
            if (!control)
            {
                kept?.Append(c);
                continue;
            }

            if (c == '\ufeff') continue;   // a byte order mark inside says nothing
            if (count++ == 0) first = c;
        }

        if (count > 0) Note(diagnostics, DiagnosticKinds.ControlCharactersDropped, count.ToString(CultureInfo.InvariantCulture), ((int)first).ToString("X4", CultureInfo.InvariantCulture));
        return kept?.ToString() ?? text;
    }

    private static void Note(List<Diagnostic> diagnostics, DiagnosticKind kind, params string[] details) =>
        diagnostics.Add(new Diagnostic(kind, DiagnosticPlace.Document, details));
}
