using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ExtractionPipeline.Benchmarks.Report;

/// <summary>The tool as processes of its own: a fresh start, and folders of many documents.</summary>
/// <param name="command">The native binary, or the path of policy-extract.dll.</param>
internal sealed class ToolRuns(string command)
{
    private readonly string[] _start = command.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", command] : [command];

    /// <summary>Fresh processes, one after the other.</summary>
    /// <returns>A row: least and median milliseconds, mean processor time, and the largest resident memory; the last two where /usr/bin/time is there.</returns>
    public string ColdStart(string name, int times, params string[] arguments)
    {
        var runs = Enumerable.Range(0, times).Select(_ => Run(arguments)).OrderBy(r => r.Seconds).ToList();
        var processor = Measurement.Milliseconds(runs.Average(r => r.Processor) * 1000);
        return $"| {name} | {Measurement.Milliseconds(runs[0].Seconds * 1000)} | {Measurement.Milliseconds(runs[times / 2].Seconds * 1000)} | {processor} | {runs.Max(r => r.Megabytes):0} |";
    }

    /// <summary>A folder with many copies of the sample, by one job and by two in turns: other work on the machine then meets both alike.</summary>
    /// <remarks>
    /// What the machine itself gives stands beside it: two processes at once, each with one job and all documents, that share nothing. Where they do not get twice as much
    /// done as one alone (processors of a shared host), two jobs of one process cannot either.
    /// </remarks>
    public IEnumerable<string> Folder(int documents, int turns)
    {
        var root = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            var input = Directory.CreateDirectory(Path.Combine(root, "in")).FullName;
            for (var i = 0; i < documents; i++) File.Copy(Sample.Path, Path.Combine(input, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.docx")));
            var (one, two, apart) = (new List<ToolRun>(), new List<ToolRun>(), new List<ToolRun>());
            for (var turn = 0; turn < turns; turn++)
            {
                one.Add(RunFolder(input, Path.Combine(root, "one"), 1));
                two.Add(RunFolder(input, Path.Combine(root, "two"), 2));
                apart.Add(RunTwice(input, root));
            }

            yield return Row(documents, 1, one, 1);
            yield return Row(documents, 2, two, Gain(one, two, 1));
            yield return Row(2 * documents, 1, apart, Gain(one, apart, 2), ", by two processes at once");
            var again = Run("run", input, "-o", Path.Combine(root, "two"), "-q");
            yield return Row(documents, Environment.ProcessorCount, [again], null, ", all unchanged");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>How much more is done in a second, as the median of the turns.</summary>
    private static double Gain(List<ToolRun> one, List<ToolRun> other, int times) =>
        one.Zip(other, (alone, both) => times * alone.Seconds / both.Seconds).Order().ElementAt(one.Count / 2);

    private ToolRun RunTwice(string input, string root)
    {
        var second = Task.Run(() => RunFolder(input, Path.Combine(root, "four"), 1));
        var first = RunFolder(input, Path.Combine(root, "three"), 1);
        return new ToolRun(Math.Max(first.Seconds, second.Result.Seconds), first.Processor + second.Result.Processor, first.Megabytes + second.Result.Megabytes);
    }

    private ToolRun RunFolder(string input, string output, int jobs) =>
        Run("run", input, "-o", output, "-q", "--force", "--jobs", jobs.ToString(CultureInfo.InvariantCulture));

    private static string Row(int documents, int jobs, List<ToolRun> runs, double? gain, string what = "")
    {
        var seconds = string.Join(", ", runs.Select(r => r.Seconds.ToString("0.0", CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture, $"| {documents}{what} | {jobs} | {seconds} | {runs.Average(r => r.Processor):0.0} | {documents / runs.Min(r => r.Seconds):0} | {gain:0.00} | {runs.Max(r => r.Megabytes):0} |");
    }

    private ToolRun Run(params string[] arguments)
    {
        var timed = File.Exists("/usr/bin/time");
        string[] words = timed ? ["/usr/bin/time", "-f", "%U %S %M", .. _start, .. arguments] : [.. _start, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', words)}: exit code {process.ExitCode}: {errors.Result}");
        if (!timed) return new ToolRun(seconds, 0, 0);
        var figures = errors.Result.TrimEnd().Split('\n')[^1].Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToList();
        return new ToolRun(seconds, figures[0] + figures[1], figures[2] / 1024);
    }

    /// <summary>One process.</summary>
    /// <param name="Seconds">On the clock.</param>
    /// <param name="Processor">Seconds of processor time; 0 where it is not known.</param>
    /// <param name="Megabytes">The most that was resident; 0 where it is not known.</param>
    private sealed record ToolRun(double Seconds, double Processor, double Megabytes);
}
