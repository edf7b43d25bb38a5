using ExtractionPipeline.Diagnostics;

namespace ExtractionPipeline.Cli;

/// <summary>One document to read, or the reason why there is none.</summary>
/// <param name="Shown">As messages name it: the argument, with the path below it for a folder.</param>
/// <param name="OutputName">Path of its result below the output folder, without an ending: "a", "2023/a".</param>
/// <param name="Ending">Of its file name: ".docx"; empty for standard input.</param>
/// <param name="Fault">Why it cannot be read, or null.</param>
internal sealed record InputFile(string Shown, string OutputName, string Ending, InputException? Fault = null);

/// <summary>Files of other kinds in a folder.</summary>
internal sealed record FilesPassedOver(string Folder, int Count);

/// <summary>Turns the arguments of a command into documents.</summary>
/// <remarks>
/// In the order of the arguments; the documents of a folder, with those of its subfolders, in ordinal order of their paths below it
/// (forward slashes). Linked subfolders are not followed, so a circle of links ends. A document that is named twice is read once.
/// </remarks>
internal sealed class InputList
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The documents and faults, in order.</summary>
    public List<InputFile> Files { get; } = [];

    /// <summary>Folders in which files of other kinds were passed over, with their number.</summary>
    public List<FilesPassedOver> PassedOver { get; } = [];

    /// <summary>Whether an argument is a folder.</summary>
    public bool HasFolder { get; private set; }

    public static InputList Of(IEnumerable<string> arguments)
    {
        var list = new InputList();
        foreach (var argument in arguments) list.Add(argument);
        return list;
    }

    /// <summary>Those documents that a condition holds for; nothing is said of the others.</summary>
    public InputList Only(Func<InputFile, bool> wanted)
    {
        var list = new InputList { HasFolder = HasFolder };
        list.Files.AddRange(Files.Where(wanted));
        return list;
    }

    private void Add(string argument)
    {
        if (string.Equals(argument, DocumentReading.StandardInput, StringComparison.Ordinal))
        {
            if (_seen.Add(argument)) Files.Add(new InputFile(argument, "stdin", ""));
        }
        else if (Directory.Exists(argument))
        {
            HasFolder = true;
            AddFolder(argument);
        }
        else if (_seen.Add(Path.GetFullPath(argument)))
        {
            Files.Add(new InputFile(argument, Path.GetFileNameWithoutExtension(argument), Path.GetExtension(argument)));
        }
    }

    private void AddFolder(string folder)
    {
        var found = new List<string>();
        var others = 0;
        var faults = new List<InputFile>();
        Walk(folder, "", found, ref others, faults);
        found.Sort(StringComparer.Ordinal);
        foreach (var below in found)
        {
            var path = Path.Join(folder, below);
            if (_seen.Add(Path.GetFullPath(path))) Files.Add(new InputFile(path, below[..^Path.GetExtension(below).Length], Path.GetExtension(below)));
        }

        Files.AddRange(faults);
        if (others > 0) PassedOver.Add(new FilesPassedOver(folder, others));
        if (found.Count == 0 && faults.Count == 0) Files.Add(Failed(folder, new InputException(DiagnosticKinds.FolderEmpty, folder, DocumentReading.KnownEndings)));
    }

    private static void Walk(string folder, string below, List<string> found, ref int others, List<InputFile> faults)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                var name = below.Length == 0 ? entry.Name : below + "/" + entry.Name;
                if (entry is FileInfo && DocumentReading.IsDocument(entry.Name)) found.Add(name);
                else if (entry is FileInfo) others += entry.Name.StartsWith('.') || entry.Name.StartsWith('~') ? 0 : 1;
                else if (entry.LinkTarget is null) Walk(entry.FullName, name, found, ref others, faults);
            }
        }
        catch (UnauthorizedAccessException)
        {
            faults.Add(Failed(folder, new InputException(DiagnosticKinds.FileUnreadable, folder, "no permission")));
        }
        catch (IOException fault)
        {
            faults.Add(Failed(folder, new InputException(DiagnosticKinds.FileUnreadable, folder, [fault.Message], fault)));
        }
    }

    private static InputFile Failed(string shown, InputException fault) => new(shown, "", "", fault);
}
