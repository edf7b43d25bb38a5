using System.CommandLine;
using System.CommandLine.Invocation;

using ExtractionPipeline.Output;

namespace ExtractionPipeline.Cli;

/// <summary>Help as a newcomer reads it: what a command does, how it is called, its options, examples.</summary>
internal static class HelpText
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["run"] =
        [
            "run list.docx > list.json",
            "run documents/ -o results/ --jobs 4",
            "run documents/ -o results/ --resume",
            "run documents/ -o results/ --format json,xlsx,sqlite --lang zh",
            "cat notice.txt | policy-extract run - --fail-on warning",
        ],
        ["show"] = ["show list.docx", "show list.docx --item 1.2.1 --lang zh"],
        ["explain"] = ["explain list.docx 1.2.1", "{example.explain}"],
        ["check"] = ["check goldens/", "check goldens/ --draft", "check goldens/ --format markdown", "check goldens/ --golden list --accept 1.2.1.money.role"],
        ["diff"] = ["diff batch1.docx batch2.docx", "diff results-2023/ results-2024/ --lang zh", "diff old/ new/ --format html -o changes.html"],
        ["archive"] = ["archive add lists.db documents/", "{example.search}"],
        ["add"] = ["archive add lists.db batch3.docx", "archive add lists.db documents/", "archive add lists.db batch3-corrected.docx --replace"],
        ["list"] = ["archive list lists.db"],
        ["search"] = ["{example.search}", "{example.search-here}"],
        ["archive show"] = ["archive show lists.db list.docx", "archive show lists.db 49b3daf74e6be493:1.2.3"],
        ["export"] = ["archive export lists.db -o results/"],
        ["watch"] = ["watch inbox/ -o results/", "watch inbox/ -o results/ --format json,html"],
        ["rules"] = ["rules test", "rules lint --rules rules/", "rules impact --against documents/ --rules rules/"],
        ["test"] = ["rules test --rules rules/"],
        ["lint"] = ["rules lint --rules rules/"],
        ["impact"] = ["rules impact --against documents/ --rules rules/", "rules impact --against documents/ --rules rules/ --base main --format json"],
        ["schema"] = ["schema > output.schema.json"],
        [CommandLine.ToolName] = ["run list.docx > list.json", "show list.docx"],
    };

    private static readonly Dictionary<string, Message> ByLanguage = new(StringComparer.Ordinal)
    {
        ["{example.search}"] = Messages.ExampleSearch,
        ["{example.search-here}"] = Messages.ExampleSearchHere,
        ["{example.explain}"] = Messages.ExampleExplain,
    };

    /// <summary>The command with those above it: "policy-extract rules test".</summary>
    public static string FullName(Command command)
    {
        if (command is RootCommand) return CommandLine.ToolName;
        return command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? FullName(parent) + " " + command.Name : command.Name;
    }

    public static void Write(Command command, string fullName, Wording say, TextWriter to)
    {
        to.WriteLine(command.Description);
        to.WriteLine();
        Heading(say, Messages.HelpUsage, to);
        to.WriteLine("  " + Usage(command, fullName));
        Rows(say, Messages.HelpCommands, command.Subcommands.Select(c => (c.Name, c.Description)), to);
        Rows(say, Messages.HelpArguments, command.Arguments.Select(a => (a.Name, a.Description)), to);
        var inherited = command is RootCommand ? [] : Ancestors(command).SelectMany(c => c.Options).Where(o => o.Recursive);
        Rows(say, Messages.HelpOptions, command.Options.Concat(inherited).Where(o => !o.Hidden).Select(o => (Label(o), o.Description)), to);
        WriteExamples(command, say, to);
        if (command is not RootCommand) return;
        to.WriteLine();
        Heading(say, Messages.HelpExitCodes, to);
        to.WriteLine("  " + say.Say(Messages.HelpExitCodeList));
        to.WriteLine();
        to.WriteLine(say.Say(Messages.HelpMore, CommandLine.ToolName));
    }

    private static void WriteExamples(Command command, Wording say, TextWriter to)
    {
        var name = command is RootCommand ? CommandLine.ToolName : command.Name;
        var withParent = command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{parent.Name} {name}" : name;
        if (!Examples.TryGetValue(withParent, out var examples) && !Examples.TryGetValue(name, out examples)) return;
        to.WriteLine();
        Heading(say, Messages.HelpExamples, to);
        foreach (var example in examples.Select(e => ByLanguage.TryGetValue(e, out var worded) ? say.Say(worded) : e)) to.WriteLine(example.Contains(CommandLine.ToolName, StringComparison.Ordinal) ? $"  {example}" : $"  {CommandLine.ToolName} {example}");
    }

    private static string Usage(Command command, string fullName)
    {
        var words = new List<string> { fullName };
        if (command.Subcommands.Count > 0) words.Add("COMMAND");
        words.AddRange(command.Arguments.Select(a => a.Arity.MaximumNumberOfValues > 1 ? a.Name + " \u2026" : a.Name));
        words.Add("[options]");
        return string.Join(' ', words);
    }

    private static IEnumerable<Command> Ancestors(Command command) =>
        command.Parents.OfType<Command>().SelectMany(p => Ancestors(p).Append(p));

    private static string Label(Option option)
    {
        var names = option.Aliases.Where(a => !a.StartsWith('/') && a is not "-?").Append(option.Name).Distinct(StringComparer.Ordinal).OrderBy(n => n.Length);
        var value = option.HelpName is { } help && option.ValueType != typeof(bool) ? " " + help : "";
        return string.Join(", ", names) + value;
    }

    private static void Heading(Wording say, Message heading, TextWriter to) => to.WriteLine(say.Say(heading) + ":");

    /// <summary>Two columns; names are ASCII, so their width is their length.</summary>
    private static void Rows(Wording say, Message heading, IEnumerable<(string Name, string? Description)> rows, TextWriter to)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        to.WriteLine();
        Heading(say, heading, to);
        var width = all.Max(r => r.Name.Length) + 2;
        foreach (var (name, description) in all) to.WriteLine($"  {name.PadRight(width)}{description}".TrimEnd());
    }

    /// <summary>--help.</summary>
    internal sealed class WriteAction(Wording say, Surroundings at) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var command = parseResult.CommandResult.Command;
            Write(command, FullName(command), say, at.Output);
            return ExitCode.Done;
        }
    }

    /// <summary>--version.</summary>
    internal sealed class VersionAction(Surroundings at) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            at.Output.WriteLine($"{CommandLine.ToolName} {GeneratorInfo.Version}");
            return ExitCode.Done;
        }
    }
}
