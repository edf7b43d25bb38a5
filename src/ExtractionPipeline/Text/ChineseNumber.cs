namespace ExtractionPipeline.Text;

/// <summary>Adds a number up, sign by sign, as it is written: digits, places (十 百 千), magnitudes (万 亿).</summary>
/// <remarks>
/// A place without a digit before it counts once (十五 = 15). A last digit right behind a place takes the next lower place
/// (三万五 = 35000, 一百二 = 120), but not behind 零 or 十. Values above 10^20 become a fault.
/// </remarks>
internal struct ChineseNumber
{
    private const decimal Limit = 100_000_000_000_000_000_000m;

    private decimal _total;     // whole groups of 亿
    private decimal _group;     // whole groups of 万 below them
    private decimal _section;   // places below 万
    private decimal _current;   // a digit, or a number in digits, that waits for its place
    private decimal _lastUnit;
    private bool _zeroBefore;
    private bool _inDigits;

    public bool HasCurrent { get; private set; }

    public bool IsTooLarge { get; private set; }

    /// <summary>Whether any place or magnitude was read.</summary>
    public bool HasUnit { get; private set; }

    /// <summary>What a shared unit lends to an earlier member: the magnitudes at the end, and a place right behind digits (3千万); else 1.</summary>
    public decimal Scale { get; private set; }

    /// <summary>A digit in words. Two in a row make a row of digits, which the caller keeps apart.</summary>
    public void AddDigit(decimal digit)
    {
        if (digit == 0 && HasUnit && !HasCurrent)
        {
            _zeroBefore = true;     // 一百零五: it only keeps a place
            return;
        }

        _current = HasCurrent ? Limited((_current * 10) + digit) : digit;
        HasCurrent = true;
        Scale = 1;
    }

    /// <summary>A number in digits, with its decimals.</summary>
    public void AddDigits(decimal value)
    {
        _current = Limited(value);
        _inDigits = true;
        HasCurrent = true;
        Scale = 1;
    }

    /// <summary>The decimals of the digit that waits (三点五亿).</summary>
    public void AddFraction(decimal fraction)
    {
        _current += fraction;
        HasCurrent = true;
        _inDigits = true;
    }

    /// <summary>十, 百, 千. Whether it may stand here: places fall from left to right within a group.</summary>
    public bool TryAddPlace(decimal place)
    {
        if (_lastUnit is > 1 and < 10000 && place >= _lastUnit) return false;
        _section += Limited((HasCurrent ? _current : 1) * place);
        Scale = HasCurrent && _inDigits ? place : 1;
        EndUnit(place);
        return true;
    }

    /// <summary>万, 亿. 万亿 multiplies both. Whether it may stand here: 亿 may follow 万, but not 万 万 or 万 after 亿 alone.</summary>
    public bool TryAddMagnitude(decimal magnitude)
    {
        var below = _section + (HasCurrent ? _current : 0);
        if (magnitude == 10000)
        {
            if (_group != 0 || (below == 0 && HasUnit)) return false;
            _group = Limited((below == 0 && !HasUnit && !HasCurrent ? 1 : below) * magnitude);
        }
        else
        {
            var all = _group + below;
            if (_total != 0) return false;
            _total = Limited((all == 0 && !HasUnit && !HasCurrent ? 1 : all) * magnitude);
            _group = 0;
        }

        _section = 0;
        Scale = HasCurrent || Scale == 0 ? magnitude : Limited(Scale * magnitude);
        EndUnit(magnitude);
        return true;
    }

    public readonly decimal Sum()
    {
        var last = _current;
        if (HasCurrent && !_inDigits && _lastUnit >= 100 && !_zeroBefore && last is > 0 and < 10) last *= _lastUnit / 10;
        return _total + _group + _section + (HasCurrent ? last : 0);
    }

    private void EndUnit(decimal unit)
    {
        _lastUnit = unit;
        _current = 0;
        HasCurrent = false;
        HasUnit = true;
        _zeroBefore = false;
        _inDigits = false;
    }

    private decimal Limited(decimal value)
    {
        if (value <= Limit) return value;
        IsTooLarge = true;
        return 0;
    }
}
