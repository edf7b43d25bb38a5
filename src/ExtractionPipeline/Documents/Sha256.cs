using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace ExtractionPipeline.Documents;

/// <summary>SHA-256 (FIPS 180-4) of what one run hashes: a document, and some lines of text.</summary>
/// <remarks>
/// The framework's own is faster by the byte, but its first use opens the cryptography of the operating system, which takes 9 ms: more than
/// hashing half a megabyte here. So it takes over where the bytes of a process are many. A test compares the two.
/// </remarks>
internal static class Sha256
{
    public const int HashBytes = 32;

    /// <summary>Bytes of a whole process from which on the framework's is worth its opening.</summary>
    private const long Many = 1 << 19;
    private const int BlockBytes = 64;
    private const int LengthBytes = 8;

    private static long s_asked;   // bytes

    /// <summary>The first 32 bits of the fractional parts of the cube roots of the first 64 primes.</summary>
    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The first digits of a hash in lower-case hexadecimal; all 64 where no number is given.</summary>
    public static string Hexadecimal(ReadOnlySpan<byte> bytes, int digits = 2 * HashBytes)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        if (Interlocked.Add(ref s_asked, bytes.Length) >= Many) SHA256.HashData(bytes, hash);
        else Hash(bytes, hash);
        return LowerHexadecimal(hash[..(digits / 2)]);
    }

    /// <summary>Two digits a byte.</summary>
    public static string LowerHexadecimal(ReadOnlySpan<byte> bytes)
    {
        const string Digits = "0123456789abcdef";
        Span<char> text = stackalloc char[2 * HashBytes];
        for (var i = 0; i < bytes.Length; i++) (text[2 * i], text[(2 * i) + 1]) = (Digits[bytes[i] >> 4], Digits[bytes[i] & 0xF]);
        return text[..(2 * bytes.Length)].ToString();
    }

    internal static void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        Span<uint> state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        var bits = (ulong)bytes.Length * 8;
        for (; bytes.Length >= BlockBytes; bytes = bytes[BlockBytes..]) Take(bytes, state);

        Span<byte> last = stackalloc byte[2 * BlockBytes];
        last.Clear();
        bytes.CopyTo(last);
        last[bytes.Length] = 0x80;
        last = last[..(bytes.Length < BlockBytes - LengthBytes ? BlockBytes : 2 * BlockBytes)];
        BinaryPrimitives.WriteUInt64BigEndian(last[^LengthBytes..], bits);
        for (; last.Length > 0; last = last[BlockBytes..]) Take(last, state);
        for (var i = 0; i < state.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(hash[(i * sizeof(uint))..], state[i]);
    }

    private static void Take(ReadOnlySpan<byte> block, Span<uint> state)
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 16; i++) w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..]);
        for (var i = 16; i < w.Length; i++)
        {
            var (early, late) = (w[i - 15], w[i - 2]);
            var s0 = BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3);
            var s1 = BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }

        var k = RoundConstants;
        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < w.Length; i++)
        {
            var s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var t1 = h + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
            var s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
