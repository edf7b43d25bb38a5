namespace ExtractionPipeline.Segmentation;

/// <summary>What one pass writes on: one entry for each character of a run. Each thread keeps the last one for its next text.</summary>
internal sealed class CutBuffers
{
    private const int FirstLength = 128;
    private const int LongestKept = 1 << 16;   // a longer run is rare, and its memory is worth more than the making of it

    [ThreadStatic]
    private static CutBuffers? t_spare;

    private CutBuffers()
    {
    }

    /// <summary>For who wants only to know where words begin and end.</summary>
    public List<WordSpan> Words { get; } = new(FirstLength);

    public double[] Scores { get; private set; } = new double[FirstLength];

    public int[] Ends { get; private set; } = new int[FirstLength];

    public ushort[] Codes { get; private set; } = new ushort[FirstLength];

    public byte[] States { get; private set; } = new byte[FirstLength];

    public static CutBuffers Take()
    {
        var taken = t_spare ?? new CutBuffers();
        t_spare = null;
        return taken;
    }

    public void GiveBack()
    {
        if (Ends.Length > LongestKept || Words.Capacity > LongestKept) return;
        Words.Clear();
        t_spare = this;
    }

    public void Reserve(int length)
    {
        if (Ends.Length >= length) return;
        length = Math.Max(length, 2 * Ends.Length);
        (Scores, Ends, Codes, States) = (new double[length], new int[length], new ushort[length], new byte[length]);
    }
}
