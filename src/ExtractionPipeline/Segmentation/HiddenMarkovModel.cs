namespace ExtractionPipeline.Segmentation;

/// <summary>Tells for each Han character whether it begins, continues or ends a word or is one (Viterbi's algorithm).</summary>
/// <remarks>
/// Figures are log-probabilities. Equal figures are common, because <see cref="CompiledWordList.Impossible"/> absorbs
/// all others; then the state whose letter stands later in the alphabet wins (S before M before E before B), as in the reference.
/// </remarks>
internal readonly ref struct HiddenMarkovModel(CompiledWordList list)
{
    public const byte Begin = 0;
    public const byte End = 1;
    public const byte Middle = 2;
    public const byte Single = 3;

    private readonly ReadOnlySpan<double> _model = list.Model;
    private readonly ReadOnlySpan<double> _emissions = list.Emissions;
    private readonly ReadOnlySpan<ushort> _codes = list.Codes;

    /// <summary>Fills in one state a character.</summary>
    public void FindBestStates(ReadOnlySpan<char> characters, Span<byte> states)
    {
        var emission = Emission(characters[0]);
        var begin = _model[0] + emission[Begin];
        var end = _model[1] + emission[End];
        var middle = _model[2] + emission[Middle];
        var single = _model[3] + emission[Single];
        double endBegin = _model[4], singleBegin = _model[5], beginEnd = _model[6], middleEnd = _model[7];
        double beginMiddle = _model[8], middleMiddle = _model[9], endSingle = _model[10], singleSingle = _model[11];

        for (var i = 1; i < characters.Length; i++)
        {
            emission = Emission(characters[i]);
            var (b, e, m, s) = (emission[Begin], emission[End], emission[Middle], emission[Single]);

            // Each state has two possible predecessors; bit n of a place says that state n took the second one.
            var fromEnd = end + endBegin + b;
            var fromSingle = single + singleBegin + b;
            var fromBegin = begin + beginEnd + e;
            var fromMiddle = middle + middleEnd + e;
            var middleFromBegin = begin + beginMiddle + m;
            var middleFromMiddle = middle + middleMiddle + m;
            var singleFromEnd = end + endSingle + s;
            var singleFromSingle = single + singleSingle + s;

            var taken = 0;
            (begin, taken) = fromSingle >= fromEnd ? (fromSingle, taken | (1 << Begin)) : (fromEnd, taken);
            (end, taken) = fromMiddle >= fromBegin ? (fromMiddle, taken | (1 << End)) : (fromBegin, taken);
            (middle, taken) = middleFromMiddle >= middleFromBegin ? (middleFromMiddle, taken | (1 << Middle)) : (middleFromBegin, taken);
            (single, taken) = singleFromSingle >= singleFromEnd ? (singleFromSingle, taken | (1 << Single)) : (singleFromEnd, taken);
            states[i] = (byte)taken;
        }

        WalkBack(single >= end ? Single : End, states);
    }

    /// <summary>Replaces the bits by the states, from the last character to the first.</summary>
    private static void WalkBack(byte state, Span<byte> states)
    {
        for (var i = states.Length - 1; i > 0; i--)
        {
            var second = (states[i] >> state) & 1;
            states[i] = state;
            state = state switch
            {
                Begin or Single => second == 0 ? End : Single,
                _ => second == 0 ? Begin : Middle,
            };
        }

        states[0] = state;
    }

    private ReadOnlySpan<double> Emission(char character) => _emissions.Slice(4 * _codes[character], 4);
}
