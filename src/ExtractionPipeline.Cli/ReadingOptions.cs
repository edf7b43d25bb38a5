using System.CommandLine;
using System.Globalization;

namespace ExtractionPipeline.Cli;

/// <summary>The options of every command that reads documents.</summary>
internal sealed class ReadingOptions
{
    private const int MostSeconds = 86_400;

    private static readonly string[] s_revisions = ["accept", "reject"];

    private readonly Wording _say;
    private readonly Option<string> _converter;
    private readonly Option<string> _revisions;
    private readonly Option<string> _timeLimit;
    private readonly Option<string[]> _limits;

    public ReadingOptions(Wording say)
    {
        _say = say;
        _converter = new Option<string>("--converter") { HelpName = "PATH", Description = say.Say(Messages.HelpConverter) };
        _revisions = new Option<string>("--revisions") { HelpName = "accept|reject", Description = say.Say(Messages.HelpRevisions) };
        _revisions.CompletionSources.Add(s_revisions);
        _timeLimit = new Option<string>("--time-limit") { HelpName = "SECONDS", Description = say.Say(Messages.HelpTimeLimit, $"{ReadingSettings.DefaultSeconds}") };
        _limits = new Option<string[]>("--limit") { HelpName = "NAME=NUMBER", Description = say.Say(Messages.HelpLimit, string.Join(' ', ReadingLimits.Names)) };
        _limits.CompletionSources.Add([.. ReadingLimits.Names.Select(n => n + "=")]);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_converter);
        command.Options.Add(_revisions);
        command.Options.Add(_timeLimit);
        command.Options.Add(_limits);
    }

    /// <exception cref="CommandFault">A value that is none.</exception>
    public ReadingSettings Of(ParseResult parsed) => new(parsed.GetValue(_converter), RejectsRevisions(parsed), TimeLimit(parsed)) { Limits = Limits(parsed) };

    private bool RejectsRevisions(ParseResult parsed) => parsed.GetValue(_revisions) switch
    {
        null or "accept" => false,
        "reject" => true,
        var value => throw CommandLine.Usage(parsed.CommandResult.Command, _say.Say(Messages.UsageOptionValue, _revisions.Name, string.Join(", ", s_revisions), value)),
    };

    private TimeSpan? TimeLimit(ParseResult parsed)
    {
        if (parsed.GetValue(_timeLimit) is not { } value) return ReadingSettings.Default.TimeLimit;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > MostSeconds)
            throw CommandLine.Usage(parsed.CommandResult.Command, _say.Say(Messages.UsageTimeLimit, $"{MostSeconds}", value));
        return seconds == 0 ? null : TimeSpan.FromSeconds(seconds);
    }

    private ReadingLimits Limits(ParseResult parsed) =>
        ReadingLimits.Parse(parsed.GetValue(_limits) ?? [], out var wrong)
        ?? throw CommandLine.Usage(parsed.CommandResult.Command, _say.Say(Messages.UsageLimit, string.Join(", ", ReadingLimits.Names), wrong));
}
