using System.IO.Compression;
using System.Text;

namespace ExtractionPipeline.Fuzz;

/// <summary>Changes files at random, the same way for the same seed. Knows zip archives: their parts are changed and packed again.</summary>
public sealed class Mutator(int seed)
{
    private static readonly string[] s_words =
    [
        "<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:vMerge/>", "<w:gridSpan w:val=\"-1\"/>", "<w:numId w:val=\"2147483647\"/>", "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:ins>", "<w:del>", "&#x10FFFF;", "&#xD800;", "]]>", "<![CDATA[", "<!--", "w:val=\"99999999999\"", "w:val=\"\"", "\0", "\uFEFF", "\u202E", "\U0002A6D6", "《", "万元", "一、", "分别", "%",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A changed copy.</summary>
    public byte[] Mutate(byte[] original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var isZip = original.AsSpan().StartsWith("PK\x03\x04"u8);
        // One archive in five is damaged as such; of the others the parts are.
        return isZip && _random.Next(5) > 0 ? MutateParts(original) : MutateBytes(original);
    }

    private byte[] MutateParts(byte[] original)
    {
        var parts = new List<(string Name, byte[] Content)>();
        using (var archive = new ZipArchive(new MemoryStream(original)))
        {
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                using var content = new MemoryStream();
                stream.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }
        }

        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            var at = _random.Next(parts.Count);
            switch (_random.Next(12))
            {
                case 0: parts.RemoveAt(at); break;
                case 1: parts.Add(parts[at]); break;
                case 2: parts[at] = (parts[at].Name, parts[_random.Next(parts.Count)].Content); break;
                case 3: parts[at] = (parts[at].Name.Replace('/', '\\'), parts[at].Content); break;
                default: parts[at] = (parts[at].Name, MutateXml(parts[at].Content)); break;
            }

            if (parts.Count == 0) return [];
        }

        return LoosePackage.Zip(parts);
    }

    /// <summary>Moves whole tags and attributes about, or changes single bytes.</summary>
    private byte[] MutateXml(byte[] content)
    {
        if (content.Length == 0 || _random.Next(3) == 0) return MutateBytes(content);
        var pieces = Encoding.Latin1.GetString(content).Split('<').ToList();
        for (var changes = _random.Next(1, 8); changes > 0 && pieces.Count > 1; changes--)
        {
            var (from, to) = (_random.Next(1, pieces.Count), _random.Next(1, pieces.Count));
            var length = _random.Next(1, Math.Min(6, pieces.Count - from + 1));
            var stretch = pieces.GetRange(from, length);
            switch (_random.Next(4))
            {
                case 0: pieces.RemoveRange(from, length); break;
                case 1: pieces.InsertRange(to, stretch); break;
                case 2: pieces[from] = WithOtherValue(pieces[from]); break;
                default: (pieces[from], pieces[to]) = (pieces[to], pieces[from]); break;
            }
        }

        return Encoding.Latin1.GetBytes(string.Join('<', pieces));
    }

    /// <summary>Another value of the first attribute, as it could stand elsewhere.</summary>
    private string WithOtherValue(string tag)
    {
        var start = tag.IndexOf("=\"", StringComparison.Ordinal);
        if (start < 0) return tag;
        var end = tag.IndexOf('"', start + 2);
        if (end < 0) return tag;
        string[] values = ["", "0", "-1", "1", "2147483648", "on", "NULL", "../a", "http://[", "&#9;", "upperRoman", "continue"];
        return tag[..(start + 2)] + values[_random.Next(values.Length)] + tag[end..];
    }

    private byte[] MutateBytes(byte[] original)
    {
        var bytes = original.ToList();
        for (var changes = _random.Next(1, 8); changes > 0; changes--)
        {
            var at = _random.Next(bytes.Count + 1);
            var length = Math.Min(_random.Next(1, 64), bytes.Count - at);
            switch (_random.Next(6))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length)); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_words[_random.Next(s_words.Length)])); break;
                case 3 when _random.Next(8) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4 when at < bytes.Count: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
                default:
                    if (at < bytes.Count) bytes[at] = (byte)_random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}
