using Spectre.Console;

namespace ExtractionPipeline.Cli;

/// <summary>The progress bar of a long run. Apart from RunCommand, so that a plain run does not load the terminal library.</summary>
internal static class RunProgress
{
    /// <summary>Shows the bar on standard error while work goes on; each line that work reports stands above it.</summary>
    public static T Show<T>(Surroundings at, string title, int count, Func<Action<string?>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(at.Error), Ansi = AnsiSupport.Detect });
        return console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
        {
            var task = progress.AddTask(Markup.Escape(title), maxValue: count);
            return work(line =>
            {
                if (line is null) task.Increment(1);
                else console.WriteLine(line);
            });
        });
    }
}
