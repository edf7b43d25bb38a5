namespace ExtractionPipeline.Rules;

/// <summary>A closed list of words of rule files and what each stands for.</summary>
/// <remarks>A plain array, looked through by plain loops: asked for a few times a start, and code that is generic over every kind of value would be compiled at every start.</remarks>
internal static class Vocabulary
{
    /// <summary>Whether a word is one of the list, and what it stands for.</summary>
    public static bool TryFind<T>((string Word, T Value)[] vocabulary, string word, out T value)
    {
        foreach (var entry in vocabulary)
        {
            if (!string.Equals(entry.Word, word, StringComparison.Ordinal)) continue;
            value = entry.Value;
            return true;
        }

        value = vocabulary[0].Value;
        return false;
    }

    /// <summary>The words for a message.</summary>
    public static string Words<T>((string Word, T Value)[] vocabulary) => string.Join(", ", vocabulary.Select(v => v.Word));
}
