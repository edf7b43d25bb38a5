using System.Globalization;

namespace ExtractionPipeline.Segmentation;

/// <summary>The natural logarithm of a whole number, correctly rounded, hence the same bits on every machine.</summary>
/// <remarks>
/// <see cref="Math.Log(double)"/> is the C library's and may differ in the last bit between platforms; one bit can turn
/// a tie between two cuts. The sum is kept in <see cref="decimal"/>, about 27 right digits where a double holds 17.
/// </remarks>
internal static class NaturalLogarithm
{
    private const decimal Two = 0.6931471805599453094172321215m;

    /// <summary>The logarithm of a number of at least 1.</summary>
    public static double Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);

        // number = mantissa * 2^exponent with a mantissa in [1, 2).
        var exponent = System.Numerics.BitOperations.Log2((ulong)number);
        var mantissa = (decimal)number / (1L << exponent);
        var sum = (exponent * Two) + (2m * InverseHyperbolicTangent((mantissa - 1m) / (mantissa + 1m)));

        // By way of the digits: the conversion from decimal to double rounds twice.
        return double.Parse(sum.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>x + x³/3 + x⁵/5 + …, for x below 1/3: each term adds at least 0.95 digits.</summary>
    private static decimal InverseHyperbolicTangent(decimal x)
    {
        var square = x * x;
        var power = x;
        var sum = 0m;
        for (var divisor = 1; power != 0m; divisor += 2)
        {
            sum += power / divisor;
            power *= square;
        }

        return sum;
    }
}
