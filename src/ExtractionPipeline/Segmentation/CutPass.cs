using ExtractionPipeline.Text;

namespace ExtractionPipeline.Segmentation;

/// <summary>One text on its way through the segmenter: runs, the path through each run, the words on the path.</summary>
internal readonly ref struct CutPass(WordDictionary dictionary, ReadOnlySpan<char> text, CutBuffers buffers, List<WordSpan> output, bool hmm)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly WordGraph _graph = new(dictionary);
    private readonly HiddenMarkovModel _model = new(dictionary.List);

    /// <summary>Cuts runs of word characters along the graph; everything else is one word a code point.</summary>
    public void Run()
    {
        WorkCount.Characters(_text.Length);
        var position = 0;
        while (position < _text.Length)
        {
            var start = position;
            while (position < _text.Length && RunCharacters.BelongsToRun(_text[position])) position++;
            if (position > start) CutRun(start, position);
            if (position == _text.Length) break;

            var length = RunCharacters.LengthOfOther(_text[position..]);
            output.Add(new WordSpan(position, position + length));
            position += length;
        }
    }

    private void CutRun(int start, int end)
    {
        var length = end - start;
        if (length == 1)
        {
            output.Add(new WordSpan(start, end));
            return;
        }

        buffers.Reserve(length + 1);
        _graph.FindBestPath(_text[start..end], buffers);
        if (hmm)
            FollowPathWithModel(start, length);
        else
            FollowPath(start, length);
    }

    /// <summary>Neighbouring single ASCII letters and digits are one word; the rest as the path says.</summary>
    private void FollowPath(int start, int length)
    {
        var from = 0;
        var single = -1;
        while (from < length)
        {
            var to = buffers.Ends[from];
            if (to - from == 1 && char.IsAsciiLetterOrDigit(_text[start + from]))
            {
                if (single < 0) single = from;
            }
            else
            {
                if (single >= 0) output.Add(new WordSpan(start + single, start + from));
                single = -1;
                output.Add(new WordSpan(start + from, start + to));
            }

            from = to;
        }

        if (single >= 0) output.Add(new WordSpan(start + single, start + length));
    }

    /// <summary>Neighbouring words of one character go to the model together; the rest as the path says.</summary>
    private void FollowPathWithModel(int start, int length)
    {
        var from = 0;
        var single = -1;
        while (from < length)
        {
            var to = buffers.Ends[from];
            if (to - from == 1)
            {
                if (single < 0) single = from;
            }
            else
            {
                if (single >= 0) CutSingles(start + single, start + from);
                single = -1;
                output.Add(new WordSpan(start + from, start + to));
            }

            from = to;
        }

        if (single >= 0) CutSingles(start + single, start + length);
    }

    private void CutSingles(int start, int end)
    {
        if (end - start == 1)
        {
            output.Add(new WordSpan(start, end));
        }
        else if (dictionary.Find(_text[start..end]) > 0)
        {
            // A word that the path did not take stays in pieces: the reference does so, only in this mode.
            for (var i = start; i < end; i++) output.Add(new WordSpan(i, i + 1));
        }
        else
        {
            CutUnknown(start, end);
        }
    }

    /// <summary>Han characters by the model; ASCII as numbers and names (7.5%, G15), other signs in one piece.</summary>
    private void CutUnknown(int start, int end)
    {
        var position = start;
        while (position < end)
        {
            var from = position;
            if (RunCharacters.IsHan(_text[from]))
            {
                while (position < end && RunCharacters.IsHan(_text[position])) position++;
                CutByModel(from, position);
            }
            else
            {
                position += RunCharacters.LengthOfAscii(_text[from..end]);
                output.Add(new WordSpan(from, position));
            }
        }
    }

    private void CutByModel(int start, int end)
    {
        var states = buffers.States.AsSpan(0, end - start);
        _model.FindBestStates(_text[start..end], states);
        var begin = start;
        var next = start;
        for (var i = start; i < end; i++)
        {
            var state = states[i - start];
            if (state == HiddenMarkovModel.Begin)
            {
                begin = i;
            }
            else if (state == HiddenMarkovModel.End)
            {
                AddUnlessSplit(begin, i + 1);
                next = i + 1;
            }
            else if (state == HiddenMarkovModel.Single)
            {
                output.Add(new WordSpan(i, i + 1));
                next = i + 1;
            }
        }

        if (next < end) AddUnlessSplit(next, end);
    }

    private void AddUnlessSplit(int start, int end)
    {
        if (dictionary.MustSplit(_text[start..end]))
        {
            for (var i = start; i < end; i++) output.Add(new WordSpan(i, i + 1));
        }
        else
        {
            output.Add(new WordSpan(start, end));
        }
    }
}
