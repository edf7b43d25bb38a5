using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Cli;

/// <summary>Gives a command its rules: those that travel inside the tool, or those of --rules FOLDER.</summary>
internal static class RuleLoading
{
    /// <exception cref="CommandFault">The folder is missing or holds no rule file.</exception>
    public static RuleFiles Files(string? folder)
    {
        try
        {
            return folder is null ? RuleFiles.Default() : RuleFiles.FromFolder(folder);
        }
        catch (InputException fault)
        {
            throw new CommandFault(ExitCode.RulesInvalid, fault.Kind, fault.File, [.. fault.Details]);
        }
    }

    public static PolicyPipeline Pipeline(string? folder) => new(RuleSet.Read(Files(folder)));

    /// <summary>Every fault of every rule file, one a line with file:line:column, and their number.</summary>
    public static int Report(RuleFileException faults, Surroundings at, Wording say)
    {
        foreach (var fault in faults.Faults) at.Error.WriteLine(say.Line(fault.Kind, fault.Place.ToString(), fault.Details));
        at.Error.WriteLine(say.Say(Messages.RulesFaults, $"{faults.Faults.Count}"));
        return ExitCode.RulesInvalid;
    }
}
