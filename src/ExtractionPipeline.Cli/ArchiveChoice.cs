using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Export.Archive;

namespace ExtractionPipeline.Cli;

/// <summary>Which archive a command asks: the file that is named, or, where none is, the only one in the current folder, which is then said.</summary>
/// <remarks>A word names an archive where it is a file or ends with .db; the order of archive and words does not matter.</remarks>
internal sealed class ArchiveChoice(Surroundings at, Wording say)
{
    private const string Ending = ".db";

    /// <summary>Sorts an archive and one further word; either may be missing.</summary>
    /// <returns>The archive, and the other word or null.</returns>
    /// <exception cref="CommandFault">None is named, and the folder holds none (EP7028) or several (EP7029).</exception>
    public (string Store, string? Word) Of(string? first, string? second)
    {
        if (first is null) return (OnlyOne(), null);
        if (second is null) return Names(first) ? (first, null) : (OnlyOne(), first);
        return !Names(first) && Names(second) ? (second, first) : (first, second);
    }

    private static bool Names(string word) => File.Exists(word) || word.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The only archive of the current folder.</summary>
    /// <exception cref="CommandFault">There is none (EP7028), or there are several (EP7029).</exception>
    public string OnlyOne()
    {
        var found = Directory.EnumerateFiles(Directory.GetCurrentDirectory(), "*" + Ending).Where(ArchiveStore.IsArchive).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        if (found.Count > 1) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.ArchiveNotClear, null, string.Join(", ", found));
        if (found.Count == 0) throw new CommandFault(ExitCode.Usage, DiagnosticKinds.ArchiveNotNamed, null);
        at.Error.WriteLine(say.Say(Messages.ArchiveAsked, found[0]));
        return found[0];
    }
}
