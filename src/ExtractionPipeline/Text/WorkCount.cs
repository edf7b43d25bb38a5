using System.Diagnostics;

namespace ExtractionPipeline.Text;

/// <summary>Counts what a thread looks at, in a Debug build: for tests that the work grows in proportion. In a Release build nothing is counted, and no call is left.</summary>
/// <remarks>Counted where the way through a text loops: a step that is quadratic somewhere looks at characters, nodes or finds again and again.</remarks>
internal static class WorkCount
{
    [ThreadStatic]
    private static WorkCounts s_counts;

    /// <summary>What this thread has looked at so far.</summary>
    public static WorkCounts Now => s_counts;

    /// <summary>Characters of a text that were scanned, each time that they were.</summary>
    [Conditional("DEBUG")]
    public static void Characters(int count) => s_counts = s_counts with { Characters = s_counts.Characters + count };

    /// <summary>Nodes of the automaton of phrases and of the word list that were visited.</summary>
    [Conditional("DEBUG")]
    public static void Nodes(int count) => s_counts = s_counts with { Nodes = s_counts.Nodes + count };

    /// <summary>Phrases, words, numbers and mentions of a text that were looked at.</summary>
    [Conditional("DEBUG")]
    public static void Finds(int count) => s_counts = s_counts with { Finds = s_counts.Finds + count };
}

/// <summary>Things looked at.</summary>
internal readonly record struct WorkCounts(long Characters, long Nodes, long Finds)
{
    public static WorkCounts operator -(WorkCounts left, WorkCounts right) =>
        new(left.Characters - right.Characters, left.Nodes - right.Nodes, left.Finds - right.Finds);
}
