using System.Globalization;

namespace ExtractionPipeline.Values;

/// <summary>A six-digit code of an administrative division (行政区划代码), as in GB/T 2260 (440100 = 广州市).</summary>
/// <remarks>Checked for shape only. Whether the division exists, and when, is a question for the division table.</remarks>
public readonly record struct DivisionCode : IComparable<DivisionCode>
{
    private readonly int _code;

    private DivisionCode(int code) => _code = code;

    /// <summary>The code as a number of six digits, as compiled tables hold it.</summary>
    internal int Number => _code;

    /// <summary>Province-level code that this division belongs to; itself for a province.</summary>
    public DivisionCode Province => new(_code / 10_000 * 10_000);

    /// <summary>Reads six ASCII digits of which the first is not zero.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DivisionCode code)
    {
        var shaped = text.Length == 6 && text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9');
        code = shaped ? new DivisionCode(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return shaped;
    }

    /// <summary>Reads six ASCII digits.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static DivisionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"\"{text}\" is not a division code of six digits.");

    /// <summary>A code that was read before.</summary>
    internal static DivisionCode OfNumber(int number) => new(number);

    /// <inheritdoc/>
    public int CompareTo(DivisionCode other) => _code.CompareTo(other._code);

    /// <inheritdoc/>
    public override string ToString() => _code >= 100_000 ? _code.ToString(CultureInfo.InvariantCulture) : _code.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Order of codes.</summary>
    public static bool operator <(DivisionCode left, DivisionCode right) => left._code < right._code;

    /// <summary>Order of codes.</summary>
    public static bool operator >(DivisionCode left, DivisionCode right) => left._code > right._code;

    /// <summary>Order of codes.</summary>
    public static bool operator <=(DivisionCode left, DivisionCode right) => left._code <= right._code;

    /// <summary>Order of codes.</summary>
    public static bool operator >=(DivisionCode left, DivisionCode right) => left._code >= right._code;
}
