namespace ExtractionPipeline.Checking;

/// <summary>Pairs two lists in reading order: the longest pairing in which no two pairs cross.</summary>
/// <remarks>Of several pairings of one length it takes the one that pairs the earliest members, as tools/score.py does.</remarks>
internal static class InOrderAlignment
{
    public static List<(int Left, int Right)> Pairs(int left, int right, Func<int, int, bool> fits)
    {
        var good = new bool[left, right];
        var best = new int[left + 1, right + 1];
        for (var i = left - 1; i >= 0; i--)
        {
            for (var j = right - 1; j >= 0; j--)
            {
                good[i, j] = fits(i, j);
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), good[i, j] ? best[i + 1, j + 1] + 1 : 0);
            }
        }

        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < left && j < right;)
        {
            if (good[i, j] && best[i, j] == best[i + 1, j + 1] + 1) pairs.Add((i++, j++));
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
        }

        return pairs;
    }
}
