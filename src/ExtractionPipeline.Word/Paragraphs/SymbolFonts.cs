using System.Globalization;

namespace ExtractionPipeline.Word.Paragraphs;

/// <summary>What the characters of Symbol, Wingdings and the like look like, in Unicode. The table stands in symbols.tsv.</summary>
internal sealed class SymbolFonts
{
    private readonly Dictionary<string, string?[]> _fonts = new(StringComparer.OrdinalIgnoreCase);

    private SymbolFonts()
    {
        foreach (var row in TextTable.Read("Paragraphs.symbols.tsv"))
        {
            if (!_fonts.TryGetValue(row[0], out var characters)) _fonts[row[0]] = characters = new string?[256];
            characters[int.Parse(row[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = row[2];
        }
    }

    /// <summary>The fonts of symbols.tsv.</summary>
    public static SymbolFonts Known { get; } = new();

    /// <summary>The character with this code in this font; null where it is not known.</summary>
    /// <param name="font">Name of the font, or null.</param>
    /// <param name="code">F020 to F0FF, or the same without F0.</param>
    public string? Find(string? font, int code)
    {
        if (!IsPrivate(code) && code is < 0 or > 0xFF) return char.ConvertFromUtf32(code is > 0xFFFF or >= 0xD800 and <= 0xDFFF ? 0xFFFD : code);
        if (font is not null && _fonts.TryGetValue(font, out var characters)) return characters[code & 0xFF];
        // Without a font Word shows the round bullet of Symbol.
        if (code == 0xF0B7) return "\u2022";
        return IsPrivate(code) ? null : ((char)code).ToString();
    }

    /// <summary>The text with its private characters mapped where they are known.</summary>
    public string Map(string text, string? font)
    {
        if (!HasPrivate(text) && (font is null || !_fonts.ContainsKey(font))) return text;
        var mapped = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Find(font, c) is { } character) mapped.Append(character);
            else mapped.Append(c);
        }

        return mapped.ToString();
    }

    /// <summary>Whether the text holds a private character of a symbol font.</summary>
    public static bool HasPrivate(string text) => text.AsSpan().IndexOfAnyInRange('\uF020', '\uF0FF') >= 0;

    private static bool IsPrivate(int code) => code is >= 0xF000 and <= 0xF0FF;
}
