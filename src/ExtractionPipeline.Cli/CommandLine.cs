using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.CompilerServices;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Cli;

/// <summary>The tree of commands, options and arguments, and the way from arguments to an exit code.</summary>
/// <remarks>All values are taken as texts and read here: no conversion by reflection, and messages of our own in both languages.</remarks>
internal sealed partial class CommandLine
{
    /// <summary>The tool as it is called.</summary>
    public const string ToolName = "policy-extract";

    private const int MostJobs = 256;

    private readonly Surroundings _at;
    private readonly Wording _say;
    private readonly Option<string> _language = new("--lang") { HelpName = "en|zh", Recursive = true };

    private CommandLine(Surroundings at, Wording say)
    {
        _at = at;
        _say = say;
        _language.Description = say.Say(Messages.HelpLanguage);
        _language.CompletionSources.Add([.. Wording.Languages]);
    }

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Invoke(IReadOnlyList<string> arguments, Surroundings at)
    {
        // The language is looked for before anything is parsed, because help and faults of parsing speak it too.
        var say = IsChineseAsked(arguments) ? Wording.Chinese() : Wording.English;
        try
        {
            // Documents and nothing else need no parser, whose own start takes a tenth of the run.
            var exitCode = DocumentsAlone(arguments) is { } documents ? new RunCommand(RunCommand.Settings.Of(documents), at, say).Run() : Parse(arguments, at, say);
            at.Output.Flush();   // here, where a fault of it is caught
            return exitCode;
        }
        catch (CommandFault fault)
        {
            at.Error.WriteLine(say.Line(fault.Kind, fault.Subject, fault.Details));
            return fault.ExitCode;
        }
        catch (InputException fault)
        {
            at.Error.WriteLine(say.Line(fault.Kind, fault.File, fault.Details));
            return ExitCode.Unread;
        }
        catch (OperationCanceledException)
        {
            at.Error.WriteLine(say.Say(Messages.RunStopped));
            return ExitCode.Stopped;
        }
        catch (RuleFileException faults)
        {
            return RuleLoading.Report(faults, at, say);
        }
        finally
        {
            at.Output.Flush();
        }
    }

