using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.Text;

using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Rules;

namespace ExtractionPipeline.Cli;

/// <summary>The rules that edited ones are compared with, and which they are.</summary>
/// <param name="Files">The rules.</param>
/// <param name="Name">"built-in", the folder, or the revision with its commit.</param>
/// <param name="Said">Which they are, in words.</param>
internal sealed record ComparedRules(RuleFiles Files, string Name, string Said)
{
    private const string BuiltIn = "built-in";
    private const string Committed = "HEAD";

    /// <summary>
    /// What was asked for: a folder, a revision of git, or built-in. Without a wish the committed rules, where the edited ones lie in a git
    /// checkout: a tool that was built in this checkout has the edited rules inside, so the built-in ones would show no change.
    /// </summary>
    /// <exception cref="CommandFault">No such folder or revision.</exception>
    public static ComparedRules Of(string? asked, string edited, Wording say)
    {
        if (asked is null) return OfRevision(Committed, edited, say) ?? OfTool(say);
        if (string.Equals(asked, BuiltIn, StringComparison.Ordinal)) return OfTool(say);
        if (Directory.Exists(asked)) return new ComparedRules(RuleLoading.Files(asked), asked, say.Say(Messages.ImpactComparedFolder, asked));
        return OfRevision(asked, edited, say) ?? throw new CommandFault(ExitCode.RulesInvalid, DiagnosticKinds.FileMissing, asked);
    }

    private static ComparedRules OfTool(Wording say) => new(RuleLoading.Files(null), BuiltIn, say.Say(Messages.ImpactComparedBuiltIn));

    /// <summary>The files of a folder as git has them at a revision; null where the folder is not in git, or not at that revision.</summary>
    private static ComparedRules? OfRevision(string revision, string folder, Wording say)
    {
        if (revision.StartsWith('-') || !Directory.Exists(folder)) return null;
        if (Git(folder, "rev-parse", "--verify", "--quiet", revision + "^{commit}") is not { } commit) return null;
        if (Git(folder, "archive", "--format=tar", revision) is not { } archive) return null;
        var files = RuleFilesIn(archive);
        if (files.Count == 0) return null;
        var name = Encoding.ASCII.GetString(commit.ToArray()).Trim()[..10];
        return new ComparedRules(RuleFiles.FromTexts(files), $"{revision} {name}", say.Say(Messages.ImpactComparedCommit, revision, name));
    }

    private static List<RuleFile> RuleFilesIn(Stream archive)
    {
        var files = new List<RuleFile>();
        using var tar = new TarReader(archive);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry is not { EntryType: TarEntryType.RegularFile, DataStream: { } data } || !RuleFiles.IsRuleFile(entry.Name)) continue;
            using var bytes = new MemoryStream();
            data.CopyTo(bytes);
            files.Add(RuleFile.Decode(entry.Name, bytes.ToArray()));
        }

        return files;
    }

    /// <summary>What git prints, run in a folder; null where it fails or is not installed.</summary>
    private static MemoryStream? Git(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            git.ErrorDataReceived += (_, _) => { };   // read, so that git never waits; what it says of a folder outside git is no fault
            git.BeginErrorReadLine();
            var printed = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(printed);
            git.WaitForExit();
            printed.Position = 0;
            return git.ExitCode == 0 ? printed : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
