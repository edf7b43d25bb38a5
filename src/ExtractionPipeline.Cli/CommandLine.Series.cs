using System.CommandLine;
using System.Globalization;

namespace ExtractionPipeline.Cli;

/// <summary>The commands that work on several batches.</summary>
internal sealed partial class CommandLine
{
    private const int MostHits = 50;

    private Command DiffTree()
    {
        var before = new Argument<string>("OLD") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpDiffOld) };
        var after = new Argument<string>("NEW") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpDiffNew) };
        var format = Text("--format", "FORMAT", Messages.HelpDiffFormat);
        format.CompletionSources.Add([.. DiffCommand.Formats]);
        var output = Text("--output", "FILE", Messages.HelpDiffOutput, "-o");
        var findings = new Option<bool>("--exit-code") { Description = _say.Say(Messages.HelpDiffExitCode) };
        var (rules, reading) = (Rules(), new ReadingOptions(_say));
        var command = new Command("diff", _say.Say(Messages.HelpDiff)) { before, after, format, output, findings, rules };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var form = parsed.GetValue(format) is null ? 0 : OneOf(parsed, format, DiffCommand.Formats);
            var (old, now) = (Required(parsed, before, Messages.UsageOldMissing), Required(parsed, after, Messages.UsageNewMissing));
            var settings = new DiffCommand.Settings(old, now, DiffCommand.Formats[form], parsed.GetValue(output), parsed.GetValue(rules), reading.Of(parsed), parsed.GetValue(findings));
            return new DiffCommand(settings, _at, _say).Run();
        });
        return command;
    }

    private Command WatchTree()
    {
        var folder = new Argument<string>("FOLDER") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpWatchFolder) };
        var (output, format) = (Text("--output", "FOLDER", Messages.HelpWatchOutput, "-o"), Text("--format", "json,\u2026", Messages.HelpWatchFormat));
        format.CompletionSources.Add([.. OutputFormats.Known]);
        var (rules, reading) = (Rules(), new ReadingOptions(_say));
        var quiet = new Option<bool>("--quiet", "-q") { Description = _say.Say(Messages.HelpRunQuiet) };
        var command = new Command("watch", _say.Say(Messages.HelpWatch)) { folder, output, format, rules, quiet };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var watched = Required(parsed, folder, Messages.UsageFolderMissing);
            var target = parsed.GetValue(output) ?? throw Usage(command, _say.Say(Messages.UsageOptionMissing, output.Name));
            var formats = OutputFormats.Of(parsed.GetValue(format));
            if (formats.Tables.Count > 0) throw Usage(command, _say.Say(Messages.UsageWatchTables, formats.Tables[0]));
            var settings = new RunCommand.Settings([watched], target, formats, parsed.GetValue(rules), reading.Of(parsed), Jobs: null, FailOn: null, parsed.GetValue(quiet), Resume: false, Force: false) { OneByOne = true };
            return new WatchCommand(watched, settings, _at, _say).Run();
        });
        return command;
    }

    private Command ArchiveTree() =>
        new("archive", _say.Say(Messages.HelpArchive)) { ArchiveAddTree(), ArchiveListTree(), ArchiveSearchTree(), ArchiveShowTree(), ArchiveExportTree() };

    private Command ArchiveAddTree()
    {
        var (store, rules, reading) = (Store(), Rules(), new ReadingOptions(_say));
        var replace = new Option<bool>("--replace") { Description = _say.Say(Messages.HelpArchiveReplace) };
        var inputs = new Argument<string[]>("FILE|FOLDER") { Arity = ArgumentArity.ZeroOrMore, Description = _say.Say(Messages.HelpRunInputs, DocumentReading.KnownEndings) };
        var command = new Command("add", _say.Say(Messages.HelpArchiveAdd)) { store, inputs, rules, replace };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(inputs) ?? [];
            var file = Required(parsed, store, Messages.UsageStoreMissing);
            if (named.Length == 0) throw Usage(command, _say.Say(Messages.UsageInputMissing));
            return new ArchiveAdding(new ArchiveAdding.Settings(file, named, parsed.GetValue(rules), reading.Of(parsed), parsed.GetValue(replace)), _at, _say).Run();
        });
        return command;
    }

    private Command ArchiveListTree()
    {
        var (store, format) = (Store(), ArchiveFormat());
        var command = new Command("list", _say.Say(Messages.HelpArchiveList)) { store, format };
        command.SetAction(parsed => Archive(parsed, store, null).Command.List(IsJson(parsed, format)));
        return command;
    }

    private Command ArchiveSearchTree()
    {
        var (store, format, rules) = (Store(), ArchiveFormat(), Rules());
        var words = new Argument<string>("WORDS") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpArchiveWords) };
        var (region, role, category) = (Text("--region", "PLACE", Messages.HelpArchiveRegion), Text("--role", "ROLE", Messages.HelpArchiveRole), Text("--category", "CODE", Messages.HelpArchiveCategory));
        role.CompletionSources.Add([.. RoleWording.AmountRoles]);
        var (least, most) = (Text("--min", "AMOUNT", Messages.HelpArchiveLeast), Text("--max", "AMOUNT", Messages.HelpArchiveMost));
        var (series, batch, limit) = (Text("--series", "NAME", Messages.HelpArchiveSeries), Text("--batch", "N", Messages.HelpArchiveBatch), Text("--limit", "N", Messages.HelpArchiveLimit));
        var command = new Command("search", _say.Say(Messages.HelpArchiveSearch)) { store, words, region, least, most, role, category, series, batch, limit, format, rules };
        command.SetAction(parsed =>
        {
            var (archive, asked) = Archive(parsed, store, words);
            var question = new ArchiveQuestion(
                asked, parsed.GetValue(region), parsed.GetValue(least), parsed.GetValue(most), parsed.GetValue(role), parsed.GetValue(category), parsed.GetValue(series),
                Whole(parsed, batch), Whole(parsed, limit) ?? MostHits);
            return archive.Search(question, parsed.GetValue(rules), IsJson(parsed, format));
        });
        return command;
    }

    private Command ArchiveShowTree()
    {
        var store = Store();
        var id = new Argument<string>("ID") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpArchiveId) };
        var command = new Command("show", _say.Say(Messages.HelpArchiveShow)) { store, id };
        command.SetAction(parsed =>
        {
            var (archive, wanted) = Archive(parsed, store, id);
            return archive.Show(wanted ?? throw Usage(command, _say.Say(Messages.UsageItemMissing)));
        });
        return command;
    }

    private Command ArchiveExportTree()
    {
        var (store, output) = (Store(), Text("--output", "FOLDER", Messages.HelpArchiveOutput, "-o"));
        var command = new Command("export", _say.Say(Messages.HelpArchiveExport)) { store, output };
        command.SetAction(parsed =>
        {
            var (archive, _) = Archive(parsed, store, null);
            return archive.Export(parsed.GetValue(output) ?? throw Usage(command, _say.Say(Messages.UsageOptionMissing, output.Name)));
        });
        return command;
    }

    /// <summary>The archive that is asked, and the further word of the command.</summary>
    private (ArchiveCommand Command, string? Word) Archive(ParseResult parsed, Argument<string> store, Argument<string>? further)
    {
        var choice = new ArchiveChoice(_at, _say);
        var (file, word) = further is null ? (parsed.GetValue(store) ?? choice.OnlyOne(), null) : choice.Of(parsed.GetValue(store), parsed.GetValue(further));
        return (new ArchiveCommand(file, _at, _say), word);
    }

    private Argument<string> Store() => new("ARCHIVE") { Arity = ArgumentArity.ZeroOrOne, Description = _say.Say(Messages.HelpArchiveStore) };

    private Option<string> ArchiveFormat()
    {
        var format = Text("--format", "FORMAT", Messages.HelpRulesImpactFormat);
        format.CompletionSources.Add([.. ArchiveCommand.Formats]);
        return format;
    }

    private bool IsJson(ParseResult parsed, Option<string> format) => parsed.GetValue(format) is not null && OneOf(parsed, format, ArchiveCommand.Formats) == 1;

    private int? Whole(ParseResult parsed, Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Usage(parsed.CommandResult.Command, _say.Say(Messages.UsageWhole, option.Name, text));
    }
}
