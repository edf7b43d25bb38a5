namespace ExtractionPipeline.Segmentation;

/// <summary>Which characters stand together in a run that the word graph cuts. The sets are the reference's patterns.</summary>
internal static class RunCharacters
{
    private const char FirstHan = '\u4E00';
    private const char LastHan = '\u9FD5';

    // One bit an ASCII character: letters, digits and + # & . _ % -
    private const ulong LowAscii = (0x3FFUL << '0') | (1UL << '+') | (1UL << '#') | (1UL << '&') | (1UL << '.') | (1UL << '%') | (1UL << '-');
    private const ulong HighAscii = (0x3FFFFFFUL << ('A' - 64)) | (0x3FFFFFFUL << ('a' - 64)) | (1UL << ('_' - 64));

    /// <summary>A Han character that the reference knows. Extension A and all characters beyond U+FFFF are not among them.</summary>
    public static bool IsHan(char character) => (uint)(character - FirstHan) <= LastHan - FirstHan;

    /// <summary>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._%-]</summary>
    public static bool BelongsToRun(char character)
    {
        if (IsHan(character)) return true;
        if (character >= 128) return false;
        return (((character < 64 ? LowAscii : HighAscii) >> (character & 63)) & 1) != 0;
    }

    /// <summary>UTF-16 units of the first character outside runs: two for a surrogate pair and for CR LF, else one.</summary>
    public static int LengthOfOther(ReadOnlySpan<char> text)
    {
        if (text.Length < 2) return 1;
        return char.IsSurrogatePair(text[0], text[1]) || (text[0] == '\r' && text[1] == '\n') ? 2 : 1;
    }

    /// <summary>
    /// Length of the first piece of an ASCII stretch: [a-zA-Z0-9]+(?:\.\d+)?%? or, where that does not begin here,
    /// everything up to where it does or to the next Han character.
    /// </summary>
    public static int LengthOfAscii(ReadOnlySpan<char> text)
    {
        var length = CountLettersAndDigits(text);
        if (length == 0)
        {
            while (length < text.Length && !char.IsAsciiLetterOrDigit(text[length]) && !IsHan(text[length])) length++;
            return length;
        }

        if (length < text.Length && text[length] == '.')
        {
            var digits = length + 1;
            while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
            if (digits > length + 1) length = digits;
        }

        return length < text.Length && text[length] == '%' ? length + 1 : length;
    }

    private static int CountLettersAndDigits(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        return length;
    }
}
