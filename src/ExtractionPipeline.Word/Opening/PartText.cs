using System.Text;
using System.Xml;

namespace ExtractionPipeline.Word.Opening;

/// <summary>Opens the XML of a part. Nearly every part is UTF-8 and says so in one way; those are decoded here, all others by the XML reader.</summary>
/// <remarks>
/// The XML reader asks an encoding for its name in the web, and the framework then opens its resources for it: at a start that takes longer than
/// reading the part. It does not ask where it is given text without a declaration, so the declaration is blanked: places of faults stay. Bytes
/// that are no UTF-8 become U+FFFF, which no XML may hold: so the reader stops at them, with their line and character.
/// </remarks>
internal static class PartText
{
    /// <summary>Enough for a mark and a declaration with version, encoding and standalone.</summary>
    public const int LongestDeclaration = 128;

    private const int BufferBytes = 4096;

    private static readonly Encoding s_utf8 = Utf8();

    public static XmlReader Open(Stream part, UnpackedMeter meter, XmlReaderSettings settings)
    {
        var metered = new MeteredStream(part, meter);
        var beginning = metered.Beginning();
        if (DeclarationLength(beginning) is not { } length) return XmlReader.Create(metered, settings);
        for (var i = MarkLength(beginning); length > 0; i++, length--) beginning[i] = (byte)' ';
        return XmlReader.Create(new StreamReader(metered, s_utf8, detectEncodingFromByteOrderMarks: false, BufferBytes), settings);
    }

    /// <summary>The bytes of the declaration of a part in UTF-8, 0 where it has none; null where only the XML reader can tell.</summary>
    internal static int? DeclarationLength(ReadOnlySpan<byte> beginning)
    {
        beginning = beginning[MarkLength(beginning)..];
        if (!beginning.StartsWith("<?xml"u8)) return beginning.Length > 1 && beginning[0] == '<' && beginning[1] != 0 ? 0 : null;
        var version = "<?xml version=\"1.0\" encoding"u8;
        var encoding = "=\"UTF-8\"".Length;
        if (!beginning.StartsWith(version) || !NamesUtf8(beginning[version.Length..])) return null;
        var rest = beginning[(version.Length + encoding)..];
        var close = rest.StartsWith("?>"u8) ? "?>".Length
            : rest.StartsWith(" standalone=\"yes\"?>"u8) ? " standalone=\"yes\"?>".Length
            : rest.StartsWith(" standalone=\"no\"?>"u8) ? " standalone=\"no\"?>".Length
            : 0;
        return close == 0 ? null : version.Length + encoding + close;
    }

    private static int MarkLength(ReadOnlySpan<byte> beginning) => beginning is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

    /// <summary>="UTF-8", in letters of any case.</summary>
    private static bool NamesUtf8(ReadOnlySpan<byte> value) =>
        value is [(byte)'=', (byte)'"', (byte)'U' or (byte)'u', (byte)'T' or (byte)'t', (byte)'F' or (byte)'f', (byte)'-', (byte)'8', (byte)'"', ..];

    private static Encoding Utf8()
    {
        var utf8 = (Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: true).Clone();
        utf8.DecoderFallback = new DecoderReplacementFallback("\uffff");
        return utf8;
    }
}
