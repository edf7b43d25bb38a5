namespace ExtractionPipeline.Outline;

/// <summary>Works out how deep each labelled line stands, by the order in which kinds of labels appear in this document.</summary>
/// <remarks>
/// A kind that is open comes back to its own depth. A kind that is not open stands below the innermost open kind when that one's
/// numbering goes on afterwards (1. （一） （二） 2.), when it has stood below it before, or when it begins at 1 and custom agrees.
/// Custom (the rank of the rule) decides only where the numbering does not: an excerpt that begins with （三） and goes on with 三、.
/// A heading style without label opens a depth of its own. One pass with a look at the next label of the same kind.
/// </remarks>
internal static class Nesting
{
    private sealed record Open(int Kind, int Value, int Rank, int? Heading, int Next);

    /// <summary>The depth of each line, 1 outermost; 0 for a line without label and heading style.</summary>
    public static int[] Depths(IReadOnlyList<Line> lines)
    {
        var depths = new int[lines.Count];
        var next = NextOfKind(lines);
        var open = new List<Open>();
        var below = new HashSet<long>();   // pairs of kinds
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Marker is { } marker)
            {
                var entry = new Open(marker.Kind, marker.Value, marker.Rule?.Rank ?? int.MaxValue, line.HeadingLevel, next[i]);
                Place(open, entry, lines, below);
            }
            else if (line.HeadingLevel is > 0 and { } level)
            {
                // Labels stand below the heading of the style above them; a heading of the same or an outer style closes them.
                while (open.Count > 0 && (open[^1].Heading ?? int.MaxValue) >= level) open.RemoveAt(open.Count - 1);
                open.Add(new Open(-1 - level, 0, 0, level, -1));
            }
            else
            {
                continue;
            }

            depths[i] = open.Count;
        }

        return depths;
    }

    private static void Place(List<Open> open, Open entry, IReadOnlyList<Line> lines, HashSet<long> below)
    {
        var same = open.FindIndex(o => o.Kind == entry.Kind);
        if (same >= 0)
        {
            open.RemoveRange(same, open.Count - same);
        }
        else
        {
            while (open.Count > 0 && !StandsBelow(open[^1], entry, lines, below)) open.RemoveAt(open.Count - 1);
        }

        if (open.Count > 0) below.Add(Pair(open[^1].Kind, entry.Kind));
        open.Add(entry);
    }

    private static bool StandsBelow(Open outer, Open entry, IReadOnlyList<Line> lines, HashSet<long> below)
    {
        if (outer.Kind < -1) return true;   // a heading style without label
        if (outer.Rank < entry.Rank) return !below.Contains(Pair(entry.Kind, outer.Kind)) || GoesOn(outer, lines);
        return below.Contains(Pair(outer.Kind, entry.Kind)) || (entry.Value == 1 && GoesOn(outer, lines));
    }

    private static long Pair(int outer, int inner) => ((long)outer << 32) | (uint)inner;

    private static bool GoesOn(Open outer, IReadOnlyList<Line> lines) => outer.Next >= 0 && lines[outer.Next].Marker!.Value.Value == outer.Value + 1;

    private static int[] NextOfKind(IReadOnlyList<Line> lines)
    {
        var next = new int[lines.Count];
        var seen = new Dictionary<int, int>();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            next[i] = -1;
            if (lines[i].Marker is not { } marker) continue;
            next[i] = seen.GetValueOrDefault(marker.Kind, -1);
            seen[marker.Kind] = i;
        }

        return next;
    }
}
