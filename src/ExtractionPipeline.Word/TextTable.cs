namespace ExtractionPipeline.Word;

/// <summary>Reads a table of tab-separated rows that travels inside this assembly. Rows that begin with # are comments.</summary>
internal static class TextTable
{
    /// <param name="name">Folder and file name, joined by a dot: Numbering.numerals.tsv.</param>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(TextTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}
