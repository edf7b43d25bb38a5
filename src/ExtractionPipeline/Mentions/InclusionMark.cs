using ExtractionPipeline.Text;

namespace ExtractionPipeline.Mentions;

/// <summary>A bracket that says whether the number itself counts: （含）, （不含）, （含1万元，不含3万元）, （含，本金余额、下同）.</summary>
/// <param name="End">One past the closing bracket.</param>
/// <param name="Included">What the bracket says of the nearest number; null where it names numbers.</param>
/// <param name="Restated">The numbers that it names, with what it says of each; null where it names none.</param>
internal readonly record struct InclusionMark(int End, bool? Included, List<(decimal Value, bool Included)>? Restated)
{
    /// <summary>Reads the bracket that opens here; null where it says something else.</summary>
    public static InclusionMark? At(FigureSource source, int open)
    {
        var folded = source.Folded;
        if (open >= folded.Length || folded[open] != '(') return null;
        var close = source.Brackets.CloseOf(open);
        if (close < 0) return null;
        List<(decimal, bool)>? restated = null;
        bool? plain = null;
        for (var at = open + 1; at < close;)
        {
            if (Said(source.Words, folded, ref at) is not { } included) break;
            var number = source.NumberAt(source.SkipCurrency(at));
            if (number >= 0 && source.Numbers[number].Value is { } value)
            {
                (restated ??= []).Add((value, included));
                at = NextPart(folded, source.Numbers[number].End, close);
            }
            else
            {
                at += source.Words.LengthAt(folded, at, NumberWordKind.Itself);
                if (at < close && folded[at] is not (',' or '、')) return null;
                plain ??= included;
                at = NextPart(folded, at, close);
            }
        }

        return restated is null && plain is null ? null : new InclusionMark(close + 1, plain, restated);
    }

    /// <summary>Sets the ends of a figure; a number that is neither end counts for nothing.</summary>
    public void Apply(Figure figure, decimal factor)
    {
        if (Included is { } included) Set(figure, included, upper: figure.IsRange);
        foreach (var (value, isIncluded) in Restated ?? [])
        {
            if (Same(value, figure.High, factor)) Set(figure, isIncluded, upper: figure.IsRange);
            else if (Same(value, figure.Low, factor)) Set(figure, isIncluded, upper: false);
        }
    }

    private static bool Same(decimal value, decimal? end, decimal factor) =>
        end is { } number && (value * factor == number || value * factor * 10_000 == number || value == number);

    private static void Set(Figure figure, bool included, bool upper)
    {
        if (upper) figure.HighIncluded = included;
        else figure.LowIncluded = included;
    }

    private static bool? Said(NumberWords words, string folded, ref int at)
    {
        if (words.LengthAt(folded, at, NumberWordKind.Excluded) is > 0 and var no)
        {
            at += no;
            return false;
        }

        if (words.LengthAt(folded, at, NumberWordKind.Included) is not (> 0 and var yes)) return null;
        at += yes;
        return true;
    }

    private static int NextPart(string folded, int at, int close)
    {
        var comma = folded.AsSpan(at, close - at).IndexOfAny(',', ';', '、');
        return comma < 0 ? close : at + comma + 1;
    }
}
