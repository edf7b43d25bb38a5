namespace ExtractionPipeline.Text;

/// <summary>How a number is written.</summary>
public enum NumberForm
{
    /// <summary>Digits, with or without magnitudes behind them: 8.2亿, 1,000.</summary>
    Digits,

    /// <summary>Chinese numerals with places, or one digit: 五十万, 三.</summary>
    Numerals,

    /// <summary>Two or more Chinese digits without places, as in years: 二〇二三.</summary>
    DigitRow,

    /// <summary>A place or magnitude without a digit before it: 百万, 亿. It means one of them only beside a bound word.</summary>
    Implied,

    /// <summary>Digits with two or more points, as in dates and versions: 2023.5.1.</summary>
    Dotted,
}

/// <summary>Why a number has no value. A fault of the text, not of the program.</summary>
public enum NumberFault
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The text names none: 几十万, 数百.</summary>
    Vague,

    /// <summary>More than 10^20; no amount in a policy is that large, and exact arithmetic would end.</summary>
    TooLarge,

    /// <summary>No number at all: dates, versions.</summary>
    NotANumber,
}

/// <summary>A number in folded text.</summary>
/// <param name="Start">First character, in folded offsets.</param>
/// <param name="End">One past the last character; magnitudes are inside.</param>
/// <param name="Value">Exact; null where <paramref name="Fault"/> says why.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Scale">The places and magnitudes at its end (10000 in 50万): what a shared unit would lend to an earlier member of a list; 1 where there are none.</param>
/// <param name="Approximate">余, 多 inside it: 20余万.</param>
/// <param name="Fault">Why there is no value.</param>
public readonly record struct NumberToken(int Start, int End, decimal? Value, NumberForm Form, decimal Scale, bool Approximate, NumberFault Fault);
