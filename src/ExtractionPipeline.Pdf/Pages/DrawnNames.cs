using System.Runtime.InteropServices;
using System.Text;

namespace ExtractionPipeline.Pdf.Pages;

/// <summary>Which drawings a content stream draws: the names before its Do operators.</summary>
internal static class DrawnNames
{
    /// <summary>Names with the number of their uses. Where a name cannot be told (a comment between, an escaped character) it is empty: any may be meant.</summary>
    public static Dictionary<string, int> Count(ReadOnlySpan<byte> content)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; ;)
        {
            var next = content[at..].IndexOf("Do"u8);
            if (next < 0) return found;
            CollectionsMarshal.GetValueRefOrAddDefault(found, NameBefore(content[..(at + next)]), out _)++;
            at += next + 2;
        }
    }

    private static string NameBefore(ReadOnlySpan<byte> content)
    {
        var end = content.Length;
        while (end > 0 && IsSpace(content[end - 1])) end--;
        var start = end;
        while (start > 0 && content[start - 1] is > 0x20 and < 0x7F and not ((byte)'/' or (byte)'#' or (byte)'%' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']')) start--;
        return start > 0 && start < end && content[start - 1] == '/' ? Encoding.ASCII.GetString(content[start..end]) : "";
    }

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
}
