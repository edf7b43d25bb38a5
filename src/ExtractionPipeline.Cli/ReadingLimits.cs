using System.Globalization;

namespace ExtractionPipeline.Cli;

/// <summary>The limits that --limit sets. Their defaults stand in the options of each reader and in <see cref="ExtractionLimits"/>.</summary>
/// <remarks>Limits of nesting protect the stack, which no option makes larger: they are set in the library only.</remarks>
internal sealed record ReadingLimits
{
    public const string FileMegabytes = "file-mb";
    public const string TextMegabytes = "text-mb";
    public const string UnpackedMegabytes = "unpacked-mb";
    public const string Ratio = "ratio";
    public const string Parts = "parts";
    public const string Cells = "cells";
    public const string Paragraphs = "paragraphs";
    public const string Lines = "lines";
    public const string Elements = "elements";
    public const string Pages = "pages";
    public const string Letters = "letters";
    public const string Items = "items";
    public const string ConversionSeconds = "conversion-seconds";

    /// <summary>All that can be set.</summary>
    public static readonly IReadOnlyList<string> Names =
        [FileMegabytes, TextMegabytes, UnpackedMegabytes, Ratio, Parts, Cells, Paragraphs, Lines, Elements, Pages, Letters, Items, ConversionSeconds];

    private readonly Dictionary<string, int> _set = new(StringComparer.Ordinal);

    /// <summary>Where nothing is set.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Reads NAME=NUMBER, the number from 1 on; null where one cannot be read.</summary>
    /// <param name="settings">As typed; of one name the last counts.</param>
    /// <param name="wrong">The one that cannot be read.</param>
    public static ReadingLimits? Parse(IReadOnlyList<string> settings, out string wrong)
    {
        var limits = new ReadingLimits();
        foreach (var setting in settings)
        {
            wrong = setting;
            var parts = setting.Split('=');
            if (parts.Length != 2 || !Names.Contains(parts[0], StringComparer.Ordinal)) return null;
            if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
            limits._set[parts[0]] = number;
        }

        wrong = "";
        return limits;
    }

    /// <summary>A number of things.</summary>
    public int Count(string name, int otherwise) => _set.GetValueOrDefault(name, otherwise);

    /// <summary>A size that is set in megabytes, in bytes.</summary>
    public long Bytes(string name, long otherwise) => _set.TryGetValue(name, out var megabytes) ? (long)megabytes << 20 : otherwise;

    /// <summary>The same for a size below 2 GB.</summary>
    public int SmallBytes(string name, int otherwise) => (int)Math.Min(int.MaxValue, Bytes(name, otherwise));
}
