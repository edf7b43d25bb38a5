using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

using ExtractionPipeline.Measures;
using ExtractionPipeline.Values;

namespace ExtractionPipeline.Output;

/// <summary>Names the items and measures of one document by what they say, so that a name outlives renumbering and white space.</summary>
/// <remarks>
/// The first 16 hexadecimal digits of the SHA-256 over the UTF-8 of the visible characters: separators, control and format characters
/// (Unicode Z*, Cc, Cf) are left out, and full-width ASCII counts as ASCII. A measure adds a line feed and the codes of its places, joined
/// by commas: the same words for another place are another measure. The second of two that are equal gets "-2", and so on.
/// Neither a label nor a rule is part of it.
/// </remarks>
internal sealed class ContentIds
{
    private const int Digits = 16;
    private const int StackLimit = 1024;   // UTF-8 bytes

    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <summary>The id of an item.</summary>
    /// <param name="text">Its text, without label.</param>
    public string OfItem(string text) => Unique(Hash('i', text, []));

    /// <summary>The measures of one item with their ids.</summary>
    public IReadOnlyList<Measure> Named(IReadOnlyList<Measure> measures, string itemText)
    {
        var named = new Measure[measures.Count];
        for (var i = 0; i < named.Length; i++)
        {
            var (span, regions) = (measures[i].Span, measures[i].Regions);
            named[i] = measures[i] with { ContentId = Unique(Hash('s', itemText.AsSpan(span.Start, span.Length), regions)) };
        }

        return named;
    }

    private string Unique(string id)
    {
        ref var uses = ref CollectionsMarshal.GetValueRefOrAddDefault(_uses, id, out _);
        uses++;
        return uses == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{uses}");
    }

    [SkipLocalsInit]
    private static string Hash(char kind, ReadOnlySpan<char> words, IReadOnlyList<DivisionCode> regions)
    {
        var most = Encoding.UTF8.GetMaxByteCount(words.Length) + (regions.Count * 7) + 1;
        Span<byte> bytes = most <= StackLimit ? stackalloc byte[StackLimit] : new byte[most];
        var length = WriteVisible(words, bytes);
        for (var i = 0; i < regions.Count; i++)
        {
            bytes[length++] = (byte)(i == 0 ? '\n' : ',');
            regions[i].Number.TryFormat(bytes[length..], out var written, "D6", CultureInfo.InvariantCulture);
            length += written;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        Span<char> id = stackalloc char[1 + Digits];
        id[0] = kind;
        Hexadecimal.Write(hash[..(Digits / 2)], id[1..]);
        return new string(id);
    }

    private static int WriteVisible(ReadOnlySpan<char> words, Span<byte> to)
    {
        var length = 0;
        while (!words.IsEmpty)
        {
            var common = words.IndexOfAnyExceptInRange('\u4e00', '\u9fff');    // Chinese characters are visible, and most of a text
            if (common != 0)
            {
                common = common < 0 ? words.Length : common;
                length += Encoding.UTF8.GetBytes(words[..common], to[length..]);
                words = words[common..];
                continue;
            }

            Rune.DecodeFromUtf16(words, out var rune, out var read);
            words = words[read..];
            if (!IsVisible(rune)) continue;
            var plain = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
            length += plain.EncodeToUtf8(to[length..]);
        }

        return length;
    }

    private static bool IsVisible(Rune rune) => rune.Value is > ' ' and < 0x7F || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Format);
}
