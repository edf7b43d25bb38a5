using System.Buffers.Binary;
using System.IO.Compression;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>Looks through the directory of the zip archive before anything is unpacked: what it is, and whether it keeps the limits.</summary>
/// <remarks>What is really unpacked is counted again by <see cref="UnpackedMeter"/>: the sizes in the directory may lie.</remarks>
internal static class PackageDirectory
{
    /// <summary>Throws where the archive is no Word document or breaks a limit.</summary>
    /// <exception cref="InputException">EP1003, EP1004 or EP1007.</exception>
    /// <exception cref="InvalidDataException">The archive has no readable directory.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, ZipArchive archive, string file, WordReadingOptions options)
    {
        if (DeclaredEntries(bytes) > options.MaxParts) throw Exceeded(file, "the number of parts", options.MaxParts);
        if (archive.Entries.Count > options.MaxParts) throw Exceeded(file, "the number of parts", options.MaxParts);

        long unpacked = 0;
        var kind = PackageKind.None;
        foreach (var entry in archive.Entries)
        {
            kind |= KindOf(ZipParts.WithSlashes(entry.FullName).TrimStart('/'));
            if (entry.IsEncrypted) throw new InputException(DiagnosticKinds.Encrypted, file);
            if (!IsXml(entry.FullName)) continue;
            unpacked += entry.Length;
            if (unpacked > options.MaxUnpackedBytes) throw Exceeded(file, "the unpacked size in bytes", options.MaxUnpackedBytes);
            if (entry.Length > options.RatioFreeBytes && entry.Length / Math.Max(1, entry.CompressedLength) > options.MaxCompressionRatio)
                throw Exceeded(file, "the compression ratio", options.MaxCompressionRatio);
        }

        Demand(kind, file);
    }

    [Flags]
    private enum PackageKind
    {
        None = 0,
        OpenPackage = 1,
        Word = 2,
        Excel = 4,
        PowerPoint = 8,
        OpenDocument = 16,
        Pages = 32,
    }

    private static PackageKind KindOf(string part) => part switch
    {
        "[Content_Types].xml" => PackageKind.OpenPackage,
        "mimetype" => PackageKind.OpenDocument,
        "Index/Document.iwa" => PackageKind.Pages,
        _ when part.StartsWith("word/", StringComparison.OrdinalIgnoreCase) => PackageKind.Word,
        _ when part.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) => PackageKind.Excel,
        _ when part.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) => PackageKind.PowerPoint,
        _ => PackageKind.None,
    };

    private static void Demand(PackageKind kind, string file)
    {
        if (!kind.HasFlag(PackageKind.OpenPackage))
        {
            if (kind.HasFlag(PackageKind.OpenDocument)) throw new InputException(DiagnosticKinds.FormatNotSupported, file, "OpenDocument, .odt", ".docx; open it in Word and save it as .docx");
            if (kind.HasFlag(PackageKind.Pages)) throw new InputException(DiagnosticKinds.FormatNotSupported, file, "Apple Pages, .pages", ".docx; export it to Word first");
            if (kind.HasFlag(PackageKind.Word)) return;
            throw new InputException(DiagnosticKinds.NotAWordDocument, file, "it is a zip archive of something else");
        }

        if (kind.HasFlag(PackageKind.Word)) return;
        if (kind.HasFlag(PackageKind.Excel)) throw new InputException(DiagnosticKinds.NotAWordDocument, file, "it is an Excel workbook, .xlsx");
        if (kind.HasFlag(PackageKind.PowerPoint)) throw new InputException(DiagnosticKinds.NotAWordDocument, file, "it is a PowerPoint presentation, .pptx");
    }

    /// <summary>The number of entries that the end of the directory declares (APPNOTE 4.3.16): known before any of them is looked at.</summary>
    private static int DeclaredEntries(ReadOnlySpan<byte> bytes)
    {
        const int size = 22;
        var end = bytes[Math.Max(0, bytes.Length - size - ushort.MaxValue)..];
        var at = end.LastIndexOf("PK\x05\x06"u8);
        return at >= 0 && at + size <= end.Length ? BinaryPrimitives.ReadUInt16LittleEndian(end[(at + 10)..]) : 0;
    }

    private static bool IsXml(string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static InputException Exceeded(string file, string what, long limit) =>
        new(DiagnosticKinds.LimitExceeded, file, what, FormattableString.Invariant($"{limit}"));
}
