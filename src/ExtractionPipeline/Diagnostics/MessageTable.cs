using System.Reflection;
using System.Text;

namespace ExtractionPipeline.Diagnostics;

/// <summary>A table of messages in another language, which travels inside an assembly: key, tab, text; lines with # are comments.</summary>
public static class MessageTable
{
    /// <summary>All rows by key.</summary>
    /// <param name="assembly">The assembly that holds the table.</param>
    /// <param name="resource">Its name there.</param>
    public static Dictionary<string, string> Read(Assembly assembly, string resource)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            rows.Add(line[..tab], line[(tab + 1)..]);
        }

        return rows;
    }
}
