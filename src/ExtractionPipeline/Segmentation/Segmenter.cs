using ExtractionPipeline.Text;

namespace ExtractionPipeline.Segmentation;

/// <summary>Cuts text into words: the jieba algorithm, with the same cuts as jieba 0.42.1 (cut, accurate mode).</summary>
/// <remarks>
/// Every character of the text is in exactly one word; spaces and punctuation are words of one character each
/// (a carriage return with its line feed is one). Immutable and safe for many threads.
/// The words alone must not decide on places: 广州市长隆 is cut 广州 / 市长 / 隆, here as in the reference.
/// </remarks>
public sealed class Segmenter(WordDictionary dictionary)
{
    /// <summary>Cuts the text into words.</summary>
    /// <param name="text">Any text; an unpaired surrogate is a word by itself.</param>
    /// <param name="hmm">Whether the hidden Markov model joins characters that the dictionary leaves single.</param>
    public IReadOnlyList<WordSpan> Cut(string text, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<WordSpan>((text.Length / 2) + 1);
        Cut(text, words, hmm);
        return words;
    }

    /// <summary>Cuts the text and appends its words to the list, which the caller may use again and again.</summary>
    public void Cut(ReadOnlySpan<char> text, List<WordSpan> output, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(output);
        var buffers = CutBuffers.Take();
        new CutPass(dictionary, text, buffers, output, hmm).Run();
        buffers.GiveBack();
    }

    /// <summary>Sets a mark where a word of the dictionary begins or ends; no model joins what the dictionary leaves single.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="marks">One an offset, one more for the end of the text.</param>
    /// <param name="mark">The bits that are set.</param>
    internal void MarkBoundaries(ReadOnlySpan<char> text, Span<byte> marks, byte mark)
    {
        var buffers = CutBuffers.Take();
        new CutPass(dictionary, text, buffers, buffers.Words, hmm: false).Run();
        foreach (var word in buffers.Words)
        {
            marks[word.Start] |= mark;
            marks[word.End] |= mark;
        }

        buffers.GiveBack();
    }

    /// <summary>Whether a cut can have a word that begins in a stretch and reaches across its end. Where not, every cut by the dictionary has a boundary there or a word that begins before the stretch; in doubt it can.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where such a word begins at the earliest.</param>
    /// <param name="offset">What it reaches across; inside the text.</param>
    internal bool MayCross(ReadOnlySpan<char> text, int from, int offset)
    {
        if (offset > 0 && char.IsAsciiLetterOrDigit(text[offset - 1]) && char.IsAsciiLetterOrDigit(text[offset])) return true;   // neighbouring ones may be joined
        for (var start = offset - 1; start >= from; start--)
        {
            WorkCount.Nodes(offset + 1 - start);
            if (dictionary.Find(text[start..(offset + 1)]) != WordDictionary.Absent) return true;
        }

        return false;
    }

    /// <summary>The words that a search may ask for: those of the cut, and before each longer one the words of two and three characters inside it.</summary>
    /// <remarks>As jieba's cut_for_search. White space is left out. A word of the text is found by any of its parts that is a word: 财政补贴 by 补贴.</remarks>
    public IReadOnlyList<string> CutForSearch(string text)
    {
        var words = new List<string>();
        foreach (var span in Cut(text))
        {
            var word = text.AsSpan(span.Start, span.Length);
            for (var length = 2; length <= 3; length++)
            {
                for (var start = 0; length < word.Length && start + length <= word.Length; start++)
                {
                    if (dictionary.Contains(word.Slice(start, length))) words.Add(word.Slice(start, length).ToString());
                }
            }

            if (!word.IsWhiteSpace()) words.Add(word.ToString());
        }

        return words;
    }
}
