using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>Gives each document's result a name of its own.</summary>
/// <remarks>
/// a.docx gives a.json. Where two documents would share a name (a.docx and a.txt), all of them keep their endings (a.docx.json and
/// a.txt.json), whatever their order. Where that does not part them (x/a.docx and y/a.docx), the run is refused before anything is
/// written. Names that differ only in case count as one, because some file systems hold them so.
/// </remarks>
internal static class OutputNames
{
    /// <exception cref="CommandFault">Two documents cannot be told apart (EP1023).</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<InputFile> files, string ending)
    {
        var uses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.Where(f => f.Fault is null)) uses[file.OutputName] = uses.GetValueOrDefault(file.OutputName) + 1;

        var names = new List<string>(files.Count);
        var owners = new Dictionary<string, InputFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var name = file.OutputName + (file.Fault is null && uses[file.OutputName] > 1 ? file.Ending : "") + ending;
            names.Add(name);
            if (file.Fault is not null || owners.TryAdd(name, file)) continue;
            throw new CommandFault(ExitCode.Usage, DiagnosticKinds.OutputNameTwice, file.Shown, name, owners[name].Shown);
        }

        return names;
    }
}
