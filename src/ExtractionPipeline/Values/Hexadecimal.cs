namespace ExtractionPipeline.Values;

/// <summary>Bytes as two lower-case digits each.</summary>
/// <remarks>As the framework writes them; its code for it looks at many bytes at once and is compiled anew at every start on many machines.</remarks>
internal static class Hexadecimal
{
    private const string Digits = "0123456789abcdef";

    /// <param name="bytes">What is written.</param>
    /// <param name="to">Twice as long at least.</param>
    public static void Write(ReadOnlySpan<byte> bytes, Span<char> to)
    {
        for (var i = 0; i < bytes.Length; i++) (to[2 * i], to[(2 * i) + 1]) = (Digits[bytes[i] >> 4], Digits[bytes[i] & 0xF]);
    }
}
