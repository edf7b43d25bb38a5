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
        using var pass = new CutPass(dictionary, text, output, hmm);
        pass.Run();
    }
}
