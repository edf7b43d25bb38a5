using System.Globalization;

namespace ExtractionPipeline.Fuzz;

/// <summary>Changes files and reads them, many times: how many were read, refused, and how long the longest took the processor.</summary>
public static class MutationRun
{
    /// <summary>Runs one harness over changed copies.</summary>
    /// <param name="harness">One of <see cref="Harnesses"/>.</param>
    /// <param name="files">Originals; taken in turn.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="seed">Of the first copy; the next has the next one.</param>
    /// <param name="report">One line a finding, and the figures at the end.</param>
    /// <returns>0, or 1 where anything was found.</returns>
    public static int Run(Func<byte[], bool> harness, IReadOnlyList<string> files, int count, int seed, TextWriter report)
    {
        ArgumentNullException.ThrowIfNull(harness);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(report);
        var originals = files.Select(File.ReadAllBytes).ToList();
        var (read, refused, longest, longestSeed) = (0, 0, TimeSpan.Zero, seed);
        for (var i = 0; i < count; i++)
        {
            var bytes = new Mutator(seed + i).Mutate(originals[i % originals.Count]);
            var before = Environment.CpuUsage.TotalTime;   // a busy machine makes no file longer
            try
            {
                if (harness(bytes)) read++;
                else refused++;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The one place that may catch everything: what comes here is what was looked for.
                var kept = string.Create(CultureInfo.InvariantCulture, $"finding-{seed + i}{Path.GetExtension(files[i % files.Count])}");
                File.WriteAllBytes(kept, bytes);
                report.WriteLine($"{kept}: {fault.GetType().Name}: {fault.Message}");
            }

            var took = Environment.CpuUsage.TotalTime - before;
            if (took > longest) (longest, longestSeed) = (took, seed + i);
        }

        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} changed files: {read} read, {refused} refused, {count - read - refused} findings; the longest took {longest.TotalMilliseconds:F0} ms (seed {longestSeed}, {Path.GetFileName(files[(longestSeed - seed) % files.Count])})"));
        return read + refused == count ? 0 : 1;
    }
}
