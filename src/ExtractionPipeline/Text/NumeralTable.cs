namespace ExtractionPipeline.Text;

/// <summary>What a character does in a numeral.</summary>
public enum NumeralKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A digit in words.</summary>
    Digit,

    /// <summary>A capital digit of vouchers; also the first character of ordinary words, so it needs company.</summary>
    Formal,

    /// <summary>A place within a group of four digits: ten, hundred, thousand.</summary>
    Place,

    /// <summary>A whole group: ten thousand, a hundred million.</summary>
    Magnitude,

    /// <summary>An unnamed digit: the number is vague.</summary>
    Some,

    /// <summary>An unnamed digit only where a place follows at once.</summary>
    SomeBeforePlace,

    /// <summary>A little more than the number before it.</summary>
    More,

    /// <summary>The decimal point in words.</summary>
    Point,
}

/// <summary>One character of numerals.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">0–9 for digits, the factor for places and magnitudes, else 0.</param>
public readonly record struct Numeral(NumeralKind Kind, decimal Value);

/// <summary>The characters of Chinese numerals, and the words whose first character only looks like one.</summary>
public sealed class NumeralTable
{
    private const string Digits = "0123456789";

    private readonly Dictionary<char, Numeral> _numerals;
    private readonly string[] _stops;
    private readonly CharacterSet _starts = new();

    /// <param name="numerals">By character, as searched for (folded).</param>
    /// <param name="stops">Words that begin with a place but are no number (a unit of power, of mass).</param>
    public NumeralTable(IEnumerable<KeyValuePair<char, Numeral>> numerals, IEnumerable<string> stops)
    {
        _numerals = new Dictionary<char, Numeral>(numerals);
        _stops = [.. stops];
        foreach (var c in _numerals.Keys) _starts.Add(c);
        _starts.Add(Digits);
    }

    /// <summary>The offset of the first character that a number can begin with, or one of a few more: all numerals and ASCII digits; -1 where there is none.</summary>
    internal int FirstStart(ReadOnlySpan<char> text) => _starts.FirstIn(text);

    /// <summary>What a character does; <see cref="NumeralKind.None"/> for all others.</summary>
    public Numeral this[char c] => _numerals.TryGetValue(c, out var numeral) ? numeral : default;

    /// <summary>Whether a place or magnitude at this offset begins another word instead.</summary>
    public bool StopsAt(string text, int index)
    {
        foreach (var stop in _stops)
        {
            if (string.CompareOrdinal(text, index, stop, 0, stop.Length) == 0) return true;
        }

        return false;
    }
}
