using System.Runtime.CompilerServices;

using ExtractionPipeline.Text;

namespace ExtractionPipeline.Segmentation;

/// <summary>All words of the dictionary that stand in a run, and the most probable way through them.</summary>
/// <remarks>
/// The weight of a word is log(frequency) − log(total); a way weighs the sum of its words, added from the end to the
/// beginning. Where two words make the rest weigh the same, the longer wins. A character at which no word begins is a
/// word of frequency 1. The order of the additions is the reference's, to the last bit.
/// </remarks>
internal readonly ref struct WordGraph(WordDictionary dictionary)
{
    private readonly ReadOnlySpan<ulong> _nodes = dictionary.List.Nodes;
    private readonly ReadOnlySpan<ushort> _codeOf = dictionary.List.Codes;
    private readonly ReadOnlySpan<double> _logarithms = dictionary.List.Logarithms;
    private readonly double _logarithmOfTotal = dictionary.LogarithmOfTotal;
    private readonly UserWordTrie? _userWords = dictionary.UserWords;
    private readonly double _unknown = 0.0 - dictionary.LogarithmOfTotal;

    /// <summary>For each place of the run the end of the word that the best way takes there.</summary>
    /// <param name="run">Word characters only.</param>
    /// <param name="buffers">One longer than the run at least; the ends are filled as long as the run.</param>
    public void FindBestPath(ReadOnlySpan<char> run, CutBuffers buffers)
    {
        var scores = buffers.Scores.AsSpan(0, run.Length + 1);
        var ends = buffers.Ends.AsSpan(0, run.Length);
        var codes = buffers.Codes.AsSpan(0, run.Length);
        _ = Fetch(run, codes);
        scores[run.Length] = 0;
        for (var start = run.Length - 1; start >= 0; start--)
        {
            ends[start] = _userWords is not null && _userWords.AnyStandsAtTheStartOf(run[start..])
                ? ChooseWithUserWords(run, start, scores)
                : Choose(codes, start, scores);
        }
    }

    /// <summary>Writes down the codes of a run, and reads the nodes of all its characters and pairs one after the other, so that the memory brings them all at once.</summary>
    /// <remarks>The list takes eight megabytes, and what the path asks for next hangs on what it found: without this it would wait for one node after the other.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Fetch(ReadOnlySpan<char> run, Span<ushort> codes)
    {
        for (var i = 0; i < run.Length; i++) codes[i] = _codeOf[run[i]];
        var seen = 0UL;
        for (var i = 0; i + 1 < codes.Length; i++)
        {
            var next = _nodes[(int)(CompiledWordList.RootBase + codes[i])] & CompiledWordList.NodeMask;
            seen ^= _nodes[(int)next + codes[i + 1]];
        }

        return seen;
    }

    private int Choose(ReadOnlySpan<ushort> codes, int start, Span<double> scores)
    {
        var best = double.NegativeInfinity;
        var bestEnd = 0;
        var parent = (ulong)CompiledWordList.RootNode;
        var next = CompiledWordList.RootBase;
        var end = start;
        while (end < codes.Length && next != 0)
        {
            WorkCount.Nodes(1);
            var place = next + codes[end];
            var node = _nodes[(int)place];
            if (((node >> CompiledWordList.ParentShift) & CompiledWordList.NodeMask) != parent) break;

            end++;
            var frequency = (int)(node >> CompiledWordList.FrequencyShift);
            if (frequency != 0)
            {
                var score = _logarithms[frequency] - _logarithmOfTotal + scores[end];
                if (score >= best)
                {
                    best = score;
                    bestEnd = end;
                }
            }

            parent = place;
            next = node & CompiledWordList.NodeMask;
        }

        return Settle(start, best, bestEnd, scores);
    }

    /// <summary>The same where a user word begins: word list and user words are walked side by side.</summary>
    private int ChooseWithUserWords(ReadOnlySpan<char> run, int start, Span<double> scores)
    {
        var best = double.NegativeInfinity;
        var bestEnd = 0;
        var listed = CompiledWordList.RootNode;
        var user = UserWordTrie.RootNode;
        for (var end = start; end < run.Length;)
        {
            if (listed != 0) listed = dictionary.List.Child(listed, run[end]);
            if (user != 0) user = _userWords!.Child(user, run[end]);
            if (listed == 0 && user == 0) break;

            end++;
            if (WeightAt(listed, user) is not { } weight) continue;
            var score = weight + scores[end];
            if (score >= best)
            {
                best = score;
                bestEnd = end;
            }
        }

        return Settle(start, best, bestEnd, scores);
    }

    /// <summary>The weight of the word that ends at these two nodes; null where none does. The user's frequency prevails.</summary>
    private double? WeightAt(int listed, int user)
    {
        var frequency = user == 0 ? UserWordTrie.NoFrequency : _userWords!.FrequencyAt(user);
        if (frequency == 0) return null;
        if (frequency != UserWordTrie.NoFrequency) return _userWords!.LogarithmAt(user) - _logarithmOfTotal;

        var place = listed == 0 ? 0 : (int)(_nodes[listed] >> CompiledWordList.FrequencyShift);
        return place == 0 ? null : _logarithms[place] - _logarithmOfTotal;
    }

    private int Settle(int start, double best, int bestEnd, Span<double> scores)
    {
        if (bestEnd == 0)
        {
            best = _unknown + scores[start + 1];
            bestEnd = start + 1;
        }

        scores[start] = best;
        return bestEnd;
    }
}
