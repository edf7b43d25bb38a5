using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Mentions;

/// <summary>A document number in folded offsets.</summary>
internal readonly record struct FoundNumber(int Start, int End, DocumentRule Rule, PhraseHit? Stop);

/// <summary>Reads document numbers (发文字号): the issuer's abbreviation, the year in brackets, the figure, 号.</summary>
/// <remarks>
/// 国发〔2024〕7号, 京商财务字[2022]16号, 建办市函(2021)316号, and orders: 国务院令第279号. The abbreviation has at most
/// <see cref="LongestIssuer"/> characters and ends at the nearest mark or stop word before it (根据国发…).
/// </remarks>
internal sealed class DocumentNumbers(string folded, PhraseHitList hits, int longest)
{
    private const int LongestIssuer = 14;
    private const string OpeningMarks = "([\u3014\u3010\u2018<";
    private const string ClosingMarks = ")]\u3015\u3011\u2019>";

    public List<FoundNumber> Read()
    {
        var numbers = new List<FoundNumber>();
        foreach (var hit in hits)
        {
            if (hit.Meaning.Subject is not DocumentRule { Part: DocumentPart.NumberEnd } rule) continue;
            if (Number(hit, rule) is { } number && (numbers.Count == 0 || numbers[^1].End <= number.Start)) numbers.Add(number);
        }

        return numbers;
    }

    private FoundNumber? Number(PhraseHit end, DocumentRule rule)
    {
        var at = BeforeDigits(end.Start);
        if (at == end.Start) return null;
        var isOrdinal = rule.Ordinal.Length > 0 && folded.AsSpan(0, at).EndsWith(rule.Ordinal, StringComparison.Ordinal);
        if (isOrdinal) at -= rule.Ordinal.Length;

        var beforeYear = BeforeYear(at);
        if (beforeYear < 0 && isOrdinal && OrderBefore(at) is { } order)
            return IssuerStart(order.Start) is var (from, stop) && from < order.Start ? new FoundNumber(from, end.End, (DocumentRule)order.Meaning.Subject, stop) : null;
        if (beforeYear < 0) return null;
        var (start, found) = IssuerStart(beforeYear);
        return start < beforeYear ? new FoundNumber(start, end.End, rule, found) : null;
    }

    /// <summary>Place before 〔2024〕 that ends at the offset; -1 where none does.</summary>
    private int BeforeYear(int end)
    {
        if (end < 6 || !ClosingMarks.Contains(folded[end - 1], StringComparison.Ordinal)) return -1;
        var start = BeforeDigits(end - 1);
        if (end - 1 - start != 4 || start == 0 || !OpeningMarks.Contains(folded[start - 1], StringComparison.Ordinal)) return -1;
        return start - 1;
    }

    private int BeforeDigits(int end)
    {
        while (end > 0 && char.IsAsciiDigit(folded[end - 1])) end--;
        return end;
    }

    private PhraseHit? OrderBefore(int end)
    {
        for (var i = hits.FirstFrom(end - longest); i < hits.Count && hits[i].Start < end; i++)
        {
            var hit = hits[i];
            if (hit.End != end) continue;
            if (hit.Meaning.Subject is DocumentRule { Part: DocumentPart.NumberStop }) return null;
            if (hit.Meaning.Subject is DocumentRule { Part: DocumentPart.OrderWord }) return hit;
        }

        return null;
    }

    private (int Start, PhraseHit? Stop) IssuerStart(int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestIssuer && IsIdeograph(folded[start - 1])) start--;
        PhraseHit? last = null;
        for (var i = hits.FirstFrom(start - longest); i < hits.Count && hits[i].Start < end; i++)
        {
            var hit = hits[i];
            if (hit.End <= start || hit.End > end || hit.Meaning.Subject is not DocumentRule { Part: DocumentPart.NumberStop }) continue;
            if (last is null || hit.End > last.Value.End) last = hit;
        }

        return last is { } stop ? (stop.End, stop) : (start, null);
    }

    private static bool IsIdeograph(char c) => c is >= '\u4e00' and <= '\u9fff';
}
