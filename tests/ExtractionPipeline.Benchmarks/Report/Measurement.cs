using System.Diagnostics;
using System.Globalization;

namespace ExtractionPipeline.Benchmarks.Report;

/// <summary>Time and memory of one piece of work, over many repetitions in a process that is warm.</summary>
/// <param name="Least">Milliseconds of processor time of the cheapest repetition: nearest to what it takes where nothing else runs.</param>
/// <param name="Median">The same of the middle one.</param>
/// <param name="Wall">Milliseconds on the clock of the fastest one; other work on the machine adds to it.</param>
/// <param name="Bytes">Allocated by one repetition.</param>
/// <param name="Repetitions">How often.</param>
internal sealed record Measurement(double Least, double Median, double Wall, long Bytes, int Repetitions)
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
        var wall = double.MaxValue;
        var bytes = 0L;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < length || times.Count < FewestRepetitions)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var processor = Environment.CpuUsage.TotalTime;
            work();
            times.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
            wall = Math.Min(wall, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        times.Sort();
        return new Measurement(times[0], times[times.Count / 2], wall, bytes, times.Count);
    }
}
