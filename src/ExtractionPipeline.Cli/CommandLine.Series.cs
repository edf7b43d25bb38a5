using System.CommandLine;

namespace ExtractionPipeline.Cli;

/// <summary>The commands that work on several batches.</summary>
internal sealed partial class CommandLine
{
    private Command DiffTree()
    {
        var before = new Argument<string>("OLD") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpDiffOld) };
        var after = new Argument<string>("NEW") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpDiffNew) };
        var format = Text("--format", "FORMAT", Messages.HelpDiffFormat);
        format.CompletionSources.Add([.. DiffCommand.Formats]);
        var output = Text("--output", "FILE", Messages.HelpDiffOutput, "-o");
        var findings = new Option<bool>("--exit-code") { Description = _say.Say(Messages.HelpDiffExitCode) };
        var (rules, converter) = (Rules(), Converter());
        var command = new Command("diff", _say.Say(Messages.HelpDiff)) { before, after, format, output, findings, rules, converter };
        command.SetAction(parsed =>
        {
            var form = parsed.GetValue(format) is null ? 0 : OneOf(parsed, format, DiffCommand.Formats);
            var (old, now) = (Required(parsed, before, Messages.UsageOldMissing), Required(parsed, after, Messages.UsageNewMissing));
            var settings = new DiffCommand.Settings(old, now, DiffCommand.Formats[form], parsed.GetValue(output), parsed.GetValue(rules), parsed.GetValue(converter), parsed.GetValue(findings));
            return new DiffCommand(settings, _at, _say).Run();
        });
        return command;
    }
}