    /// <summary>The documents of "run" without any option; null for every other command line.</summary>
    internal static IReadOnlyList<string>? DocumentsAlone(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2 || arguments[0] is not "run") return null;
        var documents = new string[arguments.Count - 1];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = arguments[i + 1];
            if (documents[i] is "" or ['-', _, ..]) return null;
        }

        return documents;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Parse(IReadOnlyList<string> arguments, Surroundings at, Wording say) => new CommandLine(at, say).Run(arguments);

    private int Run(IReadOnlyList<string> arguments)
    {
        var root = Root(arguments);
        if (arguments.Count == 0)
        {
            HelpText.Write(root, ToolName, _say, _at.Error);
            return ExitCode.Usage;
        }

        var parsed = CommandLineParser.Parse(root, arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0) throw Usage(parsed.CommandResult.Command, Fault(parsed));
        // A misspelt option would otherwise count as a file name.
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Argument && IsMisspeltOption(token.Value, parsed)) throw Usage(parsed.CommandResult.Command, _say.Say(Messages.UsageUnknownWord, token.Value));
        }

        if (parsed.GetResult(_language) is not null) OneOf(parsed, _language, Wording.Languages);
        return parsed.Invoke(new InvocationConfiguration { Output = _at.Output, Error = _at.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private RootCommand Root(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand(_say.Say(Messages.HelpRoot)) { _language };
        // Whoever begins with "run" waits for documents, not for the options of other commands to be made.
        if (arguments is ["run", ..]) root.Add(RunTree());
        else AddAllTo(root);
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = _say.Say(Messages.HelpHelp);
                    help.Aliases.Clear();   // of /h, -? and the like only the one that people know
                    help.Aliases.Add("-h");
                    help.Action = new HelpText.WriteAction(_say, _at);
                    break;
                case VersionOption version:
                    version.Description = _say.Say(Messages.HelpVersion);
                    version.Action = new HelpText.VersionAction(_at);
                    break;
            }
        }

        return root;
    }

    private void AddAllTo(RootCommand root)
    {
        foreach (var command in new[] { RunTree(), ShowTree(), ExplainTree(), CheckTree(), DiffTree(), ArchiveTree(), WatchTree(), RulesTree(), SchemaTree() }) root.Add(command);
    }

    private Command RunTree()
    {
        var inputs = new Argument<string[]>("FILE|FOLDER|-") { Arity = ArgumentArity.ZeroOrMore, Description = _say.Say(Messages.HelpRunInputs, DocumentReading.KnownEndings) };
        var output = Text("--output", "FOLDER", Messages.HelpRunOutput, "-o");
        var format = Text("--format", "json,\u2026", Messages.HelpRunFormat);
        format.CompletionSources.Add([.. OutputFormats.Known]);
        var rules = Rules();
        var jobs = Text("--jobs", "N", Messages.HelpRunJobs, "-j");
        var reading = new ReadingOptions(_say);
        var failOn = Text("--fail-on", "SEVERITY", Messages.HelpRunFailOn);
        failOn.CompletionSources.Add("note", "warning", "error");
        var quiet = new Option<bool>("--quiet", "-q") { Description = _say.Say(Messages.HelpRunQuiet) };
        var resume = new Option<bool>("--resume") { Description = _say.Say(Messages.HelpRunResume) };
        var force = new Option<bool>("--force") { Description = _say.Say(Messages.HelpRunForce) };
        var command = new Command("run", _say.Say(Messages.HelpRun)) { inputs, output, format, rules, jobs, failOn, quiet, resume, force };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(inputs) ?? [];
            if (named.Length == 0) throw Usage(command, _say.Say(Messages.UsageInputMissing));
            Severity? least = parsed.GetValue(failOn) is null ? null : OneOf(parsed, failOn, ["note", "warning", "error"]) switch { 0 => Severity.Note, 1 => Severity.Warning, _ => Severity.Error };
            var settings = new RunCommand.Settings(named, parsed.GetValue(output), OutputFormats.Of(parsed.GetValue(format)), parsed.GetValue(rules), reading.Of(parsed), Jobs(parsed, jobs), least, parsed.GetValue(quiet), parsed.GetValue(resume), parsed.GetValue(force));
            if (settings is { Resume: true, Force: true }) throw Usage(command, _say.Say(Messages.UsageOptionApart, resume.Name, force.Name));
            if (settings is { Output: null, Resume: true } or { Output: null, Force: true }) throw Usage(command, _say.Say(Messages.UsageOptionAlone, settings.Resume ? resume.Name : force.Name, output.Name));
            return new RunCommand(settings, _at, _say).Run();
        });
        return command;
    }

    private Command ShowTree()
    {
        var (document, item, rules, reading) = (Document(), Text("--item", "ITEM", Messages.HelpShowItem), Rules(), new ReadingOptions(_say));
        var command = new Command("show", _say.Say(Messages.HelpShow)) { document, item, rules };
        reading.AddTo(command);
        command.SetAction(parsed => ShowCommand.Run(Required(parsed, document, Messages.UsageInputMissing), parsed.GetValue(item), parsed.GetValue(rules), reading.Of(parsed), _at, _say));
        return command;
    }

    private Command ExplainTree()
    {
        var (document, text, rules, reading) = (Document(), Text("--text", "WORDS", Messages.HelpExplainText), Rules(), new ReadingOptions(_say));
        var item = new Argument<string>("ITEM") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpExplainItem) };
        var command = new Command("explain", _say.Say(Messages.HelpExplain)) { document, item, text, rules };
        reading.AddTo(command);
        command.SetAction(parsed => ExplainCommand.Run(
            Required(parsed, document, Messages.UsageInputMissing), Required(parsed, item, Messages.UsageItemMissing), parsed.GetValue(text), parsed.GetValue(rules), reading.Of(parsed), _at, _say));
        return command;
    }

    private Command CheckTree()
    {
        var folder = new Argument<string>("FOLDER") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpCheckFolder) };
        var format = Text("--format", "FORMAT", Messages.HelpCheckFormat);
        format.CompletionSources.Add([.. CheckCommand.Formats]);
        var (rules, reading) = (Rules(), new ReadingOptions(_say));
        var accept = new Option<string[]>("--accept") { HelpName = "ITEM[.FIELD]", Description = _say.Say(Messages.HelpCheckAccept), Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var golden = Text("--golden", "NAME", Messages.HelpCheckGolden);
        var draft = new Option<bool>("--draft") { Description = _say.Say(Messages.HelpCheckDraft) };
        var command = new Command("check", _say.Say(Messages.HelpCheck)) { folder, format, draft, accept, golden, rules };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var decisions = parsed.GetValue(accept) ?? [];
            if (parsed.GetValue(draft))
            {
                foreach (var other in new Option[] { format, accept, golden })
                {
                    if (parsed.GetResult(other) is not null) throw Usage(command, _say.Say(Messages.UsageOptionApart, draft.Name, other.Name));
                }

                return DraftCommand.Run(Required(parsed, folder, Messages.UsageFolderMissing), parsed.GetValue(rules), reading.Of(parsed), _at, _say);
            }

            if (decisions.Length > 0)
            {
                if (parsed.GetValue(format) is not null) throw Usage(command, _say.Say(Messages.UsageOptionApart, format.Name, accept.Name));
                return AcceptCommand.Run(Required(parsed, folder, Messages.UsageFolderMissing), decisions, parsed.GetValue(golden), parsed.GetValue(rules), reading.Of(parsed), _at, _say);
            }

            if (parsed.GetValue(golden) is not null) throw Usage(command, _say.Say(Messages.UsageOptionAlone, golden.Name, accept.Name));
            var form = parsed.GetValue(format) is null ? 0 : OneOf(parsed, format, CheckCommand.Formats);
            return CheckCommand.Run(Required(parsed, folder, Messages.UsageFolderMissing), CheckCommand.Formats[form], parsed.GetValue(rules), reading.Of(parsed), _at, _say);
        });
        return command;
    }

    private Command RulesTree()
    {
        var (testFolder, lintFolder) = (Rules(), Rules());
        var test = new Command("test", _say.Say(Messages.HelpRulesTest)) { testFolder };
        test.SetAction(parsed => RulesCommand.Test(parsed.GetValue(testFolder), _at, _say));
        var lint = new Command("lint", _say.Say(Messages.HelpRulesLint)) { lintFolder };
        lint.SetAction(parsed => RulesCommand.Lint(parsed.GetValue(lintFolder), _at, _say));
        return new Command("rules", _say.Say(Messages.HelpRulesCommand)) { test, lint, ImpactTree() };
    }

    private Command ImpactTree()
    {
        var against = Text("--against", "FOLDER", Messages.HelpRulesImpactAgainst);
        var (edited, committed) = (Text("--rules", "FOLDER", Messages.HelpRulesImpactRules), Text("--base", "FOLDER|REVISION", Messages.HelpRulesImpactBase));
        var format = Text("--format", "FORMAT", Messages.HelpRulesImpactFormat);
        format.CompletionSources.Add([.. ImpactCommand.Formats]);
        var reading = new ReadingOptions(_say);
        var command = new Command("impact", _say.Say(Messages.HelpRulesImpact)) { against, edited, committed, format };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var asJson = parsed.GetValue(format) is not null && OneOf(parsed, format, ImpactCommand.Formats) == 1;
            foreach (var needed in new[] { against, edited })
            {
                if (parsed.GetValue(needed) is null) throw Usage(command, _say.Say(Messages.UsageOptionMissing, needed.Name));
            }

            return new ImpactCommand(_at, _say).Run(parsed.GetValue(against)!, parsed.GetValue(edited)!, parsed.GetValue(committed), reading.Of(parsed), asJson);
        });
        return command;
    }

    private Command SchemaTree()
    {
        var command = new Command("schema", _say.Say(Messages.HelpSchema));
        command.SetAction(_ =>
        {
            _at.Output.Write(Output.ResultSchema.Text());
            return ExitCode.Done;
        });
        return command;
    }

    private Argument<string> Document() => new("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpDocument) };

    private Option<string> Rules() => Text("--rules", "FOLDER", Messages.HelpRules);

    private Option<string> Text(string name, string value, Message description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = _say.Say(description) };

    private string Required(ParseResult parsed, Argument<string> argument, Message missing) =>
        parsed.GetValue(argument) ?? throw Usage(parsed.CommandResult.Command, _say.Say(missing));

    private int OneOf(ParseResult parsed, Option<string> option, IReadOnlyList<string> known)
    {
        var value = parsed.GetValue(option);
        for (var i = 0; i < known.Count; i++)
        {
            if (string.Equals(known[i], value, StringComparison.Ordinal)) return i;
        }

        throw Usage(parsed.CommandResult.Command, _say.Say(Messages.UsageOptionValue, option.Name, string.Join(", ", known), value ?? ""));
    }

    private int? Jobs(ParseResult parsed, Option<string> option)
    {
        if (parsed.GetValue(option) is not { } value) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= MostJobs) return jobs;
        throw Usage(parsed.CommandResult.Command, _say.Say(Messages.UsageJobs, $"{MostJobs}", value));
    }

    private string Fault(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0) return _say.Say(Messages.UsageUnknownWord, parsed.UnmatchedTokens[0]);
        var error = parsed.Errors[0];
        if (error.SymbolResult is OptionResult { Tokens.Count: 0 } option) return _say.Say(Messages.UsageOptionValueMissing, option.Option.Name);
        if (error.SymbolResult is CommandResult { Command.Subcommands.Count: > 0 }) return _say.Say(Messages.UsageCommandMissing);
        return error.Message.TrimEnd('.');
    }

    private static bool IsMisspeltOption(string word, ParseResult parsed) =>
        word.Length > 1 && word[0] == '-' && !File.Exists(word) && !Directory.Exists(word) && !parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash);

    internal static CommandFault Usage(Command command, string what) =>
        new(ExitCode.Usage, DiagnosticKinds.CommandLineInvalid, null, what, HelpText.FullName(command));

    private static bool IsChineseAsked(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is "--lang=zh" or "--lang:zh" || (arguments[i] is "--lang" && i + 1 < arguments.Count && arguments[i + 1] is "zh")) return true;
        }

        return false;
    }
}
