using ExtractionPipeline.Diagnostics;
using ExtractionPipeline.Output;

namespace ExtractionPipeline.Cli;

/// <summary>Reads and extracts the one document of show and explain, and looks up its items.</summary>
internal static class ReadOne
{
    private const int NamedItems = 12;   // ids that a fault lists

    /// <exception cref="CommandFault">The document cannot be read.</exception>
    public static ExtractionResult Extract(PolicyPipeline pipeline, string document, DocumentReading reading)
    {
        try
        {
            return reading.Extract(pipeline, reading.Read(document));
        }
        catch (InputException fault)
        {
            // Readers know the file by its bare name; people know it as they typed it.
            throw new CommandFault(ExitCode.Unread, fault.Kind, document, [.. fault.Details]);
        }
    }

    /// <exception cref="CommandFault">The document has no such item.</exception>
    public static ExtractedItem Item(ExtractionResult result, string document, string id)
    {
        foreach (var item in result.Items)
        {
            if (string.Equals(item.Item.Id, id, StringComparison.Ordinal)) return item;
        }

        var known = string.Join(", ", result.Items.Take(NamedItems).Select(i => i.Item.Id)) + (result.Items.Count > NamedItems ? " \u2026" : "");
        throw new CommandFault(ExitCode.Usage, DiagnosticKinds.ItemMissing, document, id, known);
    }
}
