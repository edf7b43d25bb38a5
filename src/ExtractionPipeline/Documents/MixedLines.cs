using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Documents;

/// <summary>A text whose lines are written in two encodings, as `cat a.txt b.txt` makes it: each line is read by itself.</summary>
/// <remarks>Asked only where the whole text is not UTF-8. Both encodings keep the byte of a line feed for itself.</remarks>
internal static class MixedLines
{
    /// <summary>So many characters of three bytes in a row of right UTF-8 are no accident in GB18030.</summary>
    private const int SureCharacters = 4;

    /// <summary>Whether some lines are surely UTF-8 and some surely GB18030.</summary>
    public static bool Has(ReadOnlySpan<byte> bytes)
    {
        bool utf8 = false, gb = false;
        for (var rest = bytes; !rest.IsEmpty && !(utf8 && gb);)
        {
            var line = Next(ref rest);
            if (!utf8) utf8 = IsSurelyUtf8(line);
            if (!gb) gb = IsSurelyGb(line);
        }

        return utf8 && gb;
    }

    /// <summary>The text; a line that is not surely GB18030 is read as UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        var text = new StringBuilder(bytes.Length / 2);
        int utf8 = 0, gb = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var line = Next(ref rest);
            if (IsSurelyGb(line))
            {
                gb++;
                text.Append(TextDecoder.Gb18030.GetString(line));
            }
            else
            {
                utf8++;
                text.Append(Encoding.UTF8.GetString(line));
            }
        }

        diagnostics.Add(new Diagnostic(DiagnosticKinds.EncodingsMixed, DiagnosticPlace.Document, [utf8.ToString(CultureInfo.InvariantCulture), gb.ToString(CultureInfo.InvariantCulture)]));
        return text.ToString();
    }

    /// <summary>The next line with its line feed.</summary>
    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..(end + 1)];
        rest = rest[line.Length..];
        return line;
    }

    private static bool IsSurelyUtf8(ReadOnlySpan<byte> line)
    {
        if (Ascii.IsValid(line) || !Utf8.IsValid(line)) return false;
        var characters = 0;
        while (!line.IsEmpty && Rune.DecodeFromUtf8(line, out _, out var used) == OperationStatus.Done)
        {
            if (used == 3) characters++;
            line = line[used..];
        }

        return characters >= SureCharacters;
    }

    /// <summary>No UTF-8, not even a damaged one, and read as GB18030 it is what Chinese texts are made of.</summary>
    private static bool IsSurelyGb(ReadOnlySpan<byte> line)
    {
        if (Utf8.IsValid(line) || TextDecoder.IsNearlyUtf8(line)) return false;
        var text = TextDecoder.Gb18030.GetString(line);
        return text.Count(TextDecoder.IsUsual) * 10 >= text.Length * 9;
    }
}
