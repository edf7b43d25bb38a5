namespace ExtractionPipeline.Text;

/// <summary>What a word between or beside numbers does.</summary>
public enum NumberWordKind
{
    /// <summary>Joins the two ends of a range.</summary>
    Range,

    /// <summary>Joins the members of a list.</summary>
    List,

    /// <summary>In a bracket: the number itself counts.</summary>
    Included,

    /// <summary>In a bracket: the number itself does not count.</summary>
    Excluded,

    /// <summary>May follow the last two in their bracket.</summary>
    Itself,

    /// <summary>Closes an amount in words.</summary>
    Whole,

    /// <summary>Before a number: it is an ordinal and counts nothing.</summary>
    Ordinal,

    /// <summary>Joins two bounds of one figure.</summary>
    And,

    /// <summary>Introduces a base.</summary>
    Each,

    /// <summary>Joins a figure, or a base, to the noun behind it (的).</summary>
    Of,

    /// <summary>What a share is of begins behind it (按, 占).</summary>
    ShareOf,

    /// <summary>Picks a portion out: what stands before it bounds no figure behind it (超过上年度部分的50%).</summary>
    Portion,

    /// <summary>Stands before the old of two figures (由50万元调整为60万元).</summary>
    From,

    /// <summary>Begins the parts of a whole (其中).</summary>
    Part,

    /// <summary>Raises or lowers to a new figure (提高到110%).</summary>
    Level,
}

/// <summary>A word beside numbers, as searched for (folded), and what it does.</summary>
public sealed record NumberWord(string Written, NumberWordKind Kind);

/// <summary>The few words that grammar knows by their place beside a number. Asked for at one place, never searched for.</summary>
public sealed class NumberWords
{
    private const int Kinds = (int)NumberWordKind.Level + 1;

    private readonly List<string>[] _byKind = new List<string>[Kinds];   // the longest first

    /// <param name="words">In any order.</param>
    public NumberWords(IReadOnlyList<NumberWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        for (var kind = 0; kind < _byKind.Length; kind++) _byKind[kind] = [];
        for (var i = 0; i < words.Count; i++) _byKind[(int)words[i].Kind].Add(words[i].Written);
        foreach (var ofKind in _byKind) ofKind.Sort(LongestFirst);
    }

    private static int LongestFirst(string a, string b) => a.Length != b.Length ? b.Length - a.Length : string.CompareOrdinal(a, b);

    /// <summary>Length of the longest word of a kind that begins here; 0 where there is none.</summary>
    public int LengthAt(string folded, int index, NumberWordKind kind)
    {
        foreach (var word in _byKind[(int)kind])
        {
            if (string.CompareOrdinal(folded, index, word, 0, word.Length) == 0) return word.Length;
        }

        return 0;
    }

    /// <summary>Length of the longest word of a kind that ends here (exclusive); 0 where there is none.</summary>
    public int LengthBefore(string folded, int end, NumberWordKind kind)
    {
        foreach (var word in _byKind[(int)kind])
        {
            if (end >= word.Length && string.CompareOrdinal(folded, end - word.Length, word, 0, word.Length) == 0) return word.Length;
        }

        return 0;
    }
}
