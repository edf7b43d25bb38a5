namespace ExtractionPipeline.Segmentation;

/// <summary>A word that the word list lacks, or whose frequency there is to be replaced.</summary>
/// <param name="Word">The word as it stands in a text; not empty, no unpaired surrogate.</param>
/// <param name="Frequency">
/// Occurrences, on the scale of the word list (60 million in all). Null: just as frequent as it must be to stay whole.
/// Zero: no word any more, and split into its characters where the hidden Markov model would join them.
/// </param>
public readonly record struct UserWord(string Word, int? Frequency);

/// <summary>A user word whose frequency is known, with its natural logarithm (0 for frequency 0).</summary>
internal sealed record CountedWord(string Word, int Frequency, double Logarithm);
