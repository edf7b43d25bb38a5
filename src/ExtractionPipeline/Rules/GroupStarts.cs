namespace ExtractionPipeline.Rules;

/// <summary>Where each group begins in an array that holds one group after the other; one more for the end of the last.</summary>
/// <remarks>Counted first (each group one place further on), summed, counted up while the groups are filled in order, and then moved back.</remarks>
internal static class GroupStarts
{
    /// <summary>Makes starts of counts.</summary>
    public static void Sum(int[] starts)
    {
        for (var group = 1; group < starts.Length; group++) starts[group] += starts[group - 1];
    }

    /// <summary>After filling: each group has moved to its end, where the next one begins.</summary>
    public static void MoveBack(int[] starts)
    {
        Array.Copy(starts, 0, starts, 1, starts.Length - 1);
        starts[0] = 0;
    }
}
