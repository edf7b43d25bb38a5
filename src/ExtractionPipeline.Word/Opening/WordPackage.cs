using System.IO.Compression;
using System.Runtime.InteropServices;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Word.Opening;

/// <summary>A Word package that has been opened: finds its parts and opens them as XML.</summary>
internal sealed class WordPackage : IDisposable
{
    private readonly IPackageParts _parts;
    private readonly string _file;
    private readonly WordReadingOptions _options;
    private readonly UnpackedMeter _meter;

    private WordPackage(IPackageParts parts, string file, WordReadingOptions options, UnpackedMeter meter)
    {
        _parts = parts;
        _file = file;
        _options = options;
        _meter = meter;
    }

    /// <summary>The part being read, for messages: word/document.xml.</summary>
    public string CurrentPart { get; private set; } = "[Content_Types].xml";

    /// <summary>Whether the package breaks the rules of packages, and was opened without them.</summary>
    public bool IsMended => _parts is ZipParts { IsPlain: false };

    /// <exception cref="InputException">The bytes are no Word document, or break a limit.</exception>
    public static WordPackage Open(ReadOnlyMemory<byte> bytes, string file, WordReadingOptions options, CancellationToken cancellation)
    {
        FileSignature.DemandZip(bytes.Span, file);
        var archive = new ZipArchive(AsStream(bytes), ZipArchiveMode.Read);   // over bytes in memory: nothing is left open where this ends early
        PackageDirectory.Check(bytes.Span, archive, file, options);
        var meter = new UnpackedMeter(file, options, cancellation);
        var zip = ZipParts.TryOpen(archive, meter);
        var parts = zip is { IsPlain: true } ? zip : SdkParts.TryOpen(bytes) ?? (IPackageParts?)zip;
        return parts is null
            ? throw new InputException(DiagnosticKinds.DamagedPackage, file, "its main document part is missing")
            : new WordPackage(parts, file, options, meter);
    }

    public PartXml OpenMain() => Open(_parts.Main);

    public PartXml? OpenPart(PartKind kind) => _parts.Find(kind) is { } part ? Open(part) : null;

    /// <summary>A header or footer by the id of its relationship; null where there is none.</summary>
    public PartXml? OpenPageEdge(string relationshipId) => _parts.Related(relationshipId) is { Role: "header" or "footer" } part ? Open(part) : null;

    /// <summary>The bytes of a document that stands whole inside this one (w:altChunk), by the id of its relationship; null where there is none.</summary>
    /// <exception cref="InputException">EP1007.</exception>
    public (string Name, byte[] Bytes)? ReadWhole(string relationshipId)
    {
        if (_parts.Related(relationshipId) is not { Role: "aFChunk" } part) return null;
        using var stream = new MeteredStream(part.Open(), _meter);
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = stream.Read(block)) > 0; _meter.NextNode()) bytes.Write(block.AsSpan(0, read));
        return (part.Name, bytes.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();

    private PartXml Open(PackagePart part)
    {
        CurrentPart = part.Name;
        return new PartXml(part.Open(), _file, _options, _meter);
    }

    /// <summary>The bytes as a stream, without copying them.</summary>
    public static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
