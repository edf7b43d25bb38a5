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
    /// <returns>A row: least and median milliseconds, and the largest resident memory where /usr/bin/time is there.</returns>
    public string ColdStart(string name, int times, params string[] arguments)
    {
        var runs = Enumerable.Range(0, times).Select(_ => Run(arguments)).OrderBy(r => r.Seconds).ToList();
        return $"| {name} | {Measurement.Milliseconds(runs[0].Seconds * 1000)} | {Measurement.Milliseconds(runs[times / 2].Seconds * 1000)} | {runs.Max(r => r.Megabytes):0} |";
    }

    /// <summary>A folder with many copies of the sample on several numbers of jobs.</summary>
    public IEnumerable<string> Folder(int documents, IReadOnlyList<int> jobs)
    {
        var root = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            var input = Directory.CreateDirectory(Path.Combine(root, "in")).FullName;
            for (var i = 0; i < documents; i++) File.Copy(Sample.Path, Path.Combine(input, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.docx")));
            var alone = 0.0;
            foreach (var n in jobs)
            {
                var run = Run("run", input, "-o", Path.Combine(root, $"out{n}"), "-q", "--jobs", n.ToString(CultureInfo.InvariantCulture));
                if (alone == 0) alone = run.Seconds;
                yield return string.Create(CultureInfo.InvariantCulture, $"| {documents} | {n} | {run.Seconds:0.0} | {documents / run.Seconds:0} | {alone / run.Seconds:0.00} | {run.Megabytes:0} |");
            }

            var again = Run("run", input, "-o", Path.Combine(root, $"out{jobs[0]}"), "-q");
            yield return string.Create(CultureInfo.InvariantCulture, $"| {documents}, all unchanged | {Environment.ProcessorCount} | {again.Seconds:0.0} | {documents / again.Seconds:0} | | {again.Megabytes:0} |");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private (double Seconds, double Megabytes) Run(params string[] arguments)
    {
        var timed = File.Exists("/usr/bin/time");
        string[] words = timed ? ["/usr/bin/time", "-f", "%M", .. _start, .. arguments] : [.. _start, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', words)}: exit code {process.ExitCode}: {errors.Result}");
        var lastLine = errors.Result.TrimEnd().Split('\n')[^1];
        return (seconds, timed && double.TryParse(lastLine, CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes / 1024 : 0);
    }
}
