using System.Diagnostics;
using System.Globalization;

namespace ExtractionPipeline.Benchmarks.Report;

/// <summary>Time and memory of one piece of work, over many repetitions in a process that is warm.</summary>
/// <param name="Least">Milliseconds of the fastest repetition: what it takes where nothing else runs.</param>
/// <param name="Median">Milliseconds of the middle one.</param>
/// <param name="Bytes">Allocated by one repetition.</param>
/// <param name="Repetitions">How often.</param>
internal sealed record Measurement(double Least, double Median, long Bytes, int Repetitions)
{
    private const int FewestRepetitions = 5;

    /// <summary>Repeats the work for so long; the first half warms up and does not count.</summary>
    public static Measurement Of(Action work, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(work);
        Repeat(work, length / 2);
        return Repeat(work, length / 2);
    }

    public static string Milliseconds(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private static Measurement Repeat(Action work, TimeSpan length)
    {
        var times = new List<double>();
        var bytes = 0L;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < length || times.Count < FewestRepetitions)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        times.Sort();
        return new Measurement(times[0], times[times.Count / 2], bytes, times.Count);
    }
}
