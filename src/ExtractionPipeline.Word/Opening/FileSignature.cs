using System.Buffers.Binary;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>Looks at the first bytes of a file and says what it is when it cannot be a Word document of today.</summary>
internal static class FileSignature
{
    private static ReadOnlySpan<byte> OleMagic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Throws where the bytes are no zip archive, and names what they are.</summary>
    /// <exception cref="InputException">EP1003, EP1008 or EP1009.</exception>
    public static void DemandZip(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.IsEmpty) throw NotWord(file, "the file is empty");
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8)) return;
        if (bytes.StartsWith(OleMagic)) throw OfCompoundFile(bytes, file);
        if (bytes.StartsWith("%PDF"u8)) throw NotWord(file, "it starts with %PDF");
        if (bytes.StartsWith(@"{\rtf"u8)) throw Unsupported(file, "Rich Text Format, .rtf");

        var head = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var start = Printable(head);
        if (start.StartsWith("<?xml", StringComparison.Ordinal) && Mentions(head, "http://schemas.microsoft.com/office/2006/xmlPackage"u8))
            throw Unsupported(file, "Word flat XML");
        if (start.StartsWith("<?xml", StringComparison.Ordinal) && Mentions(head, "http://schemas.microsoft.com/office/word/2003/wordml"u8))
            throw Unsupported(file, "Word 2003 XML");
        throw NotWord(file, start.Length > 0 ? $"it starts with {start}" : $"it starts with the bytes {Hexadecimal(head)}");
    }

    /// <summary>OLE compound files: encrypted packages and the formats of Word 97–2003 (MS-CFB, MS-OFFCRYPTO §2.3.2, MS-DOC §2.1).</summary>
    private static InputException OfCompoundFile(ReadOnlySpan<byte> bytes, string file)
    {
        // Names of streams stand in the directory as UTF-16; it often stands at the end of the file.
        if (IsCutBeforeDirectory(bytes)) return new InputException(DiagnosticKinds.DamagedPackage, file, "its directory is missing; was it copied whole?");
        if (HasStream(bytes, "EncryptedPackage") || HasStream(bytes, "EncryptionInfo")) return new InputException(DiagnosticKinds.Encrypted, file);
        if (HasStream(bytes, "WordDocument"))
        {
            return IsEncryptedWord97(bytes)
                ? new InputException(DiagnosticKinds.Encrypted, file)
                : Unsupported(file, "Word 97-2003, .doc");
        }

        if (HasStream(bytes, "Workbook")) return NotWord(file, "it is an Excel workbook, .xls");
        if (HasStream(bytes, "PowerPoint Document")) return NotWord(file, "it is a PowerPoint presentation, .ppt");
        return NotWord(file, "it is an OLE compound file of another program");
    }

    /// <summary>MS-CFB §2.2: the header says how large sectors are (offset 30) and in which one the directory begins (offset 48).</summary>
    private static bool IsCutBeforeDirectory(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 512) return true;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        var first = BinaryPrimitives.ReadUInt32LittleEndian(bytes[48..]);
        return shift is 9 or 12 && ((long)first + 1) << shift >= bytes.Length;
    }

    /// <summary>Bit fEncrypted of the FIB (MS-DOC §2.5.2): the stream WordDocument begins with EC A5, at a sector boundary.</summary>
    private static bool IsEncryptedWord97(ReadOnlySpan<byte> bytes)
    {
        for (var at = 512; at + 12 <= bytes.Length && at <= 1 << 20; at += 512)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) == 0xA5EC) return (bytes[at + 11] & 0x01) != 0;
        }

        return false;
    }

    private static bool HasStream(ReadOnlySpan<byte> bytes, string name) =>
        bytes.IndexOf(System.Runtime.InteropServices.MemoryMarshal.AsBytes(name.AsSpan())) >= 0;

    private static bool Mentions(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> words) => bytes[..Math.Min(bytes.Length, 4096)].IndexOf(words) >= 0;

    /// <summary>The first visible ASCII characters, at most 16.</summary>
    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < Math.Min(16, bytes.Length) && bytes[length] is > 0x20 and < 0x7F) length++;
        return System.Text.Encoding.ASCII.GetString(bytes[..length]);
    }

    private static string Hexadecimal(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes[..Math.Min(4, bytes.Length)]);

    private static InputException NotWord(string file, string what) => new(DiagnosticKinds.NotAWordDocument, file, what);

    private static InputException Unsupported(string file, string format) => new(DiagnosticKinds.FormatNotSupported, file, format, ".docx; open it in Word and save it as .docx");
}
